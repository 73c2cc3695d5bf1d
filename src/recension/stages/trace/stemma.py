"""The stemma: the likeliest derivation of a story's articles, with the lost originals that it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import networkx as nx

from recension.records import Edge, Node, Stemma
from recension.stages.trace.evidence import find_evidence, measure_direction
from recension.stages.trace.lost import HEAD_SHARE, Lost, find_lost
from recension.stages.trace.origins import is_same_outlet
from recension.stages.trace.witness import Witness

# Relation of two articles without any credit: below, independent reports of one event come in (see docs/4-trace.md).
LEAST_KINSHIP = 0.27
# With a credit a weaker relation is enough; one mention alone may be a single quotation.
LEAST_KINSHIP_MENTIONED = 0.25
LEAST_KINSHIP_CREDITED = 0.1
# Without a credit this part of the child must have a counterpart in the parent.
LEAST_COVERAGE = 0.3
# What an article must have from a parent to be held for derived at all: weight times probability of the direction.
ORIGINAL = 0.35
# A source that several articles name outweighs any but a near copy.
LOST_WEIGHT = 0.75
# How much of a relation's weight hangs on its direction: near relatives without a direction are still relatives.
DOUBT = 0.7
# A further parent must explain this much that the main one does not.
LEAST_SHARE = 0.15
LEAST_EXCLUSIVE = 0.08
# Below, the relative is the source of the other rather than its sibling.
LEAST_DIRECTION = 0.25
_ROOT = "root"


@dataclass(frozen=True)
class Link:
    """A possible edge between two nodes, named by their ids: its weight decides, the rest is shown.

    Only an edge that `is_main` may be an article's main one; any other needs one beside it.
    """

    parent: str
    child: str
    weight: float
    share: float
    confidence: float
    evidence: tuple[str, ...]
    is_main: bool = True


def make_stemma(witness: Witness) -> Stemma:
    """The heaviest derivation of the articles, each with one main parent or none, then further parents."""
    lost = find_lost(witness)
    links = [*_find_links(witness, lost), *_find_lost_links(witness, lost), *_find_sibling_links(witness, lost)]
    main = _select_main(witness, links)
    edges = _limit_shares([*main.values(), *_find_further(witness, links, main, lost)])
    labels = {x.id: x.label for x in lost}
    return _make_records([a.id for a in witness.articles], edges, labels)


def is_related(witness: Witness, a: int, b: int) -> bool:
    """Whether two articles share more than the event: by what they share, or by less where one credits the other."""
    return witness.kinship(a, b) >= min(_find_least(witness, a, b), _find_least(witness, b, a))


def _find_least(witness: Witness, parent: int, child: int) -> float:
    """The kinship that makes two articles relatives, given how the child credits the parent."""
    origins = witness.origins[child]
    if parent in origins.article_heads:
        return 0.0
    mentions = origins.articles.get(parent, 0)
    if mentions > 1:
        return LEAST_KINSHIP_CREDITED
    return LEAST_KINSHIP_MENTIONED if mentions else LEAST_KINSHIP


def _find_links(witness: Witness, lost: Sequence[Lost]) -> Iterator[Link]:
    """The edges between given articles that anything speaks for."""
    count = len(witness.articles)
    for parent in range(count):
        for child in range(count):
            if parent == child:
                continue
            if _can_derive(witness, parent, child, lost):
                yield _make_link(witness, parent, child)
            elif parent in witness.origins[child].articles:
                yield replace(_make_link(witness, parent, child), is_main=False)


def _can_derive(witness: Witness, parent: int, child: int, lost: Sequence[Lost]) -> bool:
    """Whether the two are related, and are not known to go back to one lost original side by side."""
    if not is_related(witness, parent, child):
        return False
    if parent in witness.origins[child].articles:
        return True
    siblings = any(parent in x.children and child in x.children for x in lost)
    return not siblings and witness.coverage(child, parent) >= LEAST_COVERAGE


def _make_link(witness: Witness, parent: int, child: int) -> Link:
    scores = find_evidence(witness, parent, child)
    direction = measure_direction(scores)
    kinship, share = witness.kinship(parent, child), witness.coverage(child, parent)
    if parent in witness.origins[child].article_heads:
        share, kinship = max(share, 0.5), max(kinship, LEAST_KINSHIP)
    return Link(
        witness.articles[parent].id,
        witness.articles[child].id,
        weight=_weigh(kinship) * (1 - DOUBT + DOUBT * direction),
        share=share,
        confidence=direction * min(1.0, 0.3 + 1.2 * kinship),
        evidence=(
            _say_shared(witness, parent, child),
            *(s.detail for s in sorted(scores, key=lambda s: -abs(s.value))),
        ),
    )


def _say_shared(witness: Witness, parent: int, child: int) -> str:
    found = witness.alignment(child, parent)
    order = " in the same order" if found.order >= 0.6 and len(found.pairs) > 2 else ""
    return f"{len(found.pairs)} shared passages with {witness.articles[parent].id}{order}"


def _weigh(kinship: float) -> float:
    """How much a relation counts, 0..1: half at the least that is taken for one, all where texts nearly agree."""
    return min(1.0, 0.5 * (kinship / LEAST_KINSHIP) ** 0.5)


def _find_lost_links(witness: Witness, lost: Sequence[Lost]) -> Iterator[Link]:
    for origin in lost:
        for child, (share, reason) in sorted(origin.children.items()):
            weight = max(share, LOST_WEIGHT) if len(origin.children) > 1 or share >= LOST_WEIGHT else share
            yield Link(origin.id, witness.articles[child].id, weight, share, min(0.9, 0.4 + share / 2), (reason,))


def _find_sibling_links(witness: Witness, lost: Sequence[Lost]) -> Iterator[Link]:
    """Lost originals for near relatives of their children, where nothing speaks for the child being the source."""
    for origin in lost:
        for sibling in sorted(m for m, (share, _) in origin.children.items() if share >= HEAD_SHARE):
            for child in range(len(witness.articles)):
                if child in origin.children or (kinship := witness.kinship(child, sibling)) < LEAST_KINSHIP:
                    continue
                direction = measure_direction(find_evidence(witness, sibling, child))
                if LEAST_DIRECTION <= direction < 0.5:
                    share = witness.coverage(child, sibling)
                    weight = _weigh(kinship) * (1 - DOUBT * direction)
                    reason = f"{_say_shared(witness, sibling, child)}, which credits {origin.label}"
                    yield Link(origin.id, witness.articles[child].id, weight, share, min(0.8, kinship), (reason,))


def _select_main(witness: Witness, links: list[Link]) -> dict[str, Link]:
    """The main parent of each article that has one: the maximum arborescence below a latent root."""
    graph: nx.DiGraph[str] = nx.DiGraph()
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


def _find_further(witness: Witness, links: list[Link], main: dict[str, Link], lost: Sequence[Lost]) -> Iterator[Link]:
    """Further parents: credited ones that explain a part of the article which no other parent does."""
    tree: nx.DiGraph[str] = nx.DiGraph([(link.parent, link.child) for link in main.values()])
    tree.add_nodes_from(a.id for a in witness.articles)
    number = {a.id: i for i, a in enumerate(witness.articles)}
    parents = {child: [link] for child, link in main.items()}
    for link in sorted(links, key=lambda x: (-x.weight, x.parent, x.child)):
        known = parents.get(link.child, [])
        if not known or link.parent in {k.parent for k in known}:
            continue
        if link.parent in tree and nx.has_path(tree, link.child, link.parent):
            continue
        beside = {m for k in known for m in _find_members(number, lost, k)} - {number[link.child]}
        share = _measure_own_share(witness, number, link, beside, lost)
        if share >= LEAST_SHARE:
            tree.add_edge(link.parent, link.child)
            parents[link.child].append(link)
            yield Link(link.parent, link.child, link.weight, share, link.confidence * 0.8, link.evidence)


def _find_members(number: dict[str, int], lost: Sequence[Lost], link: Link) -> set[int]:
    """The given articles that show what a parent holds: itself, or the children of a lost original."""
    if link.parent in number:
        return {number[link.parent]}
    return next(set(x.children) for x in lost if x.id == link.parent)


def _measure_own_share(
    witness: Witness, number: dict[str, int], link: Link, beside: set[int], lost: Sequence[Lost]
) -> float:
    """The part of the child that this parent explains and the known ones do not; nothing without a credit."""
    child = number[link.child]
    if link.parent not in number:
        return link.share if any(x.id == link.parent and child in x.children for x in lost) else 0.0
    parent = number[link.parent]
    outlet = witness.articles[parent].outlet or ""
    same_outlet = any(is_same_outlet(outlet, witness.articles[o].outlet or "") for o in beside)
    has_take = any(parent in x.take_of and child in x.children for x in lost)
    via = any(parent in witness.origins[o].articles for o in beside & witness.origins[child].articles.keys())
    if parent not in witness.origins[child].articles or via or same_outlet:
        return 0.0
    share = _measure_exclusive(witness, child, parent, sorted(beside))
    is_enough = parent in witness.origins[child].article_heads or share >= LEAST_EXCLUSIVE
    return max(share, LEAST_SHARE) if is_enough and not has_take else share


def _measure_exclusive(witness: Witness, child: int, parent: int, others: list[int]) -> float:
    """The part of the child's words in sentences that are clearly nearer to this parent than to the others."""
    own = witness.table.between(child, parent).max(axis=1)
    sizes = witness.table.sizes[witness.table.rows_of(child)]
    rest = own * 0
    for other in others:
        rest = rest.clip(witness.table.between(child, other).max(axis=1))
    return float(sizes[(own >= 0.4) & (own > rest + 0.05)].sum() / max(1, sizes.sum()))


def _limit_shares(links: Sequence[Link]) -> list[Link]:
    """The links with the shares of each child scaled down where they exceed the whole."""
    total: dict[str, float] = {}
    for link in links:
        total[link.child] = total.get(link.child, 0.0) + link.share
    return [replace(x, share=x.share / max(1.0, total[x.child])) for x in links]


def _make_records(articles: Sequence[str], links: Sequence[Link], labels: dict[str, str | None]) -> Stemma:
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
