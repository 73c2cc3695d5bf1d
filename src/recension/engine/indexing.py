"""Reads sources into the segments of an archive: only what is not there yet."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from recension.engine.pool import run_tasks
from recension.errors import ReadError
from recension.protocols import Progress
from recension.readers import Source, find_sources, make_digest, read_source
from recension.records import Draft, Problem
from recension.store.archive import Archive
from recension.store.segment import Entry, save_segment
from recension.text.pagedates import parse_date

# A segment is held in memory while it is made: about 40 bytes a word.
SEGMENT_ARTICLES = 2_000
SEGMENT_CHARACTERS = 8_000_000

Batch = tuple[Path, list[Entry], list[str]]


def update_archive(archive: Archive, paths: Sequence[str], jobs: int, progress: Progress) -> tuple[Problem, ...]:
    """Adds what is new in `paths` to `archive`; returns what could not be read.

    Interrupted, it keeps the finished segments, and the next call goes on after them.
    """
    reading = _Reading(archive, sorted(set(find_sources(paths)), key=lambda source: source.uri), progress)
    first = len(archive.names)
    finished: dict[int, str] = {}
    for number, name in run_tasks(_save_batch, reading.make_batches(), jobs):
        finished[number] = name
        # Only segments without a gap before them count: a later run names its own after the last that does.
        while len(archive.names) - first in finished:
            archive.names.append(finished[len(archive.names) - first])
        archive.save()
    archive.sources.update(reading.digests)
    archive.gone = (archive.gone | reading.find_gone()) - reading.seen
    archive.save()
    return tuple(reading.problems)


def _save_batch(folder: Path, entries: list[Entry], texts: list[str]) -> str:
    save_segment(folder, entries, texts)
    return folder.name


class _Reading:
    """One pass over the sources: what is new in them, and what they no longer hold."""

    def __init__(self, archive: Archive, sources: Sequence[Source], progress: Progress) -> None:
        self.digests: dict[str, str] = {}
        self.problems: list[Problem] = []
        self.seen: set[str] = set()
        self._archive = archive
        self._sources = sources
        self._progress = progress
        self._first = len(archive.names)
        self._known = {entry.key: entry.source for segment in archive.segments for entry in segment.entries}

    def make_batches(self) -> Iterator[Batch]:
        """The new articles in batches of the size of a segment, each with the folder that it belongs in."""
        batch: list[tuple[Entry, str]] = []
        size = count = 0
        for article in self._find_new():
            batch.append(article)
            size += len(article[1])
            if len(batch) >= SEGMENT_ARTICLES or size >= SEGMENT_CHARACTERS:
                yield self._make_batch(count, batch)
                batch, size, count = [], 0, count + 1
        if batch:
            yield self._make_batch(count, batch)

    def find_gone(self) -> set[str]:
        """The keys of articles whose source was read again and no longer holds them."""
        return {key for key, source in self._known.items() if source in self.digests and key not in self.seen}

    def _make_batch(self, number: int, batch: list[tuple[Entry, str]]) -> Batch:
        folder = self._archive.folder / "segments" / f"{self._first + number + 1:06d}"
        return folder, [entry for entry, _ in batch], [text for _, text in batch]

    def _find_new(self) -> Iterator[tuple[Entry, str]]:
        """The articles that the archive does not hold, from the sources that changed since they were last read."""
        for number, source in enumerate(self._sources):
            self._progress("reading", number, len(self._sources))
            try:
                digest = make_digest(source)
                if self._archive.sources.get(source.uri) == digest:
                    continue
                yield from self._read(source)
            except ReadError as error:
                self._note(source.uri, str(error))
                continue
            self.digests[source.uri] = digest
        self._progress("reading", len(self._sources), len(self._sources))

    def _read(self, source: Source) -> Iterator[tuple[Entry, str]]:
        for item in read_source(source):
            if isinstance(item, Problem):
                self.problems.append(item)
                continue
            entry = make_entry(item, source.uri)
            if entry.key not in self._known and entry.key not in self.seen:
                yield entry, item.text
            self.seen.add(entry.key)

    def _note(self, uri: str, what: str) -> None:
        self.problems.append(Problem(uri, what.removeprefix(f"{uri}: ")))


def make_entry(draft: Draft, source: str) -> Entry:
    """What the archive keeps of `draft`; the id is its own, else the first twelve digits of its text's SHA-256."""
    digest = hashlib.sha256(draft.text.encode("utf-8", "surrogatepass")).hexdigest()
    name = draft.name or digest[:12]
    key = hashlib.sha256("\0".join((source, name, digest)).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    stated = (parse_date(value) for _, value in draft.dates)
    published = next((value for value in stated if value is not None), None)
    return Entry(
        key=key,
        id=name,
        uri=draft.uri,
        source=source,
        title=draft.title,
        outlet=draft.outlet,
        date=published.isoformat() if published else None,
    )
