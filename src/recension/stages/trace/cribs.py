"""Cribs: pieces without any reporting of their own, and the article whose figures they repeat."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from recension.scorers.sentences import make_terms
from recension.stages.trace.alignment import LEAST_ALONE
from recension.stages.trace.witness import Witness
from recension.text.quotes import find_quotes
from recension.text.words import find_words

# Shorter quotations are titles and words held at a distance.
LEAST_QUOTED = 4
# Smaller figures number lists and stand in any report; a year is known without a source.
LEAST_FIGURE = 11
# Sentences that only one line has, and by how much nearer they must be to it: of the labelled pieces one has two such
# sentences, the others one at most; 0.1 to 0.15 give the same.
LEAST_DETAILS = 2
CLEARLY = 0.12
# Articles so near to each other are one source.
COPY = 0.6
_YEARS = range(1900, 2100)


def find_crib(witness: Witness, child: int) -> tuple[int, str] | None:
    """The one article that also has certain figures or details of a piece without reporting of its own, and which.

    On the labelled stories all articles that quote nobody and name no source are derived or made up. Of those that
    share no text with another two have such a figure and one has such details; each has them from where they point.
    """
    if has_own_reporting(witness, child):
        return None
    return _find_by_figures(witness, child) or _find_by_details(witness, child)


def _find_by_figures(witness: Witness, child: int) -> tuple[int, str] | None:
    figures = {i: find_figures(a.text) for i, a in enumerate(witness.articles)}
    own = figures.pop(child)
    alone = {i: {f for f in own & theirs if _count(f, figures) == 1} for i, theirs in figures.items()}
    best = max(alone, key=lambda i: (len(alone[i]), len(own & figures[i]), -i), default=None)
    if best is None or not alone[best]:
        return None
    return best, f"has {', '.join(sorted(alone[best])[:3])}, which of the others only {witness.articles[best].id} has"


def _find_by_details(witness: Witness, child: int) -> tuple[int, str] | None:
    nearest = {i: _find_nearest(witness, child, i) for i in range(len(witness.articles)) if i != child}
    counts = {i: _count_details(witness, i, nearest) for i in nearest}
    best = max(nearest, key=lambda i: (counts[i], witness.coverage(child, i), -i), default=None)
    if best is None or counts[best] < LEAST_DETAILS:
        return None
    return (
        best,
        f"{counts[best]} of its sentences are clearly nearer to {witness.articles[best].id} than to other lines",
    )


def _count_details(witness: Witness, parent: int, nearest: dict[int, NDArray[np.float32]]) -> int:
    """How many sentences have a counterpart in `parent` and none in any article but its near copies."""
    own = nearest[parent]
    if (own >= LEAST_ALONE).sum() < LEAST_DETAILS:
        return 0
    apart = [theirs for i, theirs in nearest.items() if i != parent and witness.kinship(parent, i) < COPY]
    rest = np.max(apart, axis=0) if apart else np.zeros_like(own)
    return int(((own >= LEAST_ALONE) & (own - rest >= CLEARLY)).sum())


def _find_nearest(witness: Witness, child: int, other: int) -> NDArray[np.float32]:
    """For each sentence of the child its greatest similarity to one of the other article."""
    similarity = witness.table.between(child, other)
    return np.asarray(similarity.max(axis=1, initial=0.0))


def has_own_reporting(witness: Witness, article: int) -> bool:
    """Whether the article quotes anybody, names a source, or stands under its own outlet's dateline."""
    origins = witness.origins[article]
    text = witness.articles[article].text
    is_credited = origins.own_head or bool(origins.articles) or bool(origins.absent)
    return is_credited or any(len(find_words(q.inner.of(text))) >= LEAST_QUOTED for q in find_quotes(text))


@lru_cache(maxsize=1024)
def find_figures(text: str) -> frozenset[str]:
    """The figures of a text that tell something: above ten, and no years.

    >>> sorted(find_figures("In 2019 three of 620 ships, 1,200 tons each, were lost at 65.10 a ton."))
    ['1,200', '620', '65.10']
    """
    return frozenset(term for term in make_terms(text) if term[0].isdigit() and _is_telling(term))


def _is_telling(figure: str) -> bool:
    if not figure.isdigit():
        return True
    return int(figure) >= LEAST_FIGURE and not (len(figure) == 4 and int(figure) in _YEARS)


def _count(figure: str, figures: dict[int, frozenset[str]]) -> int:
    return sum(figure in theirs for theirs in figures.values())
