"""Plain text and Markdown: one article a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from recension.errors import ReadError
from recension.readers.source import read_bounded
from recension.records import Draft
from recension.text.encoding import NotTextError, decode_text


def read_text(stream: IO[bytes], uri: str) -> Iterator[Draft]:
    """The one draft in a text file; where its outlet, title and date stand is left to `repair`."""
    data = read_bounded(stream, uri)
    yield Draft(uri=uri, text=decode_or_raise(data, uri), name=None if uri == "-" else Path(uri).stem)


def decode_or_raise(data: bytes, uri: str) -> str:
    """The text of `data`; raises ReadError where it is none."""
    try:
        return decode_text(data)
    except NotTextError as error:
        raise ReadError(f"{uri}: not a text: {error}; convert it to .txt or .html first") from error
