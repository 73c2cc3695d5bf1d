"""Why and how: the explanations of the main event that the reports give, the best supported first."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from recension.protocols import Pipeline
from recension.records import Answer, Passage, Question, Trace
from recension.stages.compose.backing import count_lines, make_answer
from recension.stages.compose.clauses import Clause, find_clauses, has_cue
from recension.stages.compose.event import Event, list_stems
from recension.stages.compose.reading import Sentence, read

# What is explained must tell this much of the event, against the sentence that tells most. On the labelled stories
# the right answers begin at 0.18 and wrong ones end at 0.15.
LEAST_CLOSE = 0.17
# Where one article alone gives the answer. Read by eye on 85 events of ECB+: of 30 such answers below it 13 were
# wrong; with it 19 answers are left, and 15 of them are right.
LEAST_ALONE = 0.45
# A second line of reporting that gives the same explanation makes it this much surer.
SECOND_LINE = 0.25
# A second answer stands beside the first where it is nearly as sure: a ladder and a crowbar.
NEARLY = 0.8
MOST_ANSWERS = 2
# Two explanations are one where they share this part of the shorter one's words.
ONE_REASON = 0.5
QUESTIONS: tuple[Question, ...] = ("why", "how")


class _Reason(NamedTuple):
    """An explanation where it stands, with its words and how surely it is one of the event."""

    passage: Passage
    text: str
    stems: frozenset[str]
    score: float


def answer_reasons(sentences: Sequence[Sentence], event: Event, trace: Trace, pipeline: Pipeline) -> list[Answer]:
    """Up to two answers to each of why and how; none where nothing explains the event itself."""
    found: dict[Question, list[_Reason]] = {question: [] for question in QUESTIONS}
    best = max((event.measure(list_stems(sentence.text)) for sentence in sentences), default=0.0)
    if best:
        for sentence, doc in read((s for s in sentences if has_cue(s.text)), pipeline):
            for clause in find_clauses(doc):
                found[clause.question].append(_make_reason(sentence, clause, event, best))
    return [answer for question in QUESTIONS for answer in _choose(question, found[question], trace)]


def _make_reason(sentence: Sentence, clause: Clause, event: Event, best: float) -> _Reason:
    explained = list_stems(clause.explained)
    close = event.measure(explained) / best if event.has_doing(explained) else 0.0
    text = clause.span.of(sentence.text)
    return _Reason(sentence.place(clause.span), text, frozenset(list_stems(text)), close * clause.strength)


def _choose(question: Question, reasons: list[_Reason], trace: Trace) -> Iterator[Answer]:
    """The answers that are sure enough, surest first."""
    groups = sorted(_group(reasons), key=lambda group: (-_score(group, trace), group[0].passage.article))
    sure = [group for group in groups if _score(group, trace) >= _find_least(group)]
    for group in sure[:MOST_ANSWERS]:
        if _score(group, trace) >= NEARLY * _score(sure[0], trace):
            yield make_answer(question, " ".join(group[0].text.split()), (r.passage for r in group), trace)


def _group(reasons: Iterable[_Reason]) -> list[list[_Reason]]:
    """The explanations that say the same, surest first in each group: later ones join the group they are most like."""
    groups: list[list[_Reason]] = []
    ranked = sorted(reasons, key=lambda r: (-r.score, len(r.text), r.passage.article, r.passage.start))
    for reason in ranked:
        like = next((group for group in groups if _is_same(group[0], reason)), None)
        if like is None:
            groups.append([reason])
        else:
            like.append(reason)
    return groups


def _is_same(left: _Reason, right: _Reason) -> bool:
    shared = len(left.stems & right.stems)
    return shared > 0 and shared >= ONE_REASON * min(len(left.stems), len(right.stems))


def _find_least(group: Sequence[_Reason]) -> float:
    """How sure an answer has to be, by the number of articles that give it."""
    return LEAST_CLOSE if len({reason.passage.article for reason in group}) > 1 else LEAST_ALONE


def _score(group: Sequence[_Reason], trace: Trace) -> float:
    """How sure the surest of the group is, more where several lines give it."""
    lines = count_lines({reason.passage.article for reason in group}, trace)
    return group[0].score * (1 + SECOND_LINE * (lines - 1))
