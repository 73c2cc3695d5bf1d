"""Opposites: a word and one that excludes it, in the same place of two sentences that else say the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from recension.records import Slot
from recension.rules import load_rules
from recension.stages.collate.contrast import Contrast
from recension.stages.collate.mentions import Mention
from recension.stages.collate.parallel import Parallel, measure_frame
from recension.stages.collate.sheet import Sheet

# How much of the words around must be the same, and how alike the sentences: at 0.4 and 0.4 paraphrases come in.
_LEAST_FRAME = 0.55
_LEAST_LIKENESS = 0.5


def find_opposite_contrasts(sheet: Sheet, parallels: Sequence[Parallel]) -> Iterator[Contrast]:
    """Pairs of words that exclude each other, each without a counterpart in the other sentence."""
    table = load_opposites()
    for pair in parallels:
        if sheet.likeness[pair.left, pair.right] < _LEAST_LIKENESS:
            continue
        a, b = sheet.sentences[pair.left].tokens, sheet.sentences[pair.right].tokens
        taken = {k for k in pair.match if k is not None}
        right = {t.text.lower(): k for k, t in enumerate(b) if k not in taken}
        for here, token in enumerate(a):
            word = token.text.lower()
            if pair.match[here] is not None or word not in table:
                continue
            for other in sorted(table[word].keys() & right.keys()):
                there = right[other]
                score = measure_frame(sheet, pair, (here, here + 1), (there, there + 1))
                if score >= _LEAST_FRAME and _is_next(pair, here, there):
                    slot = table[word][other]
                    sides = (_mention(sheet, pair.left, here, slot), _mention(sheet, pair.right, there, slot))
                    yield Contrast(*sides, (pair.left, word), (pair.left, other), score)


def _is_next(pair: Parallel, here: int, there: int) -> bool:
    """Whether a neighbour of one is the neighbour of the other."""
    before = here > 0 and pair.match[here - 1] == there - 1 and there > 0
    after = here + 1 < len(pair.match) and pair.match[here + 1] == there + 1
    return before or after


def _mention(sheet: Sheet, number: int, place: int, slot: Slot) -> Mention:
    sentence = sheet.sentences[number]
    token = sentence.tokens[place]
    return Mention(number, sentence.article, token.start, token.end, slot, token.text)


@cache
def load_opposites() -> dict[str, dict[str, Slot]]:
    """For each word those that exclude it, and what kind of thing then differs.

    >>> load_opposites()["first"], "train" in load_opposites()["train"]
    ({'last': 'action'}, False)
    """
    rules = load_rules("opposites")
    table: dict[str, dict[str, Slot]] = defaultdict(dict)
    for pair in rules["pairs"]:
        left, right = (side.strip().split(", ") for side in pair.split("|"))
        for one in left:
            for two in right:
                table[one][two] = table[two][one] = "action"
    for family in rules["families"]:
        words = family.split(", ")
        for one in words:
            table[one] |= {two: "object" for two in words if two != one}
    return dict(table)
