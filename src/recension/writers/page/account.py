"""The story in short as the page shows it: the answers to the six questions, each with who says so."""

from collections.abc import Iterable
from typing import NamedTuple

from recension.records import Answer, Passage, Story, Summary
from recension.writers.evidence import Mark
from recension.writers.page.cast import Cast, LineBadge, Witness
from recension.writers.page.words import write_moment

QUESTIONS = ("what", "who", "when", "where", "why", "how")


class Place(NamedTuple):
    """Where a report says it."""

    witness: Witness
    anchor: str


class AnswerView(NamedTuple):
    """One answer, the lines behind it, and every place that says so."""

    value: str
    lines: tuple[LineBadge, ...]
    places: tuple[Place, ...]


class QuestionView(NamedTuple):
    """A question of the summary with its answers."""

    question: str
    answers: tuple[AnswerView, ...]


def make_questions(story: Story, anchors: dict[Passage, str], cast: Cast) -> tuple[QuestionView, ...]:
    """The questions that have answers, what first; answers without evidence stand as they are."""
    told = {question: [a for a in story.answers if a.question == question] for question in QUESTIONS}
    plain = _list_values(story.w)
    views = (
        QuestionView(
            question.capitalize(),
            tuple(_make_answer(answer, anchors, cast) for answer in told[question])
            or tuple(AnswerView(_write(question, value), (), ()) for value in plain[question]),
        )
        for question in QUESTIONS
    )
    return tuple(view for view in views if view.answers)


def name_passages(story: Story, anchor: str) -> dict[Passage, str]:
    """The ids on the page of all passages that answers and the timeline rest on, each once."""
    passages = dict.fromkeys(_list_passages(story))
    return {passage: f"{anchor}-told-{number}" for number, passage in enumerate(passages)}


def find_told_marks(anchors: dict[Passage, str], cast: Cast) -> dict[str, list[Mark]]:
    """The passages as marks, by article."""
    marks: dict[str, list[Mark]] = {}
    for passage, anchor in anchors.items():
        if passage.article in cast.witnesses:
            marks.setdefault(passage.article, []).append(Mark(passage.start, passage.end, "told", anchor))
    return marks


def find_places(passages: Iterable[Passage], anchors: dict[Passage, str], cast: Cast) -> tuple[Place, ...]:
    """The reports in which the passages stand, and where."""
    return tuple(Place(cast.witnesses[p.article], anchors[p]) for p in passages if p.article in cast.witnesses)


def _list_passages(story: Story) -> Iterable[Passage]:
    yield from (passage for answer in story.answers for passage in answer.readings)
    yield from (passage for happening in story.timeline for passage in happening.readings)


def _make_answer(answer: Answer, anchors: dict[Passage, str], cast: Cast) -> AnswerView:
    lines = cast.lines_of(passage.article for passage in answer.readings)
    return AnswerView(_write(answer.question, answer.value), lines, find_places(answer.readings, anchors, cast))


def _write(question: str, value: str) -> str:
    return write_moment(value) if question == "when" else value


def _list_values(w: Summary) -> dict[str, tuple[str, ...]]:
    one = {"what": w.what, "when": w.when, "why": w.why, "how": w.how}
    return {"who": w.who, "where": w.where, **{name: (value,) if value else () for name, value in one.items()}}
