"""A stemma put in order: what mainly derives from what, and how deep each text stands."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recension.records import Edge, Node, Stemma, Story


class Tree(NamedTuple):
    """A stemma put in order: nodes with parents before children, each with its main parent and its depth."""

    order: tuple[str, ...]
    main: Mapping[str, str]
    depth: Mapping[str, int]


def add_missing(story: Story) -> Stemma:
    """The stemma with every article of the story, also such as were not traced."""
    known = {node.id for node in story.stemma.nodes}
    missing = tuple(Node(i, "article") for i in story.article_ids if i not in known)
    return Stemma(story.stemma.nodes + missing, story.stemma.edges)


def make_tree(stemma: Stemma, rank: Mapping[str, int]) -> Tree:
    """The nodes of `stemma` as a walk reads them: each text, then what derives from it, siblings by `rank`.

    >>> make_tree(Stemma((Node("b", "article"), Node("a", "lost")), (Edge("a", "b", 1.0, 1.0),)), {}).order
    ('a', 'b')
    """
    nodes = [node.id for node in stemma.nodes]
    edges = _forward_edges(nodes, stemma.edges)
    main: dict[str, Edge] = {}
    for edge in edges:
        if edge.child not in main or edge.share > main[edge.child].share:
            main[edge.child] = edge
    parents = {child: edge.parent for child, edge in main.items()}
    order = _walk(nodes, parents, rank)
    depth = dict.fromkeys(order, 0)
    for _ in range(len(order)):
        late = [e for e in edges if depth[e.child] <= depth[e.parent]]
        if not late:
            break
        depth |= {e.child: depth[e.parent] + 1 for e in late}
    return Tree(order, parents, depth | _move_sources(edges, depth))


def _forward_edges(nodes: Sequence[str], edges: Sequence[Edge]) -> list[Edge]:
    """The edges between known nodes that close no circle: a picture of a broken stemma must still end."""
    kept: list[Edge] = []
    below: dict[str, set[str]] = {node: {node} for node in nodes}
    for edge in edges:
        if edge.parent not in below or edge.child not in below or edge.parent in below[edge.child]:
            continue
        kept.append(edge)
        for reached in below.values():
            if edge.parent in reached:
                reached |= below[edge.child]
    return kept


def _move_sources(edges: Sequence[Edge], depth: Mapping[str, int]) -> dict[str, int]:
    """Each text without a source, moved next to the first that derives from it: its arrows then cross no box."""
    derived = {edge.child for edge in edges}
    nearest: dict[str, int] = {}
    for edge in edges:
        if edge.parent not in derived:
            nearest[edge.parent] = min(nearest.get(edge.parent, depth[edge.child]), depth[edge.child])
    return {source: level - 1 for source, level in nearest.items()}


def _walk(nodes: Sequence[str], parents: Mapping[str, str], rank: Mapping[str, int]) -> tuple[str, ...]:
    children: dict[str | None, list[str]] = {}
    for node in sorted(nodes, key=lambda n: (rank.get(n, len(rank)), n)):
        children.setdefault(parents.get(node), []).append(node)
    order: list[str] = []
    stack = children.get(None, [])[::-1]
    while stack:
        node = stack.pop()
        order.append(node)
        stack.extend(reversed(children.get(node, [])))
    return tuple(order)
