"""Contrast: what all of one group name and none of the other, on both sides, tells two like events apart.

Two arrests of two players of one club, two strikes of one navy against pirates: the reports of both share nearly all
their words. But each report of the one names a person or a number that no report of the other has, and the other way
round. The reports of one event do not fall apart in this way: what a part of them leaves out stands in some others.
"""

from collections import Counter
from collections.abc import Sequence

from recension.scorers.events import Profile

# The mean over so many terms: one alone may be an accident of who wrote.
TERMS = 3
# Counts as so many reports without the term, so that two reports against three are no proof.
_DOUBT = 2

Contrast = list[tuple[float, str]]


def measure_contrast(left: Sequence[Profile], right: Sequence[Profile]) -> float:
    """How far the two groups, each by names and numbers of its own, keep apart, 0..1; the lesser of the two sides."""
    if len(left) < 2 or len(right) < 2:
        return 0.0
    return min(_mean(find_contrast(left, right)), _mean(find_contrast(right, left)))


def find_contrast(own: Sequence[Profile], others: Sequence[Profile]) -> Contrast:
    """The names and numbers that the leads of `own` have and `others` lack most, each with the difference of shares."""
    count = Counter(term for profile in own for term in profile.terms.anchors)
    shares = ((n / (len(own) + _DOUBT) - _measure_share(term, others), term) for term, n in count.items() if n > 1)
    return sorted(shares, reverse=True)[:TERMS]


def _measure_share(term: str, profiles: Sequence[Profile]) -> float:
    return sum(term in profile.terms.counts for profile in profiles) / len(profiles)


def _mean(contrast: Contrast) -> float:
    return sum(max(0.0, value) for value, _ in contrast) / TERMS
