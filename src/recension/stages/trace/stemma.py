"""The stemma: the likeliest derivation of a story's articles, with the lost originals that it needs."""

from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from recension.records import Edge, Node, Stemma
from recension.stages.trace.evidence import Witness, find_evidence, measure_direction
from recension.stages.trace.lost import Lost, find_lost

# Relation of two articles without any credit: below, independent reports of one event come in (see docs/4-trace.md).
LEAST_KINSHIP = 0.045
# With a credit a weaker relation is enough.
LEAST_KINSHIP_CREDITED = 0.02
# What it takes to hold an article for derived at all: the part of it that a parent must explain.
ORIGINAL = 0.2
# A further parent must explain this much that the main one does not.
LEAST_SHARE = 0.15
# A dateline or byline that names an absent outlet stands for the whole report.
HEADING_WEIGHT = 0.9
_ROOT = "root"


@dataclass(frozen=True)
class Link:
    """A possible edge between two nodes, named by their ids: its weight decides, the rest is shown."""

    parent: str
    child: str
    weight: float
    share: float
    confidence: float
    evidence: tuple[str, ...]


def make_stemma(witness: Witness) -> Stemma:
    """The heaviest derivation of the articles, each with one main parent or none, then further parents."""
    lost = find_lost(witness, LEAST_KINSHIP)
    links = [*_find_links(witness), *_find_lost_links(witness, lost)]
    main = _select_main(witness, links)
    edges = [*main.values(), *_find_further(witness, links, main)]
    used = {e.parent for e in edges}
    nodes = [Node(a.id, "article") for a in witness.articles]
    nodes += [Node(x.id, "lost", x.label) for x in lost if x.id in used]
    made = [Edge(e.parent, e.child, round(e.share, 3), round(e.confidence, 3), e.evidence) for e in edges]
    return _number_lost(Stemma(tuple(nodes), tuple(sorted(made, key=lambda e: (e.child, -e.share, e.parent)))))


def _find_links(witness: Witness) -> Iterator[Link]:
    """The edges between given articles that anything speaks for."""
    count = len(witness.articles)
    for parent in range(count):
        for child in range(count):
            if parent != child and is_related(witness, parent, child):
                yield _make_link(witness, parent, child)


def is_related(witness: Witness, a: int, b: int) -> bool:
    """Whether two articles share more than the event: by what they share, or by less where one credits the other."""
    kinship = witness.kinship(a, b)
    credited = a in witness.origins[b].articles or b in witness.origins[a].articles
    heading = a in witness.origins[b].heading_articles or b in witness.origins[a].heading_articles
    return heading or kinship >= (LEAST_KINSHIP_CREDITED if credited else LEAST_KINSHIP)


def _make_link(witness: Witness, parent: int, child: int) -> Link:
    scores = find_evidence(witness, parent, child)
    direction = measure_direction(scores)
    share = witness.coverage(child, parent)
    if parent in witness.origins[child].heading_articles:
        share = max(share, 0.5)
    elif parent in witness.origins[child].articles:
        share = max(share, LEAST_SHARE + 0.1)
    found = witness.alignment(child, parent)
    shared = f"{len(found.pairs)} shared passages with {witness.articles[parent].id}"
    if found.order >= 0.6:
        shared += " in the same order"
    return Link(
        witness.articles[parent].id,
        witness.articles[child].id,
        weight=share * direction,
        share=share,
        confidence=direction * min(1.0, 0.4 + 4 * witness.kinship(parent, child)),
        evidence=(shared, *(s.detail for s in sorted(scores, key=lambda s: -abs(s.value)))),
    )


def _find_lost_links(witness: Witness, lost: tuple[Lost, ...]) -> Iterator[Link]:
    for origin in lost:
        for child, (share, reason) in sorted(origin.children.items()):
            yield Link(origin.id, witness.articles[child].id, share, share, min(0.9, 0.4 + share / 2), (reason,))


def _select_main(witness: Witness, links: list[Link]) -> dict[str, Link]:
    """The main parent of each article that has one: the maximum arborescence below a latent root."""
    graph = nx.DiGraph()
    for article in witness.articles:
        graph.add_edge(_ROOT, article.id, weight=ORIGINAL)
    for link in links:
        graph.add_edge(link.parent, link.child, weight=link.weight)
        if link.parent.startswith("lost-"):
            graph.add_edge(_ROOT, link.parent, weight=ORIGINAL)
    chosen = nx.maximum_spanning_arborescence(graph, attr="weight")
    return {link.child: link for link in links if chosen.has_edge(link.parent, link.child)}


def _find_further(witness: Witness, links: list[Link], main: dict[str, Link]) -> Iterator[Link]:
    """Further parents: credited ones and such as explain a part of the article that no other parent does."""
    tree = nx.DiGraph([(link.parent, link.child) for link in main.values()])
    tree.add_nodes_from(a.id for a in witness.articles)
    number = {a.id: i for i, a in enumerate(witness.articles)}
    parents = {child: [link] for child, link in main.items()}
    for link in sorted(links, key=lambda x: (-x.weight, x.parent, x.child)):
        known = parents.get(link.child, [])
        if not known or link.parent in {k.parent for k in known}:
            continue
        if link.parent in tree and link.child in tree and nx.has_path(tree, link.child, link.parent):
            continue
        share = _measure_own_share(witness, number, link, known)
        if share >= LEAST_SHARE:
            tree.add_edge(link.parent, link.child)
            parents[link.child].append(link)
            yield Link(link.parent, link.child, link.weight, share, link.confidence * 0.8, link.evidence)


def _measure_own_share(witness: Witness, number: dict[str, int], link: Link, known: list[Link]) -> float:
    """The part of the child that this parent explains and no known parent does."""
    child = number[link.child]
    if link.parent.startswith("lost-"):
        return link.share if link.evidence and not any(k.parent.startswith("lost-") for k in known) else 0.0
    parent = number[link.parent]
    others = [number[k.parent] for k in known if k.parent in number]
    credited = parent in witness.origins[child].articles
    via = any(parent in witness.origins[other].articles for other in others)
    if not credited or via:
        return 0.0
    return max(_measure_exclusive(witness, child, parent, others), LEAST_SHARE)


def _measure_exclusive(witness: Witness, child: int, parent: int, others: list[int]) -> float:
    """The part of the child's words in sentences that are clearly nearer to this parent than to the others."""
    own = witness.table.between(child, parent).max(axis=1)
    sizes = witness.table.sizes[witness.table.rows_of(child)]
    rest = own * 0
    for other in others:
        rest = rest.clip(witness.table.between(child, other).max(axis=1))
    return float(sizes[(own >= 0.4) & (own > rest + 0.05)].sum() / max(1, sizes.sum()))


def _number_lost(stemma: Stemma) -> Stemma:
    """The same stemma with its lost originals numbered lost-1, lost-2, … in the order of their children."""
    first: dict[str, str] = {}
    for edge in stemma.edges:
        if edge.parent.startswith("lost-"):
            first[edge.parent] = min(first.get(edge.parent, edge.child), edge.child)
    order = sorted(first, key=lambda x: (first[x], x))
    names = {old: f"lost-{i}" for i, old in enumerate(order, 1)}
    lost = sorted((Node(names[n.id], "lost", n.label) for n in stemma.nodes if n.kind == "lost"), key=lambda n: n.id)
    edges = [Edge(names.get(e.parent, e.parent), e.child, e.share, e.confidence, e.evidence) for e in stemma.edges]
    return Stemma((*(n for n in stemma.nodes if n.kind == "article"), *lost), tuple(edges))
