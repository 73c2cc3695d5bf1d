"""The static encoder: one vector a token, averaged; fast enough for whole archives."""

from collections.abc import Sequence
from functools import cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from recension.models.encodable import make_encodable

if TYPE_CHECKING:
    from model2vec import StaticModel


class StaticEncoder:
    """Sentence vectors from model2vec's distillation of all-MiniLM-L6-v2, 256 dimensions.

    The model is read when the first sentence comes: a packaged one ("static_minilm", on which the thresholds of the
    stages were measured, or "static_tuned", which is nearer to the teacher; see their cards), or, from `folder`,
    another of model2vec's.
    """

    def __init__(self, folder: Path | None = None, packaged: str = "static_minilm") -> None:
        self._folder = folder
        self._packaged = packaged

    def encode(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """One row of unit length a sentence: shape `(len(sentences), dimensions)`; zero where no token is known."""
        if not sentences:
            return np.zeros((0, self._model.dim), dtype=np.float32)
        rows = np.asarray(self._model.encode([make_encodable(sentence) for sentence in sentences]), dtype=np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)

    @cached_property
    def _model(self) -> "StaticModel":
        from model2vec import StaticModel

        if self._folder:
            return StaticModel.from_pretrained(self._folder)
        # The library's own loading imports what it needs for model hubs, which takes longer than all the rest.
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        with as_file(files("recension.models") / self._packaged) as folder:
            vectors = load_file(folder / "model.safetensors")["embeddings"]
            return StaticModel(vectors, Tokenizer.from_file(str(folder / "tokenizer.json")), normalize=True)
