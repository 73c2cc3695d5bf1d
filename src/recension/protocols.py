"""What a stage may ask for, by behaviour: any object with these methods will do."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from recension.records import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc


class Encoder(Protocol):
    """Turns sentences into vectors whose dot product is their similarity in meaning."""

    def encode(self, sentences: Sequence[str]) -> "NDArray[np.float32]":
        """One row of unit length a sentence: shape `(len(sentences), dimensions)`."""
        ...


class Progress(Protocol):
    """Hears how far the work has come."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """`stage` has finished `done` of `total` pieces."""
        ...


class Pipeline(Protocol):
    """Reads texts: what kind of word each is, on which it depends, what it names. Any spaCy pipeline is one."""

    def pipe(self, texts: Iterable[str]) -> "Iterator[Doc]":
        """A spaCy `Doc` a text, in order, with sentences and entities."""
        ...


class Clash(NamedTuple):
    """What of two sentences cannot both be true: a span of each, and how sure that is, 0..1."""

    left: Span
    right: Span
    score: float


class Comparison(NamedTuple):
    """How likely two sentences contradict each other, and say the same, 0..1; the spans that clash, surest first.

    `matches` pairs the words of both that stand for each other.
    """

    contradiction: float
    same: float
    clashes: tuple[Clash, ...] = ()
    matches: tuple[tuple[Span, Span], ...] = ()


class Comparer(Protocol):
    """Compares two sentences word by word."""

    def compare(self, left: str, right: str) -> Comparison:
        """What the sentences are to each other; spans count the characters of each."""
        ...
