"""Of what kind a name is: told by titles before it, telling words in it, and the words beside it."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from recension.rules import load_rules
from recension.text.words import Word

NameKind = Literal["person", "organization", "place", "name"]

POSSESSIVE = re.compile(r"['’]s?$")
_COMPASS = frozenset({"north", "south", "east", "west", "central", "saudi", "anglo"})
_ROLE = re.compile(
    r", (?:who is )?(?:the |an? |its |his |her |their )?(?:[\w'’-]+ ){0,3}?([a-z-]+)"
    r"(?:[,.;]| of | for | at | in | who | with )"
)
_AGENT_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ologist")
# How far behind a name, in characters, its bearer's role is looked for.
_NEAR = 60
_AGE = re.compile(r" \((?:aged )?\d\d\)|, (?:aged )?\d\d[,.]|, an? \d\d-year")


@cache
def load_name_rule(key: str) -> frozenset[str]:
    """One list of `rules/names.toml`."""
    return frozenset(load_rules("names")[key])


def is_title(word: Word) -> bool:
    """Whether the word stands before a person's name and tells office or rank."""
    return word.text.lower() in load_name_rule("person_titles")


def is_adjective(words: Sequence[Word]) -> bool:
    """Whether the capitals are those of a nationality or faith rather than of a name: "South African"."""
    lowers = [w.text.lower() for w in words]
    return lowers[-1] in load_name_rule("adjectives") and all(
        w in load_name_rule("adjectives") or w in _COMPASS for w in lowers
    )


def tell_kind(text: str, words: Sequence[Word], first: int, end: int, titled: bool) -> NameKind:
    """The type that a title, a telling word or a preposition gives."""
    if titled:
        return "person"
    inner = [POSSESSIVE.sub("", w.text.lower()) for w in words[first:end]]
    before = words[first - 1].text.lower() if first else ""
    after = words[end].text.lower() if end < len(words) else ""
    if inner[0] in load_name_rule("office_words") or any(
        w in load_name_rule("organization_words") for w in inner[-1:] + inner[:1]
    ):
        return "organization"
    if len(inner) > 1 and any(w in load_name_rule("organization_words") for w in inner):
        return "organization"
    if inner[-1] in load_name_rule("place_words") or after in load_name_rule("place_words"):
        return "place"
    if " ".join(inner) in load_name_rule("countries"):
        return "place"
    if len(inner) > 1 and (_AGE.match(text, words[end - 1].end) or _is_described(text, words, first, end)):
        return "person"
    if before in {"in", "near"}:
        return "place"
    is_near = after == "who" and text[words[end - 1].end : words[end].start] in (
        {" ", ", "} if len(inner) > 1 else {" "}
    )
    return "person" if is_near else "name"


def _is_described(text: str, words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a role stands right before a name, "lawyer Ana Ruiz", or behind it, "Ana Ruiz, a lawyer,"."""
    if first and words[first - 1].end + 1 == words[first].start and _is_role(words[first - 1].text):
        return True
    behind = _ROLE.match(text, words[end - 1].end, words[end - 1].end + _NEAR)
    return behind is not None and _is_role(behind.group(1))


def _is_role(word: str) -> bool:
    """Whether a lower-case word says what a person does, and not what a company is: "lawyer", not "operator"."""
    if not word.islower() or word in load_name_rule("company_agents"):
        return False
    return word in load_name_rule("person_titles") or (len(word) > 5 and word.endswith(_AGENT_ENDINGS))
