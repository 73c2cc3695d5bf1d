"""Whom a mention means: the fullest name that the article gives for a surname, pronoun or role."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from recension.text.names import Name

_FEMALE = frozenset({"she", "her", "hers", "herself"})
_MALE = frozenset({"he", "his", "him", "himself"})


class Cast(NamedTuple):
    """The names of an article: full forms by their last word, and all mentions in order."""

    text: str
    names: tuple[Name, ...]
    full: dict[str, str]
    genders: dict[str, str]


def make_cast(text: str, names: Sequence[Name]) -> Cast:
    """The cast of an article: for every last word of a name its fullest form."""
    full: dict[str, str] = {}
    for name in names:
        words = name.text.split()
        if 2 <= len(words) <= 4 and name.kind in {"person", "name"} and name.text != name.text.upper():
            full.setdefault(words[-1], name.text)
    return Cast(text, tuple(names), full, _tell_genders(text, names))


def _tell_genders(text: str, names: Sequence[Name]) -> dict[str, str]:
    """ "f" or "m" by last word, where a title before a mention tells."""
    found: dict[str, str] = {}
    for name in names:
        before = re.search(r"(\w+)\.? $", text[max(0, name.start - 16) : name.start])
        title = before.group(1).lower() if before else ""
        gender = "f" if title in _TITLES_F else "m" if title in _TITLES_M else None
        if gender:
            found.setdefault(name.text.split()[-1], gender)
    return found


_TITLES_F = frozenset(
    {
        "mrs",
        "ms",
        "miss",
        "dame",
        "lady",
        "queen",
        "princess",
        "sister",
        "spokeswoman",
        "chairwoman",
        "congresswoman",
        "baroness",
        "duchess",
        "actress",
        "mother",
        "wife",
        "daughter",
    }
)
_TITLES_M = frozenset(
    {
        "mr",
        "sir",
        "lord",
        "king",
        "prince",
        "pope",
        "father",
        "brother",
        "spokesman",
        "chairman",
        "congressman",
        "baron",
        "duke",
        "actor",
        "husband",
        "son",
    }
)


def resolve_name(cast: Cast, name: str) -> str:
    """The fullest form of a name: a surname becomes the whole name.

    >>> resolve_name(make_cast("", (Name(0, 8, "Ana Ruiz", "person"),)), "Ruiz")
    'Ana Ruiz'
    """
    return cast.full.get(name, name) if " " not in name else name


def is_person(cast: Cast, name: Name) -> bool:
    """Whether the name is most likely a person's."""
    if name.kind == "person":
        return True
    words = name.text.split()
    return name.kind == "name" and (2 <= len(words) <= 4 or words[-1] in cast.full) and not name.text.isupper()


def find_pronoun(cast: Cast, pronoun: str, position: int, recent: Sequence[tuple[int, str]], floor: int) -> str | None:
    """Whom "he", "she", "it" or "they" at `position` means: the last fitting speaker or person named before.

    `recent` holds the speakers so far with their positions; names before `floor` are too far away.
    """
    lower = pronoun.lower()
    if lower in {"it", "its", "they", "their"}:
        return _find_body(cast, position, recent, floor, plural=lower in {"they", "their"})
    gender = "f" if lower in _FEMALE else "m" if lower in _MALE else None
    if gender is None:
        return recent[-1][1] if recent else None
    options: list[tuple[int, str]] = [(at, who) for at, who in recent if at < position and who[:1].isupper()]
    for name in reversed(cast.names):
        if name.end <= position and name.start >= floor and is_person(cast, name):
            options.append((name.start, resolve_name(cast, name.text)))
    fitting = [(at, who) for at, who in options if cast.genders.get(who.split()[-1], gender) == gender]
    speakers = {who for _, who in recent}
    fitting.sort(key=lambda o: (o[0], o[1] in speakers))
    if fitting:
        chosen = fitting[-1][1]
        cast.genders.setdefault(chosen.split()[-1], gender)
        return chosen
    return recent[-1][1] if recent else None


def _find_body(cast: Cast, position: int, recent: Sequence[tuple[int, str]], floor: int, plural: bool) -> str | None:
    """The organisation, or with "they" any last speaker."""
    if plural:
        return recent[-1][1] if recent else None
    for at, who in reversed(recent):
        if at >= floor and who.split()[-1] not in cast.genders:
            return who
    for name in reversed(cast.names):
        if floor <= name.start < position and not is_person(cast, name) and name.kind != "place":
            return name.text
    return None
