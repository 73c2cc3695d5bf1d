"""The stemma as a picture: inline SVG, once for wide pages and once for a phone."""

import unicodedata
from collections.abc import Mapping
from typing import Literal, NamedTuple

from markupsafe import Markup

from recension.records import Edge, Node, Stemma, Story
from recension.writers.labels import write_date
from recension.writers.page.cast import Cast, LineBadge
from recension.writers.page.templates import load_template
from recension.writers.page.words import count, write_confidence
from recension.writers.stemma_layout import BOX_HEIGHT, Place, Tree, make_tree, place_narrow, place_wide
from recension.writers.visible import make_visible

Shape = Literal["wide", "narrow"]

# Below this an edge is drawn dashed and called weak: it is more likely wrong than right.
WEAK = 0.5

# Texts drawn one by one. Beyond, those that derive from the same text and from which nothing derives are folded
# into one box, so that the picture of two hundred reprints stays one that can be taken in.
MOST_DRAWN, MOST_SIBLINGS = 40, 5


# Pixels: the font size of names in page.css, and what stands beside a name in its box (spine, margins, letter).
NAME_SIZE, ROOM_BESIDE_NAME = 13, 44

# Characters of a name that are looked at; none longer fits a box.
MOST_NAME = 80

# Columns up to which the wide picture may shrink to the width of a tablet: at four its words would be under 10 px.
MOST_SHRUNK = 3


class Box(NamedTuple):
    """One text in the picture."""

    place: Place
    name: str
    caption: str
    full: str
    lost: bool
    badge: LineBadge | None
    anchor: str | None


class Arrow(NamedTuple):
    """One derivation in the picture: an SVG path, its head, and the share at its end."""

    path: str
    head: str
    thickness: float
    weak: bool
    badge: LineBadge | None
    label: str
    label_x: float
    label_y: float
    full: str


def render_stemma_svg(story: Story, cast: Cast, shape: Shape, anchor: str) -> Markup:
    """The stemma of `story` as an SVG element; empty where there is nothing to draw."""
    stemma, folded = fold(_with_all_articles(story))
    if not stemma.nodes:
        return Markup()
    badges = _find_badges(story, stemma, cast)
    tree = make_tree(stemma, _rank(stemma, cast, badges))
    places = place_wide(tree) if shape == "wide" else place_narrow(tree)
    names = {node.id: _name(node, cast, folded) for node in stemma.nodes}
    lost = sum(node.kind == "lost" for node in story.stemma.nodes)
    return Markup(
        load_template("stemma.svg.jinja").render(
            id=f"{anchor}-{shape}",
            shape=shape,
            fits=shape == "wide" and len(set(tree.depth.values())) <= MOST_SHRUNK,
            width=max(p.x + p.width for p in places.values()) + (4 if shape == "wide" else 24),
            height=max(p.y for p in places.values()) + BOX_HEIGHT + 4,
            box_height=BOX_HEIGHT,
            boxes=[_make_box(node, places[node.id], names[node.id], cast, badges) for node in stemma.nodes],
            arrows=_make_arrows(stemma, tree, places, shape, names, badges),
            description=f"{count(len(story.article_ids), 'report')}, {count(lost, 'lost original')}, "
            f"{count(len(story.stemma.edges), 'derivation')}. The list after the picture says the same in words.",
        )
    )


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


def clip(text: str, ems: float) -> str:
    """`text` cut to a width in ems of a sans-serif font; what stands in brackets at its end is kept.

    >>> clip("Harbour Courier", 6), clip("Harbour Courier (a04)", 9)
    ('Harbour…', 'Harbour… (a04)')
    """
    if _measure(text) <= ems:
        return text
    head, bracket, tail = text.rpartition(" (") if text.endswith(")") else (text, "", "")
    room = ems - _measure(f"…{bracket}{tail}")
    while head and _measure(head) > room:
        head = head[:-1]
    return f"{head.rstrip()}…{bracket}{tail}"


def _measure(text: str) -> float:
    """About the width of `text` in bold, in ems: measured on DejaVu Sans, the widest of the usual system fonts."""
    return sum(
        1.0
        if unicodedata.east_asian_width(character) in "WF"
        else 0.82
        if character.isupper() or character in "mwMW@%"
        else 0.4
        if character in "iljtf.,:;'’|!() "
        else 0.66
        for character in text
    )


def _with_all_articles(story: Story) -> Stemma:
    """The stemma with every article of the story, also such as were not traced."""
    known = {node.id for node in story.stemma.nodes}
    missing = tuple(Node(i, "article") for i in story.article_ids if i not in known)
    return Stemma(story.stemma.nodes + missing, story.stemma.edges)


