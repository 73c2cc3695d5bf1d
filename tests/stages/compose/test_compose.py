"""Composing: the title and the summary of a story from what the stages found."""

from dataclasses import replace
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
GENERATOR = Generator("recension", "0")
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
    return compose(GENERATOR, ARTICLES, [findings], [Problem("x", "empty")]).stories[0]


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


def test_the_day_of_the_event_is_taken() -> None:
    """The day that the sentences about the event give, resolved against the date of publication."""
    story = compose_story()
    assert story.w.when == "2026-03-03"
    (answer,) = [answer for answer in story.answers if answer.question == "when"]
    assert {p.span.of(FIRST) for p in answer.readings} == {"Tuesday night"}


def test_without_a_day_of_the_event_the_best_supported_is_taken() -> None:
    """Lines count before articles; a day in conflict is no answer, one long past neither, nor a month alone."""
    facts = (
        make_date("f1", "2026-03-04", 1),
        make_date("f2", "2026-03-02", 2),
        make_date("f3", "2026-03-09", 3, "conflict"),
        make_date("f4", "1911-03-04", 3),
        make_date("f5", "2026-02", 2),
    )
    members = tuple(replace(article, text="Nothing.", title=None) for article in ARTICLES)
    findings = Findings(Story("s1", "", ("a1", "a2", "a3")), TRACE, (), Collation(facts))
    assert compose(GENERATOR, members, [findings], []).stories[0].w.when == "2026-03-02"


def test_every_answer_has_its_evidence() -> None:
    """The answers are the entries of the summary, each with a passage an article and the lines behind them."""
    story = compose_story()
    texts = {article.id: article.text for article in ARTICLES}
    assert tuple(answer.value for answer in story.answers if answer.question == "who") == story.w.who
    (where,) = [answer for answer in story.answers if answer.question == "where"]
    assert (where.value, where.lines) == ("Vale", 2)
    assert [p.article for p in where.readings] == ["a1", "a2", "a3"]
    assert all(p.span.of(texts[p.article]).upper() == "VALE" for p in where.readings)


def test_outlets_are_not_in_the_story() -> None:
    """Who tells a story is no answer to who it is about."""
    members = tuple(replace(article, credited=("Orr Wire",)) for article in ARTICLES)
    findings = Findings(Story("s1", "", ("a1", "a2", "a3")), TRACE, (), Collation())
    assert "Orr Wire" not in compose(GENERATOR, members, [findings], []).stories[0].w.who


def test_one_report_has_no_other_to_support_it() -> None:
    """A story of one article gets its names and its lead."""
    findings = Findings(Story("s1", "", ("a1",)), Trace(), (), Collation())
    story = compose(GENERATOR, ARTICLES, [findings], []).stories[0]
    assert story.w.what
    assert story.w.when is None
    assert story.timeline == ()
