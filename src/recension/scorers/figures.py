"""Whether two quantities say the same: across units, words, rounding and approximations."""

import math
import re

from recension.scorers.comparison import Comparison
from recension.text.quantities import Quantity
from recension.text.units import convert

# A figure given in two units is rounded in one: 124 miles are given as 200 km, 70 miles as 112 km or "some 110 km".
_ROUNDING_OF_UNITS = 0.03
# How far from "about 800" the figure lies of which it is said.
_ABOUT = 0.05
# "Over 200" is said of a figure up to this many steps of its last digit higher: here of 214 and 250, not of 290. On
# stories held out from all work on the rules 0.01 of the value raised two alarms on figures that agreed.
_STEPS_ABOVE = 0.5
_RANGE = re.compile(r"\d[-–]|\w (?:to|[-–]) |\bbetween\b", re.I)


def compare_quantities(left: Quantity, right: Quantity) -> Comparison:
    """Whether the quantities agree, are equivalent, contradict each other, or measure different things.

    >>> from recension.text.quantities import find_quantities
    >>> (nearly, exact, other) = find_quantities("nearly 40 boats, 38 boats, 14 boats")
    >>> compare_quantities(nearly, exact)
    Comparison(verdict='equivalent', detail='“nearly 40” allows 38')
    >>> compare_quantities(exact, other)
    Comparison(verdict='conflict', detail='38 is not 14')
    """
    reason = _find_difference_of_thing(left, right)
    if reason:
        return Comparison("unrelated", reason)
    a, b = _bring_together(left, right)
    if a is None or b is None:
        return Comparison("unrelated", f"{show(left)} and {show(right)} are measured in units that do not compare")
    if is_score(left) or is_score(right):
        return _compare_scores(left, right)
    if (a.low, a.high) == (b.low, b.high) and left.unit == right.unit:
        if _plain(left.text) == _plain(right.text):
            return Comparison("agree", f"both say {show(left)}")
        return Comparison("equivalent", f"{show(left)} is {show(right)}")
    return _compare_values(left, right, a, b)


def narrow(quantity: Quantity) -> Quantity:
    """What an approximate figure is meant to say: "over 200" is said of 201, not of 290, though it allows both.

    >>> from recension.text.quantities import find_quantities
    >>> [(q.low, q.high) for q in map(narrow, find_quantities("at least 200 homes, about 200 boats, 12 cars"))]
    [(200.0, 250.0), (190.0, 210.0), (12.0, 12.0)]
    """
    value = quantity.value
    if not quantity.approximate or value is None:
        return quantity
    above = _STEPS_ABOVE * _find_step(value) if value == quantity.low else _ABOUT * abs(value)
    return quantity._replace(low=max(quantity.low, value - _ABOUT * abs(value)), high=min(quantity.high, value + above))


def _find_step(value: float) -> float:
    """One in the last digit that is not zero: 100 for 200, 10 for 1,840."""
    size = abs(round(value))
    digits = len(str(size)) - len(str(size).rstrip("0")) if size else 0
    return float(10**digits)


def is_score(quantity: Quantity) -> bool:
    """Whether the quantity is a result of two sides, such as "4-3"."""
    return quantity.kind == "number" and bool(quantity.unit and quantity.unit.startswith("to "))


def show(quantity: Quantity) -> str:
    """The quantity as a sentence shows it: words that are not plain digits and unit stand in quotation marks.

    >>> from recension.text.quantities import find_quantities
    >>> [show(q) for q in find_quantities("about 40 and 200 km")]
    ['“about 40”', '200 km']
    """
    written = " ".join(quantity.text.split())
    plain = quantity.low == quantity.high or quantity.value is None
    return written if (plain and quantity.text[:1].isdigit()) or not quantity.approximate else f"“{written}”"


def _find_difference_of_thing(left: Quantity, right: Quantity) -> str | None:
    """Why the two cannot be the same figure, or None."""
    if left.kind != right.kind and {left.kind, right.kind} not in ({"duration", "age"},):
        return f"{show(left)} is {_article(left.kind)}, {show(right)} {_article(right.kind)}"
    if left.kind == "money" and left.unit != right.unit:
        return f"{show(left)} and {show(right)} are in different currencies"
    if left.kind == "percent" and left.unit != right.unit:
        return None
    if left.state and right.state and left.state != right.state:
        return f"{show(left)} counts the {left.state}, {show(right)} the {right.state}"
    if left.kind in {"number", "ordinal"} and left.counted and right.counted and left.counted != right.counted:
        return (
            None
            if left.state and left.state == right.state
            else f"{show(left)} and {show(right)} count different things"
        )
    return None


def _article(kind: str) -> str:
    return {"age": "an age", "ordinal": "a place in an order", "money": "an amount of money"}.get(kind, f"a {kind}")


