"""Candidates: pairs of articles that are worth comparing, since they share several of their most telling terms."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest

from recension.scorers.events import Profile

Pair = tuple[int, int]

# An article is found by so many of its terms, the weightiest, and is compared with those earlier ones that share most
# of their weight. Of the pairs of one event 0.99 are found so, in ECB+ among 5,000 other articles as in the labelled
# stories among 1,000; with 32 terms 0.977 of the latter. Twice the articles make 2.1 times the pairs.
SIGNATURE = 48
MOST = 24
# The part of their weight that two articles share at least; with 0.04 a fiftieth of the pairs of one event is lost.
LEAST = 0.03
# A term finds so many neighbours in time: what more articles share tells no event, and would cost the square of their
# number. With 64 no more pairs of one event are found.
NEIGHBOURS = 32
# So few articles are compared without these bounds: 45,000 pairs take two seconds. With them a story of a hundred
# reports falls apart, since most of its pairs are never looked at.
FEW = 300


class Index:
    """Finds for an article the earlier ones that share most with it; each is put in once."""

    def __init__(self, most: int = MOST, neighbours: int = NEIGHBOURS) -> None:
        self._most, self._neighbours = most, neighbours
        self._holders = defaultdict[str, list[tuple[int, float]]](list)

    def find(self, profile: Profile) -> list[int]:
        """The numbers of the articles to compare with, the likeliest first."""
        shared: dict[int, float] = {}
        for term in find_signature(profile):
            weight = profile.words[term]
            for number, other in self._holders[term][-self._neighbours :]:
                shared[number] = shared.get(number, 0.0) + weight * other
        found = ((value, -number) for number, value in shared.items() if value >= LEAST)
        return [-number for _, number in nlargest(self._most, found)]

    def put(self, number: int, profile: Profile) -> None:
        """Makes an article known, under its number."""
        for term in find_signature(profile):
            self._holders[term].append((number, profile.words[term]))

    def drop(self, numbers: frozenset[int]) -> None:
        """Forgets these articles."""
        for term in list(self._holders):
            self._holders[term] = [item for item in self._holders[term] if item[0] not in numbers]
            if not self._holders[term]:
                del self._holders[term]


def find_candidates(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """The pairs of numbers of `profiles` that are worth comparing; `profiles` stand in order of time."""
    index = Index(FEW, FEW) if len(profiles) <= FEW else Index()
    for number, profile in enumerate(profiles):
        yield from ((other, number) for other in index.find(profile))
        index.put(number, profile)


def find_signature(profile: Profile) -> tuple[str, ...]:
    """The weightiest terms of an article, in a fixed order.

    >>> from recension.records import Article
    >>> from recension.scorers.events import make_profile
    >>> from recension.scorers.rarity import Rarity
    >>> find_signature(make_profile(Article("a", "a", "Officials said that the trawler sank."), Rarity()))
    ('trawler', 'sank', 'offici')
    """
    weights = profile.words
    return tuple(sorted(weights, key=lambda term: (-weights[term], term))[:SIGNATURE])


def find_order(profiles: Iterable[Profile], ids: Iterable[str]) -> list[int]:
    """The numbers of the articles in order of time, those without a date last; by their ids within a day."""
    keys = [
        (profile.published is None, profile.published.toordinal() if profile.published else 0, name)
        for profile, name in zip(profiles, ids, strict=True)
    ]
    return sorted(range(len(keys)), key=keys.__getitem__)
