"""Clusters: passages that overlap in an article, and their partners, are copies of one passage."""

from collections.abc import Iterable, Sequence

# Part of the longer passage that two passages of one article must have in common to be the same.
OVERLAP = 0.5

Stretch = tuple[int, int, int]


def find_clusters(pairs: Sequence[tuple[Stretch, Stretch]]) -> list[int]:
    """The number of each pair's cluster, from 1 in the order of first appearance.

    A pair has two stretches (article, start, end); those that overlap enough are the same passage.

    >>> find_clusters([((1, 0, 9), (2, 0, 9)), ((2, 0, 8), (3, 4, 12)), ((1, 20, 30), (4, 0, 10))])
    [1, 1, 2]
    """
    parents = list(range(len(pairs)))
    stretches = [(stretch, number) for number, pair in enumerate(pairs) for stretch in pair]
    for one, other in _find_same(stretches):
        low, high = sorted((_find_root(parents, one), _find_root(parents, other)))
        parents[high] = low
    names: dict[int, int] = {}
    return [names.setdefault(_find_root(parents, number), len(names) + 1) for number in range(len(pairs))]


def _find_same(stretches: Iterable[tuple[Stretch, int]]) -> Iterable[tuple[int, int]]:
    """The numbers of pairs that have a passage in common.

    Each stretch is held against those before it that are still open, the longest overlap first; a stretch that is the
    same as one already open need not stay open beside it.
    """
    opened: list[tuple[Stretch, int]] = []
    for (article, start, end), number in sorted(stretches):
        opened = [(s, n) for s, n in opened if s[0] == article and s[2] > start]
        same = [(s, n) for s, n in opened if min(end, s[2]) - start >= OVERLAP * max(end - start, s[2] - s[1])]
        yield from ((number, n) for _, n in same)
        if not any(s[1] == start and s[2] == end for s, _ in same):
            opened.append(((article, start, end), number))


def _find_root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number
