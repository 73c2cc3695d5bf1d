"""Segments: some thousand articles of an archive as files that are mapped into memory, written once."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from recension.stages.reuse.postings import GRAM, MOST_WORDS
from recension.text.wordcodes import encode_words, hash_runs

# Postings lie sorted into this many parts by the top bits of their hash, so that a join reads one part of each segment.
BUCKET_BITS = 10
BUCKETS = 1 << BUCKET_BITS


@dataclass(frozen=True, slots=True)
class Entry:
    """What an archive keeps of an article beside its text; `key` tells two articles apart, `date` is ISO 8601."""

    key: str
    id: str
    uri: str
    source: str
    title: str | None = None
    outlet: str | None = None
    date: str | None = None


class Bucket(NamedTuple):
    """The postings of one part: hashes, numbers of the articles within the segment, numbers of the first words."""

    hashes: NDArray[np.uint64]
    articles: NDArray[np.intp]
    words: NDArray[np.uint32]


@dataclass(frozen=True)
class Segment:
    """A segment that was written; nothing is read before it is asked for."""

    folder: Path

    @cached_property
    def entries(self) -> list[Entry]:
        """The articles in their order."""
        with (self.folder / "articles.jsonl").open(encoding="utf-8") as lines:
            return [Entry(**json.loads(line)) for line in lines]

    @cached_property
    def codes(self) -> NDArray[np.uint32]:
        """The words of all articles in a row."""
        return self._map("codes")

    @cached_property
    def bounds(self) -> NDArray[np.int64]:
        """Where the words of each article begin, and the end of the last."""
        return self._map("bounds")

    @cached_property
    def _spans(self) -> NDArray[np.uint32]:
        return self._map("spans")

    @cached_property
    def _text_bounds(self) -> NDArray[np.int64]:
        return self._map("text_bounds")

    @cached_property
    def _buckets(self) -> NDArray[np.int64]:
        return self._map("buckets")

    @cached_property
    def _postings(self) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
        return self._map("hashes"), self._map("places")

    def load_codes(self, article: int) -> NDArray[np.uint32]:
        """The words of article number `article`."""
        return self.codes[self.bounds[article] : self.bounds[article + 1]]

    def load_spans(self, article: int) -> NDArray[np.uint32]:
        """Where the words of the article start (row 0) and end (row 1) in its text, in code points."""
        return self._spans[:, self.bounds[article] : self.bounds[article + 1]]

    def load_text(self, article: int) -> str:
        """The text of the article, as it was read."""
        first, last = (int(self._text_bounds[article + step]) for step in (0, 1))
        with (self.folder / "texts").open("rb") as texts:
            texts.seek(first)
            return texts.read(last - first).decode("utf-8", "surrogatepass")

    def load_bucket(self, first: int, last: int) -> Bucket:
        """The postings of the buckets from `first` to before `last`."""
        begin, end = int(self._buckets[first]), int(self._buckets[last])
        hashes, places = (column[begin:end] for column in self._postings)
        articles = np.searchsorted(self.bounds, places, "right") - 1
        return Bucket(np.asarray(hashes), articles, (places - self.bounds[articles]).astype(np.uint32))

    def count_postings(self) -> NDArray[np.int64]:
        """How many postings each bucket holds."""
        return np.diff(self._buckets)

    def _map(self, name: str) -> NDArray[Any]:
        path = self.folder / f"{name}.npy"
        return np.load(path, mmap_mode="r")  # type: ignore[no-any-return]


def save_segment(folder: Path, entries: Sequence[Entry], texts: Sequence[str]) -> None:
    """Writes the segment `folder`: it is there wholly or not at all. Words beyond MOST_WORDS of a text are left out."""
    encoded = [encode_words(text) for text in texts]
    codes = [words.codes[:MOST_WORDS] for words in encoded]
    bounds = _add_up([len(part) for part in codes])
    hashes = [hash_runs(part, GRAM) for part in codes]
    places = [
        np.arange(len(part), dtype=np.uint32) + np.uint32(start) for part, start in zip(hashes, bounds, strict=False)
    ]
    joined = np.concatenate([*hashes, np.zeros(0, np.uint64)])
    part = (joined >> np.uint64(64 - BUCKET_BITS)).astype(np.uint16)
    order = np.argsort(part, kind="stable")
    data = [text.encode("utf-8", "surrogatepass") for text in texts]
    made = folder.with_suffix(".new")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    _save(made, "codes", np.concatenate([*codes, np.zeros(0, np.uint32)]))
    _save(made, "bounds", bounds)
    _save(made, "spans", np.concatenate([np.stack((w.starts[:MOST_WORDS], w.ends[:MOST_WORDS])) for w in encoded], 1))
    _save(made, "hashes", joined[order])
    _save(made, "places", np.concatenate([*places, np.zeros(0, np.uint32)])[order])
    _save(made, "buckets", _add_up(np.bincount(part, minlength=BUCKETS)))
    _save(made, "text_bounds", _add_up([len(part) for part in data]))
    (made / "texts").write_bytes(b"".join(data))
    lines = [json.dumps(asdict(entry), ensure_ascii=False) + "\n" for entry in entries]
    (made / "articles.jsonl").write_text("".join(lines), encoding="utf-8", errors="surrogatepass")
    shutil.rmtree(folder, ignore_errors=True)
    made.rename(folder)


def _save(folder: Path, name: str, values: NDArray[Any]) -> None:
    np.save(folder / f"{name}.npy", values)


def _add_up(sizes: Sequence[int] | NDArray[np.intp]) -> NDArray[np.int64]:
    """The running sum of `sizes` with a zero in front."""
    return np.concatenate(([0], np.cumsum(sizes, dtype=np.int64))).astype(np.int64)
