"""Near-duplicates: whole articles that are the same but for some words, found among many at once."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from recension.stages.reuse.postings import NEIGHBOURS
from recension.text.wordcodes import Codes, hash_runs

# Runs of three words: one word in ten changed leaves seven runs in ten.
GRAM = 3
# One run in four stands for all: of an article of 200 words 50, enough to tell a likeness of 0.5 to within 0.1.
_SAMPLE = 4
_NUMBER_BITS = 24


class Duplicates(NamedTuple):
    """Pairs of articles a < b, and the share of their runs of words that both have (Jaccard), as estimated."""

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    likeness: NDArray[np.float64]


def find_duplicates(articles: Sequence[Codes], least: float = 0.5) -> Duplicates:
    """The pairs of articles that are alike by at least `least`; of many copies each is paired with its next sixteen.

    Runs in more articles than these are counted with some pairs only, so that most articles seem a little less alike.

    >>> from recension.text.wordcodes import encode_words
    >>> texts = ("the ferry ran aground near the old harbour at dawn on a grey day", "nobody was hurt, the owners say")
    >>> found = find_duplicates([encode_words(text).codes for text in (*texts, texts[0])])
    >>> found.a.tolist(), found.b.tolist(), found.likeness.tolist()
    ([0], [2], [1.0])
    """
    sketches = [_sketch(codes) for codes in articles]
    sizes = np.array([len(sketch) for sketch in sketches], np.int64)
    numbers = np.repeat(np.arange(len(sketches), dtype=np.uint64), sizes)
    hashes = np.concatenate([*sketches, np.zeros(0, np.uint64)])
    packed = np.sort((hashes << np.uint64(_NUMBER_BITS)) | numbers)
    runs, holders = packed >> np.uint64(_NUMBER_BITS), packed & np.uint64((1 << _NUMBER_BITS) - 1)
    found: list[NDArray[np.uint64]] = [np.zeros(0, np.uint64)]
    for distance in range(1, min(NEIGHBOURS, len(runs) - 1) + 1):
        left = np.flatnonzero(runs[distance:] == runs[:-distance])
        found.append((holders[left] << np.uint64(32)) | holders[left + distance])
    pairs, shared = np.unique(np.concatenate(found), return_counts=True)
    a, b = (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)
    likeness = shared / (sizes[a] + sizes[b] - shared)
    kept = likeness >= least
    return Duplicates(a[kept], b[kept], likeness[kept])


def _sketch(codes: Codes) -> NDArray[np.uint64]:
    """The runs that stand for an article: those whose hash says so, each once, so that copies choose the same."""
    hashes = hash_runs(codes, min(GRAM, max(1, len(codes))))
    return np.unique(hashes[hashes % np.uint64(_SAMPLE) == 0])
