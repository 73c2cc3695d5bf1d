"""Seriation puts versions in order, and tells a tree from a chain."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from recension.stages.trace.seriation import find_derivation, find_order, find_tree


def make_distances(places: list[float]) -> NDArray[np.float64]:
    """The distances of points on a line."""
    line = np.array(places)
    return np.asarray(np.abs(line[:, None] - line[None, :]))


@given(st.permutations(range(9)))
def test_points_on_a_line_are_ordered(places: list[int]) -> None:
    """Whatever their order as given, neighbours on the line follow each other."""
    order = find_order(make_distances([float(p) for p in places]))
    walked = [places[i] for i in order]
    assert walked in (sorted(walked), sorted(walked, reverse=True))


def test_growth_turns_the_chain() -> None:
    """What speaks against one direction decides it, not what is nearest."""
    distances, numbers = make_distances([0.0, 1.0, 2.0]), np.arange(3)
    later = 0.1 * np.sign(numbers[:, None] - numbers[None, :])
    assert find_derivation(distances, later) == [(0, 1), (1, 2)]
    assert find_derivation(distances, -later) == [(2, 1), (1, 0)]


def test_a_star_is_a_tree() -> None:
    """Copies that all went out from one stay tied to it, where a chain would be far longer."""
    distances = np.full((6, 6), 2.0)
    distances[0, :] = distances[:, 0] = 1.0
    np.fill_diagonal(distances, 0.0)
    outward = np.zeros((6, 6))
    outward[1:, 0] = 0.1
    outward[0, 1:] = -0.1
    assert sorted(find_derivation(distances, outward)) == [(0, n) for n in range(1, 6)]


def test_equal_versions_follow_as_numbered() -> None:
    """Nothing tells equal versions apart but their ids."""
    assert find_derivation(np.zeros((4, 4)), np.zeros((4, 4))) == [(0, 1), (1, 2), (2, 3)]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_a_tree_ties_all(places: list[float]) -> None:
    """A tree over n versions has n - 1 edges that reach each of them."""
    edges = find_tree(make_distances(places))
    assert len(edges) == len(places) - 1
    assert {0} | {child for _, child in edges} == set(range(len(places)))
