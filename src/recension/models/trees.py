"""Dependency trees from the scores of arcs."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def find_heads(scores: Floats) -> list[int]:
    """The head of each word in the best tree with one root; the root is its own head.

    `scores[n, m]` is how well word m heads word n, `scores[n, n]` how well n is the root. The best head of every word
    where these form a tree, as they nearly always do; else the maximum spanning arborescence (Chu and Liu 1965,
    Edmonds 1967) of the sentence.

    >>> find_heads(np.array([[9, 1, 0], [8, 2, 1], [0, 3, 5]], dtype=np.float32))
    [0, 0, 1]
    """
    heads: list[int] = scores.argmax(axis=1).tolist()
    roots = [n for n, head in enumerate(heads) if n == head]
    if len(roots) == 1:
        root = roots[0]
    else:
        # The word that gains most by being the root, measured against its best head.
        best = _rule_out_roots(scores).max(axis=1)
        root = int(np.argmax(np.diagonal(scores) - best)) if len(scores) > 1 else 0
        heads = _find_below(scores, root)
    cycle = _find_cycle(heads)
    return _break_cycle(_rule_out_roots(scores), root, cycle) if cycle else heads


def _rule_out_roots(scores: Floats) -> Floats:
    """The scores with no word as its own head."""
    ruled = scores.copy()
    np.fill_diagonal(ruled, -np.inf)
    return ruled


def _find_below(scores: Floats, root: int) -> list[int]:
    """The best head of each word where `root` is the only root."""
    heads: list[int] = _rule_out_roots(scores).argmax(axis=1).tolist()
    heads[root] = root
    return heads


def _find_cycle(heads: Sequence[int]) -> list[int]:
    """The words of one cycle, or none where every word leads up to the root."""
    seen = [0] * len(heads)
    for start in range(len(heads)):
        word = start
        while not seen[word]:
            seen[word] = start + 1
            if heads[word] == word:
                break
            word = heads[word]
        if seen[word] == start + 1 and heads[word] != word:
            cycle = [word]
            while heads[cycle[-1]] != word:
                cycle.append(heads[cycle[-1]])
            return cycle
    return []


def _break_cycle(scores: Floats, root: int, cycle: list[int]) -> list[int]:
    """The heads of the best tree under `root`, found with the words of `cycle` drawn together into one."""
    inside = np.array(cycle)
    outside = np.array([n for n in range(len(scores)) if n not in set(cycle)])
    around = dict(zip(cycle, [*cycle[1:], cycle[0]], strict=True))
    kept = scores[inside, [around[child] for child in cycle]]
    # A head from outside takes the place of one arc of the cycle: it is worth what it scores above that arc.
    entering = scores[np.ix_(inside, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, inside)]
    drawn = np.full((len(outside) + 1, len(outside) + 1), -np.inf, np.float32)
    drawn[:-1, :-1] = scores[np.ix_(outside, outside)]
    drawn[:-1, -1], drawn[-1, :-1] = leaving.max(axis=1), entering.max(axis=0)
    small = int(np.flatnonzero(outside == root)[0])
    heads = _find_below(drawn, small)
    if further := _find_cycle(heads):
        heads = _break_cycle(drawn, small, further)
    found = dict(around)
    entered = int(entering[:, heads[-1]].argmax())
    found[cycle[entered]] = int(outside[heads[-1]])
    for position, head in enumerate(heads[:-1]):
        chosen = inside[leaving[position].argmax()] if head == len(outside) else outside[head]
        found[int(outside[position])] = int(chosen)
    return [found[n] for n in range(len(scores))]
