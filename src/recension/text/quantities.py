"""Quantities of a text: counts, money, percentages, durations, measures, ordinals and ages, with normal values."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from recension.text.amounts import Amount, AmountKind, find_amounts, find_sign
from recension.text.approximations import apply_approximation
from recension.text.counted import find_counted, find_state
from recension.text.dates import find_dates
from recension.text.labels import is_label, is_pronoun
from recension.text.numerals import Numeral, find_numerals
from recension.text.ranges import join_compounds, join_conversions, join_ranges

QuantityKind = AmountKind

_DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
_IN_DECADE = re.compile(
    rf"\bin (?:his|her|their) (?:(early|mid|late)[- ])?(?:({'|'.join(_DECADES)})|([2-9]0)['’]?s)\b", re.I
)
_YEARS_OF_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "": (0, 9)}


class Quantity(NamedTuple):
    """A quantity as it stands in a text: `low` and `high` are equal where it is exact.

    `unit` is a currency's code, "%" or "pp", a unit that values are kept in, or "to 3" for a score of a vote;
    `counted` the stem of the noun that is counted, `state` what happened to the counted, `value` the figure as
    written, without the words that make it approximate.
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    low: float
    high: float
    unit: str | None = None
    counted: str | None = None
    approximate: bool = False
    state: str | None = None
    value: float | None = None

    @property
    def normal(self) -> str:
        """The value in one spelling: "14", "EUR 1200000", "200 km", "6 day", "10-15", "≤40", "~40".

        >>> find_quantities("nearly 40 homes")[0].normal, find_quantities("$4.5bn")[0].normal
        ('≤40', 'USD 4500000000')
        """
        figure = self._show_figure()
        if self.kind == "money":
            return f"{self.unit} {figure}"
        if self.kind == "percent":
            return figure + ("%" if self.unit == "%" else " pp")
        if self.kind == "ordinal":
            return figure + "."
        return f"{figure} {self.unit}" if self.unit else figure

    def _show_figure(self) -> str:
        if self.low == self.high:
            return show_number(self.low)
        if self.value is None:
            return f"{show_number(self.low)}-{show_number(self.high)}"
        sign = "≤" if self.value == self.high else "≥" if self.value == self.low else "~"
        return sign + show_number(self.value)


@lru_cache(maxsize=4096)
def find_quantities(text: str, published: date | None = None) -> tuple[Quantity, ...]:
    """The quantities of `text` in order; dates, times of day and numbers in names are left to others.

    >>> [(q.text, q.normal, q.counted) for q in find_quantities("Some 3,000 people walked 124 miles.")]
    [('Some 3,000', '~3000', 'peopl'), ('124 miles', '199.6 km', None)]
    """
    dates = [(m.start, m.end) for m in find_dates(text, published)]
    free = _outside(dates, find_numerals(text))
    numerals = [n for n in free if find_sign(text, n.start) or not is_label(text, n)]
    amounts = join_conversions(text, join_compounds(text, join_ranges(text, find_amounts(text, numerals))))
    told = [apply_approximation(text, a) for a in amounts if not (a.bare and is_pronoun(text, a.start, a.end))]
    found = [*(_make_quantity(text, a) for a in told), *_find_decades(text)]
    return tuple(_without_overlaps(found))


def show_number(value: float) -> str:
    """A number with at most four significant digits after the point, without an exponent.

    >>> show_number(199.558), show_number(4.5e9), show_number(6.0), show_number(67.3)
    ('199.6', '4500000000', '6', '67.3')
    """
    if abs(value - round(value)) < 1e-9 * max(1.0, abs(value)):
        return str(round(value))
    return f"{value:.4g}" if abs(value) < 10_000 else f"{value:.0f}"


def _outside(spans: list[tuple[int, int]], numerals: tuple[Numeral, ...]) -> Iterator[Numeral]:
    """The numerals that no span touches; both are in order."""
    position = 0
    for numeral in numerals:
        while position < len(spans) and spans[position][1] <= numeral.start:
            position += 1
        if position == len(spans) or numeral.end <= spans[position][0]:
            yield numeral


def _find_decades(text: str) -> Iterator[Quantity]:
    """Ages given by their decade: "in her late thirties", "in his 40s"."""
    for match in _IN_DECADE.finditer(text):
        decade = _DECADES[match[2].lower()] if match[2] else int(match[3])
        low, high = (decade + year for year in _YEARS_OF_DECADE[(match[1] or "").lower()])
        yield Quantity(match.start(), match.end(), match.group(), "age", low, high, "year", None, True)


def _make_quantity(text: str, amount: Amount) -> Quantity:
    counts = amount.kind in {"number", "percent", "ordinal"}
    return Quantity(
        start=amount.start,
        end=amount.end,
        text=text[amount.start : amount.end],
        kind=amount.kind,
        low=amount.low,
        high=amount.high,
        unit=amount.unit,
        counted=find_counted(text, amount.start, amount.end) if counts else None,
        approximate=amount.approximate,
        state=find_state(text, amount.start, amount.end) if counts and amount.kind != "ordinal" else None,
        value=amount.value,
    )


def _without_overlaps(found: list[Quantity]) -> Iterator[Quantity]:
    """The quantities in order; of two that overlap, the one that begins first, and of these the longer."""
    end = 0
    for quantity in sorted(found, key=lambda q: (q.start, -q.end)):
        if quantity.start >= end:
            yield quantity
            end = quantity.end
