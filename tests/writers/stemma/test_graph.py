"""The graphs that all exports write: every text once, every derivation, one of them the main of each text."""

from dataclasses import replace

from recension.records import Dossier, Line, Node, Stemma
from recension.writers.stemma.graph import make_graphs


def test_a_graph_has_every_text_and_derivation(dossier: Dossier) -> None:
    """The shared story alone, with its lost original, its line and the second source of one article."""
    (graph,) = make_graphs(dossier)
    assert list(graph.texts) == ["lost-1", "a01", "a02", "a03", "a04", "a05", "a06"]
    lost = graph.texts["lost-1"]
    assert (lost.id, lost.name, lost.article, lost.line) == ("s1/lost-1", "Meridian Wire", None, "l1")
    assert [(d.parent, d.child) for d in graph.derivations if not d.main] == [("a03", "a04")]


def test_second_and_weak_sources_are_dashed(dossier: Dossier) -> None:
    """A second source is dashed however sure it is, a main one where the confidence is low."""
    story = dossier.stories[0]
    edges = tuple(replace(edge, confidence=0.9) if edge.parent == "a03" else edge for edge in story.stemma.edges)
    sure = replace(story, stemma=replace(story.stemma, edges=edges))
    (graph,) = make_graphs(replace(dossier, stories=(sure,)))
    assert [(d.parent, d.child) for d in graph.derivations if d.dashed] == [("a03", "a04"), ("a01", "a06")]


def test_lost_originals_of_two_stories_stay_apart(dossier: Dossier) -> None:
    """Both are `lost-1` in their story; without a name they are unnamed sources."""
    lost = Stemma((Node("lost-1", "lost"),))
    stories = tuple(replace(dossier.stories[0], id=i, stemma=lost, lines=()) for i in ("s1", "s2"))
    graphs = make_graphs(replace(dossier, stories=stories))
    assert [graph.texts["lost-1"].id for graph in graphs] == ["s1/lost-1", "s2/lost-1"]
    assert {graph.texts["lost-1"].name for graph in graphs} == {"an unnamed source"}


def test_articles_without_a_trace_are_there(dossier: Dossier) -> None:
    """An article that is missing from the stemma, and an edge to one that is not there, do no harm."""
    story = dossier.stories[0]
    bare = replace(story, stemma=replace(story.stemma, nodes=()), lines=(Line("l1", ("a01",), "a01"),))
    (graph,) = make_graphs(replace(dossier, stories=(bare,)))
    assert tuple(graph.texts) == story.article_ids
    assert "lost-1" not in {d.parent for d in graph.derivations}
