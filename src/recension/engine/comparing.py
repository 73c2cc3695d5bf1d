"""The tasks of a search: join one band of postings, align one block of articles; each writes its result once."""

import itertools
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recension.engine.plan import load_counts
from recension.stages.reuse.chains import Chains, find_chains
from recension.stages.reuse.passages import Chain, find_passages
from recension.stages.reuse.postings import Postings, Seeds, find_seeds
from recension.stages.reuse.weights import COPIES, COPIES_SHARE, Counts, weigh_words
from recension.store.archive import load_archive
from recension.store.segment import Segment
from recension.text.wordcodes import make_key

PASSAGE = np.dtype(
    [(name, np.int32) for name in ("a", "b", "i", "i_end", "j", "j_end", "common")] + [("gain", np.float32)]
)
# Articles kept at hand while a block is aligned.
_CACHED = 8192


def join_band(index: Path, work: Path, band: int) -> None:
    """Finds the seeds of one band of postings and writes them, parted by the block of their first article."""
    if (work / f"band-{band:05d}").is_file():
        return
    ranks, outlets, bands, blocks = (np.load(work / f"{n}.npy") for n in ("ranks", "outlets", "bands", "blocks"))
    seeds = find_seeds(_load_postings(index, ranks, int(bands[band]), int(bands[band + 1])), outlets)
    number = np.searchsorted(blocks, seeds.a, "right") - 1
    order = np.argsort(number, kind="stable")
    borders = np.searchsorted(number[order], np.arange(len(blocks)))
    rows = np.stack(seeds)[:, order]
    for block in range(len(blocks) - 1):
        _save(work / f"seeds-{block:05d}-{band:05d}.npy", rows[:, borders[block] : borders[block + 1]])
    (work / f"band-{band:05d}").touch()


def align_block(index: Path, work: Path, block: int) -> int:
    """Finds the passages that the articles of one block share with later ones, and writes them; returns how many."""
    target = work / f"passages-{block:05d}.npy"
    if target.is_file():
        return len(np.load(target, mmap_mode="r"))
    parts = [np.load(path) for path in sorted(work.glob(f"seeds-{block:05d}-*.npy"))]
    chains = find_chains(Seeds(*np.concatenate([*parts, np.zeros((4, 0), np.uint32)], axis=1)))
    library = _Library(index, work)
    borders = _find_borders(chains)
    columns = [column.tolist() for column in chains]
    rows = [
        row
        for first, last in itertools.pairwise(borders)
        for row in _compare(library, columns[0][first], columns[1][first], columns[2:], first, last)
    ]
    found = np.array(rows, PASSAGE)
    _save(target, found)
    return len(found)


def _compare(
    library: "_Library", a: int, b: int, columns: list[list[int]], first: int, last: int
) -> list[tuple[float, ...]]:
    """The passages that articles `a` and `b` share, as rows of PASSAGE."""
    chains = [Chain(*(column[row] for column in columns)) for row in range(first, last)]
    passages = find_passages(library.load_key(a), library.load_key(b), library.load_weights(a), chains)
    return [(a, b, *passage) for passage in passages]


class _Library:
    """The words of the archive's articles by their number, the latest at hand."""

    def __init__(self, index: Path, work: Path) -> None:
        self._segments: list[Segment] = load_archive(index).segments
        self._places: list[list[int]] = np.load(work / "places.npy").tolist()
        self._counts: Counts = load_counts(work)
        self._copies = COPIES + len(self._places) // COPIES_SHARE
        self.load_key = lru_cache(_CACHED)(self._load_key)
        self.load_weights = lru_cache(1)(self._load_weights)

    def _load_codes(self, article: int) -> NDArray[np.uint32]:
        segment, place = self._places[article]
        return self._segments[segment].load_codes(place)

    def _load_key(self, article: int) -> str:
        return make_key(self._load_codes(article))

    def _load_weights(self, article: int) -> list[float]:
        """Running sums of the weights of the article's words, with a zero in front."""
        weights = weigh_words(self._load_codes(article), self._counts, self._copies)
        return [0.0, *np.cumsum(weights).tolist()]


def _load_postings(index: Path, ranks: NDArray[np.int64], first: int, last: int) -> Postings:
    """The postings of the buckets from `first` to before `last`, of articles that are still there."""
    hashes: list[NDArray[np.uint64]] = [np.zeros(0, np.uint64)]
    articles: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]
    words: list[NDArray[np.uint32]] = [np.zeros(0, np.uint32)]
    offset = 0
    for segment in load_archive(index).segments:
        bucket = segment.load_bucket(first, last)
        rank = ranks[offset + bucket.articles]
        alive = rank >= 0
        hashes.append(bucket.hashes[alive])
        articles.append(rank[alive])
        words.append(bucket.words[alive])
        offset += len(segment.bounds) - 1
    return Postings(np.concatenate(hashes), np.concatenate(articles).astype(np.uint32), np.concatenate(words))


def _find_borders(chains: Chains) -> list[int]:
    """Where the chains of each pair of articles begin, and the end of the last."""
    if not len(chains.a):
        return [0]
    new = (np.diff(chains.a) != 0) | (np.diff(chains.b) != 0)
    return [0, *(np.flatnonzero(new) + 1).tolist(), len(chains.a)]


def _save(path: Path, values: NDArray[Any]) -> None:
    """Writes an array, wholly or not at all."""
    made = path.with_suffix(".new")
    with made.open("wb") as file:
        np.save(file, values)
    made.replace(path)
