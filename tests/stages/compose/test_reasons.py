"""Why and how are answered by what explains the main event, and by nothing else."""

from recension.protocols import Pipeline
from recension.records import Answer, Article, Line, Trace
from recension.stages.compose.event import find_event
from recension.stages.compose.reading import list_sentences
from recension.stages.compose.reasons import answer_reasons

CLOSED = "The council of Vale closed the old harbour bridge on Monday because of cracks in its pillars."
SHUT = "Vale council shut the harbour bridge on Monday. It had closed the old bridge owing to cracks in two pillars."
LATE = "The harbour bridge of Vale is closed, the council said. Ana Ruiz was late because of rain."
TRACE = Trace(lines=(Line("l1", ("a1",), "a1"), Line("l2", ("a2",), "a2"), Line("l3", ("a3",), "a3")))


def answer(reader: Pipeline, *texts: str) -> list[Answer]:
    """The answers to why and how of a story with these reports."""
    members = [Article(f"a{n}", "", text) for n, text in enumerate(texts, 1)]
    event = find_event(members)
    return answer_reasons(list_sentences(members, event), event, TRACE, reader)


def test_a_reason_of_the_event_is_the_answer(reader: Pipeline) -> None:
    """In the words of the report that says it plainest; other wordings of it, from other lines, stand behind it."""
    (why,) = answer(reader, CLOSED, SHUT, LATE)
    assert (why.question, why.lines) == ("why", 2)
    assert why.value == "because of cracks in its pillars"
    assert [p.span.of(text) for p, text in zip(why.readings, (CLOSED, SHUT), strict=True)] == [
        "because of cracks in its pillars",
        "owing to cracks in two pillars",
    ]


def test_a_reason_of_something_else_is_none(reader: Pipeline) -> None:
    """That somebody was late because of rain says nothing of the bridge."""
    assert answer(reader, LATE, CLOSED.partition(" because")[0] + ".") == []


def test_how_names_the_means(reader: Pipeline) -> None:
    """Two means of one act are two answers."""
    text = "Using a ladder, thieves entered the harbour museum in Vale on Monday and opened a window with a crowbar."
    found = answer(reader, text, "Thieves entered the harbour museum in Vale, police said.")
    assert {(a.question, a.value) for a in found} == {("how", "Using a ladder"), ("how", "with a crowbar")}


def test_no_reports_have_no_reasons(reader: Pipeline) -> None:
    """Nothing in, nothing out."""
    assert answer(reader, "", "") == []
