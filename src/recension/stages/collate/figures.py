"""Figures: which quantities of different articles measure one thing, and whether they agree."""

import re
from collections.abc import Hashable, Sequence
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from recension.records import Article, Slot
from recension.scorers.figures import compare_quantities, narrow
from recension.stages.collate.mentions import Mention, compare_contexts
from recension.stages.collate.sheet import Matrix, Sheet
from recension.text.quantities import Quantity, find_quantities

Table = NDArray[np.bool_]

SLOTS: dict[str, Slot] = {"money": "money", "duration": "duration"}
# What counting the same noun, or the same state, adds to the likeness of the surroundings.
_SAME_COUNTED, _SAME_STATE = 0.15, 0.25
# Counted nouns nearer than this are one thing in other words (posts, jobs), farther than this two things.
_NEAR, _FAR = 0.4, 0.15
# Ages are compared by whose they are.
_AGE_OF_ONE = 0.4
# Digits in another order, or the point at another place, are how figures go wrong in copying.
_SLIP = 0.25
# "Nearly 1.6 million" is 159,846 with the point at another place.
_NEAR_POWER = 0.01
_EACH_DOUBLING, _MOST_DOUBLINGS = 0.05, 6


def find_figures(sheet: Sheet) -> tuple[Mention, ...]:
    """All quantities of the sheet's sentences, ordinals left out."""
    found = []
    for number, sentence in enumerate(sheet.sentences):
        article = sheet.articles[sentence.article]
        for q in find_quantities(article.text, find_day(article)):
            if sentence.start <= q.start and q.end <= sentence.end and q.kind != "ordinal":
                slot = SLOTS.get(q.kind, "number")
                found.append(Mention(number, sentence.article, q.start, q.end, slot, q.text, q.normal, q))
    return tuple(found)


def find_day(article: Article) -> date | None:
    """The day on which the article was published."""
    published = article.published
    return published.date() if isinstance(published, datetime) else published


def compare_figures(sheet: Sheet, mentions: tuple[Mention, ...]) -> Matrix:
    """How likely each two figures measure one thing: 0 where kind, unit or state forbid it."""
    quantities = [_quantity(m) for m in mentions]
    around = [m.sentence for m in mentions]
    scores = 0.5 * sheet.likeness[around][:, around] + 0.5 * compare_contexts(sheet, mentions)
    state, both_states = _match_all([q.state for q in quantities])
    counted = _compare_counted(sheet, quantities)
    scores += _SAME_STATE * (state & both_states) + _SAME_COUNTED * np.where(
        state & both_states, np.maximum(counted, 0), counted
    )
    scores += _AGE_OF_ONE * _match_owners(sheet, mentions) + _compare_values(quantities)
    same_kind, _ = _match_all([(q.kind, None if q.kind == "percent" else q.unit) for q in quantities])
    return np.where(same_kind & ~(both_states & ~state), scores, 0).astype(np.float32)


def _compare_counted(sheet: Sheet, quantities: Sequence[Quantity]) -> Matrix:
    """1 for each two figures that count the same, -1 where they count what has nothing in common, else 0."""
    same, both = _match_all([q.counted for q in quantities])
    vectors = np.stack([sheet.vector_of(q.counted) for q in quantities])
    alike = vectors @ vectors.T
    return np.where(both & ~same, np.where(alike > _NEAR, 0.5, np.where(alike < _FAR, -1, 0)), same & both)


def _match_owners(sheet: Sheet, mentions: Sequence[Mention]) -> Matrix:
    """1 for each two ages of persons of one name, -1 for those of two names, 0 for all other figures."""
    owners = [find_owner(sheet, m) if _quantity(m).kind == "age" else None for m in mentions]
    same, both = _match_all(owners)
    return np.where(both, np.where(same, 1, -1), 0).astype(np.float32)


def find_owner(sheet: Sheet, mention: Mention) -> int | None:
    """The key of the nearest capitalised word up to six words before a figure, or up to four after it."""
    tokens = sheet.sentences[mention.sentence].tokens
    before = [t for t in tokens if t.end <= mention.start][-6:][::-1]
    after = [t for t in tokens if t.start >= mention.end][:4]
    return next((t.key for t in (*before, *after) if t.is_capital and t.is_content), None)


