"""Links between mentions of different articles, and the clusters that they make."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import Matrix, Sentence

Places = NDArray[np.intp]


class Link(NamedTuple):
    """Two mentions, or sentences, that each go best with the other among all of the other's article."""

    left: int
    right: int
    score: float


def find_links(scores: Matrix, mentions: Sequence[Mention] | Sequence[Sentence], least: float) -> list[Link]:
    """The mutual best pairs over all pairs of articles that score at least `least`, best first."""
    owners = np.array([m.article for m in mentions])
    places = {int(a): np.flatnonzero(owners == a) for a in np.unique(owners)}
    links = [
        link
        for left in places
        for right in places
        if left < right
        for link in _find_mutual(scores, places[left], places[right], least)
    ]
    return sorted(links, key=lambda link: (-link.score, link.left, link.right))


def _find_mutual(scores: Matrix, left: Places, right: Places, least: float) -> Iterator[Link]:
    block = scores[np.ix_(left, right)]
    best_right, best_left = block.argmax(axis=1), block.argmax(axis=0)
    for row, column in enumerate(best_right):
        if best_left[column] == row and block[row, column] >= least:
            yield Link(int(left[row]), int(right[column]), float(block[row, column]))


def make_clusters(links: Sequence[Link], scores: Matrix, mentions: Sequence[Mention], most: int) -> list[list[int]]:
    """Mentions joined by links, best first, at most `most` of one article to a cluster.

    Two clusters join only if their members are alike on the average, so that a chain of links does not join
    what stands far apart.
    """
    cluster_of: dict[int, list[int]] = {}
    for link in links:
        left = cluster_of.setdefault(link.left, [link.left])
        right = cluster_of.setdefault(link.right, [link.right])
        if left is right or not _may_join(left, right, link, scores, mentions, most):
            continue
        left.extend(right)
        cluster_of.update(dict.fromkeys(right, left))
    distinct = {id(c): c for c in cluster_of.values()}
    return [sorted(c) for c in distinct.values() if len(c) > 1]


def _may_join(
    left: list[int], right: list[int], link: Link, scores: Matrix, mentions: Sequence[Mention], most: int
) -> bool:
    per_article = Counter(mentions[m].article for m in (*left, *right))
    if max(per_article.values()) > most:
        return False
    # At 0.7 of the link itself reprints and rewrites stay together, and lone likenesses do not chain.
    return float(scores[np.ix_(left, right)].mean()) >= 0.7 * link.score
