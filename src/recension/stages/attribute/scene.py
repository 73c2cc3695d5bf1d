"""What a reader remembers while going through an article: who was named, and who spoke, unit by unit."""

from dataclasses import dataclass, field

from recension.stages.attribute.cast import Cast, is_body, is_known_person, is_person, resolve_name
from recension.text.names import Name

# How many units back a pronoun is looked up: further away it rather means somebody whom no name tells.
_MEMORY = 6
# How many characters from its start the head of a sentence reaches: room for "My old neighbour".
_HEAD = 20
_SEXES = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}


@dataclass
class Scene:
    """The cast, for each unit read so far its start, names outside quotations and speakers, and the last channel."""

    cast: Cast
    starts: list[int] = field(default_factory=list)
    names: list[list[Name]] = field(default_factory=list)
    speakers: list[list[str]] = field(default_factory=list)
    channel: str | None = None

    def enter(self, start: int, names: list[Name]) -> None:
        """Go on to the unit at `start`, which holds the given names outside its quotations."""
        self.starts.append(start)
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
        spoke = [s for s in reversed(scene.speakers[-back]) if _may_be_person(scene, s)]
        named = [n for n in scene.names[-back] if n.end <= position]
        sure = [resolve_name(scene.cast, n.text) for n in named if is_person(scene.cast, n)]
        vague = [n.text for n in named[:1] if not sure and _is_subject(n, scene.starts[-back])]
        for who in (*spoke, *sure, *vague):
            surname = who.split()[-1]
            if scene.cast.sexes.get(surname, sex) == sex:
                if scene.cast.full.get(surname) == who:
                    scene.cast.sexes[surname] = sex
                return who
    return scene.last_speaker


def _may_be_person(scene: Scene, speaker: str) -> bool:
    """Whether a speaker may be one person: no organisation, and no plural such as "his opponents"."""
    is_plural = speaker.split()[-1].islower() and speaker.endswith("s") and not speaker.endswith("ss")
    return not (is_plural or is_body(scene.cast, speaker))


def _is_subject(name: Name, unit_start: int) -> bool:
    """Whether a name of no known kind stands at the head of its sentence, as people do."""
    return name.kind == "name" and name.start - unit_start <= _HEAD


def _find_body(scene: Scene, position: int) -> str | None:
    """The organisation that "it" means: the last that spoke, else the first that the nearest unit names."""
    for back in range(1, min(_MEMORY, len(scene.names)) + 1):
        spoke = [s for s in reversed(scene.speakers[-back]) if _may_be_body(scene, s)]
        named = [n for n in scene.names[-back] if n.end <= position and not is_person(scene.cast, n)]
        bodies = [n.text for n in named if n.kind != "place"]
        if spoke or bodies:
            return (spoke or bodies)[0]
    return scene.last_speaker


def _may_be_body(scene: Scene, speaker: str) -> bool:
    """Whether a speaker is an organisation, or a name that nothing shows to be a person's."""
    if is_body(scene.cast, speaker):
        return True
    return speaker in scene.cast.vague and not is_known_person(scene.cast, speaker)


def find_introduced(scene: Scene) -> str | None:
    """The person whom the unit just read names first, and who may speak in the next."""
    named = [n for n in scene.names[-1] if is_person(scene.cast, n)]
    return resolve_name(scene.cast, named[0].text) if named else None
