"""Fingerprints of a text: few hashes of word sequences, of which two texts that share a passage share some."""

import zlib
from collections.abc import Sequence
from functools import lru_cache

from recension.text.words import find_words, fold

# Five words in a row are seldom shared by chance in news of one event; four are ("the prime minister said").
GRAM = 5
# One hash out of any four neighbours is kept: every shared run of eight words leaves a common fingerprint.
WINDOW = 4


@lru_cache(maxsize=1024)
def find_fingerprints(text: str) -> frozenset[int]:
    """The winnowed hashes of the word sequences of `text` (Schleimer, Wilkerson and Aiken 2003).

    >>> a = find_fingerprints("The ferry ran aground near Vale harbour at dawn.")
    >>> b = find_fingerprints("Police say the ferry ran aground near Vale harbour at dawn on Tuesday.")
    >>> bool(a & b)
    True
    """
    return frozenset(select_minima(hash_grams([fold(w.text) for w in find_words(text)])))


def hash_grams(words: Sequence[str], size: int = GRAM) -> list[int]:
    """One hash for each run of `size` words; a shorter text is one run.

    >>> len(hash_grams("a b c d e f".split())), len(hash_grams(["a"])), hash_grams([])
    (2, 1, [])
    """
    if not words:
        return []
    return [zlib.crc32(" ".join(words[i : i + size]).encode()) for i in range(max(1, len(words) - size + 1))]


def select_minima(hashes: Sequence[int], window: int = WINDOW) -> list[int]:
    """The smallest hash of each window, each once where windows in a row agree.

    >>> select_minima([5, 1, 7, 8, 9, 2], window=3)
    [1, 7, 2]
    """
    kept: list[int] = []
    last = -1
    for start in range(max(1, len(hashes) - window + 1)):
        part = hashes[start : start + window]
        if not part:
            break
        position = start + max(range(len(part)), key=lambda i: (-part[i], i))
        if position != last:
            kept.append(hashes[position])
            last = position
    return kept
