"""What a stage may ask for, by behaviour: any object with these methods will do."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

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
