"""The tokens of a unit: words, names, numbers, signs, and quotations as one token each."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from recension.records import Span
from recension.rules import load_rules
from recension.text.names import Name
from recension.text.quotes import Quote

TokenKind = Literal["word", "name", "number", "quote", "punctuation"]

CLOSING_MARKS = frozenset(",.?!…-—–―")

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)*)|(?P<owner>['’]s\b)"
    r"|(?P<word>[^\W\d_](?:[^\W_]|['’](?=[^\W\d_])|-(?=[^\W_])|\.(?=[^\W\d_]\.?))*)|(?P<other>\S)"
)
_TIMES = frozenset({"morning", "evening", "afternoon", "night", "week", "month", "year", "noon", "midnight"})
_NOT_ADVERBS = frozenset(
    {"family", "weekly", "daily", "monthly", "assembly", "reply", "ally", "july", "bully", "rally"}
)


class Token(NamedTuple):
    """A word, name, number, sign or whole quotation of a text; `lower` has straight apostrophes."""

    start: int
    end: int
    text: str
    lower: str
    kind: TokenKind

    def belongs_to(self, *classes: str) -> bool:
        """Whether the token is a word of one of the closed classes that `rules/grammar.toml` lists."""
        return self.kind == "word" and any(self.lower in load_class(name) for name in classes)

    @property
    def is_adverb(self) -> bool:
        """Whether the token is an adverb, by list or by its ending."""
        if self.kind != "word":
            return False
        ends = self.lower.endswith("ly") and len(self.lower) > 4 and self.lower not in _NOT_ADVERBS
        return ends or self.lower in load_class("adverbs")

    @property
    def is_time(self) -> bool:
        """Whether the token names a day, a month or a time of the day."""
        return self.kind == "word" and (self.lower.rstrip(".") in _load_calendar() or self.lower in _TIMES)

    @property
    def ends_speech(self) -> bool:
        """Whether the token is a quotation whose last words end with a sign, as whole utterances do."""
        return self.kind == "quote" and self.text.rstrip("\"'”’»“‘›")[-1:] in CLOSING_MARKS


@cache
def load_class(name: str) -> frozenset[str]:
    """The words of a closed class of `rules/grammar.toml`, lower case."""
    return frozenset(load_rules("grammar")[name])


@cache
def _load_calendar() -> frozenset[str]:
    return frozenset(load_rules("names")["calendar"])


@cache
def _load_abbreviations() -> frozenset[str]:
    return frozenset(load_rules("names")["short_titles"])


def find_tokens(text: str, span: Span, names: Sequence[Name], quotes: Sequence[Quote]) -> tuple[Token, ...]:
    """The tokens of `text[span]`; a name is one token, and so is a quotation of the outer level.

    >>> [t.text for t in find_tokens("Vale's mayor “left,” he said.", Span(0, 29), (), ())]
    ["Vale's", 'mayor', '“', 'left', ',', '”', 'he', 'said', '.']
    """
    blocks: dict[int, tuple[int, TokenKind]] = {n.start: (n.end, "name") for n in names}
    blocks.update({q.start: (q.end, "quote") for q in quotes if q.depth == 0})
    found: list[Token] = []
    position = span.start
    while match := _TOKEN.search(text, position, span.end):
        end, kind = blocks.get(match.start(), (match.end(), _tell_kind(match)))
        end = min(end, span.end)
        if kind == "word" and text[end : end + 1] == "." and _is_abbreviation(match.group()):
            end += 1
        piece = text[match.start() : end]
        found.append(Token(match.start(), end, piece, piece.lower().replace("’", "'"), kind))
        position = end
    return tuple(found)


def _tell_kind(match: re.Match[str]) -> TokenKind:
    if match.lastgroup == "number":
        return "number"
    return "punctuation" if match.lastgroup == "other" else "word"


def _is_abbreviation(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or word.lower() in _load_abbreviations())
