"""Linking: articles become stories from the likeliest pair upwards, while groups are alike on the mean."""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence

from recension.scorers.events import Profile, weigh_time
from recension.stages.group.contrast import measure_contrast

# Two groups become one story while the log odds of their pairs are, on the mean, at least this. The B³ F1 at -2, -2.25,
# -2.5 and -3 is 0.949, 0.951, 0.950 and 0.944 on ECB+, 0.950, 0.947, 0.946 and 0.932 there among 5,000 other articles,
# and 0.976, 0.972, 0.972 and 0.972 on the labelled stories among 1,000. Lower lets like events come together, higher
# parts reports of one event by people who share few words.
SAME_EVENT = -2.25
# Two single articles need odds of their own: a story that has none as strong is none. At 0, 1 and 2 the B³ F1 on the
# labelled stories among 1,000 others is 0.976, 0.994 and 0.983, on ECB+ 0.951, 0.949 and 0.949; of 6,000 articles of
# unknown events 1,654, 1,317 and 1,050 come into stories.
SAME_PAIR = 1.0
# What a pair counts that is no candidate, but for time. -3.5 and -4.5 give the same figures within 0.002.
NO_CANDIDATE = -4.0
# Where names and numbers keep two groups apart beyond what is common, this times the rest is taken from their log odds.
# Without it the B³ F1 on ECB+ is 0.892 and not 0.951; with 10 and 40 it is 0.952 and 0.943, with 0.27 and 0.37 for
# what is common 0.944 and 0.949.
CONTRAST = 20.0
COMMON_CONTRAST = 0.32

Odds = Mapping[tuple[int, int], float]


def link(odds: Odds, profiles: Mapping[int, Profile] | Sequence[Profile], numbers: Sequence[int]) -> list[list[int]]:
    """The groups of `numbers` by average linkage of the log `odds` of pairs; groups that differ in what they name stay.

    A pair is looked up as (lower, higher); one without odds counts as `NO_CANDIDATE`.
    """
    return _Linkage(odds, profiles, numbers).join()


class _Linkage:
    """The groups so far, and for each pair of groups with candidates between them the sum and number of those."""

    def __init__(self, odds: Odds, profiles: Mapping[int, Profile] | Sequence[Profile], numbers: Sequence[int]) -> None:
        self._profiles = profiles
        self._groups = {group: [number] for group, number in enumerate(numbers)}
        self._beside = defaultdict[int, dict[int, tuple[float, int]]](dict)
        self._waiting: list[tuple[float, int, int, bool]] = []
        self._days = {group: _sum_days(profiles[number]) for group, number in enumerate(numbers)}
        self._next = len(numbers)
        places = {number: group for group, number in enumerate(numbers)}
        for (one, other), value in odds.items():
            if one in places and other in places:
                self._put(places[one], places[other], value, 1)

    def join(self) -> list[list[int]]:
        """Joins the likeliest two groups until none are likely enough."""
        while self._waiting:
            value, a, b, held = heapq.heappop(self._waiting)
            if a not in self._groups or b not in self._groups:
                continue
            against = 0.0 if held else self._find_contrast(a, b)
            if not against:
                self._merge(a, b)
            elif -value - against >= SAME_EVENT:
                heapq.heappush(self._waiting, (value + against, a, b, True))
        return [sorted(group) for group in self._groups.values()]

    def _find_contrast(self, a: int, b: int) -> float:
        """What is taken from the odds of two groups because they name different things."""
        left, right = ([self._profiles[n] for n in self._groups[group]] for group in (a, b))
        return CONTRAST * max(0.0, measure_contrast(left, right) - COMMON_CONTRAST)

    def _merge(self, a: int, b: int) -> None:
        new = self._next
        self._next += 1
        self._groups[new] = self._groups.pop(a) + self._groups.pop(b)
        (days, n), (others, m) = self._days.pop(a), self._days.pop(b)
        self._days[new] = days + others, n + m
        one, other = self._beside.pop(a), self._beside.pop(b)
        for group in sorted((one.keys() | other.keys()) - {a, b}):
            (left, n), (right, m) = one.get(group, (0.0, 0)), other.get(group, (0.0, 0))
            self._beside[group].pop(a, None)
            self._beside[group].pop(b, None)
            self._put(group, new, left + right, n + m)

    def _put(self, a: int, b: int, total: float, count: int) -> None:
        """Notes the sum of `count` odds between two groups, to be joined when their turn comes."""
        self._beside[a][b] = self._beside[b][a] = total, count
        pairs = len(self._groups[a]) * len(self._groups[b])
        missing = NO_CANDIDATE - (weigh_time(self._count_days(a, b)) if count < pairs else 0)
        mean = (total + (pairs - count) * missing) / pairs
        if mean >= (SAME_EVENT if pairs > 1 else SAME_PAIR):
            heapq.heappush(self._waiting, (-mean, a, b, False))

    def _count_days(self, a: int, b: int) -> float:
        """The days between two groups, by the mean of their dates; none where one has no date."""
        (days, n), (others, m) = self._days[a], self._days[b]
        return abs(days / n - others / m) if n and m else 0.0


def _sum_days(profile: Profile) -> tuple[int, int]:
    return (profile.published.toordinal(), 1) if profile.published else (0, 0)
