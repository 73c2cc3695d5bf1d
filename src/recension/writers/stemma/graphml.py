"""The stemma as GraphML, for Gephi, Cytoscape, yEd, igraph and networkx."""

from io import BytesIO
from typing import TYPE_CHECKING

from recension.records import Dossier, Story
from recension.writers.stemma.graph import Derivation, Text, make_graphs
from recension.writers.visible import write_line

if TYPE_CHECKING:
    from networkx import DiGraph


def render_graphml(dossier: Dossier) -> str:
    """One directed graph of all stories, from source to derived text; what is not known has no attribute."""
    import networkx

    graph: DiGraph[str] = networkx.DiGraph()
    for one in make_graphs(dossier):
        for text in one.texts.values():
            graph.add_node(text.id, **_describe_text(text, one.story))
        for derivation in one.derivations:
            graph.add_edge(derivation.parent, derivation.child, **_describe(derivation))
    document = BytesIO()
    networkx.write_graphml_xml(graph, document, prettyprint=True, named_key_ids=True)
    return document.getvalue().decode("utf-8")


def _describe_text(text: Text, story: Story) -> dict[str, str]:
    article = text.article
    known = {
        "label": text.name,
        "kind": "article" if article else "lost",
        "story": story.id,
        "story_title": story.title,
        "line": text.line,
        "outlet": text.outlet,
        "title": article and article.title,
        "published": article and article.published and article.published.isoformat(),
        "uri": article and article.uri,
    }
    return {name: write_line(value) for name, value in known.items() if value}


def _describe(derivation: Derivation) -> dict[str, str | float]:
    edge = derivation.edge
    return {
        "kind": "main" if derivation.main else "further",
        "share": edge.share,
        "confidence": edge.confidence,
        "evidence": write_line("; ".join(edge.evidence)),
    }
