"""The stemma in Newick, read back by a small parser: main sources, own shares, names that stay apart."""

import re
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from recension.records import Article, Dossier, Edge, Generator, Node, Stemma, Story
from recension.writers.stemma.newick import find_left_out, render_newick

TOKEN = re.compile(r"'([^'\\]*)'(?::([0-9.]+))?|[(),;]")


def read_newick(document: str) -> dict[str, tuple[str | None, str | None]]:
    """The parent of every label and the length of its branch; refuses what is not Newick."""
    found: dict[str, tuple[str | None, str | None]] = {}
    waiting: list[list[tuple[str, str | None]]] = [[]]
    place, closed = 0, []
    for token in TOKEN.finditer(document.replace("\n", "")):
        assert token.start() == place
        place = token.end()
        if token.group() == "(":
            waiting.append([])
        elif token.group() == ")":
            closed = waiting.pop()
        elif token.group() == ";":
            ((root, length),) = waiting.pop()
            found[root] = None, length
            waiting.append([])
        elif token.group() != ",":
            assert token[1] not in found
            waiting[-1].append((token[1], token[2]))
            found |= {label: (token[1], length) for label, length in closed}
            closed = []
    assert place == len(document.replace("\n", ""))
    return found


def make_dossier(stemma: Stemma, outlet: str | None = None) -> Dossier:
    """A dossier whose one story has this stemma."""
    ids = tuple(node.id for node in stemma.nodes if node.kind == "article")
    articles = tuple(Article(i, i, "Rain.", outlet) for i in ids)
    return Dossier(Generator("recension", "0"), articles, (Story("s1", "Rain", ids, stemma=stemma),))


def test_a_tree_for_every_root(dossier: Dossier) -> None:
    """Texts stand under their main sources, each with the part that is its own; roots have no length."""
    assert render_newick(dossier).count(";\n") == 3
    assert read_newick(render_newick(dossier)) == {
        "Meridian Wire (lost)": (None, None),
        "Harbour Courier": ("Meridian Wire (lost)", "0.08"),
        "Coast Daily": ("Meridian Wire (lost)", "0.20"),
        "The Ledger": ("Coast Daily", "0.50"),
        "<b>Evil</b> ⟦U+202E⟧Times": ("Harbour Courier", "0.80"),
        "Vale Observer": (None, None),
        "“SHOCKING mill blaze in Vale”": (None, None),
    }


def test_second_sources_are_named_as_left_out(dossier: Dossier) -> None:
    """The one article with two sources is named with the source that has no place; a tree leaves out nothing."""
    assert find_left_out(dossier) == ["The Ledger also takes 30% from Vale Observer"]
    tree = Stemma((Node("a", "article"), Node("b", "article")), (Edge("a", "b", 1.0, 1.0),))
    assert find_left_out(make_dossier(tree)) == []


def test_labels_differ_by_more_than_capitals(dossier: Dossier) -> None:
    """Programs take two leaves of one label for one text, some whatever the capitals."""
    outlets = {"a01": "Coast daily", "a03": "Meridian Wire (lost)"}
    articles = tuple(replace(article, outlet=outlets.get(article.id, article.outlet)) for article in dossier.articles)
    labels = read_newick(render_newick(replace(dossier, articles=articles)))
    assert {"Coast daily", "Coast Daily (a02)", "Meridian Wire (lost)", "Meridian Wire (lost) (a03)"} <= set(labels)


def test_labels_differ_by_more_than_the_apostrophe() -> None:
    """Two names that quoting makes one, and a name that looks like a label told apart, are still three."""
    ids, outlets = ("a", "b", "c"), ("Vale's", "Vale’s (c)", "Vale’s")
    stemma = Stemma(tuple(Node(i, "article") for i in ids))
    articles = tuple(Article(i, i, "Rain.", outlet) for i, outlet in zip(ids, outlets, strict=True))
    labels = read_newick(render_newick(replace(make_dossier(stemma), articles=articles)))
    assert set(labels) == {"Vale’s", "Vale’s (c)", "Vale’s (c) (c)"}


def test_a_long_chain_of_reprints_is_written() -> None:
    """Two thousand texts, each from the one before, are no matter of recursion."""
    nodes = tuple(Node(f"n{n:04}", "article") for n in range(2000))
    edges = tuple(Edge(a.id, b.id, 0.9, 0.9) for a, b in pairwise(nodes))
    assert len(read_newick(render_newick(make_dossier(Stemma(nodes, edges))))) == 2000


@given(
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.floats(0, 1)), max_size=12),
)
def test_any_stemma_and_any_name_can_be_read_back(name: str, pairs: list[tuple[int, int, float]]) -> None:
    """Circles and quotation marks among them, each text stands once."""
    nodes = tuple(Node(f"n{n}", "article" if n % 3 else "lost", name) for n in range(7))
    stemma = Stemma(nodes, tuple(Edge(f"n{a}", f"n{b}", share, 0.5) for a, b, share in pairs))
    assert len(read_newick(render_newick(make_dossier(stemma, name)))) == 7
