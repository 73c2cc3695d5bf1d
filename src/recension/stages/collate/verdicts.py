"""The verdict on the values of one fact: the same, updated, or in conflict."""

import re
from collections.abc import Sequence
from itertools import pairwise

from recension.records import Verdict
from recension.stages.collate.figures import find_day
from recension.stages.collate.measured import Variants
from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import Sheet
from recension.stages.collate.times import make_time
from recension.text.quantities import Quantity

_CHANGING = frozenset({"number", "money", "duration"})


def judge(variants: Variants, sheet: Sheet) -> tuple[Verdict, str]:
    """The verdict and the sentence that gives its reason."""
    values = variants.values
    if len(values) == 1:
        shown = {m.value.lower() for m in values[0]}
        if len(shown) == 1:
            return "agree", f"all say {values[0][0].value}"
        return "equivalent", f"{' and '.join(sorted(shown)[:3])} are the same"
    shown_values = [value[0].value for value in values]
    if variants.told:
        return "update", f"{shown_values[0]} became {shown_values[1]}, as articles that give both tell"
    order = find_order(values, sheet) or find_own_order(values, sheet)
    if order is not None and (_may_change(values) or is_plan(values[order[0]], sheet)):
        return "update", f"{', later '.join(shown_values[k] for k in order)}: the later reports supersede the earlier"
    return "conflict", f"{' is not '.join(shown_values[:2])}; both are said of the same thing"


def _may_change(values: Sequence[Sequence[Mention]]) -> bool:
    """Whether such values change in time: no ages, and no digits that only changed places, as slips of the pen do."""
    first = values[0][0]
    if first.slot not in _CHANGING or (isinstance(first.thing, Quantity) and first.thing.kind == "age"):
        return False
    digits = {"".join(sorted(re.findall(r"\d", value[0].normal or ""))).strip("0") for value in values}
    return len(digits) > 1 or len(digits.pop()) < 2


def find_order(values: Sequence[Sequence[Mention]], sheet: Sheet) -> list[int] | None:
    """The order in which the values came, where the dates of their articles do not overlap; None elsewhere."""
    spans = []
    for number, value in enumerate(values):
        days = [day for m in value if (day := make_time(sheet.articles[m.article])) is not None]
        if not days:
            return None
        spans.append((min(days), max(days), number))
    spans.sort()
    if any(before[1] >= after[0] for before, after in pairwise(spans)):
        return None
    return [number for _, _, number in spans]


def find_own_order(values: Sequence[Sequence[Mention]], sheet: Sheet) -> list[int] | None:
    """The order in which one outlet gave two values in two of its reports; None where none did, or two disagree."""
    if len(values) != 2:
        return None
    orders = set()
    for old, new in ((a, b) for a in values[0] for b in values[1]):
        left, right = sheet.articles[old.article], sheet.articles[new.article]
        times = make_time(left), make_time(right)
        if left.outlet and left.outlet == right.outlet and times[0] and times[1] and times[0] != times[1]:
            orders.add((0, 1) if times[0] < times[1] else (1, 0))
    return list(orders.pop()) if len(orders) == 1 else None


def is_plan(value: Sequence[Mention], sheet: Sheet) -> bool:
    """Whether the value is a day that was still to come when its articles were published: plans may be changed."""
    days = [(find_day(sheet.articles[m.article]), m.normal or "") for m in value if m.slot == "date"]
    return bool(days) and all(
        day is not None and normal[:4].isdigit() and normal > day.isoformat() for day, normal in days
    )
