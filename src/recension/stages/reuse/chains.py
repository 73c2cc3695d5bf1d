"""Chains: seeds that lie near one another and in one order in both articles, which is what reuse looks like."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from recension.stages.reuse.postings import GRAM, WORD_BITS, Numbers, Seeds

# Articles `a` of one call lie within a range of two to this power.
BLOCK_BITS = 20

# Two seeds of one passage lie at most this many words apart, and have gained or lost at most so many between them.
REACH = 40
DRIFT = 16
# Words that a chain has to cover, two seeds with a change between them counting as two words more.
LEAST_COVER = 8
_APART_BONUS = 2


class Chains(NamedTuple):
    """Runs of seeds: from word `i` to before `i_end` of article `a`, from `j` to before `j_end` of article `b`."""

    a: Numbers
    b: Numbers
    i: NDArray[np.int64]
    i_end: NDArray[np.int64]
    j: NDArray[np.int64]
    j_end: NDArray[np.int64]


def find_chains(seeds: Seeds) -> Chains:
    """The chains of the pairs of articles of which one chain at least covers enough words to be worth a closer look.

    They come by article, article and place.
    """
    order = _sort(seeds)
    a, b = seeds.a[order], seeds.b[order]
    i, j = seeds.i[order].astype(np.int64), seeds.j[order].astype(np.int64)
    near, next_near = _link(a, b, i, j, 1), _link(a, b, i, j, 2)
    linked = near | next_near
    number = np.cumsum(~linked) - 1
    step = np.where(near, _step(i, 1), _step(i, 2))
    gain = np.where(linked, np.minimum(step, GRAM), GRAM)
    bonus = np.where(linked & (step > 1), _APART_BONUS, 0)
    total = int(number[-1]) + 1 if len(number) else 0
    first = np.flatnonzero(~linked)
    strong = np.bincount(number, gain + bonus, total) >= LEAST_COVER
    enough = _spread(strong, a[first], b[first])
    return Chains(
        a[first][enough],
        b[first][enough],
        i[first][enough],
        _reduce(np.maximum, i, first)[enough] + GRAM,
        _reduce(np.minimum, j, first)[enough],
        _reduce(np.maximum, j, first)[enough] + GRAM,
    )


def _sort(seeds: Seeds) -> NDArray[np.intp]:
    """The order of the seeds by article, article and word; no two have all three in common."""
    base = seeds.a.min() if len(seeds.a) else np.uint32(0)
    packed = (seeds.a - base).astype(np.uint64) << np.uint64(64 - BLOCK_BITS)
    packed |= (seeds.b.astype(np.uint64) << np.uint64(WORD_BITS)) | seeds.i
    return np.argsort(packed)


def _link(a: Numbers, b: Numbers, i: NDArray[np.int64], j: NDArray[np.int64], lag: int) -> NDArray[np.bool_]:
    """Whether each seed goes on from the seed `lag` places before it."""
    linked = np.zeros(len(a), bool)
    ahead, drift = i[lag:] - i[:-lag], np.abs((j[lag:] - i[lag:]) - (j[:-lag] - i[:-lag]))
    linked[lag:] = (
        (a[lag:] == a[:-lag]) & (b[lag:] == b[:-lag]) & (ahead <= REACH) & (drift <= DRIFT) & (j[lag:] > j[:-lag])
    )
    return linked


def _spread(strong: NDArray[np.bool_], a: Numbers, b: Numbers) -> NDArray[np.intp]:
    """The chains of the pairs of articles that have a strong one."""
    new = np.ones(len(a), bool)
    new[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
    pair = np.cumsum(new) - 1
    return np.flatnonzero(np.bincount(pair, strong)[pair] > 0) if len(a) else np.zeros(0, np.intp)


def _step(i: NDArray[np.int64], lag: int) -> NDArray[np.int64]:
    """How many words each seed stands after the seed `lag` places before it."""
    step = np.zeros(len(i), np.int64)
    step[lag:] = i[lag:] - i[:-lag]
    return step


def _reduce(function: np.ufunc, values: NDArray[np.int64], first: NDArray[np.intp]) -> NDArray[np.int64]:
    return np.asarray(function.reduceat(values, first)) if len(first) else values[:0]
