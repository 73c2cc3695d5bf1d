"""The contextual encoder: sentence vectors by the packaged network; slower than the static one, and nearer to sense."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from recension.models.encodable import make_encodable
from recension.models.network import Network, load_network

if TYPE_CHECKING:
    from spacy.language import Language


# Of a sentence so much is read: the network has room for 512 pieces, and no sentence of a report is longer.
MOST_CHARACTERS, MOST_PIECES = 5_000, 400


class ContextualEncoder:
    """Sentence vectors of the packaged reader, 384 dimensions; they keep to those of all-MiniLM-L6-v2.

    Each sentence is read by itself. See `reader_minilm/CARD.md`.
    """

    def __init__(self, network: Network | None = None) -> None:
        self._network = network or load_network()

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """One row of unit length a sentence: shape `(len(sentences), 384)`; zero where there is no word."""
        rows = np.zeros((len(sentences), self._network.width), np.float32)
        for row, sentence in zip(rows, sentences, strict=True):
            words = self._cut(sentence)
            if words:
                window = self._network.cutter.cut(words, [True, *[False] * (len(words) - 1)])
                mean = self._network.find_meanings(window).mean(axis=0)
                row[:] = mean / np.linalg.norm(mean)
        return rows

    def _cut(self, sentence: str) -> list[str]:
        """The words of a sentence, as many as the network has room for."""
        words = [
            token.text
            for token in self._language.make_doc(make_encodable(sentence[:MOST_CHARACTERS]))
            if not token.is_space
        ]
        sizes = np.cumsum([len(pieces) for pieces in self._network.cutter.cut_words(words)])
        return words[: int(np.searchsorted(sizes, MOST_PIECES, "right"))]

    @cached_property
    def _language(self) -> "Language":
        import spacy

        return spacy.blank("en")
