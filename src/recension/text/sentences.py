"""Sentences and paragraphs of a text, as spans."""

import re
from functools import lru_cache

from recension.records import Span
from recension.rules import load_rules

CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«([—–-"

_ENDING = re.compile(rf"(?:[.!?…]+|\.\.\.)[{re.escape(CLOSERS)}]*(?=\s)|[。！？]")
_CLOSED = re.compile(rf"[.!?…][{re.escape(CLOSERS)} ]*$")
_SPACE = re.compile(r"\s*")
_BREAK = re.compile(r"[ \t\r]*\n\s*")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\.$")
_NEXT_WORD = re.compile(rf"\s*[{re.escape(OPENERS)}]*\s*(\w+)")


@lru_cache(maxsize=1024)
def find_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text` in order, without the white space around them; headlines and list lines count.

    >>> text = "Fire at mill\\nTwo hurt. Mr. Orr fled."
    >>> [sentence.of(text) for sentence in find_sentences(text)]
    ['Fire at mill', 'Two hurt.', 'Mr. Orr fled.']
    """
    found: list[Span] = []
    for paragraph in find_paragraphs(text):
        start = paragraph.start
        for match in _ENDING.finditer(text, paragraph.start, paragraph.end):
            if _ends_sentence(text, match):
                found.append(Span(start, match.end()))
                start = _skip_space(text, match.end())
        if start < paragraph.end:
            found.append(Span(start, paragraph.end))
    return tuple(found)


@lru_cache(maxsize=1024)
def find_paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of `text`: its lines, joined where a line break only wraps a running sentence."""
    found: list[Span] = []
    start = _skip_space(text, 0)
    for match in _BREAK.finditer(text, start):
        if not _wraps(text, match):
            if match.start() > start:
                found.append(Span(start, match.start()))
            start = match.end()
    end = len(text.rstrip())
    if end > start:
        found.append(Span(start, end))
    return tuple(found)


def _skip_space(text: str, start: int) -> int:
    """The first place from `start` on that holds no white space, or the end."""
    space = _SPACE.match(text, start)
    return space.end() if space else start


def _wraps(text: str, line_break: re.Match[str]) -> bool:
    """Whether the sentence runs on over a single line break: the next line goes on in lower case."""
    if line_break.group().count("\n") > 1 or line_break.end() >= len(text):
        return False
    return text[line_break.end()].islower() and not _CLOSED.search(
        text, max(0, line_break.start() - 8), line_break.start()
    )


def _ends_sentence(text: str, ending: re.Match[str]) -> bool:
    """Whether the full stop, question or exclamation mark at `ending` closes its sentence."""
    following = _NEXT_WORD.match(text, ending.end())
    if following and following.group(1)[0].islower():
        return False
    if ending.group().rstrip(CLOSERS) != ".":
        return True
    word = _LAST_WORD.search(text, max(0, ending.start() - 20), ending.start() + 1)
    if word is None:
        return True
    rules, last = load_rules("abbreviations"), word.group(1).lower()
    if last in rules["before_name"] or (len(last) == 1 and last != "i"):
        return False
    if last in rules["either"]:
        return following is None or following.group(1).lower() in rules["beginners"]
    return True
