"""Line breaks that belong to a page's layout and not to its text."""

import re

from recension.text.edits import Edit

_HYPHENATED = re.compile(r"([^\W\d_]{2,})-[ \t]*\n[ \t]*([a-zß-öø-ÿ][^\W\d_]+)")
_GAP = re.compile(r"(?<=\S)(?:[ \u00a0]{3,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)")


def find_hyphenations(text: str) -> list[Edit]:
    """The edits that join a word parted at a line's end; the hyphen stays where the text has the word with it.

    >>> find_hyphenations("infor-\\nmation")[0].after, find_hyphenations("a drone-\\nborne bomb. Drone-borne")[0].after
    ('information', 'drone-borne')
    """
    lower = text.lower() if _HYPHENATED.search(text) else ""
    found = []
    for match in _HYPHENATED.finditer(text):
        left, right = match.groups()
        is_compound = f"{left}-{right}".lower() in lower
        found.append(Edit(match.start(), match.end(), f"{left}{'-' if is_compound else ''}{right}", "hyphenation"))
    return found


def find_gaps(text: str) -> list[Edit]:
    """The edits that put a line break where a wide gap within a line stands for one.

    >>> [e.after for e in find_gaps("Orr Gazette     Fire at mill     A mill burned.")]
    ['\\n', '\\n']
    """
    return [Edit(m.start(), m.end(), "\n", "other") for m in _GAP.finditer(text)]
