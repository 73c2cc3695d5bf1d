"""Wordings: the different sentences of a story, and which two of them may tell of one thing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

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
    owners = np.array([sentence.article for sentence in sheet.sentences])
    bounds = np.searchsorted(owners, np.arange(len(sheet.articles) + 1))
    parts = [(a, b) for a, b in pairwise(bounds.tolist()) if a < b]
    chosen: dict[tuple[int, int], float] = {}
    for (start, end), (first, last) in combinations(parts, 2):
        block = sheet.likeness[start:end, first:last]
        rights, lefts = block.argmax(axis=1), block.argmax(axis=0)
        for row, column in enumerate(rights):
            left, right = wording_of.get(start + row, -1), wording_of.get(first + int(column), -1)
            if lefts[column] == row and block[row, column] >= _LEAST_LIKENESS and -1 != left != right != -1:
                pair = min(left, right), max(left, right)
                chosen[pair] = max(chosen.get(pair, 0.0), float(block[row, column]))
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
