"""Group: articles go in, stories come out: the articles that report one event."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from recension.protocols import Encoder
from recension.records import Article, Story
from recension.scorers.events import Profile, has_same_figures, make_profile, score_event
from recension.text.sentences import find_sentences

# Two groups become one story while their articles are, on the mean, at least this much alike. On the labelled
# stories the event F1 is 0.979 at 0.25, 0.993 at 0.275 and 0.969 at 0.3; on the short texts of ECB+ the B³ F1 is
# 0.842, 0.846 and 0.854. Lower lets like events elsewhere in, higher parts reports of one event by other people.
SAME_EVENT = 0.275


def group(articles: Sequence[Article], encoder: Encoder) -> tuple[Story, ...]:
    """The stories of `articles`, largest first; every article is in exactly one, whatever their order.

    Average-linkage clustering on the likeness of events: time grows with the square of the number of articles.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    profiles = [make_profile(article) for article in ordered]
    clusters = _adopt_single(_cluster(_measure_likeness(profiles), SAME_EVENT), profiles)
    clusters.sort(key=lambda members: (-len(members), members))
    return tuple(
        _make_story(f"s{number}", [ordered[member] for member in members], encoder)
        for number, members in enumerate(clusters, 1)
    )


def _measure_likeness(profiles: Sequence[Profile]) -> NDArray[np.float64]:
    """The likeness of every two articles as a symmetric matrix."""
    likeness = np.zeros((len(profiles), len(profiles)))
    for left, right in combinations(range(len(profiles)), 2):
        likeness[left, right] = likeness[right, left] = score_event(profiles[left], profiles[right]).value
    return likeness


def _cluster(likeness: NDArray[np.float64], least: float) -> list[list[int]]:
    """The clusters of average linkage, cut where the best two left are less than `least` alike."""
    clusters = [[member] for member in range(len(likeness))]
    between = likeness.copy()
    np.fill_diagonal(between, -np.inf)
    while len(clusters) > 1:
        left, right = divmod(int(between.argmax()), len(clusters))
        if between[left, right] < least:
            break
        left, right = min(left, right), max(left, right)
        sizes = len(clusters[left]), len(clusters[right])
        merged = np.average(between[[left, right]], axis=0, weights=sizes)
        between[left], between[:, left] = merged, merged
        between[left, left] = -np.inf
        between = np.delete(np.delete(between, right, axis=0), right, axis=1)
        clusters[left] = sorted(clusters[left] + clusters.pop(right))
    return clusters


def _adopt_single(clusters: list[list[int]], profiles: Sequence[Profile]) -> list[list[int]]:
    """The clusters, an article that stands alone put to the largest that has one with the same figures."""
    shared = sorted((c for c in clusters if len(c) > 1), key=lambda members: (-len(members), members))
    grown: list[list[int]] = [[] for _ in shared]
    single: list[list[int]] = []
    for (alone,) in (c for c in clusters if len(c) == 1):
        fitting = (
            additions
            for members, additions in zip(shared, grown, strict=True)
            if any(has_same_figures(profiles[alone], profiles[member]) for member in members)
        )
        home = next(fitting, None)
        if home is None:
            single.append([alone])
        else:
            home.append(alone)
    return [sorted(members + additions) for members, additions in zip(shared, grown, strict=True)] + single


def _make_story(story_id: str, members: Sequence[Article], encoder: Encoder) -> Story:
    """The story of these articles, under the headline that is nearest to all of their headlines."""
    headlines = [article.title or _find_first_line(article) for article in members]
    vectors = encoder.encode(headlines)
    nearest = int((vectors @ vectors.T).sum(axis=1).round(4).argmax())
    return Story(story_id, headlines[nearest], tuple(article.id for article in members))


def _find_first_line(article: Article) -> str:
    sentences = find_sentences(article.text)
    return sentences[0].of(article.text) if sentences else article.id
