"""Where the texts of a stemma stand in its picture: pure geometry, the same for the same stemma."""

from typing import NamedTuple

from recension.writers.stemma.tree import Tree

BOX_HEIGHT = 50
WIDE_BOX, WIDE_GAP, WIDE_ROW = 212, 70, 66
# A phone of 360 CSS pixels leaves 328 between the margins of the page; second parents take 20 at the right.
NARROW_WIDTH, NARROW_INDENT, NARROW_ROW, NARROW_LEAST = 300, 22, 62, 170


class Place(NamedTuple):
    """The box of one node: its upper left corner and its width."""

    x: float
    y: float
    width: float


def place_wide(tree: Tree) -> dict[str, Place]:
    """Sources at the left, what derives from them to the right, each parent midway beside its children."""
    rows: dict[str, float] = {}
    children = _children(tree)
    free = 0
    for node in tree.order:
        if not children.get(node):
            rows[node] = free
            free += 1
    for node in reversed(tree.order):
        if node not in rows:
            own = [rows[child] for child in children[node]]
            rows[node] = (min(own) + max(own)) / 2
    step = WIDE_BOX + WIDE_GAP
    return {n: Place(4 + tree.depth[n] * step, 4 + rows[n] * WIDE_ROW, WIDE_BOX) for n in tree.order}


def place_narrow(tree: Tree) -> dict[str, Place]:
    """One text a row, indented under the one that it mainly derives from: fits a phone."""
    places: dict[str, Place] = {}
    level: dict[str, int] = {}
    for row, node in enumerate(tree.order):
        level[node] = level[tree.main[node]] + 1 if node in tree.main else 0
        indent = min(level[node] * NARROW_INDENT, NARROW_WIDTH - NARROW_LEAST)
        places[node] = Place(4 + indent, 4 + row * NARROW_ROW, NARROW_WIDTH - indent - 8)
    return places


def _children(tree: Tree) -> dict[str, list[str]]:
    children: dict[str, list[str]] = {}
    for node in tree.order:
        if node in tree.main:
            children.setdefault(tree.main[node], []).append(node)
    return children
