"""What a reader remembers while going through an article: who was named, and who spoke, unit by unit."""

from dataclasses import dataclass, field

from recension.stages.attribute.cast import Cast, is_body, is_person, resolve_name
from recension.text.names import Name

# How many units back a pronoun is looked up: further away it rather means somebody whom no name tells.
_MEMORY = 6
_SEXES = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}


@dataclass
class Scene:
    """The cast, and for each unit read so far its names outside quotations and its speakers."""

    cast: Cast
    names: list[list[Name]] = field(default_factory=list)
    speakers: list[list[str]] = field(default_factory=list)

    def enter(self, names: list[Name]) -> None:
        """Go on to a unit that holds the given names outside its quotations."""
        self.names.append(names)
        self.speakers.append([])

    def hear(self, speaker: str) -> None:
        """Remember who speaks in the unit."""
        self.speakers[-1].append(speaker)

    @property
    def last_speaker(self) -> str | None:
        """Who spoke last, in this unit or one of those before."""
        return next((s[-1] for s in reversed(self.speakers[-_MEMORY:]) if s), None)


def resolve_pronoun(scene: Scene, pronoun: str, position: int) -> str | None:
    """Whom a third-person pronoun at `position` of the unit being read means, as far as can be told."""
    if pronoun in _SEXES:
        return _find_person(scene, _SEXES[pronoun], position)
    if pronoun in {"it", "its"}:
        return _find_body(scene, position)
    return scene.last_speaker


def _find_person(scene: Scene, sex: str, position: int) -> str | None:
    """The person who fits: in each unit backwards its last speaker first, then whom it names first."""
    for back in range(1, min(_MEMORY, len(scene.names)) + 1):
        spoke = [s for s in reversed(scene.speakers[-back]) if not is_body(s) and not _is_known_body(scene, s)]
        named = [n for n in scene.names[-back] if n.end <= position]
        sure = [resolve_name(scene.cast, n.text) for n in named if is_person(scene.cast, n)]
        vague = [n.text for n in named[:1] if n.kind == "name" and not sure]
        for who in (*spoke, *sure, *vague):
            if scene.cast.sexes.get(who.split()[-1], sex) == sex:
                if who in scene.cast.full.values():
                    scene.cast.sexes.setdefault(who.split()[-1], sex)
                return who
    return scene.last_speaker


def _is_known_body(scene: Scene, speaker: str) -> bool:
    return any(n.text == speaker and n.kind in {"organization", "place"} for n in scene.cast.names)


def _find_body(scene: Scene, position: int) -> str | None:
    """The organisation that "it" means: the last that spoke, else the first that the nearest unit names."""
    for back in range(1, min(_MEMORY, len(scene.names)) + 1):
        spoke = [s for s in reversed(scene.speakers[-back]) if is_body(s) or _is_known_body(scene, s)]
        named = [n for n in scene.names[-back] if n.end <= position and not is_person(scene.cast, n)]
        bodies = [n.text for n in named if n.kind != "place"]
        if spoke or bodies:
            return (spoke or bodies)[0]
    return scene.last_speaker


def find_introduced(scene: Scene) -> str | None:
    """The person whom the unit just read names first, and who may speak in the next."""
    named = [n for n in scene.names[-1] if is_person(scene.cast, n)]
    return resolve_name(scene.cast, named[0].text) if named else None
