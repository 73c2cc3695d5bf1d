"""The alignment of two articles: which sentence of one says what a sentence of the other says."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from recension.scorers.sentences import FloatMatrix, SentenceTable

# Similarity that two sentences on one event have anyway: only what exceeds it counts. 0.25 to 0.4 part derived from
# independent pairs of the labelled stories alike well (area under the curve 0.89 to 0.90).
BACKGROUND = 0.3
# A sentence is held for taken over where its place in the order supports it; 0.34 gives the same, 0.42 loses edges.
LEAST_IN_ORDER = 0.38
# Fewer likely pairs come in anywhere: such articles are not aligned, which spares most of the work in large stories.
LEAST_CELLS = 3
# Out of order it needs more: the one sentence that is nearest in both directions. 0.45 and 0.55 both lose edges.
LEAST_ALONE = 0.5


@dataclass(frozen=True)
class Alignment:
    """The pairs of sentences (row in a, row in b, similarity) of two articles, and how much of each they cover."""

    pairs: tuple[tuple[int, int, float], ...]
    strength: float
    order: float
    coverage_a: float
    coverage_b: float


def align(table: SentenceTable, a: int, b: int) -> Alignment:
    """The alignment of article number `a` with number `b`: a chain in the order of both, and single sentences beside.

    `strength` is the weight of the chain for a sentence of the shorter article, `order` how much of the weight is lost
    when one of the two is read backwards, both 0..1.
    """
    similarity = table.between(a, b)
    if (similarity >= LEAST_IN_ORDER).sum() < LEAST_CELLS:
        return Alignment((), 0.0, 0.0, 0.0, 0.0)
    excess = np.maximum(similarity - BACKGROUND, 0.0)
    chain, weight = find_chain(excess)
    backward = find_chain(excess[::-1])[1]
    kept = {(i, j) for i, j in chain if similarity[i, j] >= LEAST_IN_ORDER}
    kept |= _find_mutual(similarity)
    pairs = tuple((i, j, float(similarity[i, j])) for i, j in sorted(kept))
    return Alignment(
        pairs,
        strength=weight / min(similarity.shape),
        order=(weight - backward) / weight if weight > 0 else 0.0,
        coverage_a=_cover(similarity, table.sizes[table.rows_of(a)], pairs, 0),
        coverage_b=_cover(similarity.T, table.sizes[table.rows_of(b)], pairs, 1),
    )


def find_chain(weights: FloatMatrix) -> tuple[list[tuple[int, int]], float]:
    """The heaviest series of cells that goes down and right at each step, and its weight.

    >>> import numpy as np
    >>> find_chain(np.array([[0.5, 0.0, 0.0], [0.0, 0.0, 0.9], [0.0, 0.5, 0.0]]))
    ([(0, 0), (1, 2)], 1.4)
    """
    rows, columns = weights.shape
    best = np.zeros((rows + 1, columns + 1))
    for i in range(rows):
        best[i + 1, 1:] = np.maximum.accumulate(np.maximum(best[i, 1:], best[i, :-1] + weights[i]))
    chain: list[tuple[int, int]] = []
    i, j = rows, columns
    while i and j:
        if best[i, j] == best[i - 1, j]:
            i -= 1
        elif best[i, j] == best[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            chain.append((i, j))
    return chain[::-1], float(best[rows, columns])


def _find_mutual(similarity: FloatMatrix) -> set[tuple[int, int]]:
    """Pairs that are nearest to each other and clearly alike, wherever they stand."""
    nearest_b, nearest_a = similarity.argmax(axis=1), similarity.argmax(axis=0)
    return {(i, int(j)) for i, j in enumerate(nearest_b) if nearest_a[j] == i and similarity[i, j] >= LEAST_ALONE}


def _cover(
    similarity: FloatMatrix, sizes: NDArray[np.int64], pairs: tuple[tuple[int, int, float], ...], side: Literal[0, 1]
) -> float:
    """The part of an article's words, 0..1, in sentences with a counterpart; a distant one counts less."""
    reached = np.zeros(len(sizes))
    for pair in pairs:
        reached[pair[side]] = max(reached[pair[side]], pair[2])
    nearest = similarity.max(axis=1)
    reached = np.maximum(reached, np.where(nearest >= LEAST_ALONE, nearest, 0.0))
    held = np.clip((reached - BACKGROUND) / (LEAST_ALONE - BACKGROUND), 0.0, 1.0)
    return float((held * sizes).sum() / max(1, sizes.sum()))
