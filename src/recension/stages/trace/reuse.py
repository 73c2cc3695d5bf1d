"""Reuse: the passages that two related articles share, and how closely."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from recension.records import Article, Passage, Reuse, ReuseKind
from recension.scorers.sentences import SentenceTable
from recension.stages.trace.alignment import Alignment
from recension.text.words import find_words, fold

# Parts of the shorter sentence's words that stand in the other in the same order.
_VERBATIM = 0.92
_EDITED = 0.55


def find_reuse(articles: Sequence[Article], table: SentenceTable, a: int, b: int, found: Alignment) -> Iterator[Reuse]:
    """The aligned passages of articles number `a` and `b`."""
    left, right = table.bounds[a], table.bounds[b]
    for i, j, similarity in found.pairs:
        x, y = table.spans[left + i], table.spans[right + j]
        kind, score = tell_kind(x.of(articles[a].text), y.of(articles[b].text), similarity)
        yield Reuse(Passage(articles[a].id, *x), Passage(articles[b].id, *y), kind, round(score, 3))


def tell_kind(left: str, right: str, similarity: float) -> tuple[ReuseKind, float]:
    """How close the wording is, and a score 0..1.

    >>> tell_kind("The ferry ran aground at dawn.", "The ferry ran aground at dawn", 0.9)
    ('verbatim', 1.0)
    """
    a, b = _list_words(left), _list_words(right)
    common = LCSseq.similarity(a, b)
    whole, part = common / max(1, len(a), len(b)), common / max(1, min(len(a), len(b)))
    if whole >= _VERBATIM:
        return "verbatim", whole
    if part >= _EDITED and whole >= _EDITED / 2:
        return "edited", max(whole, similarity)
    return "paraphrase", similarity


@lru_cache(maxsize=16384)
def _list_words(sentence: str) -> tuple[str, ...]:
    return tuple(fold(word.text) for word in find_words(sentence))
