"""The static encoder: one vector a token, averaged; fast enough for whole archives."""

from collections.abc import Sequence
from functools import cached_property
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from model2vec import StaticModel


class StaticEncoder:
    """Sentence vectors from model2vec's distillation of all-MiniLM-L6-v2, 256 dimensions.

    The model is read from the package when the first sentence comes. See `static_minilm/CARD.md`.
    """

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """One row of unit length a sentence: shape `(len(sentences), 256)`; zero where no token is known."""
        if not sentences:
            return np.zeros((0, 256), dtype=np.float32)
        return np.asarray(self._model.encode(list(sentences)), dtype=np.float32)

    @cached_property
    def _model(self) -> "StaticModel":
        from model2vec import StaticModel

        with as_file(files("recension.models") / "static_minilm") as folder:
            return StaticModel.from_pretrained(folder)
