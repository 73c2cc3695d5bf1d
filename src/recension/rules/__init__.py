"""Cases as data: each `*.toml` here holds one kind of wording, every entry with an example in and out."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_rules(name: str) -> dict[str, Any]:
    """The parsed content of `rules/<name>.toml`.

    Raises FileNotFoundError for a name that is not in the package.
    """
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
