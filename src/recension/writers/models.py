"""The models as tables for the terminal."""

from collections.abc import Iterable
from itertools import groupby

from rich.console import Console
from rich.table import Table

from recension.models import Model
from recension.models.catalogue import Option
from recension.writers.terminal import escape

# What stands above the models of a kind, in the order in which the kinds are printed.
_TITLES: dict[Option, str] = {
    "encoder": "--encoder NAME",
    "pipeline": "--pipeline NAME",
    "comparer": "always at work, named by no option",
}


def print_models(models: Iterable[Model], *, color: bool = True) -> None:
    """Prints the models by the option that names them, the default of each first, then those that none names."""
    console = Console(no_color=not color, highlight=False)
    ordered = sorted(models, key=lambda model: list(_TITLES).index(model.option))
    for option, group in groupby(ordered, key=lambda model: model.option):
        table = Table(title=_TITLES[option], title_justify="left", title_style="bold", box=None, pad_edge=False)
        table.add_column("name", style="bold", no_wrap=True)
        table.add_column("what it does, and how well", ratio=1)
        table.add_column("size", justify="right", no_wrap=True)
        table.add_column("licence", no_wrap=True)
        for model in group:
            size = f"{model.size / 1e6:.0f} MB" if model.size else ""
            about = "\n".join(escape(line) for line in (model.about, *model.figures))
            table.add_row(escape(model.name), about, size, escape(model.licence))
        console.print(table)
        console.print()
