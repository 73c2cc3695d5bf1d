"""How a word is written: what the uncased word pieces of the encoder do not show."""

from collections.abc import Iterable
from functools import lru_cache

# Number 0 is left to padding and to the marks at the ends of a window.
SHAPES = ("none", "lower", "title", "upper", "capital", "mixed", "digits", "alphanumeric", "other")


def make_shapes(words: Iterable[str], opens: Iterable[bool]) -> list[int]:
    """The number of each word's shape, as one of twice `len(SHAPES)`: the upper half for words that open a paragraph.

    >>> make_shapes(["Two", "ITAR-TASS", "boats"], [True, False, False])
    [11, 3, 1]
    """
    return [_find_shape(word) + len(SHAPES) * begins for word, begins in zip(words, opens, strict=True)]


@lru_cache(maxsize=1 << 16)
def _find_shape(word: str) -> int:
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return SHAPES.index("digits" if any(c.isdigit() for c in word) else "other")
    if any(c.isdigit() for c in word):
        return SHAPES.index("alphanumeric")
    if not any(c.isupper() for c in letters):
        return SHAPES.index("lower")
    if all(c.isupper() for c in letters):
        return SHAPES.index("upper" if len(letters) > 1 else "capital")
    return SHAPES.index("title" if word[0].isupper() and not any(c.isupper() for c in letters[1:]) else "mixed")
