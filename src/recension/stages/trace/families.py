"""Families: which texts of a collection are versions of one another, found by the rare words that they share."""

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise

from recension.text.words import fold

# Groups join while their texts share this part, on the mean, of the shorter one's rare words, by weight. On page
# histories the F1 of pairs is 0.962 at 0.15 and 0.957 at 0.2 (every second page), 0.950 and 0.947 with all in one pool,
# where single words without pairs reach 0.94. Pairs of texts by themselves, not in groups, stay 0.01 below.
ONE_FAMILY = 0.16
# A word in more texts tells little and costs the square of their number; 20 and 100 give the same.
MOST_TEXTS = 40
_WORD = re.compile(r"\w+")

Pair = tuple[int, int]


def find_families(texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
    """The numbers of the texts by family, in their order; a text without relatives is a family by itself.

    >>> find_families(["Orr sold salt.", "Tern nests on Vale.", "Orr sold salt and peat.", "Ruiz ran."])
    ((0, 2), (1,), (3,))
    """
    words = [_find_terms(text) for text in texts]
    spread = Counter(word for own in words for word in own)
    rare = {word: math.log(len(texts) / count) for word, count in spread.items() if count <= MOST_TEXTS}
    return _join(score_pairs(words, rare), len(texts))


def _find_terms(text: str) -> frozenset[str]:
    """The words of a text and its pairs of words in a row, folded."""
    words = _WORD.findall(fold(text))
    return frozenset(words) | frozenset(map(" ".join, pairwise(words)))


def score_pairs(words: Sequence[frozenset[str]], weights: dict[str, float]) -> dict[Pair, float]:
    """The part of the shorter text's weight that both have, 0..1, for each two texts that share a weighed word."""
    ordered = [sorted(own & weights.keys()) for own in words]
    whole = [sum(weights[w] for w in own) for own in ordered]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(ordered):
        for word in own:
            holders[word].append(number)
    shared: dict[Pair, float] = defaultdict(float)
    for word in sorted(holders):
        for pair in combinations(holders[word], 2):
            shared[pair] += weights[word]
    return {(a, b): weight / min(whole[a], whole[b]) for (a, b), weight in shared.items()}


def _join(scores: dict[Pair, float], count: int) -> tuple[tuple[int, ...], ...]:
    """The groups of average linkage, cut at `ONE_FAMILY`; a pair without a score counts as 0."""
    beside: list[dict[int, float]] = [{} for _ in range(count)]
    for (a, b), score in scores.items():
        beside[a][b] = beside[b][a] = score
    groups: dict[int, list[int]] = {number: [number] for number in range(count)}
    waiting = [(-score, *pair) for pair, score in scores.items() if score >= ONE_FAMILY]
    heapq.heapify(waiting)
    while waiting:
        score, a, b = heapq.heappop(waiting)
        if a not in groups or b not in groups or beside[a].get(b) != -score:
            continue
        sizes = len(groups[a]), len(groups[b])
        groups[a] += groups.pop(b)
        for other in sorted((beside[a].keys() | beside[b].keys()) - {a, b}):
            mean = (beside[a].get(other, 0.0) * sizes[0] + beside[b].get(other, 0.0) * sizes[1]) / sum(sizes)
            beside[a][other] = beside[other][a] = mean
            beside[other].pop(b, None)
            if mean >= ONE_FAMILY:
                heapq.heappush(waiting, (-mean, min(a, other), max(a, other)))
        beside[a].pop(b)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))
