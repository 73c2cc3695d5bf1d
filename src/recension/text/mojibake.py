"""Mojibake: text whose bytes were read in the wrong encoding, undone by ftfy."""

import re

from recension.text.edits import Edit

# What UTF-8 read as Windows-1252, Latin-1 or Windows-1251 always leaves behind.
_SUSPECT = re.compile(r"[ÂÃâÅÄÐÑÎÏØÙðïРСвЂ€]")
# The last byte of a closing quotation mark (0x9D) has no character in Windows-1252 and is lost on the way.
_LOST_QUOTE = re.compile(
    r"â€(?![\x80-\xbf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿])"
)
_WORD = re.compile(r"[^ \t\n]+")
_LINE = re.compile(r"[^\n]+")


def find_mojibake(text: str) -> list[Edit]:
    """The edits that undo mojibake, word by word.

    >>> [e.after for e in find_mojibake("the countyâ€™s cafÃ©, a naïve idea")]
    ['county’s', 'café,']
    """
    found: list[Edit] = []
    # Parted at line feeds only: to ftfy the other line breaks of Unicode are garbled characters.
    for match in _LINE.finditer(text):
        if _SUSPECT.search(match.group()):
            at = match.start()
            found += [e._replace(start=e.start + at, end=e.end + at) for e in _find_in_line(match.group())]
    return found


def _find_in_line(line: str) -> list[Edit]:
    """The words of `line` that ftfy reads otherwise; the whole line where its spaces change too."""
    import ftfy

    whole = ftfy.fix_encoding(_LOST_QUOTE.sub("â€\x9d", line))
    if whole == line:
        return []
    old, new = list(_WORD.finditer(line)), _WORD.findall(whole)
    if len(old) != len(new):
        return [Edit(0, len(line), whole, "mojibake")]
    return [Edit(m.start(), m.end(), w, "mojibake") for m, w in zip(old, new, strict=True) if m.group() != w]
