"""Measured values: the same value in several articles, and other values for the same thing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recension.stages.collate.changes import Changes
from recension.stages.collate.link import find_links, make_clusters
from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import Matrix

Table = NDArray[np.bool_]

# The least likeness of two mentions of one value, and of two values, to speak of one thing.
_LEAST_SAME, _LEAST_OTHER = 0.4, 0.48
# Of held-out stories 0.48 to 0.54 score best; 0.42 finds one conflict in seventy more and one in twenty falsely.
# What two values gain that share no article and together have them all, as the answers to one question would.
_COVERAGE = 0.25
_MOST_OF_ONE = 3
# An article that tells of the change vouches for the pair itself.
_LEAST_TOLD = 0.3


@dataclass(frozen=True, slots=True)
class Variants:
    """The values that articles give for one thing, each with its mentions; one value where all agree.

    `told` says that some articles give two of the values themselves and tell that the later took the earlier's place;
    the values then stand in this order.
    """

    values: tuple[tuple[Mention, ...], ...]
    score: float
    told: bool = False


def find_variants(
    mentions: Sequence[Mention], scores: Matrix, equal: Table, telling: Matrix, changes: Changes | None = None
) -> list[Variants]:
    """Clusters of mentions of one value, joined where two of them stand for one thing in different articles.

    `scores` tells how likely each two mentions measure one thing, `equal` which may have the same value, and
    `telling` how much a value says by itself: 547 seldom stands for two things in one story, two often does.
    """
    alike = np.where(equal, scores + np.minimum(telling[:, None], telling[None, :]), 0).astype(np.float32)
    clusters = make_clusters(find_links(alike, mentions, _LEAST_SAME), alike, mentions, most=_MOST_OF_ONE)
    taken = {m for cluster in clusters for m in cluster}
    clusters += [[m] for m in range(len(mentions)) if m not in taken]
    owners = np.array([m.article for m in mentions])
    other = np.where(equal | (owners[:, None] == owners[None, :]), 0, scores).astype(np.float32)
    reach = _reach_between(clusters, other)
    found = _find_told(clusters, mentions, reach, changes) if changes else []
    told = {m for variants in found for value in variants.values for m in value}
    for parts, score in _join_rivals(clusters, mentions, reach):
        values = tuple(tuple(mentions[m] for m in clusters[part]) for part in parts)
        if len({m.article for value in values for m in value}) > 1 and not told.issuperset(values[0]):
            found.append(Variants(values, score))
    return found


def _find_told(
    clusters: list[list[int]], mentions: Sequence[Mention], reach: Matrix, changes: Changes
) -> list[Variants]:
    """Pairs of values of which some articles tell that one took the other's place, and others have the old alone."""
    articles = [{mentions[m].article for m in cluster} for cluster in clusters]
    best: dict[int, tuple[float, int]] = {}
    for old, new in np.argwhere(reach >= _LEAST_TOLD):
        both = articles[old] & articles[new]
        if both and changes.is_before(articles[old] - both, articles[new]):
            tell = {mentions[m].article for m in clusters[old] if (changes.told[m, clusters[new]]).any()}
            if 2 * len(tell & both) >= len(both):
                best[int(new)] = max(best.get(int(new), (0.0, -1)), (float(reach[old, new]), int(old)))
    found = []
    for new, (score, old) in best.items():
        former = tuple(mentions[m] for m in clusters[old] if mentions[m].article not in articles[new])
        found.append(Variants((former, tuple(mentions[m] for m in clusters[new])), score, told=True))
    return found


def _join_rivals(
    clusters: list[list[int]], mentions: Sequence[Mention], reach: Matrix
) -> list[tuple[list[int], float]]:
    """Clusters put together that stand for one thing, the surest first; none joins two of one article."""
    articles = [{mentions[m].article for m in cluster} for cluster in clusters]
    count = len({m.article for m in mentions})
    group = [[number] for number in range(len(clusters))]
    best = dict.fromkeys(range(len(clusters)), 0.0)
    for score, left, right in _rank_pairs(reach, articles, count):
        one, two = group[left], group[right]
        if one is two or any(articles[a] & articles[b] for a in one for b in two):
            continue
        best[one[0]] = max(best[one[0]], best[two[0]], score)
        one.extend(two)
        for number in two:
            group[number] = one
    distinct = {id(parts): parts for parts in group}
    return [(parts, best[parts[0]]) for parts in distinct.values()]


def _reach_between(clusters: list[list[int]], scores: Matrix) -> Matrix:
    """The best score between any mention of one cluster and any of the other."""
    order = [m for cluster in clusters for m in cluster]
    starts = np.cumsum([0, *(len(c) for c in clusters[:-1])])
    sorted_scores = scores[np.ix_(order, order)]
    rows = np.maximum.reduceat(sorted_scores, starts, axis=0)
    return np.asarray(np.maximum.reduceat(rows, starts, axis=1), dtype=np.float32)


def _rank_pairs(reach: Matrix, articles: list[set[int]], count: int) -> list[tuple[float, int, int]]:
    pairs = []
    for left, right in np.argwhere(reach >= _LEAST_OTHER - _COVERAGE):
        if left < right and not articles[left] & articles[right]:
            covered = (len(articles[left]) + len(articles[right])) / count
            score = float(reach[left, right]) + _COVERAGE * covered
            if score >= _LEAST_OTHER:
                pairs.append((score, int(left), int(right)))
    return sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2]))
