"""The model of a name: a packaged one, an installed spaCy pipeline, or a folder on disk. Nothing is downloaded."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from recension.errors import SettingsError
from recension.models.catalogue import Option, list_models
from recension.models.contextual import ContextualEncoder
from recension.models.spacy_import import import_spacy
from recension.models.static import StaticEncoder
from recension.protocols import Encoder, Pipeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

# The static encoders of the package and their folders.
STATIC = {"static": "static_minilm", "tuned": "static_tuned"}
DEFAULT_ENCODER, DEFAULT_PIPELINE = "static", "reader"
# The libraries, and the formats under them, each raise errors of their own; what they say is told to the user.
_UNREADABLE = Exception


def load_encoder(name: str = DEFAULT_ENCODER) -> Encoder:
    """The encoder called `name`: "static", "tuned", "contextual", or a folder with a model of another library.

    The libraries are model2vec and sentence-transformers; the latter is an extra.

    Raises SettingsError where there is none, where it cannot be read, or where an extra is missing.
    """
    if name in STATIC:
        return StaticEncoder(packaged=STATIC[name])
    if name == "contextual":
        return ContextualEncoder()
    folder = Path(name)
    if not folder.is_dir():
        raise SettingsError(
            _explain(name, "encoder", "or name a folder with a model2vec or sentence-transformers model")
        )
    return _load_static(folder) if _is_static(folder) else _load_transformer(folder)


def load_pipeline(name: str = DEFAULT_PIPELINE, exclude: Collection[str] = ()) -> Pipeline:
    """The pipeline called `name`: "reader", an installed spaCy pipeline, or a folder with one.

    Components called as in `exclude` are not loaded. Raises SettingsError where there is none, where it cannot be read,
    or where it finds no entities.
    """
    import_spacy()
    if name == "reader":
        from recension.models.pipeline import make_pipeline

        return make_pipeline(exclude)
    import spacy

    try:
        pipeline = spacy.load(name, exclude=[*exclude])
    except OSError as error:
        raise SettingsError(
            _explain(name, "pipeline", f"or install the package of a spaCy pipeline, or name its folder ({error})")
        ) from error
    except _UNREADABLE as error:
        raise SettingsError(f"The pipeline '{name}' cannot be read by spaCy: {error}") from error
    if not set(pipeline.pipe_names) & {"ner", "entity_ruler", "recension_reader"}:
        raise SettingsError(f"The pipeline '{name}' finds no entities: name one with the component 'ner'.")
    return pipeline


def _explain(name: str, option: Option, otherwise: str) -> str:
    there = ", ".join(model.name for model in list_models() if model.option == option)
    return f"No {option} '{name}'. Available: {there}; {otherwise}."


def _is_static(folder: Path) -> bool:
    """Whether the folder holds a model of model2vec."""
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(config, dict) and config.get("model_type") == "model2vec"


def _load_static(folder: Path) -> Encoder:
    """The encoder in a folder, its model read now: what is wrong with it is told before the work."""
    encoder = StaticEncoder(folder)
    try:
        encoder.encode(["One."])
    except _UNREADABLE as error:
        raise SettingsError(f"{folder} holds no model that model2vec can read: {error}") from error
    return encoder


def _load_transformer(folder: Path) -> Encoder:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise SettingsError(
            f"The encoder in {folder} needs sentence-transformers: install recension[transformers]."
        ) from error
    try:
        return _TransformerEncoder(SentenceTransformer(str(folder), local_files_only=True))
    except _UNREADABLE as error:
        raise SettingsError(f"{folder} holds no model that sentence-transformers can read: {error}") from error


class _TransformerEncoder:
    """A sentence-transformers model as an Encoder."""

    def __init__(self, model: "SentenceTransformer") -> None:
        self._model = model

    def encode(self, sentences: "Sequence[str]") -> "NDArray[np.float32]":
        """One row of unit length a sentence."""
        rows = self._model.encode(list(sentences), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32)
