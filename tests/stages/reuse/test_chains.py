"""Chains: seeds in one order and near one another."""

import numpy as np

from recension.stages.reuse.chains import find_chains
from recension.stages.reuse.postings import GRAM, Seeds


def find(rows: list[tuple[int, int, int, int]]) -> list[tuple[int, ...]]:
    """The chains of seeds given as (a, b, i, j)."""
    columns = np.array(rows, np.uint32).reshape(-1, 4).T
    return list(zip(*(column.tolist() for column in find_chains(Seeds(*columns))), strict=True))


def test_a_run_of_words_is_a_chain() -> None:
    """Five seeds in a row cover eight words; four seven, which is too few."""
    rows = [(0, 1, 10 + n, 50 + n) for n in range(5)]
    assert find(rows) == find(rows[::-1]) == [(0, 1, 10, 14 + GRAM, 50, 54 + GRAM)]
    assert find(rows[:4]) == []


def test_changed_words_do_not_break_a_chain() -> None:
    """Two seeds with a change between them are enough, where words were added or left out too."""
    assert len(find([(0, 1, 10, 50), (0, 1, 20, 57)])) == 1
    assert find([(0, 1, 10, 50), (0, 1, 20, 90)]) == []
    assert find([(0, 1, 10, 50), (0, 1, 20, 45)]) == []


def test_a_stray_seed_does_not_break_a_chain() -> None:
    """A phrase that stands elsewhere in the other article lies between."""
    chains = find([(0, 1, 10, 50), (0, 1, 12, 300), (0, 1, 16, 56)])
    assert (0, 1, 10, 16 + GRAM, 50, 56 + GRAM) in chains


def test_pairs_of_articles_are_apart() -> None:
    """Seeds of different pairs never make one chain; a weak chain comes along with a strong one of its pair."""
    assert find([(0, 1, 10, 50), (0, 2, 20, 60)]) == []
    rows = [(0, 1, 10, 50), (0, 1, 16, 56), (0, 1, 500, 10), (0, 2, 500, 10)]
    assert [chain[:3] for chain in find(rows)] == [(0, 1, 10), (0, 1, 500)]


def test_no_seeds_make_no_chains() -> None:
    """Nothing shared is nothing found."""
    assert find([]) == []
