"""Line breaks that belong to a page's layout and not to its text."""

import re

from recension.text.edits import Edit

_HYPHENATED = re.compile(r"([^\W\d_]{2,})-[ \t]*\n[ \t]*([a-zß-öø-ÿ][^\W\d_]+)")
# A headline line is shorter; a line of this length holds the report itself.
_RUN_ON_LENGTH = 600
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]+-[^\W\d_]+")
_GAP = re.compile(r"(?<=\S)(?:[ \u00a0]{3,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)")


def find_hyphenations(text: str) -> list[Edit]:
    """The edits that join a word parted at a line's end; the hyphen stays where the text has the word with it.

    >>> find_hyphenations("infor-\\nmation")[0].after, find_hyphenations("a drone-\\nborne bomb. Drone-borne")[0].after
    ('information', 'drone-borne')
    """
    if not _HYPHENATED.search(text):
        return []
    compounds = set(_COMPOUND.findall(text.lower()))
    found = []
    for match in _HYPHENATED.finditer(text):
        left, right = match.groups()
        is_compound = f"{left}-{right}".lower() in compounds
        found.append(Edit(match.start(), match.end(), f"{left}{'-' if is_compound else ''}{right}", "hyphenation"))
    return found


_RUN_ON = re.compile(
    r"\s{0,20}(?:[^\s.!?-]+ ){0,5}[^\s.!?-]+(?P<one> {1,2}[-–—|] {1,2})"
    r"(?=[^\n.!?]{15,160}?(?P<two> {1,2}[-–—|] {1,2})[A-Z\"“'‘])"
)


def find_gaps(text: str) -> list[Edit]:
    """The edits that put a line break where a wide gap within a line stands for one.

    A dump in one line that begins "outlet - headline - report" is parted at these dashes too.

    >>> [e.after for e in find_gaps("Orr Gazette     Fire at mill     A mill burned.")]
    ['\\n', '\\n']
    """
    gaps = [m.span() for m in _GAP.finditer(text)]
    head = _RUN_ON.match(text[:500])
    if head and "\n" not in text[: min(len(text), _RUN_ON_LENGTH)]:
        gaps += [head.span("one"), head.span("two")]
    return [Edit(start, end, "\n", "other") for start, end in sorted(gaps)]
