"""Made cases: articles of the newsroom stories with one slot changed by rule, or only put in other words.

    python -m eval.changes             the share of cases judged rightly, by kind; --misses shows the others
    python -m eval.changes KIND …      only these kinds

Each case is an article and a copy of it. Where a slot was changed, a conflict or update has to stand on it ("changes
number" is the share of the changed numbers that are shown), and nowhere else ("changes silence" is the share of all
cases without a false one). Every second copy is put in other words besides, so that it is no plain copy. Nothing of
the stories is kept here: the cases are made when they are measured.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from eval.newsroom import STORIES
from eval.rewording import REWORDINGS, reword
from eval.slots import SLOTS
from recension.engine.gather import gather
from recension.models import StaticEncoder, load_comparer
from recension.records import Article, Fact, Span, Story, Trace
from recension.stages.collate import collate
from recension.text.sentences import find_sentences

# Sentences before and after the one that is changed.
AROUND = 4
# A sentence longer than this is a paragraph that no full stop parts.
LONGEST = 400
ENCODER, COMPARER = StaticEncoder(), load_comparer()


class Case(NamedTuple):
    """An article and its changed copy; `left` and `right` are what was changed, None where both say the same."""

    kind: str
    text: str
    copy: str
    left: Span | None
    right: Span | None


class Outcome(NamedTuple):
    """Whether the changed slot was shown as differing, and the facts that wrongly were."""

    case: Case
    found: bool
    false: tuple[Fact, ...]


def measure() -> dict[str, float]:
    """The share of changes found, by kind, their mean, and the share of all cases without a false conflict."""
    outcomes = list(find_outcomes())
    by_kind: dict[str, list[bool]] = defaultdict(list)
    for outcome in outcomes:
        if outcome.case.left is not None:
            by_kind[f"changes {outcome.case.kind}"].append(outcome.found)
    figures = {kind: sum(found) / len(found) for kind, found in sorted(by_kind.items())}
    same = [o for o in outcomes if o.case.left is None]
    return {
        **figures,
        "changes mean": sum(figures.values()) / len(figures),
        "changes silence": sum(not o.false for o in outcomes) / len(outcomes),
        "changes silence on other words": sum(not o.false for o in same) / len(same),
        "changes cases": len(outcomes),
    }


def find_outcomes(kinds: Sequence[str] = ()) -> Iterator[Outcome]:
    """What collation says of every case, of these kinds or of all."""
    for number, article in enumerate(load_articles()):
        for case in make_cases(number, article.text):
            if not kinds or case.kind in kinds:
                yield judge(article, case)


def load_articles() -> Iterator[Article]:
    """The repaired articles of all stories, in order."""
    for story in sorted(path for path in STORIES.iterdir() if path.is_dir()):
        yield from sorted(gather([str(story / "articles")], lambda *_: None).articles, key=lambda a: a.id)


def make_cases(number: int, text: str) -> Iterator[Case]:
    """The cases of one article: each change of a slot where it can first be made, and every other rewording."""
    sentences = [s for s in find_sentences(text) if s.end - s.start <= LONGEST]
    for place, (kind, change) in enumerate(SLOTS.items()):
        first = (7 * number + 3 * place) % max(1, len(sentences))
        order = sentences[first:] + sentences[:first]
        found = next((case for s in order for case in _change(text, s, kind, change)), None)
        if found is not None:
            case = _reword_around(found, sentences) if (number + place) % 2 else found
            yield _cut(case, sentences)
    part = text[: sentences[min(2 * AROUND, len(sentences) - 1)].end] if sentences else ""
    for kind, rewording in list(REWORDINGS.items())[number % 2 :: 2]:
        copy = rewording(part)
        if copy != part:
            yield Case(kind, part, copy, None, None)


def _cut(case: Case, sentences: Sequence[Span]) -> Case:
    """The case with some sentences around the slot only, which takes a third of the time."""
    assert case.left is not None
    assert case.right is not None
    home = next(k for k, s in enumerate(sentences) if s.end > case.left.start)
    start, end = sentences[max(0, home - AROUND)].start, sentences[min(len(sentences) - 1, home + AROUND)].end
    end_of_copy = end + len(case.copy) - len(case.text)
    left, right = (Span(s.start - start, s.end - start) for s in (case.left, case.right))
    return Case(case.kind, case.text[start:end], case.copy[start:end_of_copy], left, right)


def _change(text: str, sentence: Span, kind: str, change: Callable[[str], tuple[Span, str] | None]) -> Iterator[Case]:
    """The article with the change made in one sentence, where it can be made."""
    made = change(sentence.of(text))
    if made is not None:
        span, new = made
        left = Span(sentence.start + span.start, sentence.start + span.end)
        copy = text[: left.start] + new + text[left.end :]
        yield Case(kind, text, copy, left, Span(left.start, left.start + len(new)))


def _reword_around(case: Case, sentences: Sequence[Span]) -> Case:
    """The case with the words around its slot reworded in the copy."""
    assert case.left is not None
    assert case.right is not None
    home = next(s for s in sentences if s.contains(Span(case.left.start, case.left.start + 1)))
    before = reword(case.copy[home.start : case.right.start])
    end = home.end + len(case.copy) - len(case.text)
    after = reword(case.copy[case.right.end : end])
    start = home.start + len(before)
    right = Span(start, start + case.right.end - case.right.start)
    copy = case.copy[: home.start] + before + case.right.of(case.copy) + after + case.copy[end:]
    return case._replace(copy=copy, right=right)


def judge(article: Article, case: Case) -> Outcome:
    """What collation says of the article and its copy."""
    pair = replace(article, id="a1", text=case.text), replace(article, id="a2", text=case.copy)
    facts = collate(Story("s1", "", ("a1", "a2")), pair, (), Trace(), ENCODER, COMPARER).facts
    differing = [f for f in facts if f.verdict in {"conflict", "update"}]
    right = [f for f in differing if _is_on(f, case)]
    return Outcome(case, bool(right), tuple(f for f in differing if f not in right))


def _is_on(fact: Fact, case: Case) -> bool:
    """Whether the fact's readings stand on what was changed, in both texts."""
    if case.left is None or case.right is None:
        return False
    spans = {"a1": case.left, "a2": case.right}
    return {r.article for r in fact.readings if r.span.overlaps(spans[r.article])} == {"a1", "a2"}


def main(arguments: Sequence[str]) -> None:
    """Prints the figures, and with --misses the cases judged wrongly."""
    if "--misses" not in arguments:
        for name, value in measure().items():
            print(f"{name:<40} {value:.3f}")
        return
    for case, found, false in find_outcomes([a for a in arguments if not a.startswith("--")]):
        if case.left is not None and case.right is not None and not found:
            sentence = next(s for s in find_sentences(case.copy) if s.overlaps(case.right))
            shown = re.sub(r"\s+", " ", sentence.of(case.copy))
            print(f"{case.kind} not found: {case.left.of(case.text)} | {case.right.of(case.copy)} | {shown}")
        for fact in false:
            print(f"{case.kind} false: {fact.slot} {fact.label} {[r.value for r in fact.readings]}")


if __name__ == "__main__":
    main(sys.argv[1:])
