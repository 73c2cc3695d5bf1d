"""Evidence as a reader sees it: the sentence around a reading, and a text with its passages marked."""

from bisect import insort
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from recension.records import Span
from recension.text.sentences import find_sentences

# Characters shown on either side of a reading in a sentence longer than that: about two lines of a column.
MOST_AROUND = 160


class Excerpt(NamedTuple):
    """A reading in its sentence; `before` and `after` begin or end with an ellipsis where they are cut."""

    before: str
    words: str
    after: str


def find_excerpt(text: str, span: Span) -> Excerpt:
    """The sentence, or sentences, that `span` stands in, shortened to what is next to it.

    >>> find_excerpt("It rained. Two were hurt at the mill. Then it stopped.", Span(11, 14))
    Excerpt(before='', words='Two', after=' were hurt at the mill.')
    """
    around = [sentence for sentence in find_sentences(text) if sentence.overlaps(span)]
    start = min([span.start, *(sentence.start for sentence in around)])
    end = max([span.end, *(sentence.end for sentence in around)])
    before, after = text[start : span.start], text[span.end : end]
    if len(before) > MOST_AROUND:
        before = "… " + before[-MOST_AROUND:].partition(" ")[2]
    if len(after) > MOST_AROUND:
        after = after[:MOST_AROUND].rpartition(" ")[0] + " …"
    return Excerpt(before, span.of(text), after)


class Mark(NamedTuple):
    """A passage to be marked in a text: `anchor` is its id on the page, `target` the id of what rests on it.

    For a repair `was` holds what stood there, in runs, each with whether the repair took it out.
    """

    start: int
    end: int
    kind: str
    anchor: str = ""
    target: str = ""
    note: str = ""
    was: tuple[tuple[str, bool], ...] = ()


class Piece(NamedTuple):
    """A step in writing a marked text: plain words, or the begin or end of a mark.

    A mark that crosses another is written in parts; `whole` tells its first part (at "open") and its last (at
    "close"), so that the page gives an anchor or a note once.
    """

    kind: Literal["text", "open", "close"]
    text: str = ""
    mark: Mark | None = None
    whole: bool = True


def make_pieces(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The words of `text` in `span` with its marks, nested as HTML needs it.

    >>> [p.text or p.kind for p in make_pieces("a fire at Vale", Span(0, 14), [Mark(2, 6, "agree")])]
    ['a ', 'open', 'fire', 'close', ' at Vale']
    """
    return tuple(piece for piece in _nest(text, span, marks) if piece.kind != "text" or piece.text)


class _Part(NamedTuple):
    start: int
    length: int  # negative, so that of two marks that begin together the longer is the outer one
    order: int
    mark: Mark

    @property
    def end(self) -> int:
        return self.start - self.length


def _nest(text: str, span: Span, marks: Iterable[Mark]) -> Iterator[Piece]:
    waiting = sorted(_clip(mark, span, order) for order, mark in enumerate(marks) if _touches(mark, span))
    inside: list[_Part] = []
    at = span.start
    while waiting or inside:
        if inside and (not waiting or waiting[0].start >= inside[-1].end):
            part = inside.pop()
            yield Piece("text", text[at : part.end])
            yield Piece("close", mark=part.mark, whole=part.end == part.mark.end)
            at = part.end
            continue
        part = waiting.pop(0)
        if inside and part.end > inside[-1].end:
            border = inside[-1].end
            insort(waiting, part._replace(start=border, length=border - part.end))
            part = part._replace(length=part.start - border)
        yield Piece("text", text[at : part.start])
        yield Piece("open", mark=part.mark, whole=part.start == part.mark.start)
        at = part.start
        inside.append(part)
    yield Piece("text", text[at : span.end])


def _touches(mark: Mark, span: Span) -> bool:
    if mark.start == mark.end:
        return span.start <= mark.start <= span.end
    return span.overlaps(Span(mark.start, mark.end))


def _clip(mark: Mark, span: Span, order: int) -> _Part:
    start, end = max(mark.start, span.start), min(mark.end, span.end)
    return _Part(start, start - end, order, mark)
