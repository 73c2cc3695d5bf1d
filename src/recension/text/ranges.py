"""Amounts that belong together: ranges, results of two sides, compound lengths, and conversions in brackets."""

import re

from recension.text.amounts import Amount
from recension.text.units import convert

_RANGE = re.compile(r"[ \u00a0]?[-–—][ \u00a0]?|[ \u00a0](?:to|or|and)[ \u00a0]|[ \u00a0]?(?:×|x|by)[ \u00a0]", re.I)
_CHANGE = re.compile(
    r"\b(?:rose|rise\w*|rising|climb\w*|increas\w*|grew|grow\w*|jump\w*|fell|fall\w*|drop\w*|declin\w*|cut|"
    r"lower\w*|rais\w*|went|go\w*|moved?|chang\w*|slid|sank|shrank|narrow\w*|widen\w*|up|down|revised)\b[^.;]{0,40}"
    r"\bfrom (?:about |around |some |nearly |just )?[$€£]?$",
    re.I,
)
# "An interval going from 3 to 5" is one range, though "going from 3 to 5" alone tells of a change.
_SPAN = re.compile(r"\b(?:interval|ranges?|ranging|span|bounds)\b[^.;]{0,60}$", re.I)
_BETWEEN = re.compile(r"\bbetween (?:about |around |some )?[$€£]?$", re.I)
_RESULT = re.compile(
    r"\b(?:vot\w+|won|lost|beat|beaten|score\w*|draw|drew|defeat\w*|victory|wins?|ruled|decision|tied)\b[^.;]{0,20}$",
    re.I,
)
_COMPOUND = re.compile(r"[ \u00a0]|,? and |, ")
_BRACKET = re.compile(r"[ \u00a0]?[(\[]|, (?:or|i\.e\.|that is),? ")
# How many of the smaller unit make one of the larger, for lengths in two units.
_STEPS: dict[tuple[str | None, str | None], float] = {
    ("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12, ("day", "hour"): 24, ("m", "cm"): 100,
}  # fmt: skip
# Conversions in news are rounded to one or two digits: 30 feet are given as 9 or 10 metres.
_CONVERSION_SLACK = 0.07


def join_ranges(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts with "10 to 15", "between 3 and 5" and "$10-15m" made one, and units handed to the left."""
    joined: list[Amount] = []
    for amount in amounts:
        last = joined[-1] if joined else None
        link = _RANGE.fullmatch(text, last.end, amount.start) if last else None
        if last is None or link is None or not _may_join(last, amount):
            joined.append(amount)
        else:
            joined[-1:] = _join_pair(text, last, amount, link.group().strip().lower())
    return joined


def join_compounds(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts with "two hours and 40 minutes" and "five feet nine inches" made one."""
    joined: list[Amount] = []
    for amount in amounts:
        last = joined[-1] if joined else None
        if last and _is_compound(text, last, amount):
            low = last.low + amount.low / _STEPS[last.unit, amount.unit]
            joined[-1] = last._replace(end=amount.end, low=low, high=low)
        else:
            joined.append(amount)
    return joined


def join_conversions(text: str, amounts: list[Amount]) -> list[Amount]:
    """The amounts with a conversion in brackets taken into the one it repeats: "200 km (124 miles)"."""
    joined: list[Amount] = []
    for amount in amounts:
        last = joined[-1] if joined else None
        if last and _is_conversion(text, last, amount):
            closes = text[amount.end : amount.end + 1] in {")", "]"}
            joined[-1] = last._replace(end=amount.end + closes)
        else:
            joined.append(amount)
    return joined


def _may_join(left: Amount, right: Amount) -> bool:
    if "ordinal" in (left.kind, right.kind) or "vague" in (left.numeral.form, right.numeral.form):
        return False
    if left.low != left.high or right.low != right.high:
        return False
    if left.kind == "age" and right.kind == "duration":
        return True
    return (
        left.bare
        or (left.kind, left.unit) == (right.kind, right.unit)
        or (left.kind in {"money", "age"} and right.bare)
    )


def _join_pair(text: str, left: Amount, right: Amount, link: str) -> list[Amount]:
    """One range or result, or the two amounts where the words say that they are two."""
    before = text[max(0, left.start - 80) : left.start]
    if left.kind == "age" and right.kind == "duration":
        left, right = left._replace(unit=right.unit), right._replace(kind="age")
    shared = _share_unit(left, right)
    ascending = shared.low < right.high or (right.bare and left.low < right.high)
    if link == "and":
        opening = _BETWEEN.search(before)
        if opening and left.kind == "age" and ascending:
            return [_make_range(shared, right, left.start)]
        return (
            [_make_range(shared, right, left.start - len(opening.group()))] if opening and ascending else [left, right]
        )
    if link in {"×", "x", "by"} or (link == "to" and _CHANGE.search(before) and not _SPAN.search(before)):
        return [shared if left.bare and not right.bare else left, right]
    if link == "or" and not (left.bare and ascending and right.low <= shared.low * 2):
        return [left, right]
    if left.bare and right.bare and left.low % 1 == 0 and (not ascending or _RESULT.search(before)):
        return [left._replace(end=right.end, unit=f"to {right.low:g}", bare=False)]
    return [_make_range(shared, right, left.start)] if ascending else [left, right]


def _make_range(left: Amount, right: Amount, start: int) -> Amount:
    kind, unit = (left.kind, left.unit) if right.bare else (right.kind, right.unit)
    return right._replace(
        start=start, low=left.low, kind=kind, unit=unit, value=None, approximate=True, bare=left.bare and right.bare
    )


def _share_unit(left: Amount, right: Amount) -> Amount:
    """The left amount of a pair with the unit and the scale of the right: "10-15 million euros"."""
    low = left.low
    if right.numeral.scale > 1 and left.numeral.scale == 1 and left.numeral.low < 1000:
        low *= right.numeral.scale
    if right.bare or not left.bare:
        return left._replace(low=low, high=low)
    if right.unit != "°C":
        low *= right.high / right.numeral.high if right.numeral.high else 1.0
    return left._replace(low=low, high=low, kind=right.kind, unit=right.unit, bare=False)


def _is_compound(text: str, left: Amount, right: Amount) -> bool:
    return (
        left.kind == right.kind
        and (left.unit, right.unit) in _STEPS
        and bool(_COMPOUND.fullmatch(text, left.end, right.start))
        and right.low < _STEPS[left.unit, right.unit]
        and left.low == left.high
    )


def _is_conversion(text: str, left: Amount, right: Amount) -> bool:
    if left.kind != "measure" or right.kind != "measure" or not _BRACKET.fullmatch(text, left.end, right.start):
        return False
    value = convert(right.high, right.unit or "", left.unit or "")
    return value is not None and abs(value - left.high) <= _CONVERSION_SLACK * abs(left.high)
