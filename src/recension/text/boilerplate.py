"""Wordings that are no part of a report, from `rules/boilerplate.toml`."""

import re
from functools import cache
from typing import Literal, NamedTuple

from recension.rules import load_rules

Where = Literal["any", "tail"]

_MARKS = re.compile(r"[\s•*>»▶►→·|–—-]+|\d{1,2}\. (?=[A-Z][a-z]+ (?:also|more))")
_DEFAULT_WORDS = 40
# No pattern looks further than this, so that a line of a megabyte costs no more than one of a page.
_FARTHEST = 600


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    reason: str
    where: Where
    words: int


def find_boilerplate_reason(line: str, where: Where = "any") -> str | None:
    """Why the line or sentence is no part of a report, None where its wording does not tell.

    With `where` "tail" wordings count too that tell only behind the report's end.

    >>> find_boilerplate_reason("Read more: Council rejects marina bid")
    'related'
    >>> find_boilerplate_reason("The council rejected a bid for the marina.")
    """
    marks = _MARKS.match(line)
    text = line[marks.end() if marks else 0 :][:_FARTHEST].rstrip()
    words = len(text.split())
    for rule in _load():
        if words <= rule.words and (where == "tail" or rule.where == "any") and rule.pattern.match(text):
            return rule.reason
    return None


@cache
def _load() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(re.compile(entry["pattern"], re.I), entry["reason"], entry["where"], entry.get("words", _DEFAULT_WORDS))
        for entry in load_rules("boilerplate")["rule"]
    )
