"""A pipeline that remembers: what one stage has read of a story, another need not read again."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from recension.protocols import Pipeline

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Articles that are kept: those of a large story; 500 words take a megabyte, most of it the vectors in context.
MOST_KEPT = 300


class RememberingPipeline:
    """Reads by another pipeline, each text once as long as it is among the last `MOST_KEPT`."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._read: OrderedDict[str, Doc] = OrderedDict()

    def pipe(self, texts: Iterable[str]) -> "Iterator[Doc]":
        """A `Doc` a text, in order."""
        for text in texts:
            if text not in self._read:
                self._read[text] = next(self._pipeline.pipe([text]))
                while len(self._read) > MOST_KEPT:
                    self._read.popitem(last=False)
            yield self._read[text]
