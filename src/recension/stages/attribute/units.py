"""Units of analysis: sentences, joined where a quotation runs over the end of one."""

from collections.abc import Sequence
from typing import NamedTuple

from recension.records import Span
from recension.text.quotes import Quote
from recension.text.sentences import find_paragraphs, find_sentences


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
    found: list[Unit] = []
    start: int | None = None
    paragraph = at = 0
    for sentence in find_sentences(text):
        while paragraph + 1 < len(paragraphs) and sentence.start >= paragraphs[paragraph].end:
            paragraph += 1
        start = sentence.start if start is None else start
        while at < len(outer) and outer[at].end <= sentence.end:
            at += 1
        runs_on = at < len(outer) and outer[at].start < sentence.end < outer[at].end
        if not runs_on:
            found.append(Unit(start, sentence.end, paragraph, not found or found[-1].paragraph != paragraph))
            start = None
    return tuple(found)
