"""The lines of a text and what their shape tells: running prose, a row of links, an unfinished fragment."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from recension.records import Span
from recension.text.sentences import CLOSERS

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SEPARATOR = re.compile(r"\s+[|·•/>›»»→–—-]+>?\s+|\s*[|·•›»]\s*|\s{2,}")
_ENDING = re.compile(r"[.!?][\"'”’)]?$")
_INNER_END = re.compile(r"[.!?][\"'”’)]? +[\"'“‘(]?[A-Z]")
_TIMED = re.compile(r"\[?\d{1,2}:\d\d(?::\d\d)?\]?\s")


# A line that a program wrapped is longer; a masthead's name or a link is mostly shorter.
_SHORTEST_WRAPPED = 50


class Line(NamedTuple):
    """A line with its place; `text` has no white space around it."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where in the text the line stands, without the white space around it."""
        return Span(self.start, self.end)

    @property
    def words(self) -> int:
        """How many words the line has."""
        return len(self.text.split())


def find_lines(text: str) -> Iterator[Line]:
    """The lines of `text` that are not blank; a sentence wrapped over several is one.

    >>> text = "Orr Gazette\\n\\nThe mill burned for six hours before the wind turned and\\nit died."
    >>> [line.text for line in find_lines(text)]
    ['Orr Gazette', 'The mill burned for six hours before the wind turned and\\nit died.']
    """
    start = end = -1
    for match in _LINE.finditer(text):
        line = match.group()
        first = match.start() + len(line) - len(line.lstrip())
        if start >= 0 and not _runs_on(text, start, end, first):
            yield Line(start, end, text[start:end])
            start = -1
        start = first if start < 0 else start
        end = first + len(line.strip())
    if start >= 0:
        yield Line(start, end, text[start:end])


def _runs_on(text: str, start: int, end: int, following: int) -> bool:
    """Whether the sentence that ends at `end` without a stop goes on in small letters on the next line."""
    is_next = text.count("\n", end, following) == 1 and text[following].islower()
    return is_next and end - start >= _SHORTEST_WRAPPED and is_open(text[max(start, end - 4) : end])


def is_prose(line: str) -> bool:
    """Whether `line` is of the report's running text: a full sentence of a dozen words, or several sentences.

    >>> is_prose("Fire at mill near Vale leaves two hurt"), is_prose("One ladder. Nobody saw the men come or go.")
    (False, True)
    """
    words = len(line.split())
    if _TIMED.match(line):
        return words > 4
    if words > 30:
        return True
    is_closed = bool(_ENDING.search(line)) and not line.endswith(("...", "…"))
    return is_closed and (words >= 12 or (words >= 8 and bool(_INNER_END.search(line))))


def is_open(line: str) -> bool:
    """Whether `line` ends without a full stop, as headlines, links and labels do.

    >>> is_open("Ferry fares to rise"), is_open("He left.")
    (True, False)
    """
    return not line.rstrip(CLOSERS + " ").endswith((".", "!", "?", "…"))


def find_fields(line: str) -> list[str]:
    """The parts between bars, dots, arrows, slashes or dashes of a masthead line.

    >>> find_fields("Ana Ruiz | 4 March 2026 | 3 min read")
    ['Ana Ruiz', '4 March 2026', '3 min read']
    """
    return [part.strip() for part in _SEPARATOR.split(line) if part.strip()]


def is_row(line: str) -> bool:
    """Whether `line` is a row of short entries, as a menu or the path to a page.

    >>> is_row("Home > News > World"), is_row("News | Opinion | Sport"), is_row("A vote - and a row - in Vale")
    (True, True, False)
    """
    fields = find_fields(line)
    if len(fields) < 2 or not is_open(line):
        return False
    return all(len(f.split()) <= 4 for f in fields) and all(f[0].isupper() or not f[0].isalpha() for f in fields)
