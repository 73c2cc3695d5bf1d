"""Names cut to the boxes of the stemma, without a browser to measure them."""

import unicodedata


def clip(text: str, ems: float) -> str:
    """`text` cut to a width in ems of a sans-serif font; what stands in brackets at its end is kept.

    >>> clip("Harbour Courier", 6), clip("Harbour Courier (a04)", 9)
    ('Harbour…', 'Harbour… (a04)')
    """
    if _measure(text) <= ems:
        return text
    head, bracket, tail = text.rpartition(" (") if text.endswith(")") else (text, "", "")
    room = ems - _measure(f"…{bracket}{tail}")
    while head and _measure(head) > room:
        head = head[:-1]
    return f"{head.rstrip()}…{bracket}{tail}"


def _measure(text: str) -> float:
    """About the width of `text` in bold, in ems: measured on DejaVu Sans, the widest of the usual system fonts."""
    return sum(
        1.0
        if unicodedata.east_asian_width(character) in "WF"
        else 0.82
        if character.isupper() or character in "mwMW@%"
        else 0.4
        if character in "iljtf.,:;'’|!() "
        else 0.66
        for character in text
    )
