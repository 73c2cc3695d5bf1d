"""Garbled names: a name that came through a translation stands in another spelling than in all other articles."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from recension.scorers.names import make_skeleton
from recension.stages.trace.witness import Witness
from recension.text.words import find_words, fold

_LEAST_LETTERS = 4
# Two spellings of one name keep this much of their letters (Kalmin, Calmin: 83); most pairs of two names less.
_LEAST_ALIKE = 70.0


def find_garbled(witness: Witness, holder: int, other: int) -> tuple[tuple[str, str], ...]:
    """The names of `holder` in aligned sentences that only it spells so, each with the spelling that `other` has.

    A third article must bear out the other spelling: of two articles alone neither can be told to be the garbled one.
    """
    found: dict[str, str] = {}
    thirds = [i for i in range(len(witness.articles)) if i not in {holder, other}]
    for i, j, _ in witness.alignment(holder, other).pairs:
        theirs = _names_of(witness, other, j)
        for name in _names_of(witness, holder, i):
            if name in theirs or name in _all_names(witness.articles[other].text):
                continue
            right = _find_variant(name, theirs)
            if right and _is_borne_out(witness, right, thirds) and not _is_borne_out(witness, name, thirds):
                found[name] = right
    return tuple(sorted(found.items()))


def _names_of(witness: Witness, article: int, row: int) -> Sequence[str]:
    span = witness.table.spans[witness.table.bounds[article] + row]
    return _find_names(span.of(witness.articles[article].text))


@lru_cache(maxsize=16384)
def _find_names(sentence: str) -> tuple[str, ...]:
    """The capitalised words of a sentence but the first, folded."""
    words = [w.text for w in find_words(sentence)][1:]
    return tuple(_strip(w) for w in words if w[0].isupper() and len(w) >= _LEAST_LETTERS)


@lru_cache(maxsize=1024)
def _all_names(text: str) -> frozenset[str]:
    return frozenset(_strip(w.text) for w in find_words(text))


def _strip(word: str) -> str:
    return fold(word).removesuffix("'s").removesuffix("’s")


def _find_variant(name: str, candidates: Sequence[str]) -> str | None:
    alike = [c for c in candidates if c != name and _is_variant(name, c)]
    return max(alike, key=lambda c: (fuzz.ratio(name, c), c), default=None)


@lru_cache(maxsize=65536)
def _is_variant(left: str, right: str) -> bool:
    """Whether two folded words may be one name in two spellings, inflection aside.

    >>> _is_variant("kalmin", "calmin"), _is_variant("kalmin", "kalmins"), _is_variant("vale", "orrin")
    (True, False, False)
    """
    if left.startswith(right) or right.startswith(left):
        return False
    return fuzz.ratio(left, right) >= _LEAST_ALIKE or make_skeleton(left) == make_skeleton(right)


def _is_borne_out(witness: Witness, name: str, thirds: Sequence[int]) -> bool:
    return any(name in _all_names(witness.articles[i].text) for i in thirds)
