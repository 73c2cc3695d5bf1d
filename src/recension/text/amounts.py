"""Amounts: numerals together with the sign before them or the unit after them, before ranges are joined."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from recension.text.numerals import Numeral
from recension.text.units import Unit, currency_signs, find_unit_after

AmountKind = Literal["number", "money", "percent", "duration", "measure", "ordinal", "age"]

_AGE_AFTER = re.compile(r"[ -](?P<unit>year|month|week|day)s?[ -]olds?\b|yo\b|[ -]years of age\b", re.I)
_AGE_BEFORE = re.compile(r"\b(?:(?:aged?|ages)(?: of)?(?: between)?|(?:man|woman|boy|girl|teenager) of) $", re.I)
_APPOSITION = re.compile(r"[A-Z][\w'’.-]*(?:, | \()$")
_SCALE_BEFORE = re.compile(r"\b(magnitude|category)(?:[ -]| of )$", re.I)
_SCALE_AFTER = re.compile(r"[ -](magnitude)\b", re.I)
_OF_UNIT = re.compile(r" of(?= an? )|(?= an? )", re.I)
_NO_PART_AFTER = re.compile(
    r"[ -](?:times?|ways?|years?|brothers?|sisters?|century|hearted|past|days?|terms?|back|marathon|hour|"
    r"empty|full|asleep|hidden|open|closed|naked)\b",
    re.I,
)
_NO_PART_BEFORE = re.compile(r"(?:\b(?:first|second|other|latter|final|opening|this|the|one|time)[ -]|[\w-])$", re.I)
# A fraction in words stands for a figure that was rounded to it: "two thirds" is written for 63 to 70 per cent.
_PART_SLACK = 0.06

_LONE = re.compile(
    r"\b(?:(?:for|in|within|after|than|over|about|around|almost|nearly|least|last(?:ed|ing|s)?|takes?|took|taken|only|"
    r"just|under|to|spent|half) )(?P<lone>an? )(?=(?:second(?! [a-z])|minute|hour|day|week|month|year|mile)\b)"
    r"|(?<!times )(?<!once )(?<!twice )\b(?P<rare>an? )(?=(?:fortnight|decade|century)\b)"
    r"|\b(?P<and_half>an? )(?=(?:hour|day|week|month|year|mile) and a (?:half|quarter)\b)",
    re.I,
)
_AND_A_HALF = re.compile(r" and a (half|quarter)\b", re.I)


class Amount(NamedTuple):
    """A numeral with its unit: `value` is the figure as written; `bare` where no unit stands beside it."""

    start: int
    end: int
    low: float
    high: float
    kind: AmountKind
    unit: str | None
    numeral: Numeral
    value: float | None = None
    approximate: bool = False
    bare: bool = False


def find_amounts(text: str, numerals: list[Numeral]) -> list[Amount]:
    """The amounts that the numerals of `text` make, and those of "an hour" or "a decade", in order."""
    lone = list(_find_lone(text))
    taken = {position for a in lone for position in range(a.start, a.end)}
    found = [a for n in numerals if n.start not in taken and (a := _make_amount(text, n)) is not None]
    return sorted(found + lone, key=lambda a: a.start)


def _make_amount(text: str, numeral: Numeral) -> Amount | None:
    """The amount of a numeral, by the first reading that fits; None where it is no amount."""
    if numeral.form == "ordinal":
        return _amount(numeral, numeral.end, "ordinal", None)
    sign = find_sign(text, numeral.start)
    if sign is not None:
        unit = find_unit_after(text, numeral.end)
        end = unit.end if unit and unit.kind == "money" else numeral.end
        return _amount(numeral, end, "money", sign[1])._replace(start=sign[0])
    age = _AGE_AFTER.match(text, numeral.end)
    if age:
        return _amount(numeral, age.end(), "age", (age["unit"] or "year").lower())
    unit = _find_unit(text, numeral)
    if unit is not None:
        return _with_unit(text, numeral, unit)
    return _make_part(text, numeral) if numeral.form in {"part", "share"} else _make_bare(text, numeral)


def find_sign(text: str, start: int) -> tuple[int, str] | None:
    """Where the currency sign right before `start` begins, and its code.

    >>> find_sign("a fine of US$500", 13)
    (10, 'USD')
    """
    before = text[max(0, start - 6) : start]
    stripped = before.rstrip(" \u00a0")
    if len(before) - len(stripped) > 1:
        return None
    for length in range(min(5, len(stripped)), 0, -1):
        code = currency_signs().get(stripped[-length:])
        preceded = stripped[-length - 1 : -length]
        if code and not (preceded.isalnum() and stripped[-length].isalnum()):
            return start - (len(before) - len(stripped)) - length, code
    return None


def _amount(numeral: Numeral, end: int, kind: AmountKind, unit: str | None) -> Amount:
    return Amount(numeral.start, end, numeral.low, numeral.high, kind, unit, numeral)


def _find_unit(text: str, numeral: Numeral) -> Unit | None:
    """The unit after the numeral; after a part an "of a" may come between: "a quarter of an hour"."""
    if numeral.form == "part":
        link = _OF_UNIT.match(text, numeral.end)
        if link:
            unit = find_unit_after(text, text.index(" ", link.end() + 1))
            return unit if unit and unit.kind in {"duration", "measure"} else None
    unit = find_unit_after(text, numeral.end)
    if unit is None and numeral.form == "vague" and text[numeral.end - 2 : numeral.end] == "of":
        return find_unit_after(text, numeral.end)
    return None if unit and numeral.form in {"part", "share"} and unit.kind == "percent" else unit


def _with_unit(text: str, numeral: Numeral, unit: Unit) -> Amount:
    low, high = numeral.low * unit.factor + unit.offset, numeral.high * unit.factor + unit.offset
    is_age = unit.kind == "duration" and _AGE_BEFORE.search(text[max(0, numeral.start - 20) : numeral.start])
    return Amount(numeral.start, unit.end, low, high, "age" if is_age else unit.kind, unit.name, numeral)


def _make_bare(text: str, numeral: Numeral) -> Amount:
    """A numeral without a unit: an age, a place on a scale, or a plain count."""
    before, end = text[max(0, numeral.start - 24) : numeral.start], numeral.end
    if _AGE_BEFORE.search(before) and numeral.high <= 120:
        return _amount(numeral, end, "age", "year")
    apposed = (
        _APPOSITION.search(before)
        and text[end : end + 1] in {",", ")", "."}
        and not re.match(r",\d", text[end : end + 2])
    )
    if apposed and numeral.form == "digits" and 1 <= numeral.low <= 110 and numeral.low % 1 == 0:
        return _amount(numeral, end, "age", "year")
    scale = _SCALE_BEFORE.search(before)
    if scale:
        start = numeral.start - len(scale.group())
        return _amount(numeral, end, "measure", scale[1].lower())._replace(start=start)
    after = _SCALE_AFTER.match(text, end)
    if after:
        return _amount(numeral, after.end(), "measure", after[1].lower())
    return _amount(numeral, end, "number", None)._replace(bare=True)


def _make_part(text: str, numeral: Numeral) -> Amount | None:
    """A fraction as a percentage; None for the halves of a game and for "quarter" alone."""
    written = text[numeral.start : numeral.end].lower()
    if written.endswith("halves"):
        return None
    if numeral.form == "part" and not re.search("[ -]", written):
        if written.rstrip("s") in {"quarter", "halve"} or _NO_PART_AFTER.match(text, numeral.end):
            return None
        if _NO_PART_BEFORE.search(text[max(0, numeral.start - 10) : numeral.start]):
            return None
    percent = numeral.low * 100
    low, high = percent * (1 - _PART_SLACK), percent * (1 + _PART_SLACK)
    return Amount(numeral.start, numeral.end, low, high, "percent", "%", numeral, percent, True)


def _find_lone(text: str) -> Iterator[Amount]:
    """Lengths of one unit with an article: "an hour", "a decade", "a year and a half"; not "twice a week"."""
    for match in _LONE.finditer(text):
        start = next(match.start(g) for g in ("lone", "rare", "and_half") if match[g])
        article = text.index(" ", start)
        unit = find_unit_after(text, article)
        if unit is None or unit.kind not in {"duration", "measure"} or match.group().lower().startswith("half "):
            continue
        more = _AND_A_HALF.match(text, unit.end)
        count = 1.0 + ({"half": 0.5, "quarter": 0.25}[more[1].lower()] if more else 0.0)
        numeral = Numeral(start, article, count, count, "words")
        value = count * unit.factor + unit.offset
        yield Amount(start, more.end() if more else unit.end, value, value, unit.kind, unit.name, numeral)
