"""Units of analysis and their tokens: sentences joined where a quotation runs over their end."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from recension.records import Span
from recension.text.names import Name
from recension.text.quotes import Quote
from recension.text.sentences import find_paragraphs, find_sentences

TokenKind = Literal["word", "name", "number", "quote", "punctuation"]

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)*)|(?P<owner>['’]s\b)"
    r"|(?P<word>[^\W\d_](?:[^\W_]|['’](?=[^\W\d_])|-(?=[^\W_])|\.(?=[^\W\d_]\.?))*)|(?P<other>[^\s])"
)
_ABBREVIATION = re.compile(
    r"(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Gov|Rep|Rev|St|Jr|Sr|Supt|Insp|Cmdr|Adm|No)$"
)


class Token(NamedTuple):
    """A word, name, number, sign or whole quotation of a text."""

    start: int
    end: int
    text: str
    lower: str
    kind: TokenKind

    @property
    def is_capital(self) -> bool:
        """Whether the token is written with a capital."""
        return self.text[0].isupper()


class Unit(NamedTuple):
    """A sentence, or several that one quotation joins; `paragraph` counts from 0, `opens` its first unit."""

    start: int
    end: int
    paragraph: int
    opens: bool

    @property
    def span(self) -> Span:
        """Where in the text the unit stands."""
        return Span(self.start, self.end)


def find_units(text: str, quotes: Sequence[Quote]) -> tuple[Unit, ...]:
    """The units of `text` in order: sentences, joined where an outer quotation runs over the end of one."""
    paragraphs = find_paragraphs(text)
    outer = [q for q in quotes if q.depth == 0]
    found: list[Unit] = []
    start, paragraph, at = None, 0, 0
    for sentence in find_sentences(text):
        while paragraph < len(paragraphs) - 1 and sentence.start >= paragraphs[paragraph].end:
            paragraph += 1
        while at < len(outer) and outer[at].end <= sentence.end:
            at += 1
        start = sentence.start if start is None else start
        inside = at < len(outer) and outer[at].start < sentence.end
        if not inside:
            opens = not found or found[-1].paragraph != paragraph
            found.append(Unit(start, sentence.end, paragraph, opens))
            start = None
    if start is not None:
        found.append(Unit(start, len(text.rstrip()), paragraph, False))
    return tuple(found)


def find_tokens(text: str, span: Span, names: Sequence[Name], quotes: Sequence[Quote]) -> tuple[Token, ...]:
    """The tokens of `text[span]`; a name is one token, and so is a quotation of the outer level."""
    blocks: dict[int, tuple[int, TokenKind]] = {n.start: (n.end, "name") for n in names}
    blocks.update({q.start: (q.end, "quote") for q in quotes if q.depth == 0})
    found: list[Token] = []
    position = span.start
    while match := _TOKEN.search(text, position, span.end):
        end, kind = blocks.get(match.start(), (match.end(), _tell_kind(match)))
        end = min(end, span.end)
        if kind == "word" and text[end : end + 1] == "." and _ABBREVIATION.match(match.group()):
            end += 1
        piece = text[match.start() : end]
        found.append(Token(match.start(), end, piece, piece.lower().replace("’", "'"), kind))
        position = end
    return tuple(found)


def _tell_kind(match: re.Match[str]) -> TokenKind:
    if match.lastgroup == "number":
        return "number"
    return "punctuation" if match.lastgroup == "other" else "word"
