"""Units of measure and currencies as news writes them, and the conversion between units of one dimension."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from recension.rules import load_rules

UnitKind = Literal["money", "percent", "duration", "measure"]

_PERCENT = re.compile(r"[ \u00a0-]?(?:%(?![\w])|(?:per[ -]?cent|percent|pct\.?|pc)(?![\w])(?! points?\b))", re.I)
# A unit has at most four words ("kilometres per hour" has three); each shorter beginning is tried as well.
_PHRASE = re.compile(
    r"[ \u00a0-]?((?:(?i:U\.S\.)|(?:[^\W\d_]|[$€£¥₹₽°²³/]){1,20}\.?)"
    r"(?:[ -](?:[^\W\d_]|[$/²³]){1,20}\.?){0,3}[23]?(?![\w]))"
)
_PART = re.compile(r"[ .-]|$|[23](?!\w)")
_WEIGHT = re.compile(r"\bweigh|\bheav|\bkilo|\bkg\b|\bthrust|\bof (?:cocaine|explosive|meat|fish|rice)")
_TIMES = frozenset({"second", "minute", "hour", "day", "month", "year"})
# Letters that mean a unit only right after the digits: "38C", but not "vitamin 12 C".
_ONLY_GLUED = frozenset({"C", "F", "g"})


class _Entry(NamedTuple):
    """A unit of the rules: the unit that its values are kept in, how many of those it is, and what is added then."""

    shows: str
    size: float
    offset: float


class Unit(NamedTuple):
    """A unit found after or before a figure: values times `factor` plus `offset` are in `name`."""

    end: int
    kind: UnitKind
    name: str
    factor: float = 1.0
    offset: float = 0.0


def find_unit_after(text: str, position: int) -> Unit | None:
    """The unit that stands at `position`, right after a figure; a space or hyphen may come between.

    >>> find_unit_after("200 kilometers", 3)
    Unit(end=14, kind='measure', name='km', factor=1.0, offset=0.0)
    >>> find_unit_after("12 boats", 2)
    """
    percent = _PERCENT.match(text, position)
    if percent:
        return Unit(percent.end(), "percent", "%")
    phrase = _PHRASE.match(text, position)
    if phrase is None:
        return None
    glued = phrase.start(1) == position
    for end in sorted(
        {phrase.end(), *(m.start() for m in _PART.finditer(text, phrase.start(1) + 1, phrase.end()))}, reverse=True
    ):
        unit = _read_unit(text, phrase.start(1), end, glued)
        if unit is not None:
            return unit
    return None


def _read_unit(text: str, start: int, end: int, glued: bool) -> Unit | None:
    """The unit that the characters from `start` to `end` are, if they are one."""
    written = text[start:end]
    word = written.lower().replace("-", " ")
    money = _currency_words().get(word)
    if money and not _is_other_pound(text, start, end, word) and not (word == "won" and not _has_scale(text, start)):
        return Unit(end, "money", money[0], money[1])
    if written in currency_signs() and (not glued or not written.isalpha()):
        return Unit(end, "money", currency_signs()[written])
    if word in _unit_words():
        return _make_unit(_unit_words()[word], end)
    if written in _unit_signs() and (glued or written not in _ONLY_GLUED):
        return _make_unit(_unit_signs()[written], end)
    return None


@cache
def currency_signs() -> dict[str, str]:
    """Each sign or code that stands before an amount, with its currency's code."""
    return {s: code for code, entry in load_rules("currencies").items() if code != "examples" for s in entry["signs"]}


@lru_cache(maxsize=1024)
def convert(value: float, unit: str, target: str) -> float | None:
    """`value` in the unit `target`, or None where the dimensions differ; both are names that units are kept in.

    >>> convert(48.0, "hour", "day"), convert(2.0, "km", "day")
    (2.0, None)
    """
    sizes = next((of_one for of_one in load_rules("units")["dimensions"].values() if unit in of_one), {unit: 1.0})
    return value * (sizes[unit] / sizes[target]) if target in sizes else None


@cache
def _currency_words() -> dict[str, tuple[str, float]]:
    """Each word for a currency, singular and plural, with the code and what one of it is worth in the currency."""
    known: dict[str, tuple[str, float]] = {}
    for code, entry in load_rules("currencies").items():
        if code == "examples":
            continue
        for word in entry["words"]:
            known |= dict.fromkeys((word, word + "s"), (code, 1.0))
        for word in entry.get("minor", ()):
            known |= dict.fromkeys((word, word + "s"), (code, 0.01))
    return known


@cache
def _unit_words() -> dict[str, _Entry]:
    """Each word of a unit in lower case, singular and plural, with its entry."""
    return {
        form: _make_entry(rule)
        for rule in load_rules("units")["unit"]
        for word in rule["words"]
        for form in (word, word + "s")
    }


@cache
def _unit_signs() -> dict[str, _Entry]:
    """Each sign of a unit, as it is written, with its entry."""
    return {sign: _make_entry(rule) for rule in load_rules("units")["unit"] for sign in rule.get("signs", ())}


def _make_entry(rule: Mapping[str, Any]) -> _Entry:
    return _Entry(rule["shows"], float(rule.get("size", 1.0)), float(rule.get("offset", 0.0)))


def _make_unit(entry: _Entry, end: int) -> Unit:
    kind: UnitKind = "duration" if entry.shows in _TIMES else "percent" if entry.shows == "pp" else "measure"
    return Unit(end, kind, entry.shows, entry.size, entry.offset)


def _has_scale(text: str, position: int) -> bool:
    """Whether a million or its like stands before `position`."""
    return bool(re.search(r"(?:thousand|lion|bn|[\d,]{5,}|\dm) $", text[max(0, position - 10) : position]))


def _is_other_pound(text: str, start: int, end: int, word: str) -> bool:
    """Whether "pounds" are a mass here: something weighs, or is of a substance."""
    if not word.startswith("pound"):
        return False
    nearby = text[max(0, start - 60) : end + 40].lower()
    adjective = text[start - 1] == "-" and word == "pound" and not _has_scale(text, start)
    return adjective or bool(_WEIGHT.search(nearby))
