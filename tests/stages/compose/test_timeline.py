"""What happened when, each thing once, in order of time."""

from datetime import date

from recension.protocols import Pipeline
from recension.records import Article, Happening, Line, Trace
from recension.stages.compose.event import find_event
from recension.stages.compose.frame import find_frame
from recension.stages.compose.reading import list_sentences
from recension.stages.compose.tellings import find_tellings
from recension.stages.compose.timeline import group_tellings, make_timeline

FIRST = (
    "The grain mill of Vale burned down on Tuesday night. Mayor Tom Hale closed the schools of Vale on Wednesday. "
    "The mill was built in 1911."
)
SECOND = "The old grain mill of Vale burned down on Tuesday. Built in 1911, the mill was sold to Orr Milling last year."
TRACE = Trace(lines=(Line("l1", ("a1",), "a1"), Line("l2", ("a2",), "a2")))


def tell(reader: Pipeline, *texts: str, published: date | None = date(2026, 3, 5)) -> tuple[Happening, ...]:
    """The timeline of reports that were all published on one day, a Thursday."""
    members = [Article(f"a{n}", "", text, published=published) for n, text in enumerate(texts, 1)]
    sentences, frame = list_sentences(members, find_event(members)), find_frame(members)
    tellings = find_tellings(sentences, (), reader, frame.first if frame else None)
    return make_timeline(group_tellings(tellings, TRACE, frame), members)


def test_what_two_reports_tell_is_one_happening(reader: Pipeline) -> None:
    """With the lines behind it, a passage each, and the shorter of two clauses that say the same."""
    found = {happening.when: happening for happening in tell(reader, FIRST, SECOND)}
    fire = found["2026-03-03"]
    assert (fire.lines, fire.precision, fire.background) == (2, "day", False)
    assert [p.span.of(text) for p, text in zip(fire.readings, (FIRST, SECOND), strict=True)] == [
        "The grain mill of Vale burned down on Tuesday night",
        "The old grain mill of Vale burned down on Tuesday",
    ]
    assert fire.what in {p.span.of(text) for p, text in zip(fire.readings, (FIRST, SECOND), strict=True)}


def test_the_order_is_that_of_time(reader: Pipeline) -> None:
    """Whatever the order of the articles."""
    one, other = tell(reader, FIRST, SECOND), tell(reader, SECOND, FIRST)
    assert [h.when for h in one] == sorted(h.when for h in one)
    assert [h.when for h in one] == [h.when for h in other]


def test_named_years_long_past_are_background(reader: Pipeline) -> None:
    """A year that several reports name; "last year" is no date to remember, and one report alone not enough."""
    found = tell(reader, FIRST, SECOND)
    assert [h.when for h in found if h.background] == ["1911"]


def test_without_any_date_only_full_dates_count(reader: Pipeline) -> None:
    """A weekday is of no week."""
    text = "The mill burned down on 3 March 2026. It rained on Wednesday."
    assert [h.when for h in tell(reader, text, "Nothing.", published=None)] == ["2026-03-03"]
