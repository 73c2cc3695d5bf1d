"""One change to one slot of a sentence, by rule: each gives where it was made and what now stands there, or None."""

import itertools
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from recension.records import Span
from recension.text.dates import find_dates
from recension.text.names import Name, find_names
from recension.text.quantities import Quantity, find_quantities


class Change(NamedTuple):
    """What stands in a sentence, and what is put there instead."""

    span: Span
    new: str


_RULES = tomllib.loads((Path(__file__).parent / "changes.toml").read_text(encoding="utf-8"))
_WORDS: list[str] = _RULES["numerals"].split()
_WEEKDAYS: list[str] = _RULES["weekdays"].split()
_MONTHS: list[str] = _RULES["months"].split()


def change_number(sentence: str) -> Change | None:
    """Another count, written in the same way."""
    return _change_quantity(sentence, {"number"})


def change_money(sentence: str) -> Change | None:
    """Another amount of money."""
    return _change_quantity(sentence, {"money"})


def change_percent(sentence: str) -> Change | None:
    """Another percentage."""
    return _change_quantity(sentence, {"percent"})


def change_measure(sentence: str) -> Change | None:
    """Another length, weight or duration."""
    return _change_quantity(sentence, {"measure", "duration"})


def _change_quantity(sentence: str, kinds: set[str]) -> Change | None:
    for quantity in find_quantities(sentence):
        if quantity.kind in kinds and quantity.low == quantity.high and quantity.low > 1:
            new = _write_other(quantity)
            if new:
                return Change(Span(quantity.start, quantity.end), new)
    return None


def _write_other(quantity: Quantity) -> str | None:
    """The words of the quantity with its first digit, or its number word, set higher by three."""
    digit = re.search(r"[1-9]", quantity.text)
    if digit:
        other = str((int(digit.group()) + 2) % 9 + 1)
        return quantity.text[: digit.start()] + other + quantity.text[digit.end() :]
    word = re.search(rf"\b(?:{'|'.join(_WORDS[1:17])})\b", quantity.text, re.I)
    if not word or len(quantity.text.replace("-", " ").split()) > 2:
        return None
    other = _WORDS[_WORDS.index(word.group().lower()) + 3]
    other = other.capitalize() if word.group()[0].isupper() else other
    return quantity.text[: word.start()] + other + quantity.text[word.end() :]


def change_date(sentence: str) -> Change | None:
    """Another day of the month, eleven days off."""
    for moment in find_dates(sentence):
        found = re.search(rf"\b([12]?\d) (?={'|'.join(_MONTHS)})|(?<=[a-z] )([12]?\d)\b(?!:)", moment.text)
        if moment.kind != "time" and found and any(month in moment.text for month in _MONTHS):
            day = int(found.group(1) or found.group(2))
            start = moment.start + found.start()
            return Change(Span(start, start + len(str(day))), str((day + 11) % 28 + 1))
    return None


def change_weekday(sentence: str) -> Change | None:
    """Another day of the week, three days off."""
    found = re.search(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", sentence)
    if not found:
        return None
    return Change(Span(*found.span()), _WEEKDAYS[(_WEEKDAYS.index(found.group()) + 3) % 7])


def change_time(sentence: str) -> Change | None:
    """Another hour."""
    found = re.search(r"\b(\d{1,2})(?=[:.]\d\d ?(?:[ap]\.?m|\b[^%\d]))", sentence)
    if not found or not find_dates(sentence):
        return None
    return Change(Span(*found.span()), str((int(found.group()) + 4) % 11 + 1))


def change_place(sentence: str) -> Change | None:
    """Another town behind a preposition of place."""
    for name in find_names(sentence):
        if name.kind in {"place", "name"} and re.search(r"\b(?:in|at|near|to|from) $", sentence[: name.start]):
            return Change(name.span, _choose(_RULES["places"], name))
    return None


def change_person(sentence: str) -> Change | None:
    """Another person."""
    return _change_name(sentence, "person", _RULES["persons"])


def change_organization(sentence: str) -> Change | None:
    """Another body."""
    return _change_name(sentence, "organization", _RULES["bodies"])


def _change_name(sentence: str, kind: str, others: list[str]) -> Change | None:
    for name in find_names(sentence):
        if name.kind == kind and " " in name.text:
            return Change(name.span, _choose(others, name))
    return None


def _choose(others: list[str], name: Name) -> str:
    return others[len(name.text) % len(others)]


def change_negation(sentence: str) -> Change | None:
    """A "not" behind the first auxiliary verb, or the one that stands there taken away."""
    found = re.search(r"\b(was|were|is|are|has|had|have|will|did|can|could|would) (not )?(?=[a-z]{4,})", sentence)
    if not found:
        return None
    word = re.match(r"[a-z]+", sentence[found.end() :])
    assert word is not None
    span = Span(found.start(), found.end() + word.end())
    return Change(span, f"{found.group(1)} {'' if found.group(2) else 'not '}{word.group()}")


def swap_roles(sentence: str) -> Change | None:
    """Two names in one sentence with a verb in the past between them, exchanged."""
    names = [n for n in find_names(sentence) if n.kind != "place"]
    for left, right in itertools.pairwise(names):
        between = sentence[left.end : right.start]
        verb = re.fullmatch(
            r" (?!and |or |with |by |of |at )[a-z]+(?:ed|[aeiu]nt|old|ave|ook|aw|id|it) (?:the )?", between
        )
        if verb and left.text != right.text:
            return Change(Span(left.start, right.end), f"{right.text}{between}{left.text}")
    return None


def swap_ends(sentence: str) -> Change | None:
    """Where from and where to, exchanged."""
    found = re.search(r"\bfrom ([A-Z][\w-]+) to ([A-Z][\w-]+)", sentence)
    if not found or found.group(1) in _WEEKDAYS + _MONTHS:
        return None
    return Change(Span(*found.span()), f"from {found.group(2)} to {found.group(1)}")


def change_action(sentence: str) -> Change | None:
    """A word turned into its opposite."""
    return _change_word(sentence, [pair.split() for pair in _RULES["opposed"]])


def change_object(sentence: str) -> Change | None:
    """A thing of the same sort instead of the thing."""
    return _change_word(sentence, [family.split() for family in _RULES["siblings"]])


def _change_word(sentence: str, families: list[list[str]]) -> Change | None:
    for word in re.finditer(r"\b[a-z]+\b", sentence):
        for family in families:
            if word.group() in family:
                other = family[(family.index(word.group()) + 1) % len(family)]
                return Change(Span(*word.span()), other)
    return None


SLOTS: dict[str, Callable[[str], Change | None]] = {
    "number": change_number,
    "money": change_money,
    "percent": change_percent,
    "measure": change_measure,
    "date": change_date,
    "weekday": change_weekday,
    "time": change_time,
    "place": change_place,
    "person": change_person,
    "organization": change_organization,
    "negation": change_negation,
    "role swap": swap_roles,
    "from and to": swap_ends,
    "action": change_action,
    "object": change_object,
}
