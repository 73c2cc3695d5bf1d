"""The stemma as a picture: inline SVG, once for wide pages and once for a phone."""

from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from recension.records import Node, Stemma, Story
from recension.writers.labels import write_date
from recension.writers.page.cast import Cast, LineBadge, Witness
from recension.writers.page.templates import load_template
from recension.writers.page.words import count
from recension.writers.stemma.arrows import Drawing, Shape, make_arrows
from recension.writers.stemma.clip import clip
from recension.writers.stemma.fold import fold
from recension.writers.stemma.layout import BOX_HEIGHT, Place, place_narrow, place_wide
from recension.writers.stemma.tree import add_missing, make_tree
from recension.writers.visible import make_visible

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


def render_stemma_svg(story: Story, cast: Cast, shape: Shape, anchor: str) -> Markup:
    """The stemma of `story` as an SVG element; empty where there is nothing to draw."""
    stemma, folded = fold(add_missing(story))
    if not stemma.nodes:
        return Markup()
    badges = _find_badges(story, stemma, cast)
    tree = make_tree(stemma, _rank(stemma, cast, badges))
    places = place_wide(tree) if shape == "wide" else place_narrow(tree)
    names = {node.id: _name(node, cast, folded) for node in stemma.nodes}
    drawing = Drawing(shape, tree, places, names, badges)
    lost = sum(node.kind == "lost" for node in story.stemma.nodes)
    return Markup(
        load_template("stemma.svg.jinja").render(
            id=f"{anchor}-{shape}",
            shape=shape,
            fits=shape == "wide" and len(set(tree.depth.values())) <= MOST_SHRUNK,
            width=max(p.x + p.width for p in places.values()) + (4 if shape == "wide" else 24),
            height=max(p.y for p in places.values()) + BOX_HEIGHT + 4,
            box_height=BOX_HEIGHT,
            boxes=[
                _make_box(node, None if node.id in folded else cast.witnesses.get(node.id), drawing)
                for node in stemma.nodes
            ],
            arrows=make_arrows(stemma, drawing),
            description=f"{count(len(story.article_ids), 'report')}, {count(lost, 'lost original')}, "
            f"{count(len(story.stemma.edges), 'derivation')}. The list after the picture says the same in words.",
        )
    )


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


def _make_box(node: Node, witness: Witness | None, drawing: Drawing) -> Box:
    place, name, badge = drawing.places[node.id], drawing.names[node.id], drawing.badges.get(node.id)
    caption = write_date(witness.article.published) if witness else "lost original" if node.kind == "lost" else ""
    return Box(
        place,
        clip(make_visible(name)[:MOST_NAME], (place.width - ROOM_BESIDE_NAME) / NAME_SIZE),
        caption,
        f"{name}, {caption}" + (f", line {badge.letter}" if badge else ""),
        node.kind == "lost",
        badge,
        witness.anchor if witness else None,
    )
