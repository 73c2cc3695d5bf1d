"""Rarity: how much a term tells, by how few reports have it, among those given and in the language at large."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from recension.rules import load_rules
from recension.text.terms import MOST_WORDS

# As many reports as the knowledge of the language counts for beside those given: five reports of one event must not
# make its names seem common, and 12,000 articles need no help.
KNOWN_REPORTS = 2_000
# The share of running words that the most frequent word has; that of the n-th is about the n-th part (Zipf).
_MOST_FREQUENT = 0.1


class Rarity:
    """Weighs terms by how many reports have them; reports are added as they come."""

    def __init__(self, language: str = "en") -> None:
        self._known = load_shares() if language == "en" else {}
        self._reports = Counter[str]()
        self._count = 0

    def add(self, terms: Iterable[str]) -> None:
        """Counts one more report with these terms."""
        self._reports.update(terms)
        self._count += 1

    def weigh(self, term: str) -> float:
        """How much `term` tells: the logarithm of one report in how many has it.

        >>> rarity = Rarity()
        >>> rarity.add(["trawler", "offici"])
        >>> round(rarity.weigh("trawler"), 1), round(rarity.weigh("offici"), 1)
        (7.2, 2.9)
        """
        having = self._reports[term] + KNOWN_REPORTS * self._known.get(term, 0.0)
        return math.log((self._count + KNOWN_REPORTS + 1) / (having + 0.5))

    def weigh_all(self, counts: Mapping[str, int]) -> dict[str, float]:
        """The weight of each term, which grows with the logarithm of its count; as a vector of length 1."""
        weights = {term: math.log1p(count) * self.weigh(term) for term, count in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {term: weight / length for term, weight in weights.items()}


@cache
def load_shares() -> dict[str, float]:
    """The share of English reports that have each of the common words."""
    stems = load_rules("common_words")["words"].split()
    return {stem: 1 - math.exp(-MOST_WORDS * _MOST_FREQUENT / rank) for rank, stem in enumerate(stems, 3)}
