"""Wordings: the different sentences of a story, and which two of them may tell of one thing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recension.stages.collate.link import find_links
from recension.stages.collate.sheet import Sheet

# Sentences less alike than this seldom speak of one thing.
_LEAST_LIKENESS = 0.3
# So many other sentences each is compared with at most, those most like it: bounds the work in large stories.
_MOST_PARTNERS = 10


@dataclass(frozen=True, slots=True)
class Wording:
    """One way of saying something: the numbers of the sentences that read so, up to marks and case."""

    text: str
    sentences: tuple[int, ...]


def find_wordings(sheet: Sheet) -> tuple[Wording, ...]:
    """The wordings of the sheet in the order of their first sentences; sentences of two words tell nothing."""
    found: dict[tuple[str, ...], list[int]] = {}
    for number, sentence in enumerate(sheet.sentences):
        if len(sentence.tokens) > 2:
            found.setdefault(tuple(token.text.lower() for token in sentence.tokens), []).append(number)
    return tuple(Wording(sheet.sentences[numbers[0]].text, tuple(numbers)) for numbers in found.values())


def pair_wordings(sheet: Sheet, wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs of wordings of two articles of which each is the most like the other that the other's article has."""
    wording_of = {number: k for k, wording in enumerate(wordings) for number in wording.sentences}
    chosen: dict[tuple[int, int], float] = {}
    for link in find_links(sheet.likeness, sheet.sentences, _LEAST_LIKENESS):
        left, right = wording_of.get(link.left, -1), wording_of.get(link.right, -1)
        if -1 != left != right != -1:
            # The surest link of two wordings comes first.
            chosen.setdefault((min(left, right), max(left, right)), link.score)
    yield from _thin_out(chosen)


def _thin_out(chosen: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs in order, of each wording those with the most like others only."""
    count: Counter[int] = Counter()
    kept = []
    for pair in sorted(chosen, key=lambda each: (-chosen[each], each)):
        if max(count[pair[0]], count[pair[1]]) < _MOST_PARTNERS:
            count.update(pair)
            kept.append(pair)
    return sorted(kept)
