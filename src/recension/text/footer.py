"""What follows the last paragraph of a report: links, prompts, comments and rights."""

import re

from recension.records import Span
from recension.text.boilerplate import find_boilerplate_reason
from recension.text.lines import Line, find_lines, is_open, is_prose, is_row
from recension.text.sentences import find_sentences

_COMMENTS = re.compile(
    r"(?:\d+ )?(?:comments?|commentaries|responses|replies)(?: ?\(\d+\))?(?:\s+sort by.*)?\s*:?$"
    r"|have your say|join the discussion",
    re.I,
)
_HANDLE = re.compile(r"@?\w{3,30}(?:_\w+|\d+)?:\s|@\w{3,30}\s")
_RULE_LINE = re.compile(r"[\W_]{3,}$")
# A footer never holds more than this share of a report's text; beyond it, the report itself is mistaken for one.
_LARGEST = 0.35


def find_footer(text: str) -> list[tuple[Span, str]]:
    """The spans at the end of `text` that are not the report, with the reason of each.

    >>> text = "The mill burned for six hours before the wind turned, Ana Ruiz said.\\nRead also: Fair opens\\nA\\nB"
    >>> [(s.of(text), why) for s, why in find_footer(text)]
    [('Read also: Fair opens', 'related'), ('A', 'related'), ('B', 'related')]
    """
    lines = list(find_lines(text))
    start = _find_start(lines)
    found: list[tuple[Span, str]] = []
    reason: str | None = None
    for line in lines[start:]:
        reason = "comments" if reason == "comments" else _judge(line, reason)
        if _COMMENTS.match(line.text):
            reason = "comments"
        if reason:
            found.append((line.span, reason))
    if sum(s.end - s.start for s, _ in found) > _LARGEST * len(text):
        found = [(line.span, why) for line in lines[start:] if (why := find_boilerplate_reason(line.text, "tail"))]
    return found


def find_closing_sentences(text: str) -> list[tuple[Span, str]]:
    """Sentences at the end of the last paragraphs that are not the report, where a dump runs it all together."""
    found: list[tuple[Span, str]] = []
    for sentence in reversed(find_sentences(text)[-12:]):
        reason = find_boilerplate_reason(sentence.of(text), "tail")
        if reason is None:
            break
        found.append((sentence, reason))
    return found[::-1]


def _find_start(lines: list[Line]) -> int:
    """The index of the first line behind the report: nothing after it is running text without a telling wording."""
    start = len(lines)
    comments = next((i for i, line in enumerate(lines) if _COMMENTS.match(line.text) and i > len(lines) // 3), start)
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if index >= comments or find_boilerplate_reason(line.text, "tail") or _HANDLE.match(line.text):
            start = index
        elif is_prose(line.text) or not (is_open(line.text) or is_row(line.text)):
            break
    return start


def _judge(line: Line, last: str | None) -> str | None:
    """Why a line of the footer is set aside; a bare one goes with the heading above it."""
    if _RULE_LINE.match(line.text):
        return last or "footer"
    reason = find_boilerplate_reason(line.text, "tail")
    if reason or is_prose(line.text):
        return reason
    if _HANDLE.match(line.text):
        return "comments"
    return (last or "footer") if is_open(line.text) else None
