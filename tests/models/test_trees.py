"""Dependency trees from scores, against an oracle."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from recension.models.trees import find_heads


@given(st.integers(1, 8), st.integers(0, 2**32 - 1))
def test_the_best_tree_is_found(words: int, seed: int) -> None:
    """One root, no cycle, and as good as the maximum spanning arborescence that networkx finds under that root."""
    scores = np.random.default_rng(seed).normal(size=(words, words)).astype(np.float32)
    heads = find_heads(scores)
    roots = [child for child, head in enumerate(heads) if child == head]
    assert len(roots) == 1
    arcs = [(head, child) for child, head in enumerate(heads) if child != head]
    assert words == 1 or nx.is_arborescence(nx.DiGraph(arcs))
    graph = nx.DiGraph()
    graph.add_weighted_edges_from(
        (head, child, float(scores[child, head]))
        for child in range(words)
        for head in range(words)
        if child not in (head, roots[0])
    )
    best = nx.maximum_spanning_arborescence(graph) if words > 1 else nx.DiGraph()
    total = sum(data["weight"] for *_, data in best.edges(data=True))
    assert abs(total - sum(scores[child, head] for head, child in arcs)) < 1e-3


def test_a_long_sentence_of_noise_is_parsed() -> None:
    """Scores that form many cycles still give one tree."""
    scores = np.random.default_rng(1).normal(size=(250, 250)).astype(np.float32)
    heads = find_heads(scores)
    assert sum(child == head for child, head in enumerate(heads)) == 1
