"""The account of a story: the answers to who, what, when, where, why and how, and the timeline."""

from collections.abc import Sequence
from typing import NamedTuple

from recension.protocols import Pipeline
from recension.records import Answer, Article, Findings, Happening, Passage, Question, Summary, Trace
from recension.stages.compose.actors import answer_actors
from recension.stages.compose.backing import make_answer
from recension.stages.compose.event import find_event
from recension.stages.compose.frame import find_frame
from recension.stages.compose.names import answer_names
from recension.stages.compose.reading import list_sentences
from recension.stages.compose.reasons import answer_reasons
from recension.stages.compose.tellings import find_tellings
from recension.stages.compose.timeline import group_tellings, make_timeline
from recension.stages.compose.when import answer_when

QUESTIONS: tuple[Question, ...] = ("who", "what", "when", "where", "why", "how")


class Account(NamedTuple):
    """A story in short."""

    w: Summary
    answers: tuple[Answer, ...]
    timeline: tuple[Happening, ...]


def make_account(
    findings: Findings, members: Sequence[Article], lead: Passage | None, pipeline: Pipeline | None
) -> Account:
    """The story in short by what its articles share; `lead` is the sentence that says what happened.

    A story of one article has nothing that others could support: it gets names and a lead alone.
    """
    answers = answer_names(findings, members)
    if lead is not None:
        answers.append(_answer_what(lead, members, findings.trace))
    if len(members) < 2:
        return Account(_summarize(answers), tuple(sorted(answers, key=_order)), ())
    event = find_event(members)
    sentences = list_sentences(members, event)
    frame = find_frame(members)
    tellings = find_tellings(sentences, findings.collation.facts, pipeline, frame[0] if frame else None)
    groups = group_tellings(tellings, findings.trace, frame)
    answers += answer_when(tellings, findings, frame)
    if pipeline is not None:
        if lead is not None:
            answers = answer_actors(lead, members, findings.trace, pipeline) + answers
        answers += answer_reasons(sentences, event, findings.trace, pipeline)
    return Account(_summarize(answers), tuple(sorted(answers, key=_order)), make_timeline(groups, members))


def _answer_what(lead: Passage, members: Sequence[Article], trace: Trace) -> Answer:
    """The lead, and the passages that other articles share with it."""
    text = next(article.text for article in members if article.id == lead.article)
    pairs = [pair for reuse in trace.reuse for pair in ((reuse.a, reuse.b), (reuse.b, reuse.a))]
    shared = [other for own, other in pairs if own.article == lead.article and own.span.overlaps(lead.span)]
    others = [passage for passage in shared if passage.article != lead.article]
    return make_answer("what", lead.span.of(text), (lead, *others), trace)


def _order(answer: Answer) -> int:
    return QUESTIONS.index(answer.question)


def _summarize(answers: Sequence[Answer]) -> Summary:
    """The answers as the summary has them: names in lists, two reasons in one line."""
    values: dict[Question, list[str]] = {}
    for answer in answers:
        values.setdefault(answer.question, []).append(answer.value)
    one = {question: "; ".join(found) for question, found in values.items()}
    return Summary(
        who=tuple(values.get("who", ())),
        what=one.get("what"),
        when=one.get("when"),
        where=tuple(values.get("where", ())),
        why=one.get("why"),
        how=one.get("how"),
    )
