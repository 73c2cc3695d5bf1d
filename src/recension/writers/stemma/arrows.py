"""The arrows of the stemma's picture, as SVG paths."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from recension.records import Edge, Stemma
from recension.writers.page.cast import LineBadge
from recension.writers.page.words import write_confidence
from recension.writers.stemma.layout import BOX_HEIGHT, Place
from recension.writers.stemma.tree import Tree

Shape = Literal["wide", "narrow"]

# Below this an edge is drawn dashed and called weak: it is more likely wrong than right.
WEAK = 0.5

# Pixels: the line of an arrow that takes nothing, and what one that takes the whole text has more.
THINNEST, THICKER = 1.2, 3.6


class Drawing(NamedTuple):
    """What is known of a picture before its arrows are drawn, by node."""

    shape: Shape
    tree: Tree
    places: Mapping[str, Place]
    names: Mapping[str, str]
    badges: Mapping[str, LineBadge]


class Stroke(NamedTuple):
    """The path of an arrow, its head, and where its label ends."""

    path: str
    head: str
    label_x: float
    label_y: float


class Arrow(NamedTuple):
    """One derivation in the picture, its share as label."""

    stroke: Stroke
    thickness: float
    weak: bool
    badge: LineBadge | None
    label: str
    full: str


def make_arrows(stemma: Stemma, drawing: Drawing) -> list[Arrow]:
    """An arrow for every edge between texts of the drawing; those into one text come in from top to bottom."""
    into: dict[str, list[Edge]] = {}
    for edge in stemma.edges:
        if edge.parent in drawing.places and edge.child in drawing.places:
            into.setdefault(edge.child, []).append(edge)
    for edges in into.values():
        edges.sort(key=lambda edge: drawing.places[edge.parent].y)
    return [
        _make_arrow(edge, _draw(edge, rank, len(edges), drawing), drawing)
        for edges in into.values()
        for rank, edge in enumerate(edges, 1)
    ]


def _make_arrow(edge: Edge, stroke: Stroke, drawing: Drawing) -> Arrow:
    share = f"{edge.share:.0%}"
    taken = f"{drawing.names[edge.child]} takes {share} from {drawing.names[edge.parent]}"
    return Arrow(
        stroke,
        THINNEST + THICKER * edge.share,
        edge.confidence < WEAK,
        drawing.badges.get(edge.parent),
        share,
        f"{taken}; confidence {write_confidence(edge.confidence)}",
    )


def _draw(edge: Edge, rank: int, arrows: int, drawing: Drawing) -> Stroke:
    start, end = drawing.places[edge.parent], drawing.places[edge.child]
    if drawing.shape == "wide":
        return _draw_across(start, end, rank, arrows)
    return _draw_down(start, end) if drawing.tree.main.get(edge.child) == edge.parent else _draw_beside(start, end)


def _draw_across(start: Place, end: Place, rank: int, arrows: int) -> Stroke:
    """From the right of a source to the left of what derives from it, the label where no arrow comes from."""
    x, y = start.x + start.width, start.y + BOX_HEIGHT / 2
    at = end.y + BOX_HEIGHT * rank / (arrows + 1)
    bend = (end.x - x) / 2
    path = f"M{x:g} {y:g}C{x + bend:g} {y:g} {end.x - bend:g} {at:g} {end.x - 6:g} {at:g}"
    below = rank == arrows and (rank > 1 or at > y)
    return Stroke(path, _head_right(end.x, at), end.x - 10, at + 15 if below else at - 7)


def _draw_down(start: Place, end: Place) -> Stroke:
    """Down from a source to a text that is indented under it."""
    x, at = start.x + 11, end.y + BOX_HEIGHT / 2
    path = f"M{x:g} {start.y + BOX_HEIGHT:g}V{at:g}H{end.x - 6:g}"
    return Stroke(path, _head_right(end.x, at), end.x + end.width - 10, end.y + 20)


def _draw_beside(start: Place, end: Place) -> Stroke:
    """Along the right edge, where the boxes of the narrow picture all end."""
    x, y, at = start.x + start.width, start.y + BOX_HEIGHT * 0.7, end.y + BOX_HEIGHT * 0.3
    path = f"M{x:g} {y:g}C{x + 22:g} {y:g} {x + 22:g} {at:g} {x + 6:g} {at:g}"
    return Stroke(path, f"M{x:g} {at:g}l7 -4.5v9z", end.x + end.width - 10, end.y + 38)


def _head_right(x: float, y: float) -> str:
    return f"M{x:g} {y:g}l-7 -4.5v9z"
