"""The cast of an article: who and what it names, in what roles, so that a later mention can be told."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from recension.rules import load_rules
from recension.text.names import Name

_BEFORE = re.compile(r"((?:[\w'’-]+[. ] ?){1,4})$")
_ROLE_BEHIND = re.compile(
    r",? (?:who is )?(?:\d+, )?(?:(?:the|an?|its|his|her|their) )?((?:[\w-]+['’]s )?(?:[\w-]+ ){0,3}?[a-z][\w-]+)(?:,| of | for | at | in | who |\.)"
)
_WORD = re.compile(r"[^\W\d_][\w-]*")
# A role is told by the text this close before a name.
_NEAR = 60


class Role(NamedTuple):
    """What somebody is at a place in the text: "mayor"."""

    position: int
    role: str
    name: str


class Cast(NamedTuple):
    """The names of an article in order, the full form of each surname, the sexes that titles tell, and roles."""

    names: tuple[Name, ...]
    full: dict[str, str]
    sexes: dict[str, str]
    roles: tuple[Role, ...]


def make_cast(text: str, names: Sequence[Name]) -> Cast:
    """The cast of the article with the given names."""
    full: dict[str, str] = {}
    for name in names:
        words = name.text.split()
        if 2 <= len(words) <= 4 and name.kind in {"person", "name"} and not name.text.isupper():
            full.setdefault(words[-1], name.text)
    roles = tuple(r for n in names for r in _find_roles(text, n, full))
    return Cast(tuple(names), full, _find_sexes(text, names), roles)


def _find_sexes(text: str, names: Sequence[Name]) -> dict[str, str]:
    """ "f" or "m" by surname, where a title or role before the name tells."""
    words = load_rules("names")["sexes"]
    found: dict[str, str] = {}
    for name in names:
        before = _BEFORE.search(text, max(0, name.start - _NEAR), name.start)
        last = _WORD.findall(before.group())[-1:] if before else []
        for sex in ("f", "m"):
            if last and last[0].lower() in words[sex]:
                found.setdefault(name.text.split()[-1], sex)
    return found


def _find_roles(text: str, name: Name, full: dict[str, str]) -> list[Role]:
    """What the words right before and behind a mention say that its bearer is."""
    if name.kind not in {"person", "name"}:
        return []
    who = full.get(name.text, name.text)
    found: list[Role] = []
    before = _BEFORE.search(text, max(0, name.start - _NEAR), name.start)
    if before:
        found.extend(Role(name.start, w.lower(), who) for w in _WORD.findall(before.group())[-2:] if _is_role(w))
    behind = _ROLE_BEHIND.match(text, name.end, name.end + _NEAR)
    if behind:
        found.append(Role(name.start, behind.group(1).split()[-1].lower(), who))
    return found


def _is_role(word: str) -> bool:
    return word.lower() in _load_titles() or (word.islower() and word.endswith(("er", "or", "ist", "man", "woman")))


@cache
def _load_titles() -> frozenset[str]:
    return frozenset(load_rules("names")["person_titles"])


def resolve_name(cast: Cast, name: str) -> str:
    """The fullest form of a name: a surname becomes the whole name, anything else stays.

    >>> resolve_name(make_cast("Ana Ruiz", (Name(0, 8, "Ana Ruiz", "person"),)), "Ruiz")
    'Ana Ruiz'
    """
    return cast.full.get(name, name) if " " not in name else name


def resolve_role(cast: Cast, role: str, position: int) -> str | None:
    """Who was last said to be `role`, a lower-case noun, before `position`; else the organisation called so."""
    holders = [r for r in cast.roles if r.role == role and r.position < position]
    if holders:
        return holders[-1].name
    bodies = [
        n for n in cast.names if n.start < position and n.kind == "organization" and role in n.text.lower().split()
    ]
    longest = max((len(n.text) for n in bodies), default=0)
    return next((n.text for n in reversed(bodies) if len(n.text) == longest), None)


def is_person(cast: Cast, name: Name) -> bool:
    """Whether the name is most likely a person's: by its kind, or two to four words that nothing tells apart."""
    if name.kind == "person":
        return True
    words = name.text.split()
    return name.kind == "name" and not name.text.isupper() and (2 <= len(words) <= 4 or words[-1] in cast.full)


def is_body(speaker: str) -> bool:
    """Whether a speaker is an organisation by its words, and so never "he" or "she"."""
    rules = load_rules("names")
    words = [w.lower() for w in _WORD.findall(speaker)]
    return any(w in rules["organization_words"] or w in {"officials", "media", "police"} for w in words)
