"""The models inside the package; `training/` holds the script that makes each of them."""

from recension.models.static import StaticEncoder

__all__ = ["StaticEncoder"]
