"""Words of a text as numbers, for whole archives: one code point a word, with its span, without a loop over words."""

import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]
Hashes = NDArray[np.uint64]

# Codes are code points, so that the words of a text make a str of their own, which string algorithms take as it is.
CODES = 0x110000
_SURROGATES = 0xD800, 0x800

# The planes that hold living scripts and the letters spoofers borrow; what lies beyond parts words.
_TABLE = 0x20000
_BREAK, _LETTER, _ALONE, _IGNORED = range(4)
# A script without spaces: each character is a word.
_ALONE_RANGES = ((0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x0E00, 0x0E7F))
_BASE = 0x9E3779B97F4A7C15
_LONGEST = 64


class EncodedText(NamedTuple):
    """The words of a text: a code each, and where each starts and ends, in code points of the text."""

    codes: Codes
    starts: NDArray[np.uint32]
    ends: NDArray[np.uint32]


def encode_words(text: str) -> EncodedText:
    """The words of `text`, equal where they differ only in case, diacritics or invisible characters.

    A word is a run of letters and digits, so that "right’s" and "right ’ s" are the same two words. Two different
    words get one code once in a million pairs.

    >>> encoded = encode_words("The café, the CAFÉ")
    >>> encoded.starts.tolist(), encoded.ends.tolist(), bool(encoded.codes[1] == encoded.codes[3])
    ([0, 4, 10, 14], [3, 8, 13, 18], True)
    """
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    folded, kinds = _load_table()
    points = np.minimum(points, _TABLE)
    kind = kinds[points]
    kept = np.flatnonzero(kind != _IGNORED)
    points, kind = points[kept], kind[kept]
    starts, ends = _find_runs(kind)
    if not len(starts):
        return EncodedText(*(np.zeros(0, np.uint32) for _ in range(3)))
    codes = _code_runs(folded[points] * (kind != _BREAK), starts)
    return EncodedText(codes, kept[starts].astype(np.uint32), (kept[ends - 1] + 1).astype(np.uint32))


def hash_runs(codes: Codes, size: int) -> Hashes:
    """One hash for each run of `size` words; none where there are fewer.

    >>> a, b = (hash_runs(encode_words(text).codes, 2) for text in ("at the old mill", "near the old mill"))
    >>> (a == b).tolist()
    [False, True, True]
    """
    count = max(0, len(codes) - size + 1)
    hashes = np.zeros(count, np.uint64)
    for offset in range(size):
        hashes = hashes * np.uint64(0x100000001B3) + codes[offset : offset + count]
    return _mix(hashes)


def make_key(codes: Codes) -> str:
    """The words as a str of one character each.

    >>> left, right = (make_key(encode_words(text).codes) for text in ("Fire at mill", "fire at MILL"))
    >>> left == right, len(left)
    (True, 3)
    """
    return codes.astype("<u4").tobytes().decode("utf-32-le")


def _find_runs(kind: NDArray[np.uint8]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where the words start and end: runs of letters, and every character of a script without spaces."""
    inside = kind != _BREAK
    alone = kind == _ALONE
    parted = np.ones(len(kind) + 1, bool)
    parted[1:-1] = ~inside[1:] | ~inside[:-1] | alone[1:] | alone[:-1]
    return np.flatnonzero(inside & parted[:-1]), np.flatnonzero(inside & parted[1:]) + 1


def _code_runs(letters: Hashes, starts: NDArray[np.intp]) -> Codes:
    """The code of each word: a polynomial of its letters, spread over the code points that are no surrogates."""
    lengths = np.diff(starts, append=len(letters))
    place = np.arange(starts[0], len(letters)) - np.repeat(starts, lengths)
    sums = np.add.reduceat(letters[starts[0] :] * _powers()[np.minimum(place, _LONGEST - 1)], starts - starts[0])
    first, count = _SURROGATES
    codes = (_mix(sums) % np.uint64(CODES - count)).astype(np.uint32)
    return codes + np.where(codes >= first, np.uint32(count), np.uint32(0))


def _mix(hashes: Hashes) -> Hashes:
    """The hashes with every bit depending on every other (the finalizer of MurmurHash3)."""
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    hashes = (hashes ^ (hashes >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return hashes ^ (hashes >> np.uint64(33))


@cache
def _powers() -> Hashes:
    return np.array([pow(_BASE, n, 1 << 64) for n in range(_LONGEST)], np.uint64)


@cache
def _load_table() -> tuple[Hashes, NDArray[np.uint8]]:
    """For each code point the number of its folded letter, and its kind; the last entry stands for all beyond."""
    folded = np.zeros(_TABLE + 1, np.uint64)
    kinds = np.full(_TABLE + 1, _BREAK, np.uint8)
    for point in range(_TABLE):
        character = chr(point)
        if character.isalnum():
            kinds[point] = _LETTER
            folded[point] = ord(unicodedata.normalize("NFKD", character.casefold())[0]) + 1
        elif unicodedata.category(character) in ("Mn", "Cf"):
            kinds[point] = _IGNORED
    for first, last in _ALONE_RANGES:
        part = kinds[first : last + 1]
        part[part == _LETTER] = _ALONE
    return folded, kinds
