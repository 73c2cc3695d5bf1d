"""Clusters: copies of one passage, directly or by way of others."""

from hypothesis import given
from hypothesis import strategies as st

from recension.stages.reuse.clusters import OVERLAP, find_clusters

STRETCHES = st.tuples(st.integers(0, 3), st.integers(0, 20), st.integers(1, 12)).map(
    lambda s: (s[0], s[1], s[1] + s[2])
)


@given(st.lists(st.tuples(STRETCHES, STRETCHES), max_size=12))
def test_clusters_are_what_a_plain_search_finds(pairs: list[tuple[tuple[int, int, int], tuple[int, int, int]]]) -> None:
    """Two pairs are in one cluster exactly where overlapping passages lead from one to the other."""
    groups = [{number} for number in range(len(pairs))]
    for one in range(len(pairs)):
        for other in range(one):
            if any(is_same(s, t) for s in pairs[one] for t in pairs[other]):
                merged = next(g for g in groups if one in g) | next(g for g in groups if other in g)
                groups = [g for g in groups if not g & merged] + [merged]
    clusters = find_clusters(pairs)
    assert {frozenset(n for n, c in enumerate(clusters) if c == cluster) for cluster in clusters} == {
        frozenset(group) for group in groups
    }
    assert list(dict.fromkeys(clusters)) == sorted(set(clusters))


def is_same(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Whether the two overlap by enough of the longer."""
    common = min(one[2], other[2]) - max(one[1], other[1])
    return one[0] == other[0] and common >= OVERLAP * max(one[2] - one[1], other[2] - other[1])
