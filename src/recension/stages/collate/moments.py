"""Moments: which dates and times of different articles tell when one thing was, and whether they agree."""

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from recension.compare.moments import compare_moments
from recension.records import Slot
from recension.stages.collate.figures import find_day
from recension.stages.collate.mentions import Mention, compare_contexts
from recension.stages.collate.sheet import Matrix, Sheet
from recension.text.dates import Moment, find_dates

Table = NDArray[np.bool_]

_CLOCK = re.compile(r" ?T(?=\d\d:)")
# A time of day to the minute hardly ever stands for two things in one story; a day stands for many.
_TIME_TELLS = 0.3


def find_moments(sheet: Sheet, slot: Slot) -> tuple[Mention, ...]:
    """The dates (slot "date") or the times of day (slot "time") of the sheet's sentences."""
    found = []
    for number, sentence in enumerate(sheet.sentences):
        article = sheet.articles[sentence.article]
        for whole in find_dates(article.text, find_day(article)):
            if sentence.start <= whole.start and whole.end <= sentence.end:
                for part in _take_part(whole, slot):
                    span = whole.start, whole.end
                    found.append(Mention(number, sentence.article, *span, slot, whole.text, part.normal, part))
    return tuple(found)


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


def compare_places(sheet: Sheet, mentions: tuple[Mention, ...]) -> Matrix:
    """How like the surroundings of each two moments are."""
    around = [m.sentence for m in mentions]
    scores = 0.5 * sheet.likeness[around][:, around] + 0.5 * compare_contexts(sheet, mentions)
    return np.asarray(scores, dtype=np.float32)


def match_moments(mentions: tuple[Mention, ...]) -> tuple[Table, Table]:
    """For each two moments whether they can be the same, and whether they cannot; neither where nothing tells."""
    moments = [_moment(m) for m in mentions]
    kinds = {(m.kind, m.normal, m.zone): m for m in moments}
    index = {key: k for k, key in enumerate(kinds)}
    same = np.zeros((len(kinds), len(kinds)), dtype=bool)
    other = np.zeros_like(same)
    shown = list(kinds.values())
    for i, left in enumerate(shown):
        for j in range(i, len(shown)):
            verdict = compare_moments(left, shown[j]).verdict
            same[i, j] = same[j, i] = verdict in {"agree", "equivalent"}
            other[i, j] = other[j, i] = verdict == "conflict"
    rows = [index[m.kind, m.normal, m.zone] for m in moments]
    return same[np.ix_(rows, rows)], other[np.ix_(rows, rows)]


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
