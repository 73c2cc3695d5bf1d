"""What follows the last paragraph of a report: links, prompts, comments and rights."""

import re

from recension.records import Span
from recension.text.boilerplate import find_boilerplate_reason
from recension.text.lines import Line, find_lines, is_open, is_prose
from recension.text.sentences import find_sentences

_COMMENTS = re.compile(
    r"(?:\d+ )?(?:comments?|commentaries|responses|replies)(?: ?\(\d+\))?(?:\s+sort by.*)?\s*:?$"
    r"|have your say|join the discussion",
    re.I,
)
_HANDLE = re.compile(r"@?\w{3,30}(?:_\w+|\d+)?:\s|@\w{3,30}\s")
_RULE_LINE = re.compile(r"[\W_]{3,}$")
_LINKS = re.compile(r" [|·•] ")
_SPEECH = re.compile(r"[\"“”]|\b(?:said|says|told|asked|added)\b", re.I)
_HEADING = "footer"
# Lines set aside for their neighbours' sake alone never hold more than this share of a text; beyond it, the report
# itself is mistaken for its footer.
_LARGEST = 0.35


def find_footer(text: str) -> list[tuple[Span, str]]:
    """The spans at the end of `text` that are not the report, with the reason of each.

    >>> text = "The mill burned for six hours before the wind turned, Ana Ruiz said.\\nRead also: Fair opens\\nA\\nB"
    >>> [(s.of(text), why) for s, why in find_footer(text)]
    [('Read also: Fair opens', 'related'), ('A', 'related'), ('B', 'related')]
    """
    lines = list(find_lines(text))
    found: list[tuple[Span, str]] = []
    reason: str | None = None
    bare = 0
    for line in lines[_find_start(lines) :]:
        own = "comments" if _COMMENTS.match(line.text) else _judge(line)
        bare += 0 if own else len(line.text)
        reason = reason if reason == "comments" else own or reason or _HEADING
        if not (_is_report(line) and reason != "comments"):
            found.append((line.span, reason))
    return found if bare <= _LARGEST * len(text) else []


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
    """The index of the first line that a telling wording shows to be behind the report, with the headings above it."""
    last = max((i for i, line in enumerate(lines) if _is_report(line)), default=-1)
    half = lines[-1].end // 2 if lines else 0
    comments = (i for i, line in enumerate(lines) if line.start > half and _COMMENTS.match(line.text))
    last = min(last, next(comments, last + 1) - 1)
    start = next((i for i in range(last + 1, len(lines)) if _judge(lines[i])), len(lines))
    while start - 1 > last and start < len(lines) and _is_heading(lines[start - 1]):
        start -= 1
    return start


def _is_report(line: Line) -> bool:
    """Whether the line is running text, or what somebody says, and no wording speaks against it."""
    return (is_prose(line.text) or (_SPEECH.search(line.text) is not None and not is_open(line.text))) and not _judge(
        line
    )


def _is_heading(line: Line) -> bool:
    return line.words <= 6 and is_open(line.text) and not line.text[0].isdigit()


def _judge(line: Line) -> str | None:
    """Why a line behind the report is set aside by itself; None where it may only stand among such lines."""
    if _RULE_LINE.match(line.text):
        return _HEADING
    if _HANDLE.match(line.text):
        return "comments"
    reason = find_boilerplate_reason(line.text, "tail")
    return reason or ("related" if _LINKS.search(line.text) and is_open(line.text) else None)
