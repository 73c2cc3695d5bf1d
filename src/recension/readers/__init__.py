"""One format a file: each reader takes the bytes of a source and yields what it finds in them as drafts."""

from collections.abc import Callable, Iterator
from typing import IO

from recension.errors import ReadError
from recension.readers.html import read_html
from recension.readers.json import read_json, read_json_lines
from recension.readers.source import Source, find_sources, make_digest, read_bounded
from recension.readers.text import read_text
from recension.records import Draft, Problem

Reader = Callable[[IO[bytes], str], Iterator[Draft | Problem]]

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".json": read_json,
    ".jsonl": read_json_lines,
}

__all__ = ["READERS", "Reader", "Source", "find_sources", "make_digest", "read_bounded", "read_source"]


def read_source(source: Source) -> Iterator[Draft | Problem]:
    """The drafts in `source`, and a Problem for each item in it that is none.

    Raises ReadError, at the first step of the iteration, where nothing of the source can be read.
    """
    with source.open() as stream:
        reader = READERS.get(source.suffix)
        if reader is None:
            head = stream.read(2048)
            stream.seek(0)
            reader = _sniff(head, source)
        try:
            yield from reader(stream, source.uri)
        except OSError as error:
            raise ReadError(f"{source.uri}: cannot be read ({error.strerror or error})") from error


def _sniff(head: bytes, source: Source) -> Reader:
    """The reader for bytes without a telling name: what they begin with decides."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    if start.startswith((b"{", b"[")):
        is_lines = start.startswith(b"{") and b"}\n{" in head.replace(b"\r", b"")
        return read_json_lines if is_lines or (b"\n" not in head.rstrip() and len(head) == 2048) else read_json
    is_page = start.startswith((b"<!doctype", b"<html", b"<head", b"<body", b"<?xml", b"<!--"))
    return read_html if is_page or source.kind == "url" else read_text
