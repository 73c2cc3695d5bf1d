"""Forms of listed words: "resigned" is one of "resign"."""

from collections.abc import Sequence
from functools import lru_cache

from recension.text.words import make_stem


def is_form(word: str, listed: Sequence[str]) -> bool:
    """Whether a word is a form of any that is listed; irregular forms have to be listed themselves.

    >>> is_form("Arresting", ["arrest"]), is_form("struck", ["strike"])
    (True, False)
    """
    return make_stem(word) in _find_stems(tuple(listed))


@lru_cache(maxsize=64)
def _find_stems(listed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(make_stem, listed))
