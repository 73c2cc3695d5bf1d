"""Postings: where each run of words stands, joined into pairs of places in two articles that share it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from recension.text.wordcodes import Hashes

# Four words: of a passage with 40 % of its words changed, one run in eight survives; of three, one in five, but
# four times as many pairs share one by chance.
GRAM = 4
# A run is paired with its next neighbours among the articles that share it. All copies of a passage have the same
# neighbours, so they stay one cluster; a stock phrase has others each time and adds up to nothing.
NEIGHBOURS = 16
# What stands in this many articles of one outlet is its boilerplate: no pairs within the outlet.
BOILERPLATE = 5

# Widths in bits of what is packed into one number to be sorted: numpy sorts numbers some ten times faster than rows.
WORD_BITS = 18
_INDEX_BITS = 28
_ARTICLE_BITS = 24
MOST_WORDS = 1 << WORD_BITS
MOST_ARTICLES = 1 << _ARTICLE_BITS
MOST_POSTINGS = 1 << (64 - _ARTICLE_BITS - WORD_BITS)

Numbers = NDArray[np.uint32]


class Postings(NamedTuple):
    """Runs of words and where they stand: hash, number of the article, number of the first word; all of one length."""

    hashes: Hashes
    articles: Numbers
    words: Numbers


class Seeds(NamedTuple):
    """Places that share a run of words: word `i` of article `a` and word `j` of article `b`, a < b."""

    a: Numbers
    b: Numbers
    i: Numbers
    j: Numbers


def find_seeds(postings: Postings, outlets: Numbers) -> Seeds:
    """The pairs of places that share a run, but for what an outlet says in all its articles.

    `outlets` has the number of each article's outlet, zero where none is known.
    """
    groups, articles, words = _select_shared(postings)
    own = outlets[articles]
    boilerplate = _find_boilerplate(groups, own)
    found: list[tuple[NDArray[np.intp], NDArray[np.intp]]] = [(np.zeros(0, np.intp), np.zeros(0, np.intp))]
    for distance in range(1, min(NEIGHBOURS, len(groups) - 1) + 1):
        left = np.flatnonzero(groups[distance:] == groups[:-distance])
        left = left[~(boilerplate[left] & (own[left] == own[left + distance]))]
        found.append((left, left + distance))
    left = np.concatenate([pair[0] for pair in found])
    right = np.concatenate([pair[1] for pair in found])
    return Seeds(articles[left], articles[right], words[left], words[right])


def _select_shared(postings: Postings) -> tuple[NDArray[np.uint64], Numbers, Numbers]:
    """The runs that several articles have, each once an article: group, article and word, in this order."""
    count = len(postings.hashes)
    packed = np.sort((postings.hashes << np.uint64(_INDEX_BITS)) | np.arange(count, dtype=np.uint64))
    runs = packed >> np.uint64(_INDEX_BITS)
    alike = runs[1:] == runs[:-1]
    shared = np.zeros(count, bool)
    shared[1:] |= alike
    shared[:-1] |= alike
    number = np.cumsum(np.concatenate(([False], ~alike)))[shared] if count else np.zeros(0, np.intp)
    index = packed[shared] & np.uint64((1 << _INDEX_BITS) - 1)
    place = (postings.articles[index].astype(np.uint64) << np.uint64(WORD_BITS)) | postings.words[index]
    packed = np.sort((number.astype(np.uint64) << np.uint64(_ARTICLE_BITS + WORD_BITS)) | place)
    packed = packed[_starts(packed >> np.uint64(WORD_BITS))]
    groups = packed >> np.uint64(_ARTICLE_BITS + WORD_BITS)
    packed = packed[_count_runs(groups) > 1]
    articles = (packed >> np.uint64(WORD_BITS)) & np.uint64(MOST_ARTICLES - 1)
    words = packed & np.uint64(MOST_WORDS - 1)
    return packed >> np.uint64(_ARTICLE_BITS + WORD_BITS), articles.astype(np.uint32), words.astype(np.uint32)


def _find_boilerplate(groups: NDArray[np.uint64], own: Numbers) -> NDArray[np.bool_]:
    """Which postings belong to a run that their outlet has in BOILERPLATE or more articles."""
    packed = (groups << np.uint64(32)) | own
    order = np.argsort(packed)
    found = np.zeros(len(groups), bool)
    found[order] = _count_runs(packed[order]) >= BOILERPLATE
    return found & (own > 0)


def _starts(values: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which of the sorted `values` differ from the one before."""
    return np.concatenate(([True], values[1:] != values[:-1])) if len(values) else np.zeros(0, bool)


def _count_runs(values: NDArray[np.uint64]) -> NDArray[np.intp]:
    """How often each of the sorted `values` stands there.

    >>> _count_runs(np.array([3, 3, 5], np.uint64)).tolist()
    [2, 2, 1]
    """
    borders = np.flatnonzero(np.append(_starts(values), True))
    sizes = np.diff(borders)
    return np.repeat(sizes, sizes)
