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
    if _AGE.match(text, words[end - 1].end) and len(inner) > 1:
        return "person"
    if before in {"in", "near"}:
        return "place"
    return "person" if after in {"who", "whose"} else "name"
