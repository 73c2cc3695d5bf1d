"""Characters that cannot be seen: zero-width ones, soft hyphens, byte order marks, direction marks."""

import re

from recension.text.edits import Edit

_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u180e\u202a-\u202e\u2066-\u2069\u034f]+")
# Scripts in which joiners and direction marks shape the text: Hebrew to Arabic, the Indic ones, Mongolian.
_SHAPED = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u109f\u1780-\u18af\ufb1d-\ufefc]")
_EMOJI = re.compile(r"[\u2600-\u27bf\u2190-\u21ff\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")


def find_invisible(text: str) -> list[Edit]:
    """The edits that take out invisible characters; joiners inside emoji and in scripts that need them stay.

    >>> find_invisible("mi\\u200bll")
    [Edit(start=2, end=3, after='', kind='zero_width')]
    """
    found = []
    for match in _INVISIBLE.finditer(text):
        near = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        is_emoji = match.group() == "\u200d" and len(_EMOJI.findall(near)) == 2
        if not is_emoji and not _SHAPED.search(near):
            found.append(Edit(match.start(), match.end(), "", "zero_width"))
    return found
