"""Quotations of a text: what stands between quotation marks of any kind, nested and unclosed ones too."""

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from recension.records import Span
from recension.text.sentences import find_paragraphs

_MARK = re.compile("``|''|[“”„‟\"«»‘’‚'‹›]")
_CLOSERS = {
    "“": ("”", '"'), "„": ("“", "”", "‟", '"'), "‟": ("”",), '"': ('"', "”"), "”": ("”",), "``": ("''", '"'),
    "''": ("''",), "«": ("»",), "»": ("«",), "‘": ("’", "'"), "‚": ("‘", "’"), "'": ("'", "’"), "‹": ("›",),
}  # fmt: skip
_BALANCE = {"“": 1, "”": -1}
_SINGLE = "‘‚'"
_BEFORE_OPENER = frozenset(" \t\n\u00a0([{—–-/:…“”„\"'‘«»`")


class Quote(NamedTuple):
    """A quotation with its marks; `depth` is 0 outside any other, `closed` tells whether its end is marked."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool

    @property
    def span(self) -> Span:
        """Where the quotation stands, marks included."""
        return Span(self.start, self.end)

    @property
    def inner(self) -> Span:
        """The quoted words without their marks."""
        return Span(self.inner_start, self.inner_end)


class _Open(NamedTuple):
    start: int
    mark: str


@lru_cache(maxsize=1024)
def find_quotes(text: str) -> tuple[Quote, ...]:
    """The quotations of `text` in order of their start; one that is never closed ends with its paragraph.

    >>> text = "“It’s ‘no brakes’ again,” said Orr. 'Who' asked?"
    >>> [(q.inner.of(text), q.depth) for q in find_quotes(text)]
    [('It’s ‘no brakes’ again,', 0), ('no brakes', 1), ('Who', 0)]
    """
    found: list[Quote] = []
    for paragraph in find_paragraphs(text):
        found.extend(_find_in_paragraph(text, paragraph))
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _find_in_paragraph(text: str, paragraph: Span) -> list[Quote]:
    """The quotations of one paragraph, by a stack of the marks that are open."""
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    found: list[Quote] = []
    stack: list[_Open] = []
    for index, mark in enumerate(marks):
        depth = _closing_depth(text, stack, mark, marks, index, paragraph)
        if depth is not None:
            opened = stack[depth]
            del stack[depth:]
            found.append(_make_quote(opened, mark.start(), mark.end(), depth, closed=True))
        elif _opens(text, mark, stack, marks, index, paragraph):
            stack.append(_Open(mark.start(), mark.group()))
    if stack and stack[0].mark not in _SINGLE:
        found.append(_make_quote(stack[0], paragraph.end, paragraph.end, 0, closed=False))
    return found


def _make_quote(opened: _Open, inner_end: int, end: int, depth: int, closed: bool) -> Quote:
    return Quote(opened.start, end, opened.start + len(opened.mark), inner_end, depth, closed)


def _closing_depth(
    text: str, stack: list[_Open], mark: re.Match[str], marks: list[re.Match[str]], index: int, limit: Span
) -> int | None:
    """Which open mark the given one closes: the innermost that it fits, as its depth."""
    for depth in range(len(stack) - 1, -1, -1):
        opened = stack[depth]
        if mark.group() not in _CLOSERS[opened.mark] or mark.start() == opened.start + len(opened.mark):
            continue
        single = mark.group() in "'’‘"
        if single and not _can_close_single(text, mark, marks, index, limit):
            return None
        if mark.group() in '"“' and _looks_opening(text, mark, limit) and text[mark.start() - 1].isspace():
            return None
        return depth
    return None


def _can_close_single(text: str, mark: re.Match[str], marks: list[re.Match[str]], index: int, limit: Span) -> bool:
    """Whether a single mark ends a quotation rather than marking a letter left out or a plural owner."""
    before, after = text[mark.start() - 1], _char_at(text, mark.end(), limit)
    if before.isspace() or after.isalnum():
        return False
    is_owner = before in "sz" and after == " " and _char_at(text, mark.end() + 1, limit).islower()
    return not (is_owner and _has_later_closer(text, marks, index, limit))


def _has_later_closer(text: str, marks: list[re.Match[str]], index: int, limit: Span) -> bool:
    """Whether a single mark that can only be a closing one follows before the next opening one."""
    for later in marks[index + 1 : index + 9]:
        if later.group() not in "'’":
            continue
        before, after = text[later.start() - 1], _char_at(text, later.end(), limit)
        if before.isspace():
            return False
        if not after.isalnum():
            return True
    return False


def _opens(
    text: str, mark: re.Match[str], stack: list[_Open], marks: list[re.Match[str]], index: int, limit: Span
) -> bool:
    """Whether the mark begins a quotation here."""
    sign = mark.group()
    if sign in "’›" or not _looks_opening(text, mark, limit):
        return False
    if sign in "”»" and stack:
        return False
    if any(opened.mark == sign for opened in stack) and not (sign == "“" and _has_two_closers(marks, index)):
        return False
    return sign not in _SINGLE or _has_later_closer(text, marks, index, limit)


def _has_two_closers(marks: list[re.Match[str]], index: int) -> bool:
    """Whether enough closing marks follow for the quotation that begins here and the one around it."""
    signs = (m.group() for m in marks[index + 1 : index + 41])
    return any(balance == 0 for balance in accumulate((_BALANCE.get(sign, 0) for sign in signs), initial=2))


def _looks_opening(text: str, mark: re.Match[str], limit: Span) -> bool:
    """Whether white space or an opening sign stands before the mark and a word after it."""
    before = " " if mark.start() == limit.start else text[mark.start() - 1]
    return before in _BEFORE_OPENER and not _char_at(text, mark.end(), limit).isspace()


def _char_at(text: str, position: int, limit: Span) -> str:
    return text[position] if position < limit.end else " "