def _compare_values(quantities: Sequence[Quantity]) -> Matrix:
    """What the values themselves tell: a slip of the pen adds, another order of magnitude takes away."""
    value = _measure(quantities)
    ratio = np.abs(np.log2(value[:, None] / value[None, :]))
    digits = [_sort_digits(v) for v in value]
    slip, _ = _match_all([d if len(d) > 1 else k for k, d in enumerate(digits)])
    slip |= _match_written(quantities) | _match_powers(value)
    table = np.where(slip & (ratio > 1e-3), _SLIP, -_EACH_DOUBLING * np.minimum(ratio, _MOST_DOUBLINGS))
    percent = np.array([q.kind == "percent" for q in quantities])
    two_units, _ = _match_all([q.unit for q in quantities])
    rest = np.abs(value[:, None] + value[None, :] - 100) < 2
    apart = (percent[:, None] & percent[None, :]) & (rest | (~two_units & (ratio > 1e-3)))
    return np.where(apart, -1, table).astype(np.float32)


def _match_written(quantities: Sequence[Quantity]) -> Table:
    """For each two lengths and weights whether they are one figure with another unit: 200 km and 200 miles."""
    written = [re.match(r"[\d.,]*\d", q.text) if q.kind == "measure" else None for q in quantities]
    same, both = _match_all([w.group() if w else None for w in written])
    return np.asarray(same & both, dtype=np.bool_)


def _match_powers(value: NDArray[np.float64]) -> Table:
    """For each two values whether one is ten, a hundred or a thousand times the other, both of two digits or more."""
    power = np.log10(value[:, None] / value[None, :])
    telling = np.array([len(_sort_digits(v)) > 1 for v in value])
    near = np.abs(power - np.round(power)) < _NEAR_POWER
    apart = np.isin(np.abs(np.round(power)), (1, 2, 3))
    return np.asarray(near & apart & telling[:, None] & telling[None, :], dtype=np.bool_)


def measure_figures(mentions: Sequence[Mention]) -> Matrix:
    """The size of each figure, above zero."""
    return _measure([_quantity(m) for m in mentions]).astype(np.float32)


def _measure(quantities: Sequence[Quantity]) -> NDArray[np.float64]:
    return np.array([max(abs(q.low if q.value is None else q.value), 1e-6) for q in quantities])


def _sort_digits(value: float) -> str:
    """The digits of a value in order, zeros at its ends left out: the same for 4,317, 4,137 and 43.17."""
    return "".join(sorted(c for c in f"{value:.6g}".strip("0") if c.isdigit()))


def _match_all(labels: Sequence[Hashable]) -> tuple[Table, Table]:
    """For each two labels whether they are the same, and whether both are there."""
    codes: dict[Hashable, int] = {}
    code = np.array([codes.setdefault(label, len(codes)) for label in labels])
    there = np.array([label is not None for label in labels])
    return code[:, None] == code[None, :], there[:, None] & there[None, :]


def match_figures(mentions: Sequence[Mention]) -> Table:
    """For each two figures whether both give one value, as `compare_quantities` tells of what they mean."""
    quantities = [narrow(_quantity(m))._replace(counted=None, state=None) for m in mentions]
    kinds = {_find_form(q): q for q in quantities}
    index = {form: k for k, form in enumerate(kinds)}
    shown = list(kinds.values())
    same = np.eye(len(shown), dtype=np.bool_)
    for i, left in enumerate(shown):
        for j in range(i):
            if left.kind == shown[j].kind:
                same[i, j] = same[j, i] = compare_quantities(left, shown[j]).verdict in {"agree", "equivalent"}
    rows = [index[_find_form(q)] for q in quantities]
    return np.asarray(same[np.ix_(rows, rows)], dtype=np.bool_)


def _find_form(quantity: Quantity) -> Hashable:
    """What tells the value of a figure from others."""
    q = quantity
    return q.kind, q.low, q.high, q.value, q.unit, q.approximate, q.text.lower()


def weigh_figures(mentions: Sequence[Mention]) -> Matrix:
    """How much each figure tells by itself: a number with many digits hardly ever stands for two things.

    Up to twelve it tells nothing; each further digit adds.
    """
    shown = ["".join(c for c in f"{_quantity(m).high:.6g}" if c.isdigit()).strip("0") for m in mentions]
    digits = np.array([len(s) if _quantity(m).high > 12 else 0 for s, m in zip(shown, mentions, strict=True)])
    return np.asarray(0.12 * np.minimum(digits, 4), dtype=np.float32)


def _quantity(mention: Mention) -> Quantity:
    assert isinstance(mention.thing, Quantity)
    return mention.thing
