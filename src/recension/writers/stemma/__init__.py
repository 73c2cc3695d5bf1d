"""The stemma drawn on the page, and the formats in which other programs take it, by the suffix of the file."""

from collections.abc import Callable

from recension.records import Dossier
from recension.writers.stemma.dot import render_dot
from recension.writers.stemma.graphml import render_graphml
from recension.writers.stemma.newick import find_left_out, render_newick
from recension.writers.stemma.prov import render_prov

STEMMA_WRITERS: dict[str, Callable[[Dossier], str]] = {
    ".dot": render_dot,
    ".gv": render_dot,
    ".graphml": render_graphml,
    ".jsonld": render_prov,
    ".newick": render_newick,
    ".nwk": render_newick,
}

__all__ = ["STEMMA_WRITERS", "find_left_out", "render_dot", "render_graphml", "render_newick", "render_prov"]
