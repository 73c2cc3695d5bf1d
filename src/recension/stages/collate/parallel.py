"""Parallel sentences: pairs of two articles that say nearly the same, their words set against each other."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import LCSseq

from recension.stages.collate.mentions import MOST_LETTERS, Mention
from recension.stages.collate.sheet import Matrix, Sentence, Sheet, Token

# Below 0.4 the words that two sentences share stand in another order, and their places say nothing.
_LEAST_LIKENESS = 0.4
# Words on either side of a place by which it is told whether two places are the same.
_REACH = 5


Words = tuple[int, ...]
Match = tuple[int | None, ...]


@dataclass(frozen=True)
class Parallel:
    """Two sentences by their numbers; `match` gives for each word of `left` its counterpart in `right`, or None."""

    left: int
    right: int
    match: Match

    def turn(self, count: int) -> "Parallel":
        """The same with the sides exchanged; `count` is the number of words on the right."""
        back: list[int | None] = [None] * count
        for here, there in enumerate(self.match):
            if there is not None:
                back[there] = here
        return Parallel(self.right, self.left, tuple(back))


def find_parallels(sheet: Sheet) -> tuple[Parallel, ...]:
    """For each sentence and each other article the most like sentence, where it is near enough."""
    owners = np.array([s.article for s in sheet.sentences])
    bounds = np.searchsorted(owners, np.arange(len(sheet.articles) + 1))
    chosen: set[tuple[int, int]] = set()
    for later, first in ((x, y) for x in range(len(sheet.articles)) for y in range(x)):
        block = sheet.likeness[bounds[later] : bounds[later + 1], bounds[first] : bounds[first + 1]]
        if block.size:
            chosen.update((bounds[first] + j, bounds[later] + i) for i, j in _find_best(block))
    words = [tuple(t.key for t in sentence.tokens) for sentence in sheet.sentences]
    # Of two sentences that were reprinted often the words are set against each other once.
    matches: dict[tuple[Words, Words], Match] = {}
    found: list[Parallel] = []
    for left, right in sorted((int(i), int(j)) for i, j in chosen):
        pair = words[left], words[right]
        if pair not in matches:
            matches[pair] = _align(*pair)
        found.append(Parallel(left, right, matches[pair]))
    return tuple(found)


def _find_best(block: Matrix) -> Iterator[tuple[int, int]]:
    """The cells that are the highest of their row or column and high enough."""
    rows, columns = block.argmax(axis=1), block.argmax(axis=0)
    for i, j in enumerate(rows):
        if block[i, j] >= _LEAST_LIKENESS:
            yield i, int(j)
    for j, i in enumerate(columns):
        if block[i, j] >= _LEAST_LIKENESS:
            yield int(i), j


def _align(left: Words, right: Words) -> Match:
    """The words of both in the longest series that stands in both: for each of `left` its counterpart, or None."""
    match: list[int | None] = [None] * len(left)
    for block in LCSseq.opcodes(left, right):
        if block.tag == "equal":
            match[block.src_start : block.src_end] = range(block.dest_start, block.dest_end)
    return tuple(match)


def measure_frame(sheet: Sheet, pair: Parallel, here: tuple[int, int], there: tuple[int, int]) -> float:
    """How much of what stands around two places is the same, 0..1: by weight, of the poorer of both sides.

    `here` are the first and the end of the words of the place on the left, `there` of that on the right.
    """
    a, b = sheet.sentences[pair.left].tokens, sheet.sentences[pair.right].tokens
    near_b = set(_around(there, len(b)))
    common = [k for k in _around(here, len(a)) if pair.match[k] in near_b]
    shared = sum(_weigh(sheet, a[k]) for k in common)
    whole = max(
        sum(_weigh(sheet, tokens[k]) for k in _around(place, len(tokens))) for tokens, place in ((a, here), (b, there))
    )
    return shared / whole if whole else 0.0


def _around(place: tuple[int, int], count: int) -> tuple[int, ...]:
    start, end = place
    return (*range(max(0, start - _REACH), start), *range(end, min(count, end + _REACH)))


def _weigh(sheet: Sheet, token: Token) -> float:
    """What a word tells; those without content hold the place a little, too."""
    return max(float(sheet.weights[token.key]), 0.5)


def find_place(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The first and the end of the words of a sentence that stand from `start` to `end` of the article's text."""
    tokens = sentence.tokens
    first = next((k for k, t in enumerate(tokens) if t.end > start), len(tokens))
    last = next((k for k, t in enumerate(tokens) if t.start >= end), len(tokens))
    return first, max(first, last)


def make_clause(sheet: Sheet, number: int, first: int, last: int) -> Mention:
    """The words from `first` to `last` with some around them, as one mention that is short enough to be shown."""
    sentence = sheet.sentences[number]
    tokens = sentence.tokens
    start, end = first, last
    for _ in range(4):
        for low, high in ((start, min(end + 1, len(tokens) - 1)), (max(0, start - 1), end)):
            if tokens[high].end - tokens[low].start <= MOST_LETTERS and not _parts(
                sheet, sentence, low, high, first, last
            ):
                start, end = low, high
    text = sheet.articles[sentence.article].text
    value = " ".join(text[tokens[start].start : tokens[end].end].split())
    return Mention(number, sentence.article, tokens[start].start, tokens[end].end, "other", value)


def _parts(sheet: Sheet, sentence: Sentence, low: int, high: int, first: int, last: int) -> bool:
    """Whether a pause would come in on either side."""
    text, tokens = sheet.articles[sentence.article].text, sentence.tokens
    sides = (text[tokens[low].start : tokens[first].start], text[tokens[last].end : tokens[high].end])
    return any(c in ',;:()“”"—' for side in sides for c in side)
