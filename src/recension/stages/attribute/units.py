"""Units of analysis: sentences, joined where a quotation runs over the end of one, or is followed by who said it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from recension.records import Span
from recension.stages.attribute.cues import load_cues
from recension.stages.attribute.tokens import load_class
from recension.text.quotes import Quote
from recension.text.sentences import find_paragraphs, find_sentences

_PIECE = re.compile(r"[^\W\d_](?:[\w-]|['’.](?=\w))*|\S")
# "— Ana Ruiz, mayor of Vale" in a line of its own or behind a quotation.
_SIGNATURE = re.compile(
    r"[-—–―]+\s*[^\W\d_a-z][\w.'’-]*(?: (?:[^\W\d_a-z][\w.'’-]*|de|van|von|of|the)){0,4}(?:,.{1,80})?\s*"
)
# How many words and signs may stand before the verb of "…?” Ana Ruiz, the mayor of Vale, asked."
_TAG = 16
# Verbs behind which comes the one who is told rather than an end or an adjunct.
_ADDRESSED = frozenset({"told", "tells"})
_ENDS = frozenset(("", *",.;?!…—–-"))


class Unit(NamedTuple):
    """A sentence, or several that one quotation joins; `paragraph` counts from 0, `opens` tells its first unit."""

    start: int
    end: int
    paragraph: int
    opens: bool

    @property
    def span(self) -> Span:
        """Where in the text the unit stands."""
        return Span(self.start, self.end)


def find_units(text: str, quotes: Sequence[Quote]) -> tuple[Unit, ...]:
    """The units of `text` in order.

    >>> from recension.text.quotes import find_quotes
    >>> text = 'Ruiz left. "It is late. Go," she said. Nobody did.'
    >>> [u.span.of(text) for u in find_units(text, find_quotes(text))]
    ['Ruiz left.', '"It is late. Go," she said.', 'Nobody did.']
    """
    paragraphs = find_paragraphs(text)
    outer = [q for q in quotes if q.depth == 0]
    ends = {q.end for q in outer if q.closed}
    found: list[Unit] = []
    start: int | None = None
    paragraph = at = 0
    sentences = find_sentences(text)
    for sentence, following in pairwise((*sentences, Span(len(text), len(text)))):
        while paragraph + 1 < len(paragraphs) and sentence.start >= paragraphs[paragraph].end:
            paragraph += 1
        start = sentence.start if start is None else start
        while at < len(outer) and outer[at].end <= sentence.end:
            at += 1
        runs_on = at < len(outer) and outer[at].start < sentence.end < outer[at].end
        if not (runs_on or (sentence.end in ends and _names_speaker(text, following, paragraphs[paragraph]))):
            found.append(Unit(start, sentence.end, paragraph, not found or found[-1].paragraph != paragraph))
            start = None
    return tuple(found)


def _names_speaker(text: str, sentence: Span, paragraph: Span) -> bool:
    """Whether a sentence behind a quotation says nothing but whose it was."""
    if _SIGNATURE.fullmatch(text, *sentence):
        return True
    return sentence.start < paragraph.end and _is_tag(text, sentence)


def _is_tag(text: str, sentence: Span) -> bool:
    """Whether a sentence behind a quotation only tells who said it: "Ruiz asked on Monday."."""
    pieces = [m.group() for _, m in zip(range(_TAG + 2), _PIECE.finditer(text, *sentence), strict=False)]
    for at, piece in enumerate(pieces[:_TAG]):
        lower = piece.lower()
        if piece in load_class("auxiliaries") or piece in load_class("subordinators") or piece in '"“‘;:(':
            return False
        if _reports(lower):
            following = pieces[at + 1].lower() if at + 1 < len(pieces) else ""
            is_question = lower in {"asked", "asks"} and "?" in text[max(0, sentence.start - 4) : sentence.start]
            return lower in _ADDRESSED or is_question or following in _ENDS or _begins_adjunct(following)
    return False


def _reports(word: str) -> bool:
    return any(c.form in {"past", "s"} and c.groups & {"parenthetical", "inserted"} for c in load_cues().get(word, ()))


def _begins_adjunct(word: str) -> bool:
    is_linked = word in load_class("prepositions") or word in {"when", "while", "during"}
    return is_linked or word in load_class("adverbs") or word.endswith(("ly", "day", "ing"))
