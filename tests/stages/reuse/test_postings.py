"""Postings joined: every shared run of words pairs the articles that have it, but for phrases and boilerplate."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.stages.reuse import postings
from recension.stages.reuse.postings import Postings, find_seeds


def make_postings(rows: list[tuple[int, int, int]]) -> Postings:
    """Postings from rows of hash, article and word."""
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    return Postings(columns[0].astype(np.uint64), columns[1].astype(np.uint32), columns[2].astype(np.uint32))


def find_pairs(rows: list[tuple[int, int, int]], outlets: list[int]) -> set[tuple[int, ...]]:
    """The seeds as a set of (a, b, i, j)."""
    seeds = find_seeds(make_postings(rows), np.array(outlets, np.uint32))
    return set(zip(*(column.tolist() for column in seeds), strict=True))


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(0, 30)), unique=True))
def test_seeds_are_the_articles_that_share_a_run(rows: list[tuple[int, int, int]]) -> None:
    """The result is that of a plain search: the first place of each run in each article, paired, a before b."""
    first: dict[tuple[int, int], int] = {}
    for run, article, word in sorted(rows):
        first.setdefault((run, article), word)
    expected = {
        (a, b, i, j) for (run, a), i in first.items() for (other, b), j in first.items() if run == other and a < b
    }
    assert find_pairs(rows, [0] * 6) == expected
    assert find_pairs(rows[::-1], [0] * 6) == expected


def test_many_copies_are_paired_with_neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each article is paired with the next ones only, so that pairs grow with the copies, not with their square."""
    monkeypatch.setattr(postings, "NEIGHBOURS", 2)
    pairs = find_pairs([(7, article, 0) for article in range(6)], [0] * 6)
    assert {(a, b) for a, b, _, _ in pairs} == {(a, b) for a in range(6) for b in (a + 1, a + 2) if b < 6}


def test_boilerplate_pairs_other_outlets_only() -> None:
    """A run in five articles of one outlet makes no pair within it."""
    rows = [(7, article, 0) for article in range(6)]
    assert {(a, b) for a, b, _, _ in find_pairs(rows, [1, 1, 1, 1, 1, 2])} == {(a, 5) for a in range(5)}
    assert len(find_pairs(rows, [1, 1, 1, 1, 2, 2])) == 15
