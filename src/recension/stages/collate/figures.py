"""Figures: which quantities of different articles measure one thing, and whether they agree."""

from collections.abc import Hashable, Sequence
from datetime import date, datetime

import numpy as np
from numpy.typing import NDArray

from recension.records import Article, Slot
from recension.stages.collate.mentions import Mention, compare_contexts
from recension.stages.collate.sheet import Matrix, Sheet
from recension.text.quantities import Quantity, find_quantities

Table = NDArray[np.bool_]

SLOTS: dict[str, Slot] = {"money": "money", "duration": "duration"}
# What counting the same noun, or the same state, adds to the likeness of the surroundings.
_SAME_COUNTED, _SAME_STATE = 0.15, 0.25
# Figures in units are rounded when they are converted: 11 miles are given as 18 kilometres.
_ROUNDING = 0.02


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
    """How likely each two figures measure one thing: 0 where kind, unit, noun or state forbid it."""
    quantities = [_quantity(m) for m in mentions]
    around = [m.sentence for m in mentions]
    scores = 0.5 * sheet.likeness[around][:, around] + 0.5 * compare_contexts(sheet, mentions)
    state, both_states = _match_all([q.state for q in quantities])
    counted, both_counted = _match_all([q.counted for q in quantities])
    scores += _SAME_STATE * (state & both_states) + np.where(both_counted, np.where(counted, 1, -1), 0) * _SAME_COUNTED
    same_kind, _ = _match_all([(q.kind, None if q.kind == "percent" else q.unit) for q in quantities])
    return np.where(same_kind & ~(both_states & ~state), scores, 0).astype(np.float32)


def _match_all(labels: Sequence[Hashable]) -> tuple[Table, Table]:
    """For each two labels whether they are the same, and whether both are there."""
    codes: dict[Hashable, int] = {}
    code = np.array([codes.setdefault(label, len(codes)) for label in labels])
    there = np.array([label is not None for label in labels])
    return code[:, None] == code[None, :], there[:, None] & there[None, :]


def match_figures(mentions: Sequence[Mention]) -> Table:
    """For each two figures whether both can be true: their ranges meet, with slack for rounding in units."""
    quantities = [_quantity(m) for m in mentions]
    low, high = np.array([q.low for q in quantities]), np.array([q.high for q in quantities])
    rounded = np.array([q.kind in {"measure", "duration"} for q in quantities])
    slack = np.where(rounded, _ROUNDING * np.abs(high), 1e-6)
    meet = (low - slack)[:, None] <= (high + slack)[None, :]
    same_unit, _ = _match_all([q.unit for q in quantities])
    return np.asarray(meet & meet.T & same_unit, dtype=np.bool_)


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
