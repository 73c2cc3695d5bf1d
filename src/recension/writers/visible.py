"""Text from an article made safe to show: nothing in it reorders, hides or breaks what stands around it."""

import re

# Embeddings, overrides and isolates turn the text that follows round; a lone surrogate cannot be written as
# UTF-8; the other controls are not characters of HTML, nor U+FFFE and U+FFFF of XML. Marks for direction (U+200E,
# U+200F) only affect their neighbours and stand in honest Arabic and Hebrew text, so they stay.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def make_visible(text: str) -> str:
    """`text` with each character that would reorder or break the page spelled out by its code point.

    >>> make_visible("safe\u202etxt.exe")
    'safe⟦U+202E⟧txt.exe'
    """
    return _UNSAFE.sub(lambda match: f"⟦U+{ord(match.group()):04X}⟧", text)


def write_line(text: str) -> str:
    """`text` from an article on one line, with nothing in it that would turn the line round.

    >>> write_line(" Harbour\\n Courier ")
    'Harbour Courier'
    """
    return " ".join(make_visible(text).split())
