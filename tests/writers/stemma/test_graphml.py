"""The stemma in GraphML, read back by networkx and by an XML parser."""

from dataclasses import replace
from xml.etree import ElementTree

import networkx
from hypothesis import given
from hypothesis import strategies as st

from recension.records import Article, Dossier, Edge, Generator, Node, Stemma, Story
from recension.writers.stemma.graphml import render_graphml


def test_networkx_reads_it_back(dossier: Dossier) -> None:
    """A directed graph with the texts as nodes and the derivations as edges, each with what is known of it."""
    graph = networkx.parse_graphml(render_graphml(dossier))
    assert graph.is_directed()
    assert len(graph) == 7
    assert graph.nodes["s1/lost-1"] == {
        "label": "Meridian Wire",
        "kind": "lost",
        "story": "s1",
        "story_title": "Fire destroys the paper mill at Vale",
        "line": "l1",
        "outlet": "Meridian Wire",
    }
    assert graph.nodes["a02"]["published"] == "2026-03-04"
    assert graph.edges["a03", "a04"] == {
        "kind": "further",
        "share": 0.3,
        "confidence": 0.45,
        "evidence": "credits Vale Observer; 1 paraphrased sentence",
    }


def test_what_is_not_known_has_no_attribute(dossier: Dossier) -> None:
    """An article without outlet and date has neither, rather than an empty one."""
    node = networkx.parse_graphml(render_graphml(dossier)).nodes["a05"]
    assert "outlet" not in node
    assert "published" not in node


def test_no_story_is_an_empty_graph(dossier: Dossier) -> None:
    """A document without a node, which readers take."""
    assert len(networkx.parse_graphml(render_graphml(replace(dossier, articles=(), stories=())))) == 0


@given(st.text(), st.text())
def test_any_name_makes_well_formed_xml(outlet: str, evidence: str) -> None:
    """Controls, lone surrogates and characters that XML has no place for, too."""
    nodes = (Node("lost-1", "lost", outlet), Node("a", "article"))
    stemma = Stemma(nodes, (Edge("lost-1", "a", 0.5, 0.5, (evidence,)),))
    article = Article("a", outlet, "Rain.", outlet, outlet)
    story = Story("s1", outlet, ("a",), stemma=stemma)
    document = render_graphml(Dossier(Generator("recension", "0"), (article,), (story,)))
    assert len(list(ElementTree.fromstring(document.encode("utf-8")).iter())) > 10
