"""The plan of a search: the articles of an archive in one order, and the tasks that their comparison falls into."""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from recension.errors import SettingsError
from recension.stages.reuse import postings
from recension.stages.reuse.weights import Counts, count_words, make_counts
from recension.store.archive import Archive
from recension.store.segment import BUCKETS, Entry, Segment

# Postings that one join holds at once, and words whose articles one alignment takes: about 100 bytes each.
BAND_POSTINGS = 3_000_000
BLOCK_WORDS = 1_500_000


class Place(NamedTuple):
    """Where an article is kept: the number of its segment, and its number there."""

    segment: int
    article: int


class Plan:
    """An archive as one series of articles, numbered in the order of their ids, however they came to be read."""

    def __init__(self, archive: Archive) -> None:
        self.segments: Sequence[Segment] = archive.segments
        listed = [
            (entry, Place(number, article))
            for number, segment in enumerate(self.segments)
            for article, entry in enumerate(segment.entries)
            if entry.key not in archive.gone
        ]
        listed.sort(key=lambda item: (item[0].id, item[0].source, item[0].key))
        if len(listed) > postings.MOST_ARTICLES:
            raise SettingsError(f"more than {postings.MOST_ARTICLES:,} articles: make an index for each part of them")
        self.entries: list[Entry] = [entry for entry, _ in listed]
        self.places: list[Place] = [place for _, place in listed]

    @cached_property
    def signature(self) -> str:
        """What tells this series of articles from another."""
        keys = "\n".join(entry.key for entry in self.entries)
        return hashlib.sha256(keys.encode("utf-8", "surrogatepass")).hexdigest()


def save_plan(plan: Plan, folder: Path) -> None:
    """Writes what the tasks need of `plan` to `folder`."""
    counts = make_counts()
    ranks = [np.full(len(segment.bounds) - 1, -1, np.int64) for segment in plan.segments]
    for rank, place in enumerate(plan.places):
        ranks[place.segment][place.article] = rank
    for segment, numbers in zip(plan.segments, ranks, strict=True):
        _count(counts, segment, numbers >= 0)
    sizes = np.array([_get_size(plan.segments, place) for place in plan.places], np.int64)
    names = {name: number for number, name in enumerate(sorted({e.outlet for e in plan.entries if e.outlet}), 1)}
    np.save(folder / "ranks.npy", np.concatenate([*ranks, np.zeros(0, np.int64)]))
    np.save(folder / "places.npy", np.array(plan.places, np.int64).reshape(-1, 2))
    np.save(folder / "outlets.npy", np.array([names.get(e.outlet or "", 0) for e in plan.entries], np.uint32))
    np.save(folder / "bands.npy", _cut(_add_buckets(plan.segments), BAND_POSTINGS))
    np.save(folder / "blocks.npy", _cut(sizes, BLOCK_WORDS))
    np.save(folder / "word_counts.npy", counts.words)
    np.save(folder / "pair_counts.npy", counts.pairs)


def load_counts(folder: Path) -> Counts:
    """The counts that `save_plan` wrote."""
    return Counts(*(np.load(folder / f"{name}_counts.npy", mmap_mode="r") for name in ("word", "pair")))


def _count(counts: Counts, segment: Segment, alive: NDArray[np.bool_]) -> None:
    """Adds the articles of `segment` that are `alive` to `counts`."""
    sizes = np.diff(segment.bounds)
    codes = np.asarray(segment.codes)[np.repeat(alive, sizes)]
    starts = np.concatenate(([0], np.cumsum(sizes[alive])))
    count_words(counts, codes, starts)


def _get_size(segments: Sequence[Segment], place: Place) -> int:
    bounds = segments[place.segment].bounds
    return int(bounds[place.article + 1] - bounds[place.article])


def _add_buckets(segments: Sequence[Segment]) -> NDArray[np.int64]:
    total = np.zeros(BUCKETS, np.int64)
    for segment in segments:
        total += segment.count_postings()
    return total


def _cut(sizes: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """Where to part a series so that each part adds up to about `most`: the borders, first and last included.

    >>> _cut(np.array([2, 2, 2, 9, 1]), 4).tolist()
    [0, 2, 3, 5]
    """
    ends = np.cumsum(sizes)
    part = (ends - 1) // most if len(sizes) else ends
    inner = np.flatnonzero(np.diff(part)) + 1
    return np.concatenate(([0], inner, [len(sizes)])).astype(np.int64)
