"""The stemma for GraphViz, in the DOT language."""

from recension.records import Dossier
from recension.writers.labels import write_date
from recension.writers.stemma.arrows import THICKER, THINNEST
from recension.writers.stemma.graph import Derivation, Graph, Text, make_graphs
from recension.writers.visible import write_line

# Characters of a name or title in a box; a headline fits, a whole paragraph would make the drawing unreadable.
MOST_SHOWN = 80

HEAD = """\
digraph stemma {
  graph [rankdir=LR, fontname="Helvetica"];
  node [shape=box, fontname="Helvetica"];
  edge [fontname="Helvetica", fontsize=10];
"""


def render_dot(dossier: Dossier) -> str:
    """One digraph with a cluster for every story: lost originals dashed, further and weak sources by dashed arrows."""
    return HEAD + "".join(_write_cluster(n, graph) for n, graph in enumerate(make_graphs(dossier), 1)) + "}\n"


def quote(*lines: str) -> str:
    """A DOT string of these lines, in which nothing is markup.

    >>> print(quote('The "Ledger"', "A&B"))
    "The \\"Ledger\\"\\nA&amp;B"
    """
    # GraphViz resolves HTML entities in every label, so an ampersand of the text has to be one.
    plain = "\n".join(lines).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return '"' + plain.replace("\n", "\\n") + '"'


def _write_cluster(number: int, graph: Graph) -> str:
    rows = [_write_text(text) for text in graph.texts.values()] + [_write_edge(d) for d in graph.derivations]
    body = "".join(f"    {row};\n" for row in rows)
    return f"  subgraph cluster_{number} {{\n    label={quote(_cut(write_line(graph.story.title)))};\n{body}  }}\n"


def _write_text(text: Text) -> str:
    if text.article is None:
        return f"{quote(text.id)} [label={quote(_cut(text.name), 'lost original')}, style=dashed]"
    return f"{quote(text.id)} [label={quote(_cut(text.name), write_date(text.article.published))}]"


def _write_edge(derivation: Derivation) -> str:
    edge = derivation.edge
    label = quote(f"{edge.share:.0%}", f"confidence {edge.confidence:.2f}")
    width = f"{THINNEST + THICKER * edge.share:.2f}"
    style = "dashed" if derivation.dashed else "solid"
    reasons = quote(write_line("; ".join(edge.evidence)))
    return (
        f"{quote(derivation.parent)} -> {quote(derivation.child)} "
        f"[label={label}, penwidth={width}, style={style}, tooltip={reasons}]"
    )


def _cut(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
