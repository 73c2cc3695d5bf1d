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
    before = _find_predecessors(a, b, i, j)
    step = i - i[before]
    cover = np.where(step > 0, np.minimum(step, GRAM), GRAM) + np.where(step > 1, _APART_BONUS, 0)
    root = _find_roots(before)
    strong = np.bincount(root, cover, len(root)) >= LEAST_COVER
    kept = np.flatnonzero(_spread(strong, a, b))
    kept = kept[np.argsort(root[kept], kind="stable")]
    first = np.flatnonzero(np.diff(root[kept], prepend=-1))
    return Chains(
        a[kept][first],
        b[kept][first],
        i[kept][first],
        _reduce(np.maximum, i[kept], first) + GRAM,
        _reduce(np.minimum, j[kept], first),
        _reduce(np.maximum, j[kept], first) + GRAM,
    )


def _sort(seeds: Seeds) -> NDArray[np.intp]:
    """The order of the seeds by article, article and word; no two have all three in common."""
    base = seeds.a.min() if len(seeds.a) else np.uint32(0)
    packed = (seeds.a - base).astype(np.uint64) << np.uint64(64 - BLOCK_BITS)
    packed |= (seeds.b.astype(np.uint64) << np.uint64(WORD_BITS)) | seeds.i
    return np.argsort(packed)


def _find_predecessors(a: Numbers, b: Numbers, i: NDArray[np.int64], j: NDArray[np.int64]) -> NDArray[np.int64]:
    """The number of the seed that each goes on from: the one before it or the one before that, else itself."""
    numbers = np.arange(len(a), dtype=np.int64)
    before = numbers.copy()
    # The nearer one is looked at last, and wins.
    for lag in (2, 1):
        ahead, gained = i[lag:] - i[:-lag], j[lag:] - j[:-lag]
        linked = (a[lag:] == a[:-lag]) & (b[lag:] == b[:-lag]) & (ahead <= REACH)
        linked &= (gained > 0) & (np.abs(gained - ahead) <= DRIFT)
        before[lag:][linked] = numbers[:-lag][linked]
    return before


def _find_roots(before: NDArray[np.int64]) -> NDArray[np.int64]:
    """The first seed of the chain that each belongs to.

    >>> _find_roots(np.array([0, 1, 0, 2, 1])).tolist()
    [0, 1, 0, 0, 1]
    """
    root = before
    while not np.array_equal(further := root[root], root):
        root = further
    return root


def _spread(strong: NDArray[np.bool_], a: Numbers, b: Numbers) -> NDArray[np.bool_]:
    """Which seeds belong to a pair of articles that has a strong one."""
    new = np.ones(len(a), bool)
    new[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
    pair = np.cumsum(new) - 1
    return np.asarray(np.bincount(pair, strong, len(a))[pair] > 0)


def _reduce(function: np.ufunc, values: NDArray[np.int64], first: NDArray[np.intp]) -> NDArray[np.int64]:
    return np.asarray(function.reduceat(values, first)) if len(first) else values[:0]
