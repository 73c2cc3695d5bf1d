"""A large stemma made small enough to draw."""

from collections.abc import Mapping

from recension.records import Stemma

# Texts drawn one by one. Beyond, those that derive from the same text and from which nothing derives are folded
# into one box, so that the picture of two hundred reprints stays one that can be taken in.
MOST_DRAWN, MOST_SIBLINGS = 40, 5


def fold(stemma: Stemma) -> tuple[Stemma, Mapping[str, int]]:
    """A stemma small enough to draw, and how many texts each folded node stands for."""
    if len(stemma.nodes) <= MOST_DRAWN:
        return stemma, {}
    parents: dict[str, list[str]] = {}
    for edge in stemma.edges:
        parents.setdefault(edge.child, []).append(edge.parent)
    sources = {edge.parent for edge in stemma.edges}
    siblings: dict[str, list[str]] = {}
    for node in stemma.nodes:
        if node.id not in sources and len(parents.get(node.id, [])) < 2:
            siblings.setdefault("".join(parents.get(node.id, [])), []).append(node.id)
    hidden = {node: group[MOST_SIBLINGS] for group in siblings.values() for node in group[MOST_SIBLINGS + 1 :]}
    folded = {first: 1 + list(hidden.values()).count(first) for first in dict.fromkeys(hidden.values())}
    nodes = tuple(node for node in stemma.nodes if node.id not in hidden)
    return Stemma(nodes, tuple(edge for edge in stemma.edges if edge.child not in hidden)), folded
