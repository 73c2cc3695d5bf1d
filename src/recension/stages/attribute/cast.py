"""The cast of an article: who and what it names, in what roles, so that a later mention can be told."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from recension.rules import load_rules
from recension.text.names import Name

_BEFORE = re.compile(r"((?:[\w'’-]+[. ] ?){1,4})$")
_ROLE_BEHIND = re.compile(
    r", (?:who is )?(?:\d+, )?(the |an? |its |his |her |their )?"
    r"((?:[\w-]+['’]s )?(?:[\w-]+ ){0,3}?[a-z][\w-]+)(?:,| of | for | at | in | who |\.)"
)
_WORD = re.compile(r"[^\W\d_][\w-]*")
# How close before a name, in characters, the words stand that tell its bearer's role.
_NEAR = 60
_AGENT_ENDINGS = ("er", "or", "ist", "man", "woman")


class Role(NamedTuple):
    """What somebody is at a place in the text: "mayor"."""

    position: int
    role: str
    name: str


class Cast(NamedTuple):
    """The names of an article by what later mentions ask for.

    `full` gives the whole name of a surname, `sexes` "f" or "m" of a surname, `roles` and `bodies` who bears a role
    and which organisations hold a word in their name, in order; `people` are sure persons, `things` sure others,
    `vague` names of two or more words that nothing tells apart.
    """

    full: dict[str, str]
    sexes: dict[str, str]
    roles: dict[str, list[Role]]
    bodies: dict[str, list[Name]]
    people: frozenset[str]
    things: frozenset[str]
    vague: frozenset[str] = frozenset()


def make_cast(text: str, names: Sequence[Name]) -> Cast:
    """The cast of the article with the given names."""
    full: dict[str, str] = {}
    for name in names:
        words = name.text.split()
        if 2 <= len(words) <= 4 and name.kind in {"person", "name"} and not name.text.isupper():
            full.setdefault(words[-1], name.text)
    roles: dict[str, list[Role]] = {}
    bodies: dict[str, list[Name]] = {}
    for name in names:
        for role in _find_roles(text, name, full):
            roles.setdefault(role.role, []).append(role)
        if name.kind == "organization":
            for word in dict.fromkeys(name.text.lower().split()):
                bodies.setdefault(word, []).append(name)
    bearers = (r.name for found in roles.values() for r in found)
    people = frozenset((*bearers, *(n.text for n in names if n.kind == "person")))
    things = frozenset(n.text for n in names if n.kind in {"organization", "place"})
    vague = frozenset(n.text for n in names if n.kind == "name" and " " in n.text)
    return Cast(full, _find_sexes(text, names), roles, bodies, people, things, vague)


def _find_sexes(text: str, names: Sequence[Name]) -> dict[str, str]:
    """ "f" or "m" by surname, where a title or role before the name tells."""
    rules = load_rules("names")["sexes"]
    found: dict[str, str] = {}
    for name in names:
        last = _find_words_before(text, name)[-1:]
        for sex in ("f", "m"):
            if last and last[0].lower() in rules[sex]:
                found.setdefault(name.text.split()[-1], sex)
    return found


def _find_words_before(text: str, name: Name) -> list[str]:
    """Up to four words right before a name."""
    start = max(0, name.start - _NEAR)
    match = _BEFORE.search(text[start : name.start])
    return _WORD.findall(match.group()) if match else []


def _find_roles(text: str, name: Name, full: dict[str, str]) -> Iterator[Role]:
    """What the words right before and behind a mention say that its bearer is."""
    if name.kind not in {"person", "name"}:
        return
    who = full.get(name.text, name.text)
    for word in takewhile(_is_role, reversed(_find_words_before(text, name))):
        yield Role(name.start, word.lower(), who)
    behind = _ROLE_BEHIND.match(text, name.end, name.end + _NEAR)
    if behind:
        noun = behind.group(2).split()[-1].lower()
        if behind.group(1) or _is_role(noun):
            yield Role(name.start, noun, who)


def _is_role(word: str) -> bool:
    """Whether the word says what a person is: a title, or a noun of an agent that is no outlet."""
    if word.lower() in _load_titles():
        return True
    return word.islower() and word.endswith(_AGENT_ENDINGS) and word not in _load_channels()


@cache
def _load_titles() -> frozenset[str]:
    return frozenset(load_rules("names")["person_titles"])


@cache
def _load_channels() -> frozenset[str]:
    return frozenset(load_rules("speech")["channels"]["words"])


def resolve_name(cast: Cast, name: str) -> str:
    """The fullest form of a name: a surname becomes the whole name, anything else stays.

    >>> resolve_name(make_cast("Ana Ruiz", (Name(0, 8, "Ana Ruiz", "person"),)), "Ruiz")
    'Ana Ruiz'
    """
    return cast.full.get(name, name) if " " not in name else name


def resolve_role(cast: Cast, role: str, position: int) -> str | None:
    """Who was last said to be `role`, a lower-case noun, before `position`; else the organisation called so."""
    holders = cast.roles.get(role, [])
    at = bisect_left(holders, position, key=lambda r: r.position)
    if at:
        return holders[at - 1].name
    bodies = cast.bodies.get(role, [])
    before = bodies[: bisect_left(bodies, position, key=lambda n: n.start)][-20:]
    return max((n.text for n in reversed(before)), key=len, default=None)


def is_person(cast: Cast, name: Name) -> bool:
    """Whether the name is most likely a person's: by its kind, or two to four words that nothing tells apart."""
    if name.kind == "person":
        return True
    words = name.text.split()
    return name.kind == "name" and not name.text.isupper() and (2 <= len(words) <= 4 or words[-1] in cast.full)


def is_known_person(cast: Cast, name: str) -> bool:
    """Whether a title, a role or a pronoun has told that a name is a person's."""
    full = resolve_name(cast, name)
    return full != name or full in cast.people or full.split()[-1] in cast.sexes


def is_body(cast: Cast, speaker: str) -> bool:
    """Whether a speaker is an organisation or place, and so never "he" or "she"."""
    if speaker in cast.things:
        return True
    rules = load_rules("names")
    words = [w.lower() for w in _WORD.findall(speaker)]
    return any(w in rules["organization_words"] or w in {"officials", "media", "police"} for w in words)
