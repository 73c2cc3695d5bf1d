"""Wordings that are no part of a report, from `rules/boilerplate.toml`."""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from recension.rules import load_rules
from recension.text.lines import is_open, is_prose

Where = Literal["any", "tail"]

_MARKS = re.compile(r"[\s•*>»▶►→·|–—-]+|\d{1,2}\. (?=[A-Z][a-z]+ (?:also|more))")
_DEFAULT_WORDS = 40
_LONGEST_PROMPT = 30
_SPEECH = re.compile(r"[\"“”«»]|\b(?:said|says|told|asked|added|wrote|according)\b", re.I)
# No pattern looks further than this, so that a line of a megabyte costs no more than one of a page.
_FARTHEST = 600


class _Rule(NamedTuple):
    pattern: re.Pattern[str]
    reason: str
    where: Where
    words: int


@lru_cache(maxsize=8192)
def find_boilerplate_reason(line: str, where: Where = "any") -> str | None:
    """Why the line or sentence is no part of a report, None where its wording does not tell.

    With `where` "tail" wordings count too that tell only behind the report's end.

    >>> find_boilerplate_reason("Read more: Board shelves plan")
    'related'
    >>> find_boilerplate_reason("The board has shelved its plan for the crane.")
    """
    marks = _MARKS.match(line)
    text = line[marks.end() if marks else 0 :][:_FARTHEST].rstrip()
    words = len(text.split())
    for rule in _load():
        if words <= rule.words and (where == "tail" or rule.where == "any") and rule.pattern.match(text):
            return rule.reason
    return "prompt" if words <= _LONGEST_PROMPT and score_prompt(text) >= _get_threshold(text, where) else None


def score_prompt(line: str) -> int:
    """How much the line speaks of the site and to its reader, by the `cues` of the rules; 0 where it quotes.

    >>> score_prompt("Our weekly newsletter brings you the best of the harbour"), score_prompt("We won, he said.")
    (3, 0)
    """
    if _SPEECH.search(line):
        return 0
    return sum(weight for weight, pattern in _load_cues() if pattern.search(line))


def _get_threshold(line: str, where: Where) -> int:
    """The weight of cues that sets a line aside: 2 for a link behind the report, 4 for a sentence within it."""
    if is_open(line):
        return 2 if where == "tail" else 3
    return 4 if is_prose(line) else 3


@cache
def _load_cues() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((c["weight"], re.compile(c["pattern"], re.I)) for c in load_rules("boilerplate")["cues"])


@cache
def _load() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(re.compile(entry["pattern"], re.I), entry["reason"], entry["where"], entry.get("words", _DEFAULT_WORDS))
        for entry in load_rules("boilerplate")["rule"]
    )
