"""The stemma: the likeliest derivation of a story's articles, with the lost originals that it needs."""

from collections.abc import Mapping, Sequence

import networkx as nx

from recension.records import Edge, Node, Stemma
from recension.stages.trace.links import Link, find_links
from recension.stages.trace.lost import find_lost
from recension.stages.trace.shares import divide_shares, find_further
from recension.stages.trace.witness import Witness

# The weight that the best parent must exceed: below, the article is held for an original. Relatives at the least
# kinship with an even direction weigh 0.33, with a sure one 0.5.
ORIGINAL = 0.35
_ROOT = "root"


def make_stemma(witness: Witness) -> Stemma:
    """The heaviest derivation of the articles, each with one main parent or none, then further parents."""
    lost = find_lost(witness)
    links = find_links(witness, lost)
    main = _select_main(witness, links)
    edges = divide_shares(witness, main, find_further(witness, links, main, lost), lost)
    return _make_records([a.id for a in witness.articles], edges, {x.id: x.label for x in lost})


def _select_main(witness: Witness, links: Sequence[Link]) -> dict[str, Link]:
    """The main parent of each article that has one: the maximum arborescence below a latent root."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node(_ROOT)
    for article in witness.articles:
        graph.add_edge(_ROOT, article.id, weight=ORIGINAL)
    for link in links:
        if not link.is_main:
            continue
        graph.add_edge(link.parent, link.child, weight=link.weight)
        if link.parent.startswith("lost-"):
            graph.add_edge(_ROOT, link.parent, weight=ORIGINAL)
    chosen = nx.maximum_spanning_arborescence(graph, attr="weight")
    return {link.child: link for link in links if chosen.has_edge(link.parent, link.child)}


def _make_records(articles: Sequence[str], links: Sequence[Link], labels: Mapping[str, str | None]) -> Stemma:
    """The stemma of the links; lost originals are numbered in the order of their first children."""
    first: dict[str, str] = {}
    for link in links:
        if link.parent in labels:
            first[link.parent] = min(first.get(link.parent, link.child), link.child)
    names = {old: f"lost-{i}" for i, old in enumerate(sorted(first, key=lambda x: (first[x], x)), 1)}
    nodes = [Node(a, "article") for a in articles]
    nodes += [Node(new, "lost", labels[old]) for old, new in names.items()]
    edges = [
        Edge(names.get(x.parent, x.parent), x.child, round(x.share, 3), round(x.confidence, 3), x.evidence)
        for x in links
    ]
    return Stemma(tuple(nodes), tuple(sorted(edges, key=lambda e: (e.child, -e.share, e.parent))))
