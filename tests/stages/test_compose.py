"""Composing: the title and the summary of a story from what the stages found."""

from datetime import date

from recension.records import (
    Article,
    Collation,
    Edge,
    Fact,
    Findings,
    Generator,
    Line,
    Node,
    Passage,
    Problem,
    Reading,
    Reuse,
    Stemma,
    Story,
    Trace,
)  # fmt: skip
from recension.stages.compose import compose

FIRST = (
    "VALE, March 4 (Orr Wire) - A fire destroyed the grain mill of Vale on Tuesday night and killed two people. "
    "Fire chief Ana Ruiz spoke in Vale. Dr Ana Ruiz named the Harbour Board. The talks were held in Vale on Tuesday."
)
ARTICLES = (
    Article("a1", "a1", FIRST, title="A blow by fire to the mill", published=date(2026, 3, 5)),
    Article("a2", "a2", FIRST + " It rained.", title="Fire destroys mill"),
    Article("a3", "a3", "Mayor Joe Dunn of Harrow was not in Vale. Fire chief Ana Ruiz was.", title="Dunn was away"),
)
TRACE = Trace(
    reuse=(Reuse(Passage("a1", 0, 90), Passage("a2", 0, 90), "verbatim", 1.0),),
    stemma=Stemma(
        tuple(Node(article.id, "article") for article in ARTICLES),
        (Edge("a2", "a1", 0.9, 0.9), Edge("a2", "a3", 0.2, 0.4)),
    ),
    lines=(Line("l1", ("a1", "a2"), "a2"), Line("l2", ("a3",), "a3")),
)


def make_date(fact_id: str, normal: str, lines: int, verdict: str = "agree") -> Fact:
    """A fact about a day that two articles give."""
    readings = tuple(Reading(article, 0, 4, "Tuesday", normal) for article in ("a1", "a2"))
    return Fact(fact_id, "day", "date", verdict, readings, (("a1", "a2"),), lines, 0.9, "")  # type: ignore[arg-type]


def compose_story(trace: Trace = TRACE, facts: tuple[Fact, ...] = ()) -> Story:
    """The composed story of the three articles."""
    story = Story("s1", "as grouped", ("a1", "a2", "a3"))
    findings = Findings(story, trace, (), Collation(facts))
    return compose(Generator("recension", "0"), ARTICLES, [findings], [Problem("x", "empty")]).stories[0]


def test_the_report_that_most_others_share_tells_the_story() -> None:
    """Its headline is the title and its first running sentence what happened; of two alike the original counts."""
    story = compose_story()
    assert story.title == "Fire destroys mill"
    assert story.w.what == "A fire destroyed the grain mill of Vale on Tuesday night and killed two people."


def test_without_lines_the_grouped_title_stays() -> None:
    """Nothing traced, nothing better known."""
    assert compose_story(Trace()).title == "as grouped"


def test_names_that_most_articles_have_make_the_summary() -> None:
    """A name of one article alone stays out; places are told apart from persons."""
    summary = compose_story().w
    assert summary.who[0] == "Ana Ruiz"
    assert "Joe Dunn" not in summary.who
    assert summary.where == ("Vale",)


def test_the_best_supported_day_is_taken() -> None:
    """Lines count before articles; a day in conflict is no answer."""
    facts = (
        make_date("f1", "2026-03-04", 1),
        make_date("f2", "2026-03-03", 2),
        make_date("f3", "2026-03-09", 3, "conflict"),
    )
    assert compose_story(facts=facts).w.when == date(2026, 3, 3).isoformat()
    assert compose_story().w.when is None


def test_a_day_long_past_is_background() -> None:
    """What is reported happened shortly before the first report; a month alone is no day."""
    facts = (make_date("f1", "1911-03-04", 3), make_date("f2", "2026-02", 2), make_date("f3", "2026-03-03", 1))
    assert compose_story(facts=facts).w.when == "2026-03-03"