def _bring_together(left: Quantity, right: Quantity) -> tuple[Quantity | None, Quantity | None]:
    """Both in the unit of the left."""
    if left.unit == right.unit or left.kind == "percent" or is_score(left) or is_score(right):
        return left, right
    low = convert(right.low, right.unit or "", left.unit or "")
    high = convert(right.high, right.unit or "", left.unit or "")
    if low is None or high is None:
        return left, None
    value = convert(right.value, right.unit or "", left.unit or "") if right.value is not None else None
    return left, right._replace(low=low, high=high, value=value)


def _compare_scores(left: Quantity, right: Quantity) -> Comparison:
    if (left.low, left.unit) == (right.low, right.unit):
        same = _plain(left.text) == _plain(right.text)
        return Comparison("agree" if same else "equivalent", f"{show(left)} is {show(right)}")
    if not (is_score(left) and is_score(right)):
        return Comparison("unrelated", f"{show(left)} and {show(right)}: one is a result of two sides")
    return Comparison("conflict", f"{show(left)} is not {show(right)}")


def _compare_values(left: Quantity, right: Quantity, a: Quantity, b: Quantity) -> Comparison:
    if a.kind == "percent" and a.unit != b.unit:
        return Comparison(
            "conflict", f"{show(left)} is not {show(right)}: one is a share, the other a difference of shares"
        )
    if _is_range(left) and _is_range(right):
        return _compare_ranges(left, right, a, b)
    converted = left.unit != right.unit or (a.kind in {"measure", "duration"} and not _is_same_unit_word(left, right))
    slack = _ROUNDING_OF_UNITS * max(abs(a.high), abs(b.high)) if converted else 0.0
    if a.low - slack <= b.high and b.low - slack <= a.high:
        return Comparison("equivalent", _explain(left, right, converted))
    if _rounds_to(a, b) or _rounds_to(b, a):
        rounder, finer = (left, right) if _digits(a) < _digits(b) else (right, left)
        return Comparison("equivalent", f"{show(finer)} rounds to {show(rounder)}")
    return Comparison("conflict", f"{show(left)} is not {show(right)}")


def _is_range(quantity: Quantity) -> bool:
    """Whether two figures bound the quantity, as in "62.1 to 71.8"; "several" and "two or three" only leave it open."""
    return quantity.value is None and bool(_RANGE.search(quantity.text))


def _compare_ranges(left: Quantity, right: Quantity, a: Quantity, b: Quantity) -> Comparison:
    """Ranges are the same where both ends are, as far as the coarser tells."""
    ends = [(a._replace(high=a.low), b._replace(high=b.low)), (a._replace(low=a.high), b._replace(low=b.high))]
    if all(x.low == y.low or _rounds_to(x, y) or _rounds_to(y, x) for x, y in ends):
        return Comparison("equivalent", f"{show(left)} is {show(right)}")
    return Comparison("conflict", f"{show(left)} is not {show(right)}")


def _explain(left: Quantity, right: Quantity, converted: bool) -> str:
    if left.approximate and not right.approximate:
        return f"{show(left)} allows {show(right)}"
    if right.approximate and not left.approximate:
        return f"{show(right)} allows {show(left)}"
    if left.approximate and right.approximate:
        return f"{show(left)} and {show(right)} can be the same"
    return f"{show(left)} is {show(right)}" if converted else f"{show(left)} and {show(right)} are the same"


def _is_same_unit_word(left: Quantity, right: Quantity) -> bool:
    return _last_word(left.text) == _last_word(right.text)


def _last_word(text: str) -> str:
    return text.replace("-", " ").split()[-1].rstrip("s.").lower()


def _rounds_to(coarse: Quantity, fine: Quantity) -> bool:
    """Whether `fine`, written with fewer digits, becomes `coarse`: 67.3 and 67, 159,846 and 160,000."""
    if coarse.low != coarse.high or fine.low != fine.high or not coarse.low or not fine.low:
        return False
    digits = _digits(coarse)
    whole = fine.low % 1 == 0
    # Whole numbers below a thousand are counts: 40 people are not 41, while 40 per cent may be 40.4.
    if (
        digits >= _digits(fine)
        or (whole and abs(fine.low) < 1000 and fine.kind in {"number", "age", "ordinal"})
        or (whole and digits < 2)
    ):
        return False
    size = math.floor(math.log10(abs(fine.low))) + 1
    step = 10.0 ** (size - max(digits, size if coarse.low < 1000 and not whole else digits))
    return abs(math.floor(fine.low / step + 0.5) * step - coarse.low) < step * 1e-6


def _digits(quantity: Quantity) -> int:
    """How many significant digits the value has."""
    return len(f"{quantity.low:.9g}".split("e")[0].replace(".", "").replace("-", "").strip("0")) if quantity.low else 0


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("-", " ").replace("\u00a0", " ").split())
