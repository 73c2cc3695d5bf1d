"""Passages: the words around a chain aligned, and what is shared cut out at its ends."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from recension.records import ReuseKind

# Words looked at before and after a chain; where the shared passage reaches the border, the next stretch is looked at.
MARGIN = 60
WIDEST = 4_000
_BORDER = 3
# A word of one passage without a counterpart costs this; a word with one gains its weight (0.15 to 1.2).
GAP_COST = 0.35
# A passage ends where it has lost this much since its best: some 15 foreign words in a row.
DROP = 6.0
# Weight that two passages must share, and that a further pair of passages of the same two articles must.
LEAST_WEIGHT = 6.0
LEAST_FURTHER = 4.0
# Parts of the longer passage's words that stand in the other in the same order: the bound that `trace` uses.
VERBATIM = 0.92


class SharedPassage(NamedTuple):
    """Words `i` to before `i_end` of one article, `j` to before `j_end` of the other, of which `common` are shared."""

    i: int
    i_end: int
    j: int
    j_end: int
    common: int
    weight: float

    @property
    def score(self) -> float:
        """The part of the longer passage's words that the other has in the same order, 0..1."""
        return self.common / max(self.i_end - self.i, self.j_end - self.j)

    @property
    def kind(self) -> ReuseKind:
        """Verbatim or edited."""
        return "verbatim" if self.score >= VERBATIM else "edited"


class Chain(NamedTuple):
    """Where to look: words `i` to before `i_end` of one article against `j` to before `j_end` of the other."""

    i: int
    i_end: int
    j: int
    j_end: int


def find_passages(left: str, right: str, weights: Sequence[float], chains: Sequence[Chain]) -> list[SharedPassage]:
    """The passages that two articles share, found from `chains`; words are single characters of `left` and `right`.

    `weights` are running sums of the weights of the words of `left`, with a zero in front.

    >>> [p[:5] for p in find_passages("abcdefgh", "xabcdefg", [float(n) for n in range(9)], [Chain(0, 4, 1, 5)])]
    [(0, 7, 1, 8, 7)]
    """
    found: list[SharedPassage] = []
    for chain in chains:
        if any(_holds(passage, chain) for passage in found):
            continue
        for passage in _align(left, right, weights, chain):
            if not any(_overlap(passage, other) for other in found):
                found.append(passage)
    strongest = max((passage.weight for passage in found), default=0.0)
    if strongest < LEAST_WEIGHT:
        return []
    return sorted(passage for passage in found if passage.weight >= LEAST_FURTHER)


def _align(left: str, right: str, weights: Sequence[float], chain: Chain) -> Iterator[SharedPassage]:
    """The passages around one chain: the window grows as long as a passage fills it to its border."""
    before = after = MARGIN
    while True:
        i, i_end = max(0, chain.i - before), min(len(left), chain.i_end + after)
        j, j_end = max(0, chain.j - before), min(len(right), chain.j_end + after)
        passages = list(_cut(left[i:i_end], right[j:j_end], weights, i, j))
        at_start = any(min(p.i - i, p.j - j) < _BORDER and min(i, j) > 0 for p in passages)
        at_end = any(
            min(i_end - p.i_end, j_end - p.j_end) < _BORDER and i_end < len(left) and j_end < len(right)
            for p in passages
        )
        if not (at_start or at_end) or max(before, after) > WIDEST:
            break
        before, after = before << at_start, after << at_end
    for passage in passages:
        yield _widen(left, right, weights, passage)


def _cut(left: str, right: str, weights: Sequence[float], i0: int, j0: int) -> Iterator[SharedPassage]:
    """The stretches of the common subsequence that gain more by shared words than they lose by others."""
    score = gained = 0.0
    common = a_end = b_end = 0
    first = (0, 0)
    best, kept = 0.0, SharedPassage(0, 0, 0, 0, 0, 0.0)
    for a, b, size in LCSseq.opcodes(left, right).as_matching_blocks():
        score -= GAP_COST * max(a - a_end, b - b_end)
        if size == 0 or score <= 0 or score < best - DROP:
            if kept.weight >= LEAST_FURTHER:
                yield kept
            score = gained = best = 0.0
            common, first, kept = 0, (a, b), SharedPassage(0, 0, 0, 0, 0, 0.0)
        weight = weights[i0 + a + size] - weights[i0 + a]
        score, gained, common = score + weight, gained + weight, common + size
        a_end, b_end = a + size, b + size
        if score >= best:
            best = score
            kept = SharedPassage(i0 + first[0], i0 + a_end, j0 + first[1], j0 + b_end, common, gained)


def _widen(left: str, right: str, weights: Sequence[float], passage: SharedPassage) -> SharedPassage:
    """The passage with the words at its ends that both articles have: of two ways to align, one may miss them."""
    i, i_end, j, j_end, common, weight = passage
    while min(i, j) > 0 and left[i - 1] == right[j - 1]:
        i, j = i - 1, j - 1
    while i_end < len(left) and j_end < len(right) and left[i_end] == right[j_end]:
        i_end, j_end = i_end + 1, j_end + 1
    more = weights[passage.i] - weights[i] + weights[i_end] - weights[passage.i_end]
    return SharedPassage(i, i_end, j, j_end, common + passage.i - i + i_end - passage.i_end, weight + more)


def _holds(passage: SharedPassage, chain: Chain) -> bool:
    return (
        passage.i <= chain.i and chain.i_end <= passage.i_end and passage.j <= chain.j and chain.j_end <= passage.j_end
    )


def _overlap(one: SharedPassage, other: SharedPassage) -> bool:
    """Whether the two share words on both sides."""
    return one.i < other.i_end and other.i < one.i_end and one.j < other.j_end and other.j < one.j_end