def _find_badges(story: Story, stemma: Stemma, cast: Cast) -> dict[str, LineBadge]:
    """The line of every node: an article's own; of a lost original, that of the texts which derive from it."""
    badges = {i: w.line for i, w in cast.witnesses.items() if w.line}
    for line in story.lines:
        if line.root not in cast.witnesses and (own := cast.lines_of(line.article_ids)):
            badges[line.root] = own[0]
    for edge in reversed(stemma.edges):
        if edge.child in badges:
            badges.setdefault(edge.parent, badges[edge.child])
    return badges


def _rank(stemma: Stemma, cast: Cast, badges: Mapping[str, LineBadge]) -> dict[str, int]:
    """The order of siblings: by line, then by date."""

    def key(node: Node) -> tuple[int, str, str, str]:
        witness, badge = cast.witnesses.get(node.id), badges.get(node.id)
        published = witness.article.published if witness else None
        letter = badge.letter if badge else "~"
        return len(letter), letter, published.isoformat() if published else "~", node.id

    return {node.id: place for place, node in enumerate(sorted(stemma.nodes, key=key))}


def _name(node: Node, cast: Cast, folded: Mapping[str, int]) -> str:
    if node.id in folded:
        return f"and {folded[node.id]} more"
    witness = cast.witnesses.get(node.id)
    return witness.name if witness else node.label or "An unnamed source"


def _make_box(node: Node, place: Place, name: str, cast: Cast, badges: Mapping[str, LineBadge]) -> Box:
    witness = cast.witnesses.get(node.id) if not name.startswith("and ") else None
    caption = write_date(witness.article.published) if witness else "lost original" if node.kind == "lost" else ""
    badge = badges.get(node.id)
    return Box(
        place,
        clip(make_visible(name)[:MOST_NAME], (place.width - ROOM_BESIDE_NAME) / NAME_SIZE),
        caption,
        f"{name}, {caption}" + (f", line {badge.letter}" if badge else ""),
        node.kind == "lost",
        badge,
        witness.anchor if witness else None,
    )


def _make_arrows(
    stemma: Stemma,
    tree: Tree,
    places: Mapping[str, Place],
    shape: Shape,
    names: Mapping[str, str],
    badges: Mapping[str, LineBadge],
) -> list[Arrow]:
    into: dict[str, list[Edge]] = {}
    for edge in stemma.edges:
        if edge.parent in places and edge.child in places:
            into.setdefault(edge.child, []).append(edge)
    arrows = []
    for edges in into.values():
        edges.sort(key=lambda e: places[e.parent].y)
        for rank, edge in enumerate(edges, 1):
            start, end = places[edge.parent], places[edge.child]
            at = end.y + BOX_HEIGHT * rank / (len(edges) + 1)
            if shape == "wide":
                path, head, x, y = _draw_across(start, end, at)
                y += 22 if rank == len(edges) and (rank > 1 or at > start.y + BOX_HEIGHT / 2) else 0
            elif tree.main.get(edge.child) == edge.parent:
                path, head, x, y = _draw_down(start, end)
            else:
                path, head, x, y = _draw_beside(start, end)
            weak = edge.confidence < WEAK
            full = (
                f"{names[edge.child]} takes {edge.share:.0%} from {names[edge.parent]}; confidence "
                + write_confidence(edge.confidence)
            )
            badge = badges.get(edge.parent)
            arrows.append(Arrow(path, head, 1.2 + 3.6 * edge.share, weak, badge, f"{edge.share:.0%}", x, y, full))
    return arrows


def _draw_across(start: Place, end: Place, at: float) -> tuple[str, str, float, float]:
    x, y = start.x + start.width, start.y + BOX_HEIGHT / 2
    bend = (end.x - x) / 2
    path = f"M{x:g} {y:g}C{x + bend:g} {y:g} {end.x - bend:g} {at:g} {end.x - 6:g} {at:g}"
    return path, _head_right(end.x, at), end.x - 10, at - 7


def _draw_down(start: Place, end: Place) -> tuple[str, str, float, float]:
    x, at = start.x + 11, end.y + BOX_HEIGHT / 2
    path = f"M{x:g} {start.y + BOX_HEIGHT:g}V{at:g}H{end.x - 6:g}"
    return path, _head_right(end.x, at), end.x + end.width - 10, end.y + 20


def _draw_beside(start: Place, end: Place) -> tuple[str, str, float, float]:
    """Along the right edge, where the boxes of the narrow picture all end."""
    x, y, at = start.x + start.width, start.y + BOX_HEIGHT * 0.7, end.y + BOX_HEIGHT * 0.3
    path = f"M{x:g} {y:g}C{x + 22:g} {y:g} {x + 22:g} {at:g} {x + 6:g} {at:g}"
    return path, f"M{x:g} {at:g}l7 -4.5v9z", end.x + end.width - 10, end.y + 38


def _head_right(x: float, y: float) -> str:
    return f"M{x:g} {y:g}l-7 -4.5v9z"
