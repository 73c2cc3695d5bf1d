"""Alignment of two sentences: word by word (MTReference), and proposition by proposition (QA-Align).

MTReference (Yao 2014; Lan, Jiang and Xu 2021): F1 of the pairs of words against those annotated as sure; a pair that
is annotated as possible is neither asked for nor wrong. QA-Align (Brook Weiss et al. 2021): the propositions of two
sentences are questions with their answers, and those that say the same are aligned. Given the gold questions the figure
is the F1 of the pairs of questions. With the questions hidden it is that of the spans: an aligned pair of answers is
found where words of both correspond, and corresponding words outside of all aligned answers are wrong.
"""

import ast
import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from recension.models import load_comparer, load_encoder
from recension.protocols import Comparison
from recension.records import Span

FOLDER = Path(__file__).parent.parent.parent / "shared" / "data" / "alignment"
# How much two questions with their answers must go together to be aligned; found on the first half of the pairs.
LEAST = 0.65


def measure() -> dict[str, float]:
    """The F1 of words (test part of MTReference) and of propositions (the second half of QA-Align's dev part)."""
    return {
        "words F1": measure_words("test"),
        "propositions F1, questions given": measure_questions(slice(1, None, 2)),
        "propositions F1, questions hidden": measure_spans(slice(1, None, 2)),
    }


class Tally:
    """What was found, and of it what is right; what was asked for."""

    def __init__(self) -> None:
        self.right = self.found = self.wanted = 0

    def add(self, found: set[Any], wanted: set[Any], allowed: set[Any] = frozenset()) -> None:  # type: ignore[assignment]
        """Counts one pair of sentences; what is only allowed is neither right nor wrong."""
        self.right += len(found & wanted)
        self.found += len(found - (allowed - wanted))
        self.wanted += len(wanted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(1, self.found + self.wanted)


def measure_words(part: str) -> float:
    """The F1 of corresponding words on a part of MTReference."""
    comparer, tally = load_comparer(), Tally()
    for line in (FOLDER / "mtref" / f"mtref-{part}.tsv").read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        left, right = columns[1].split(), columns[3].split()
        compared = comparer.compare(" ".join(left), " ".join(right))
        found = {
            (a, b)
            for here, there in compared.matches
            for a in _find_words(left, here)
            for b in _find_words(right, there)
        }
        tally.add(found, _read_pairs(columns[7]), _read_pairs(columns[8] if len(columns) > 8 else ""))
    return tally.f1


def _read_pairs(text: str) -> set[tuple[int, int]]:
    return {(int(a), int(b)) for a, b in (pair.split("-") for pair in text.split())}


def _find_words(words: list[str], span: Span) -> Iterator[int]:
    """The numbers of the words, joined by blanks, that the span touches."""
    at = 0
    for number, word in enumerate(words):
        if Span(at, at + len(word)).overlaps(span):
            yield number
        at += len(word) + 1


class Question(NamedTuple):
    """A proposition of a sentence: a question about one of its verbs, and the span that answers it."""

    name: str
    text: str
    verb: Span
    answer: Span


class Case(NamedTuple):
    """Two sentences, their questions, and the pairs of questions that are aligned."""

    left: str
    right: str
    lefts: tuple[Question, ...]
    rights: tuple[Question, ...]
    aligned: frozenset[tuple[str, str]]


def load_cases() -> Iterator[Case]:
    """The cases of QA-Align's dev part."""
    csv.field_size_limit(10**9)
    with (FOLDER / "qa-align" / "qaalign_dev_gold_official.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            aligned = {
                (a["qa_uuid"], b["qa_uuid"])
                for each in ast.literal_eval(row["alignments"])
                for a in each["sent1"]
                for b in each["sent2"]
            }
            sides = [_read_questions(row[f"tokens_{n}"], ast.literal_eval(row[f"qas_{n}"])) for n in (1, 2)]
            yield Case(row["tokens_1"], row["tokens_2"], sides[0], sides[1], frozenset(aligned))


def _read_questions(tokens: str, questions: list[dict[str, Any]]) -> tuple[Question, ...]:
    starts, at = [], 0
    words = tokens.split()
    for word in words:
        starts.append(at)
        at += len(word) + 1

    def cover(first: int, end: int) -> Span:
        return Span(starts[first], starts[end - 1] + len(words[end - 1]))

    found = []
    for each in questions:
        first, end = map(int, each["answer_range"].split(":"))
        verb = min(int(each["verb_idx"]), len(words) - 1)
        found.append(
            Question(each["qa_uuid"], each["question"], cover(verb, verb + 1), cover(first, min(end, len(words))))
        )
    return tuple(found)


def measure_questions(part: slice) -> float:
    """The F1 of aligned pairs of questions, the questions given."""
    comparer, encoder, tally = load_comparer(), load_encoder(), Tally()
    for case in list(load_cases())[part]:
        compared = comparer.compare(case.left, case.right)
        vectors = encoder.encode([question.text for question in (*case.lefts, *case.rights)])
        likeness = vectors @ vectors.T
        scored = sorted(
            (
                (-_score(compared, a, b, float(likeness[i, len(case.lefts) + j])), a.name, b.name)
                for i, a in enumerate(case.lefts)
                for j, b in enumerate(case.rights)
            )
        )
        taken: set[str] = set()
        found: set[tuple[str, str]] = set()
        for score, a, b in scored:
            if -score >= LEAST and not taken & {f"left {a}", f"right {b}"}:
                taken |= {f"left {a}", f"right {b}"}
                found.add((a, b))
        tally.add(found, set(case.aligned))
    return tally.f1


def _score(compared: Comparison, left: Question, right: Question, likeness: float) -> float:
    """How well two propositions go together: by their answers, their verbs and their questions."""
    verbs = any(a.overlaps(left.verb) and b.overlaps(right.verb) for a, b in compared.matches)
    return 0.5 * _share(compared, left.answer, right.answer) + 0.25 * verbs + 0.25 * likeness


def _share(compared: Comparison, left: Span, right: Span) -> float:
    """How many of the corresponding words that stand in either span correspond to one in the other."""
    here = {pair for pair in compared.matches if pair[0].overlaps(left)}
    there = {pair for pair in compared.matches if pair[1].overlaps(right)}
    return len(here & there) / max(1, len(here | there))


def measure_spans(part: slice) -> float:
    """The F1 of aligned spans, the questions hidden."""
    comparer = load_comparer()
    right = found = met = wanted = 0
    for case in list(load_cases())[part]:
        spans = {q.name: q.answer for q in (*case.lefts, *case.rights)}
        aligned = {(spans[a], spans[b]) for a, b in case.aligned if a in spans and b in spans}
        pairs = comparer.compare(case.left, case.right).matches
        hits = [{n for n, (a, b) in enumerate(pairs) if a.overlaps(x) and b.overlaps(y)} for x, y in aligned]
        wanted += len(aligned)
        met += sum(bool(hit) for hit in hits)
        found += len(pairs)
        right += len(set().union(*hits))
    precision, recall = right / max(1, found), met / max(1, wanted)
    return 2 * precision * recall / max(1e-9, precision + recall)


if __name__ == "__main__":
    print(measure() if len(sys.argv) < 2 else measure_words(sys.argv[1]))
