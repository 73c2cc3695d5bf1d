"""A trace finds who copied whom in a made-up story."""

import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recension.models import StaticEncoder
from recension.records import Article, Edge, Story, Trace
from recension.stages.trace import trace

TEXTS = tomllib.loads((Path(__file__).parent / "barge.toml").read_text(encoding="utf-8"))


def make(article: str, text: str, outlet: str | None, day: int | None = None, hour: int = 8) -> Article:
    """An article of March 2026."""
    published = datetime(2026, 3, day, hour, tzinfo=UTC) if day else None
    return Article(article, f"{article}.txt", text, outlet=outlet, published=published)


def trace_all(articles: Sequence[Article], encoder: StaticEncoder) -> Trace:
    """The trace of a story that holds all the articles."""
    return trace(Story("s1", "A story", tuple(a.id for a in articles)), articles, encoder)


@pytest.fixture(scope="session")
def encoder() -> StaticEncoder:
    """The encoder of the package."""
    return StaticEncoder()


@pytest.fixture
def articles() -> tuple[Article, ...]:
    """Five articles: a wire report and what was made of it, and two that have nothing from it."""
    return (
        make("a1", TEXTS["reprint"], "Harbour Courier", 5),
        make("a2", TEXTS["spun"], "BargeBuzz"),
        make("a3", TEXTS["wire"], "Meridian Wire", 4, 22),
        make("a4", TEXTS["independent"], "Vale Letter", 5),
        make("a5", TEXTS["other"], "Orr Sport", 5),
    )


@pytest.fixture
def story(articles: tuple[Article, ...]) -> Story:
    """The story of the five articles."""
    return Story("s1", "Barge hits bridge", tuple(a.id for a in articles))


@pytest.fixture
def found(story: Story, articles: tuple[Article, ...], encoder: StaticEncoder) -> Trace:
    """The trace of the made-up story."""
    return trace(story, articles, encoder)


def edge_to(found: Trace, child: str) -> Edge:
    """The only edge to a child."""
    (edge,) = [e for e in found.stemma.edges if e.child == child]
    return edge


def test_a_reprint_comes_from_the_wire_that_it_credits(found: Trace) -> None:
    """The reprint's parent is the agency's own article, nearly whole, and the reasons are told."""
    edge = edge_to(found, "a1")
    assert edge.parent == "a3"
    assert edge.share > 0.9
    assert edge.confidence > 0.9
    assert "credits Meridian Wire" in edge.evidence
    assert "published 10 hours later" in edge.evidence


def test_a_respun_copy_comes_from_the_fuller_text(found: Trace) -> None:
    """The respun copy credits nobody; it holds the wire's end, which the reprint has cut."""
    assert edge_to(found, "a2").parent == "a3"


def test_strangers_are_originals(found: Trace) -> None:
    """Articles with words of their own have no parent and share no passages."""
    assert not [e for e in found.stemma.edges if {e.parent, e.child} & {"a4", "a5"}]
    assert not [r for r in found.reuse if {r.a.article, r.b.article} & {"a4", "a5"}]


def test_lines_are_counted_by_original(found: Trace) -> None:
    """Five articles are three lines."""
    assert [(line.article_ids, line.root) for line in found.lines] == [
        (("a1", "a2", "a3"), "a3"),
        (("a4",), "a4"),
        (("a5",), "a5"),
    ]


def test_kinds_of_reuse_tell_copy_from_respinning(found: Trace) -> None:
    """What stands in the reprint is verbatim; what stands in the respun copy is not."""
    kinds = {(r.a.article, r.b.article): set() for r in found.reuse}
    for passage in found.reuse:
        kinds[passage.a.article, passage.b.article].add(passage.kind)
    assert kinds["a1", "a3"] == {"verbatim"}
    assert "verbatim" not in kinds["a2", "a3"]


def test_two_reports_through_an_absent_agency_have_a_lost_original(encoder: StaticEncoder) -> None:
    """The lost original is named by the credit, and the two are one line."""
    found = trace_all(
        [make("b1", TEXTS["first_of_absent"], "Harbour Courier"), make("b2", TEXTS["second_of_absent"], "Vale Letter")],
        encoder,
    )
    assert [(n.id, n.label) for n in found.stemma.nodes if n.kind == "lost"] == [("lost-1", "Tarn")]
    assert {(e.parent, e.child) for e in found.stemma.edges} == {("lost-1", "b1"), ("lost-1", "b2")}
    assert [line.label for line in found.lines] == ["Tarn"]


def test_evidence_against_an_edge_lowers_its_confidence(encoder: StaticEncoder) -> None:
    """A reprint that is dated before its source still credits it; the date is told, and the tie is less sure."""
    early, late = (make("c1", TEXTS["wire"], "Meridian Wire", day) for day in (4, 6))
    reprint = make("c2", TEXTS["reprint"], None, 5)
    usual = edge_to(trace_all([early, reprint], encoder), "c2")
    odd = edge_to(trace_all([late, reprint], encoder), "c2")
    assert usual.parent == odd.parent == "c1"
    assert usual.confidence > odd.confidence
    assert "but published 1 day earlier" in odd.evidence


def test_order_of_the_articles_does_not_matter(
    story: Story, articles: tuple[Article, ...], encoder: StaticEncoder, found: Trace
) -> None:
    """The same articles the other way round give the same trace."""
    assert trace(story, articles[::-1], encoder) == found


def test_spans_lie_inside_their_texts(found: Trace, articles: tuple[Article, ...]) -> None:
    """Every passage is a part of the text it names."""
    texts = {a.id: a.text for a in articles}
    for passage in (p for r in found.reuse for p in (r.a, r.b)):
        assert 0 <= passage.start < passage.end <= len(texts[passage.article])


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["One two.", "One two."], [TEXTS["wire"]] * 3])
def test_small_and_empty_stories_have_a_trace(texts: list[str], encoder: StaticEncoder) -> None:
    """Each article stands in exactly one line, whatever its text."""
    articles = [make(f"d{i}", text, None) for i, text in enumerate(texts)]
    found = trace_all(articles, encoder)
    assert sorted(i for line in found.lines for i in line.article_ids) == [a.id for a in articles]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.sampled_from(f"{TEXTS['wire']}\n{TEXTS['spun']}".split("\n")), max_size=6), max_size=5))
def test_a_stemma_has_no_circle(texts: list[list[str]]) -> None:
    """Articles made of any sentences derive without circles, with shares of at most the whole."""
    articles = [make(f"e{i}", "\n".join(lines), "Orr Wire" if i % 2 else None) for i, lines in enumerate(texts)]
    found = trace_all(articles, StaticEncoder())
    children: dict[str, set[str]] = {}
    for edge in found.stemma.edges:
        children.setdefault(edge.parent, set()).add(edge.child)
    open_nodes = {n.id for n in found.stemma.nodes}
    while leaves := {n for n in open_nodes if not children.get(n, set()) & open_nodes}:
        open_nodes -= leaves
    assert not open_nodes
    for article in articles:
        assert sum(e.share for e in found.stemma.edges if e.child == article.id) <= 1.01
