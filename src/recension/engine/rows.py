"""The rows in which reuse is told: passages with their articles, and how much of one article stands in another."""

import itertools
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recension.engine.plan import Plan
from recension.stages.reuse.clusters import Stretch, find_clusters
from recension.stages.reuse.passages import SharedPassage

Row = dict[str, Any]

_SIDE = {"id": str, "begin": int, "end": int, "text": str, "uri": str, "outlet": str, "title": str, "date": str}
# The fields of the rows, in their order.
PASSAGE_COLUMNS: dict[str, Any] = {
    "cluster": int,
    "size": int,
    **_SIDE,
    "kind": str,
    "score": float,
    "dated": bool,
    "src": _SIDE,
}
DERIVATION_COLUMNS: dict[str, Any] = {
    "id": str,
    "src": str,
    "dated": bool,
    "share": float,
    "src_share": float,
    "passages": int,
    "verbatim": int,
    "words": int,
}


def make_rows(plan: Plan, passages: NDArray[Any]) -> Iterator[Row]:
    """One row for each of `passages`: the later article's side, and under `src` the earlier one's."""
    ids = make_ids(plan)
    pairs = [((a, i, i_end), (b, j, j_end)) for a, b, i, i_end, j, j_end, _, _ in passages.tolist()]
    clusters = find_clusters(pairs)
    sizes = _count_articles(clusters, pairs)
    texts = _Texts(plan)
    for (left, right), cluster, row in zip(pairs, clusters, passages.tolist(), strict=True):
        shared = SharedPassage(*row[2:])
        later, earlier, dated = _tell_order(plan, left, right)
        yield {
            "cluster": cluster,
            "size": sizes[cluster],
            **texts.describe(later, ids),
            "kind": shared.kind,
            "score": round(shared.score, 3),
            "dated": dated,
            "src": texts.describe(earlier, ids),
        }


def make_derivations(plan: Plan, passages: NDArray[Any]) -> Iterator[Row]:
    """One row for each pair of articles in `passages`: how much of each stands in the other."""
    ids = make_ids(plan)
    rows = [(a, b, SharedPassage(*rest)) for a, b, *rest in passages.tolist()]
    for (a, b), group in itertools.groupby(rows, key=lambda row: row[:2]):
        shared = [passage for _, _, passage in group]
        sizes = {
            article: plan.segments[place.segment].load_codes(place.article).size
            for article, place in ((a, plan.places[a]), (b, plan.places[b]))
        }
        covered = {
            a: _measure([(p.i, p.i_end) for p in shared]) / sizes[a],
            b: _measure([(p.j, p.j_end) for p in shared]) / sizes[b],
        }
        (later, _, _), (earlier, _, _), dated = _tell_order(plan, (a, 0, 0), (b, 0, 0))
        yield {
            "id": ids[later],
            "src": ids[earlier],
            "dated": dated,
            "share": round(covered[later], 3),
            "src_share": round(covered[earlier], 3),
            "passages": len(shared),
            "verbatim": sum(p.kind == "verbatim" for p in shared),
            "words": sum(p.common for p in shared),
        }


def make_ids(plan: Plan) -> list[str]:
    """The articles' ids, those that several share numbered in the order of the plan: `a`, `a-2`, `a-3`."""
    taken = {entry.id for entry in plan.entries}
    ids: list[str] = []
    latest, number = None, 1
    for entry in plan.entries:
        number = number + 1 if entry.id == latest else 1
        latest = name = entry.id
        while number > 1 and (name := f"{entry.id}-{number}") in taken:
            number += 1
        taken.add(name)
        ids.append(name)
    return ids


class _Texts:
    """The articles' texts and where the words stand in them, the latest at hand."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._held: dict[int, tuple[str, NDArray[np.uint32]]] = {}

    def describe(self, stretch: Stretch, ids: list[str]) -> Row:
        """The passage of an article: which, where, and its characters."""
        article, first, last = stretch
        text, spans = self._load(article)
        begin, end = int(spans[0, first]), int(spans[1, last - 1])
        entry = self._plan.entries[article]
        named = {"outlet": entry.outlet, "title": entry.title, "date": entry.date}
        return {"id": ids[article], "begin": begin, "end": end, "text": text[begin:end], "uri": entry.uri, **named}

    def _load(self, article: int) -> tuple[str, NDArray[np.uint32]]:
        if article not in self._held:
            if len(self._held) > 4096:
                self._held.clear()
            segment, place = self._plan.places[article]
            kept = self._plan.segments[segment]
            self._held[article] = kept.load_text(place), kept.load_spans(place)
        return self._held[article]


def _tell_order(plan: Plan, left: Stretch, right: Stretch) -> tuple[Stretch, Stretch, bool]:
    """The passage of the later article, that of the earlier, and whether their dates say so; else by their ids."""
    dates = [plan.entries[stretch[0]].date for stretch in (left, right)]
    if dates[0] is None or dates[1] is None:
        return right, left, False
    order = compare_dates(dates[0], dates[1])
    return (left, right, True) if order > 0 else (right, left, order < 0)


def compare_dates(left: str, right: str) -> int:
    """1 where `left` is later than `right`, -1 where earlier, 0 where equal or one has only the day that both share.

    >>> compare_dates("2026-03-05", "2026-03-04T23:00:00+00:00"), compare_dates("2026-03-04", "2026-03-04T23:00:00")
    (1, 0)
    """
    one, other = (datetime.fromisoformat(value) for value in (left, right))
    if len(left) > 10 and len(right) > 10 and (one.tzinfo is None) == (other.tzinfo is None):
        return (one > other) - (one < other)
    return (one.date() > other.date()) - (one.date() < other.date())


def _measure(stretches: list[tuple[int, int]]) -> int:
    """How many words the stretches cover together.

    >>> _measure([(5, 9), (0, 6)])
    9
    """
    total = reached = 0
    for start, end in sorted(stretches):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total


def _count_articles(clusters: list[int], pairs: Sequence[tuple[Stretch, ...]]) -> dict[int, int]:
    """How many articles each cluster has."""
    members: dict[int, set[int]] = {}
    for cluster, pair in zip(clusters, pairs, strict=True):
        members.setdefault(cluster, set()).update(stretch[0] for stretch in pair)
    return {cluster: len(articles) for cluster, articles in members.items()}
