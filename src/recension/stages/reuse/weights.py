"""Weights: how much it says that two articles share a word, given the word before it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from recension.text.wordcodes import CODES, Codes, hash_runs

# Pairs of words are counted in a table of this many places; some share one, which makes them seem more common.
_PAIR_PLACES = 1 << 22
# Surprise, in powers of ten, below which a word counts least and above which it counts most.
_EXPECTED, _SURPRISING = 0.7, 3.2
_LEAST, _MOST = 0.1, 1.2
# A word that the one before it foretells still counts for this part of what it would count alone: a passage that was
# reprinted often looks like a fixed phrase, but is longer than any.
_PREDICTABLE = 0.5


# A pair of words that stands in fewer articles than this and one in COPIES_SHARE of all may be there by reprints alone.
COPIES = 50
COPIES_SHARE = 500


class Counts(NamedTuple):
    """How often each word and each pair of neighbours stands in an archive."""

    words: NDArray[np.uint32]
    pairs: NDArray[np.uint32]


def make_counts() -> Counts:
    """Counts of nothing."""
    return Counts(np.zeros(CODES, np.uint32), np.zeros(_PAIR_PLACES, np.uint32))


def count_words(counts: Counts, codes: Codes, starts: NDArray[np.int64]) -> None:
    """Adds articles to `counts`: their words in a row, of which `starts` begin an article."""
    counts.words[:] += np.bincount(codes, minlength=CODES).astype(np.uint32)
    places = _find_places(codes)
    kept = np.ones(len(places), bool)
    inner = starts[(starts > 0) & (starts <= len(places))]
    kept[inner - 1] = False
    counts.pairs[:] += np.bincount(places[kept], minlength=_PAIR_PLACES).astype(np.uint32)


def weigh_words(codes: Codes, counts: Counts, copies: int) -> NDArray[np.float64]:
    """The weight of each word of an article, from its surprise after the word before it.

    Names and fixed phrases ("Allergy and Infectious Diseases") thus weigh no more than their first word. A pair of
    words has to stand in the archive well over `copies` times to be held for fixed, so that reprints do not weigh
    less than what was never copied.
    """
    total = max(1, int(counts.words.sum(dtype=np.int64)))
    alone = counts.words[codes] / total
    given = alone.copy()
    if len(codes) > 1:
        before = np.maximum(counts.words[codes[:-1]].astype(np.float64) - 2, 0)
        together = np.minimum(np.maximum(counts.pairs[_find_places(codes)].astype(np.float64) - 2, 0), before)
        given[1:] = (together + copies * alone[1:]) / (before + copies)
    return np.asarray(np.maximum(_scale(alone) * _PREDICTABLE, _scale(given)))


def _scale(likelihood: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weight of words of this likelihood."""
    surprise = -np.log10(np.maximum(likelihood, 1e-9))
    return np.clip((surprise - _EXPECTED) / (_SURPRISING - _EXPECTED), _LEAST, _MOST)


def _find_places(codes: Codes) -> NDArray[np.intp]:
    return (hash_runs(codes, 2) % np.uint64(_PAIR_PLACES)).astype(np.intp)
