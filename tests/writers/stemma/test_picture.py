"""The stemma's picture: every text and derivation drawn, in both shapes, whatever the stemma."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.records import Article, Dossier, Edge, Generator, Line, Node, Stemma, Story
from recension.writers.page.cast import make_cast
from recension.writers.stemma.arrows import Shape
from recension.writers.stemma.clip import clip
from recension.writers.stemma.fold import MOST_DRAWN, fold
from recension.writers.stemma.layout import BOX_HEIGHT, place_narrow, place_wide
from recension.writers.stemma.picture import render_stemma_svg
from recension.writers.stemma.tree import make_tree

SVG = "{http://www.w3.org/2000/svg}"
SHAPES: tuple[Shape, ...] = ("wide", "narrow")


def draw(dossier: Dossier, shape: Shape) -> ElementTree.Element:
    """The parsed picture of the first story."""
    svg = str(render_stemma_svg(dossier.stories[0], make_cast(dossier), shape, "s"))
    return ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def find(svg: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    """The groups of the picture that have the class `kind`."""
    return [group for group in svg.iter(f"{SVG}g") if kind in (group.get("class") or "").split()]


def make_dossier(stemma: Stemma, lines: tuple[Line, ...] = ()) -> Dossier:
    """A dossier whose one story has this stemma."""
    ids = tuple(node.id for node in stemma.nodes if node.kind == "article")
    story = Story("s1", "Rain", ids, stemma=stemma, lines=lines)
    return Dossier(Generator("recension", "0"), tuple(Article(i, i, "Rain.") for i in ids), (story,))


@pytest.mark.parametrize("shape", SHAPES)
def test_every_text_and_derivation_is_drawn(dossier: Dossier, shape: Shape) -> None:
    """Seven boxes of which one is a lost original, five arrows of which two are weak."""
    svg = draw(dossier, shape)
    counts = {kind: len(find(svg, kind)) for kind in ("node", "lost", "arrow", "weak")}
    assert counts == {"node": 7, "lost": 1, "arrow": 5, "weak": 2}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_picture_is_named_and_described(dossier: Dossier, shape: Shape) -> None:
    """A screen reader hears a title, and a description with the counts."""
    svg = draw(dossier, shape)
    title, description = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert (description.text or "").startswith("6 reports, 1 lost original, 5 derivations")


def test_a_larger_share_is_a_thicker_arrow(dossier: Dossier) -> None:
    """Thickness follows the share."""
    arrows = find(draw(dossier, "wide"), "arrow")
    thickness = {}
    for arrow in arrows:
        title, shaft = arrow.find(f"{SVG}title"), arrow.find(f"{SVG}path")
        assert title is not None
        assert shaft is not None
        thickness[title.text] = float(shaft.get("stroke-width") or 0)
    by_share = sorted(thickness, key=lambda text: int((text or "").split(" takes ")[1].split("%")[0]))
    assert [thickness[text] for text in by_share] == sorted(thickness.values())


def test_without_a_stemma_the_articles_are_drawn() -> None:
    """Articles that were not traced stand side by side."""
    dossier = make_dossier(Stemma((Node("a", "article"), Node("b", "article"))))
    story = replace(dossier.stories[0], stemma=Stemma())
    assert len(find(draw(replace(dossier, stories=(story,)), "wide"), "node")) == 2


@pytest.mark.parametrize("shape", SHAPES)
def test_two_hundred_reprints_are_folded(shape: Shape) -> None:
    """Reprints of one source become a few boxes and one that says how many more there are."""
    nodes = (Node("lost-1", "lost", "Vale Wire"), *(Node(f"a{n:03}", "article") for n in range(200)))
    stemma = Stemma(nodes, tuple(Edge("lost-1", node.id, 0.9, 0.9) for node in nodes[1:]))
    svg = draw(make_dossier(stemma), shape)
    assert len(find(svg, "node")) < MOST_DRAWN
    assert "and 195 more" in {text.text for text in svg.iter(f"{SVG}text")}


def test_a_small_stemma_is_not_folded(dossier: Dossier) -> None:
    """Up to the limit every text keeps its own box."""
    stemma = dossier.stories[0].stemma
    assert fold(stemma) == (stemma, {})


def test_wide_letters_take_more_room() -> None:
    """A name in capitals or in Chinese is cut earlier than one of as many small letters."""
    assert clip("山谷造纸厂日报", 5) == "山谷造纸…"
    assert clip("harbour courier", 9.5) == "harbour courier"
    assert clip("HARBOUR COURIER", 9.5) == "HARBOUR COU…"


def test_two_articles_of_one_outlet_are_told_apart(dossier: Dossier) -> None:
    """The id that tells two boxes of one name apart is not cut away."""
    outlet = "The Harbour and Coast Courier of Vale"
    articles = tuple(replace(article, outlet=outlet) for article in dossier.articles)
    names = [text.text or "" for text in draw(replace(dossier, articles=articles), "wide").iter(f"{SVG}text")]
    assert {f"(a0{n})" for n in range(1, 7)} <= {name[-5:] for name in names}


NODES = st.integers(1, 9)
PAIRS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), st.floats(0, 1), st.floats(0, 1)), max_size=20)


@given(NODES, PAIRS)
def test_no_two_boxes_overlap(size: int, pairs: list[tuple[int, int, float, float]]) -> None:
    """Whatever the edges, circles and unknown ends among them, each node has a place of its own."""
    nodes = tuple(Node(f"n{n}", "article") for n in range(size))
    edges = tuple(Edge(f"n{a}", f"n{b}", share, confidence) for a, b, share, confidence in pairs)
    tree = make_tree(Stemma(nodes, edges), {})
    assert sorted(tree.order) == [node.id for node in nodes]
    for places in (place_wide(tree), place_narrow(tree)):
        boxes = list(places.values())
        for rank, one in enumerate(boxes):
            for other in boxes[rank + 1 :]:
                apart = one.x + one.width <= other.x or other.x + other.width <= one.x
                assert apart or abs(one.y - other.y) >= BOX_HEIGHT


@given(NODES, PAIRS)
def test_any_stemma_can_be_drawn(size: int, pairs: list[tuple[int, int, float, float]]) -> None:
    """The picture is well-formed in both shapes."""
    nodes = tuple(Node(f"n{n}", "article" if n % 3 else "lost") for n in range(size))
    edges = tuple(Edge(f"n{a}", f"n{b}", share, confidence) for a, b, share, confidence in pairs)
    for shape in SHAPES:
        assert len(find(draw(make_dossier(Stemma(nodes, edges)), shape), "node")) == size
