"""Where articles come from: files, folders, web addresses and standard input, found but not yet read."""

import gzip
import hashlib
import io
import os
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, Literal, cast

from recension.errors import ReadError

# The largest of 12,000 news pages measured has 1.3 MB; a bound of 20 MB keeps a hostile one to seconds.
MAX_BYTES = 20_000_000
# Standard input may carry a whole JSON Lines file, and has to be held to be looked at.
MAX_STDIN_BYTES = 500_000_000


@dataclass(frozen=True)
class Source:
    """One file, page or stream that may hold articles; nothing is read before `open`."""

    uri: str
    kind: Literal["file", "url", "stdin", "nothing"]
    why: str = ""

    @property
    def suffix(self) -> str:
        """The ending that tells the format, in lower case, without `.gz`."""
        name = self.uri.lower().removesuffix(".gz")
        return Path(name).suffix if self.kind == "file" else ""

    def open(self) -> IO[bytes]:
        """The bytes as a stream, unpacked. Raises ReadError where there are none to be had."""
        if self.kind == "nothing":
            raise ReadError(f"{self.uri}: {self.why}")
        if self.kind == "file":
            return _open_file(self.uri)
        return io.BytesIO(self._held)

    @cached_property
    def _held(self) -> bytes:
        if self.kind == "url":
            from recension.readers.url import fetch

            return fetch(self.uri)
        data = sys.stdin.buffer.read(MAX_STDIN_BYTES + 1)
        if len(data) > MAX_STDIN_BYTES:
            raise ReadError(f"-: more than {MAX_STDIN_BYTES // 1_000_000} MB; save it as a file and name that")
        return data


def find_sources(paths: Iterable[str]) -> Iterator[Source]:
    """The sources that `paths` name, in the order given; a folder yields its files with a known suffix, sorted.

    A path is a file, a folder (read recursively), an http(s) address, or "-" for standard input. What does not
    exist yields a source too: opening it raises ReadError, so that the caller can note it and go on.
    """
    for path in paths:
        if path == "-":
            yield Source("-", "stdin")
        elif "://" in path:
            yield Source(path, "url")
        elif Path(path).is_dir():
            yield from _find_files(path)
        elif Path(path).exists():
            yield Source(path, "file")
        else:
            yield Source(path, "nothing", "no such file or folder; check the spelling")


def make_digest(source: Source) -> str:
    """SHA-256 of the bytes of `source`, in hexadecimal: two sources with one digest are the same input.

    Raises ReadError where the source cannot be opened.
    """
    try:
        with source.open() as stream:
            total = hashlib.sha256()
            while block := stream.read(1 << 20):
                total.update(block)
            return total.hexdigest()
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError(f"{source.uri}: {_tell(error)}") from error


def read_bounded(stream: IO[bytes], uri: str, limit: int = MAX_BYTES) -> bytes:
    """All bytes of `stream`; raises ReadError where there are none or more than `limit`."""
    try:
        data = stream.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError(f"{uri}: {_tell(error)}") from error
    if len(data) > limit:
        raise ReadError(f"{uri}: larger than {limit // 1_000_000} MB, which no article is; cut it into its articles")
    if not data.strip():
        raise ReadError(f"{uri}: the file is empty")
    return data


def _open_file(path: str) -> IO[bytes]:
    try:
        if not Path(path).is_file():
            raise ReadError(f"{path}: not a regular file; name a file or a folder")
        if path.lower().endswith(".gz"):
            return cast(IO[bytes], gzip.open(path))
        return Path(path).open("rb")
    except OSError as error:
        raise ReadError(f"{path}: {_tell(error)}") from error


def _find_files(folder: str) -> Iterator[Source]:
    """The article files below `folder`; hidden ones are left out, links to folders are not followed."""
    from recension.readers import READERS

    found = []
    for base, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Source(os.path.join(base, n), "file") for n in files if not n.startswith(".")]  # noqa: PTH118
    known = sorted((s for s in found if s.suffix in READERS), key=lambda s: Path(s.uri).parts)
    if not known:
        endings = " ".join(READERS)
        yield Source(folder, "nothing", f"no article files in this folder; looked for {endings}")
    yield from known


def _tell(error: Exception) -> str:
    """What went wrong, in words."""
    if isinstance(error, PermissionError):
        return "no permission to read it; change its permissions"
    if isinstance(error, gzip.BadGzipFile | EOFError | zlib.error):
        return "the compressed file is broken; unpack it by hand and name the result"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"
