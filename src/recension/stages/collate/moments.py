"""Moments: which dates and times of different articles tell when one thing was, and whether they agree."""

import re
from collections.abc import Iterator
from datetime import date

import numpy as np
from numpy.typing import NDArray

from recension.records import Slot
from recension.scorers.moments import compare_moments
from recension.stages.collate.figures import find_day
from recension.stages.collate.mentions import Mention, compare_contexts
from recension.stages.collate.sheet import Matrix, Sheet
from recension.text.dates import Moment, find_dates

Table = NDArray[np.bool_]

_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d|weekday \d|day -?\d+")
_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK = re.compile(r" ?T(?=\d\d:)")
# A time of day to the minute hardly ever stands for two things in one story; a day stands for many.
_TIME_TELLS = 0.3
# Days recur more than figures, so their surroundings have to be more alike: without it three more false conflicts,
# at 0.1 one true one less.
_RECURRING = 0.05


def find_moments(sheet: Sheet, slot: Slot) -> tuple[Mention, ...]:
    """The dates (slot "date") or the times of day (slot "time") of the sheet's sentences."""
    found = []
    for number, sentence in enumerate(sheet.sentences):
        article = sheet.articles[sentence.article]
        for whole in find_dates(article.text, find_day(article)):
            inside = sentence.start <= whole.start and whole.end <= sentence.end
            if inside and not _is_conversion(article.text, whole):
                for part in _take_part(whole, slot):
                    span = whole.start, whole.end
                    found.append(Mention(number, sentence.article, *span, slot, whole.text, part.normal, part))
    return tuple(found)


def _is_conversion(text: str, moment: Moment) -> bool:
    """Whether the moment stands in brackets, where times are given in another zone."""
    return text[max(0, moment.start - 8) : moment.start].rpartition("(")[1] == "(" and moment.kind == "time"


def _take_part(moment: Moment, slot: Slot) -> Iterator[Moment]:
    """The moment's day or its time of day, where it has one."""
    if moment.kind == slot:
        yield moment
    elif moment.kind == "datetime":
        day, _, clock = _CLOCK.sub("\0", moment.normal).partition("\0")
        if slot == "date" and day:
            yield _keep_part(moment, "date", day)
        elif slot == "time" and clock:
            yield _keep_part(moment, "time", f"T{clock}")


def compare_surroundings(sheet: Sheet, mentions: tuple[Mention, ...]) -> Matrix:
    """How like the surroundings of each two moments are."""
    around = [m.sentence for m in mentions]
    scores = 0.5 * sheet.likeness[around][:, around] + 0.5 * compare_contexts(sheet, mentions)
    return np.asarray(scores - _RECURRING, dtype=np.float32)


def match_moments(mentions: tuple[Mention, ...]) -> tuple[Table, Table]:
    """For each two moments whether they can be the same, and whether they cannot; neither where nothing tells."""
    moments = [_moment(m) for m in mentions]
    kinds = {(m.kind, m.normal, m.zone, _is_named(m)): m for m in moments}
    index = {key: k for k, key in enumerate(kinds)}
    same = np.zeros((len(kinds), len(kinds)), dtype=bool)
    other = np.zeros_like(same)
    shown = list(kinds.values())
    for i, left in enumerate(shown):
        for j in range(i, len(shown)):
            verdict = _compare(left, shown[j])
            same[i, j] = same[j, i] = verdict in {"agree", "equivalent"}
            other[i, j] = other[j, i] = verdict == "conflict" and _is_exact(left) and _is_exact(shown[j])
    rows = [index[m.kind, m.normal, m.zone, _is_named(m)] for m in moments]
    return same[np.ix_(rows, rows)], other[np.ix_(rows, rows)]


def _compare(left: Moment, right: Moment) -> str:
    """The verdict of the comparison; a day that is only named ("Friday") may be that of another week."""
    if _is_named(left) or _is_named(right):
        one, other = _find_weekday(left), _find_weekday(right)
        if one is not None and one == other:
            return "equivalent"
    return compare_moments(left, right).verdict


def _is_named(moment: Moment) -> bool:
    return moment.kind == "date" and not any(c.isdigit() for c in moment.text)


def _find_weekday(moment: Moment) -> int | None:
    if moment.normal.startswith("weekday "):
        return int(moment.normal[-1])
    return date.fromisoformat(moment.normal).isoweekday() if _FULL.fullmatch(moment.normal) else None


def _is_exact(moment: Moment) -> bool:
    """Whether the moment is a day or a time to the minute: years and weeks stand for too many things to differ."""
    return moment.kind == "time" or bool(_DAY.fullmatch(moment.normal))


def weigh_moments(mentions: tuple[Mention, ...]) -> Matrix:
    """How much each moment tells by itself."""
    return np.array([_TIME_TELLS if m.slot == "time" else 0.0 for m in mentions], dtype=np.float32)


def _keep_part(moment: Moment, kind: str, normal: str) -> Moment:
    """The moment with only its day or only its time of day."""
    zone = moment.zone if kind == "time" else None
    zone = None if zone is None else zone[zone.rfind("T") :]
    return moment._replace(kind="date" if kind == "date" else "time", normal=normal, zone=zone)


def _moment(mention: Mention) -> Moment:
    assert isinstance(mention.thing, Moment)
    return mention.thing
