"""The models inside the package, and those that a user names instead; `training/` holds the script of each.

`load_encoder` and `load_pipeline` give the model of a name, `list_models` tells which names there are.
"""

from recension.models.catalogue import Model, list_models
from recension.models.choice import DEFAULT_ENCODER, DEFAULT_PIPELINE, load_encoder, load_pipeline
from recension.models.contextual import ContextualEncoder
from recension.models.contradiction import load_comparer
from recension.models.static import StaticEncoder

__all__ = [
    "DEFAULT_ENCODER",
    "DEFAULT_PIPELINE",
    "ContextualEncoder",
    "Model",
    "StaticEncoder",
    "list_models",
    "load_comparer",
    "load_encoder",
    "load_pipeline",
]
