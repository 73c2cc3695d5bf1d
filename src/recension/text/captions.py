"""Picture captions: tags and credits in them are no report, the sentence that they caption may be."""

import re

from recension.records import Span

_CREDIT = (
    re.compile(
        r"[ \t]*\((?:photo|picture|image|pic|credit|foto|video|file photo|courtesy)\b[ :][^()\n]{0,100}\)\.?", re.I
    ),
    re.compile(r"(?:(?<=[.!?”\"]) )[^.\n\[]{0,40}\[/caption\]", re.I),
    re.compile(r"\[/?caption\b[^\]\n]{0,400}\][ \t]*", re.I),
    re.compile(
        r"(?<=[.!?]) (?:Photo(?:graph)?|Picture|Image|Pic|Credit|Video)s?(?: by| credit)?: ?[^.\n!?]{1,80}\.?(?=\n|$)"
    ),
)


def find_caption_credits(text: str) -> list[Span]:
    """The credits and tags of captions.

    >>> text = "The mill at dawn. Photo: Ana Ruiz/Vale Press"
    >>> [span.of(text) for span in find_caption_credits(text)]
    [' Photo: Ana Ruiz/Vale Press']
    """
    return [Span(m.start(), m.end()) for pattern in _CREDIT for m in pattern.finditer(text)]
