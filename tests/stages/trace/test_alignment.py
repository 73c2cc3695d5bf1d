"""Alignment follows the order of both texts."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from recension.models import StaticEncoder
from recension.scorers.sentences import make_sentence_table
from recension.stages.trace.alignment import align, find_chain

LINES = (
    "The barge broke loose from the silo in high water.",
    "Nine passengers of the bus were taken to hospital.",
    "Engineers closed the bridge for six weeks of repairs.",
    "Prosecutors opened an inquiry into the shipping company.",
)


@given(arrays(np.float64, st.tuples(st.integers(0, 6), st.integers(0, 6)), elements=st.sampled_from([0, 0.25, 0.5, 1])))
def test_a_chain_goes_down_and_right(weights: np.ndarray) -> None:
    """Each step of a chain is further on in both texts, and its weight is the sum of its cells."""
    chain, weight = find_chain(weights)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))
    assert sum(weights[cell] for cell in chain) == weight


@given(arrays(np.float64, (5, 5), elements=st.sampled_from([0, 0.25, 0.5, 1])))
def test_a_chain_is_the_heaviest(weights: np.ndarray) -> None:
    """No diagonal of the table weighs more."""
    weight = find_chain(weights)[1]
    assert all(np.diagonal(weights, k).sum() <= weight for k in range(-4, 5))


def test_the_same_order_is_told_from_the_reverse() -> None:
    """The same sentences are all covered either way, but only one alignment keeps their order."""
    table = make_sentence_table(["\n".join(LINES), "\n".join(LINES), "\n".join(LINES[::-1])], StaticEncoder())
    same, reverse = align(table, 0, 1), align(table, 0, 2)
    assert [(i, j) for i, j, _ in same.pairs] == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert [(i, j) for i, j, _ in reverse.pairs] == [(0, 3), (1, 2), (2, 1), (3, 0)]
    assert same.coverage_a == reverse.coverage_a == 1.0
    assert same.order > 0.5 > reverse.order
