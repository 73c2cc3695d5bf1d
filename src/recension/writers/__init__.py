"""The documents that a dossier can become, by the name of the option that asks for them."""

from collections.abc import Callable

from recension.records import Dossier
from recension.writers.annotations import render_annotations
from recension.writers.csv import render_csv
from recension.writers.html import render_html
from recension.writers.json import render_json
from recension.writers.markdown import render_markdown
from recension.writers.tei import render_tei

WRITERS: dict[str, Callable[[Dossier], str]] = {
    "html": render_html,
    "json": render_json,
    "markdown": render_markdown,
    "csv": render_csv,
    "tei": render_tei,
    "annotations": render_annotations,
}

__all__ = [
    "WRITERS", "render_annotations", "render_csv", "render_html", "render_json", "render_markdown", "render_tei",
]  # fmt: skip
