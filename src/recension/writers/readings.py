"""The readings of a story as a table: a row a fact, conflicts first, and in it what each article says."""

from collections.abc import Iterable
from typing import NamedTuple

from recension.records import Fact, Reading, Verdict
from recension.writers.visible import write_line

VERDICTS: tuple[Verdict, ...] = ("conflict", "update", "equivalent", "agree")


class Row(NamedTuple):
    """A fact, and the readings of each article that has any, by the article's id."""

    fact: Fact
    readings: dict[str, tuple[Reading, ...]]


def make_rows(facts: Iterable[Fact]) -> tuple[Row, ...]:
    """The facts as rows, in the order in which a reader wants them."""
    return tuple(_make_row(fact) for fact in sort_facts(facts))


def sort_facts(facts: Iterable[Fact]) -> list[Fact]:
    """Conflicts first, then updates, then what is settled; of one verdict the best supported first.

    What is less likely than not stands behind the rest of its verdict.
    """
    return sorted(facts, key=_rank)


def _rank(fact: Fact) -> tuple[int, bool, int, float]:
    return VERDICTS.index(fact.verdict), fact.confidence < 0.5, -fact.independent_lines, -fact.confidence


def write_values(readings: Iterable[Reading]) -> str:
    """The different values of the readings on one line.

    >>> write_values([Reading("a01", 0, 3, "two"), Reading("a01", 9, 12, "two"), Reading("a01", 40, 45, "three")])
    'two / three'
    """
    return " / ".join(dict.fromkeys(write_line(reading.value) for reading in readings))


def _make_row(fact: Fact) -> Row:
    readings: dict[str, tuple[Reading, ...]] = {}
    for reading in fact.readings:
        readings[reading.article] = (*readings.get(reading.article, ()), reading)
    return Row(fact, readings)
