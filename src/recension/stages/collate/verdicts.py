"""The verdict on the values of one fact: the same, updated, or in conflict."""

from collections.abc import Sequence
from itertools import pairwise

from recension.records import Verdict
from recension.stages.collate.measured import Variants
from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import Sheet
from recension.stages.collate.times import make_time

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
    order = find_order(values, sheet)
    if order is not None and values[0][0].slot in _CHANGING:
        return "update", f"{', later '.join(shown_values[k] for k in order)}: the later reports supersede the earlier"
    return "conflict", f"{' is not '.join(shown_values[:2])}; both are said of the same thing"


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
