"""Versions: articles that are states of one text, as an outlet corrects and extends it, and the order of these."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from recension.records import Article
from recension.stages.trace.changes import measure_changes, measure_containment
from recension.stages.trace.dates import find_gap, say_gap
from recension.stages.trace.origins import Origins, is_same_outlet
from recension.stages.trace.seriation import find_derivation
from recension.text.words import find_words

# The part of the shorter text's word runs that two versions share. Neighbours in page histories: 95 of 100 have it;
# two reports of one event by one outlet or by unknown ones stay below 0.3.
LEAST_SHARED = 0.4
# Once a text is known to have versions, another near one is more likely a further version than another report: a
# stub, a blanked page. On page histories this ties 0.02 more of the neighbours, 0.3 half of that.
LEAST_SHARED_MORE = 0.2
# What a shrinking text costs beside the distances: revision adds more than it takes away. On page histories (of every
# second page) neighbours are put in the right direction in 0.53 without it, 0.87 at 0.06, 0.88 at 0.1, 0.89 at 0.12,
# where true neighbours begin to be lost.
GROWTH = 0.1
# An outlet's own dates decide the order of its versions: no distance is greater.
_DATED = 2.0
_DATED_CONFIDENCE = 0.95
# How surely a direction is right, as a logistic function of the growth along all steps of the group: measured on the
# same histories it is 0.65 where the text does not grow, 0.80 where one step doubles it and 0.97 where several do.
_SURE, _SURE_BY_GROWTH = 0.6, 1.0


@dataclass(frozen=True)
class Step:
    """From one version of a text to the next: what speaks for the direction, and how sure it is, 0..1."""

    parent: int
    child: int
    confidence: float
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Versions:
    """The steps between all versions in a story, by parent and child, and for each version the text it belongs to."""

    steps: Mapping[tuple[int, int], Step] = field(default_factory=dict)
    text_of: Mapping[int, int] = field(default_factory=dict)

    def is_one_text(self, a: int, b: int) -> bool:
        """Whether the two articles are versions of one text."""
        return a in self.text_of and self.text_of[a] == self.text_of.get(b)


def find_versions(articles: Sequence[Article], origins: Sequence[Origins]) -> Versions:
    """The articles that are versions of one text: near copies of one outlet, or of none known, without credits."""
    pairs = [p for p in combinations(range(len(articles)), 2) if _can_be_versions(articles, origins, *p)]
    members = sorted({number for pair in pairs for number in pair})
    shared = measure_containment([articles[m].text for m in members])
    place = {member: i for i, member in enumerate(members)}
    groups = _find_groups({(a, b): float(shared[place[a], place[b]]) for a, b in pairs})
    steps = [step for group in groups for step in _find_steps(articles, group)]
    return Versions({(s.parent, s.child): s for s in steps}, {m: group[0] for group in groups for m in group})


def _find_groups(shared: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """The numbers that hang together by what they share, then with those that share less with one of them."""
    graph: nx.Graph[int] = nx.Graph(pair for pair, part in shared.items() if part >= LEAST_SHARED)
    known = set(graph)
    near = [pair for pair, part in shared.items() if part >= LEAST_SHARED_MORE and known & set(pair)]
    graph.add_edges_from(near)
    return sorted(sorted(group) for group in nx.connected_components(graph))


def _can_be_versions(articles: Sequence[Article], origins: Sequence[Origins], a: int, b: int) -> bool:
    left, right = articles[a].outlet, articles[b].outlet
    is_one = is_same_outlet(left, right) if left and right else left is right
    return is_one and a not in origins[b].articles and b not in origins[a].articles


def _find_steps(articles: Sequence[Article], group: Sequence[int]) -> list[Step]:
    members = [articles[m] for m in group]
    growth = _measure_growth(members)
    pairs = find_derivation(
        measure_changes([a.text for a in members]), _DATED * _measure_dates(members) - GROWTH * growth
    )
    total = sum(float(growth[a, b]) for a, b in pairs)
    return [Step(group[a], group[b], *_judge(members[a], members[b], total, len(members))) for a, b in pairs]


def _judge(parent: Article, child: Article, growth: float, count: int) -> tuple[float, tuple[str, ...]]:
    """How sure the direction of a step is, and what tells it."""
    kind = f"one of {count} versions of one text, next to {parent.id}"
    before, after = (len(find_words(a.text)) for a in (parent, child))
    sizes = f"it has {after} words, {parent.id} {before}"
    told = f"{sizes}: versions grow as they are revised" if after >= before else f"but {sizes}"
    gap = find_gap(parent, child)
    if gap:
        return _DATED_CONFIDENCE, (kind, f"published {say_gap(gap)} later", told)
    sure = 1 / (1 + math.exp(-_SURE - _SURE_BY_GROWTH * growth))
    if after < before and growth > 0:
        told += ", while the others grow from one to the next"
    return sure, (kind, told) if after != before else (kind,)


def _measure_growth(members: Sequence[Article]) -> NDArray[np.float64]:
    """How much longer each text (column) is than each (row), -1..1; a doubled one stands at 0.88."""
    sizes = np.log([max(1, len(find_words(a.text))) for a in members])
    return np.asarray(np.tanh(2 * (sizes[None, :] - sizes[:, None])))


def _measure_dates(members: Sequence[Article]) -> NDArray[np.float64]:
    """1 where the text of the column was published before that of the row, -1 for the reverse, 0 where unknown."""
    found = np.zeros((len(members), len(members)))
    for a, b in combinations(range(len(members)), 2):
        gap = find_gap(members[a], members[b])
        if gap:
            found[a, b] = -1.0 if gap.total_seconds() > 0 else 1.0
            found[b, a] = -found[a, b]
    return found
