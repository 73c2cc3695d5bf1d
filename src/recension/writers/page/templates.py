"""The page's templates, styles and script, which lie beside this module."""

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template

from recension.writers.visible import make_visible


def load_part(name: str) -> str:
    """The text of the file `name` of the page."""
    return (files(__package__) / name).read_text(encoding="utf-8")


def load_template(name: str) -> Template:
    """The template `name`, in which every value is escaped and made visible when it is written."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(load_part),
        autoescape=True,
        finalize=_finish,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _finish(value: Any) -> Any:
    """Markup comes from our own templates; any other text may come from an article."""
    return make_visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
