"""What models there are: those inside the package, and the spaCy pipelines that are installed beside it."""

import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, PackageNotFoundError, entry_points, metadata
from importlib.resources import files
from typing import Literal, NamedTuple

# The comparer is always the packaged one: no option of the command line names another.
Option = Literal["encoder", "pipeline", "comparer"]


class Model(NamedTuple):
    """A model and the `option` that can name it; `size` is in bytes, None where it is not ours to weigh."""

    name: str
    option: Option
    about: str
    licence: str
    size: int | None = None
    figures: tuple[str, ...] = ()


def list_models() -> tuple[Model, ...]:
    """The packaged models, the default of each option first, then the installed spaCy pipelines by name."""
    return (*_list_packaged(), *sorted(_list_installed()))


def _list_packaged() -> Iterator[Model]:
    folder = files("recension.models")
    for entry in tomllib.loads((folder / "catalogue.toml").read_text(encoding="utf-8"))["models"]:
        weights = [path for path in (folder / entry["folder"]).iterdir() if path.is_file()]
        size = sum(len(path.read_bytes()) for path in weights)
        yield Model(entry["name"], entry["option"], entry["about"], entry["licence"], size, tuple(entry["figures"]))


def _list_installed() -> Iterator[Model]:
    """The pipelines that their packages announce to spaCy."""
    for entry in entry_points(group="spacy_models"):
        try:
            about = metadata(entry.dist.name if entry.dist else entry.name)
        except PackageNotFoundError:
            continue
        yield Model(entry.name, "pipeline", _read(about, "Summary"), _read(about, "License") or "see its package")


def _read(about: PackageMetadata, field: str) -> str:
    """What a package says of itself, empty where it says nothing."""
    return next(iter(about.get_all(field, [])), "")
