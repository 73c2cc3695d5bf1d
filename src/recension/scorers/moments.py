"""Whether two moments can be the same: dates and times of day in any wording, precision and zone."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from recension.scorers.comparison import Comparison
from recension.text.dates import Moment

_DATE = re.compile(r"(?P<year>\d{4}|-)-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?!\d)|(?P<only>\d{4})$|(?P<decade>\d{3})x$")
_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)(?P<weekend>-6)?")
_NAMED = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
_TOLD = re.compile(r"\d\d? [A-Z]|[A-Z][a-z.]+ \d|\bweek\b|\b(?:last|next) ", re.I)
_TIME = re.compile(r"T(\d\d):(\d\d)")
# "Around eight" allows a quarter of an hour; "shortly before one" was written for ten to one.
_AROUND = 20


class _Days(NamedTuple):
    """The first and last day that a date allows; the year 4 stands for an unknown year."""

    first: date
    last: date
    has_year: bool


def compare_moments(left: Moment, right: Moment) -> Comparison:
    """Whether the moments agree, are equivalent, contradict each other, or cannot be compared.

    >>> from recension.text.dates import find_dates
    >>> a, b = find_dates("at 7.40pm, then at 19:40")
    >>> compare_moments(a, b)
    Comparison(verdict='equivalent', detail='7.40pm is 19:40')
    """
    days, times = _compare_days(left, right), _compare_times(left, right)
    if _has_date(left.zone) and _has_date(right.zone):
        days = times = left.zone == right.zone or (times is not False and (left.approximate or right.approximate))
    if days is None and times is None:
        return Comparison("unrelated", f"{_show(left)} and {_show(right)} do not tell the same kind of thing")
    if days is False or times is False:
        return Comparison("conflict", f"{_show(left)} is not {_show(right)}")
    if left.normal == right.normal and _plain(left.text) == _plain(right.text):
        return Comparison("agree", f"both say {_show(left)}")
    if left.normal == right.normal or (left.zone is not None and left.zone == right.zone):
        return Comparison("equivalent", f"{_show(left)} is {_show(right)}")
    return Comparison("equivalent", f"{_show(left)} and {_show(right)} can be the same")


def _compare_days(left: Moment, right: Moment) -> bool | None:
    """Whether the days can be the same; None where one has no day, or where nothing tells."""
    readings = [
        _compare_dates(a, b, _is_weekday(left) or _is_weekday(right))
        for a in _date_parts(left)
        for b in _date_parts(right)
    ]
    known = [r for r in readings if r is not None]
    return any(known) if known else None


def _compare_dates(left: str, right: str, by_name: bool) -> bool | None:
    """Whether two normal dates can be the same; `by_name` where a weekday was resolved and its week is a guess."""
    if left == right:
        return True
    names = _weekday(left), _weekday(right)
    if left.startswith("weekday ") or right.startswith("weekday ") or (by_name and _are_days(left, right)):
        return None if None in names else names[0] == names[1]
    one, other = _read_days(left), _read_days(right)
    if one is None or other is None:
        return None
    if not (one.has_year and other.has_year):
        one, other = _without_year(one), _without_year(other)
    return one.first <= other.last and other.first <= one.last


def _are_days(left: str, right: str) -> bool:
    """Whether both tell a single day, with or without its year."""
    return all(days is not None and days.first == days.last for days in (_read_days(left), _read_days(right)))


def _has_date(normal: str | None) -> bool:
    return bool(normal) and normal is not None and normal[0] != "T"


def _is_weekday(moment: Moment) -> bool:
    """Whether only the name of a weekday tells the date, so that its week hangs on the day of publication."""
    return bool(_NAMED.search(moment.text)) and not _TOLD.search(moment.text)


def _date_parts(moment: Moment) -> list[str]:
    """The dates that the moment gives, where it stands and in Greenwich."""
    if moment.kind == "time":
        return []
    parts = [re.split(r" ?T(?=\d\d:)", written)[0] for written in (moment.normal, moment.zone) if written]
    return [part for part in dict.fromkeys(parts) if part]


def _weekday(normal: str) -> int | None:
    """The weekday of a date where it is a full one or only a weekday."""
    if normal.startswith("weekday "):
        return int(normal[-1])
    days = _read_days(normal)
    return days.first.isoweekday() if days and days.first == days.last and days.has_year else None


def _read_days(normal: str) -> _Days | None:
    """The days that a normal value allows; None for what hangs on an unknown publication."""
    week = _WEEK.match(normal)
    if week:
        monday = date.fromisocalendar(int(week["year"]), int(week["week"]), 1)
        return _Days(monday + timedelta(days=5 if week["weekend"] else 0), monday + timedelta(days=6), True)
    match = _DATE.match(normal)
    if match is None:
        return None
    if match["only"] or match["decade"]:
        first, last = (
            (int(match["only"]),) * 2 if match["only"] else (int(match["decade"]) * 10, int(match["decade"]) * 10 + 9)
        )
        return _Days(date(first, 1, 1), date(last, 12, 31), True)
    year = 4 if match["year"] == "-" else int(match["year"])
    month = int(match["month"])
    if match["day"]:
        day = date(year, month, int(match["day"]))
        return _Days(day, day, year != 4)
    return _Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), year != 4)


def _without_year(days: _Days) -> _Days:
    if days.first.year != days.last.year:
        return _Days(date(4, 1, 1), date(4, 12, 31), False)
    return _Days(days.first.replace(year=4), days.last.replace(year=4), False)


def _compare_times(left: Moment, right: Moment) -> bool | None:
    """Whether the times of day can be the same; None where one has none."""
    if left.kind == "date" or right.kind == "date":
        return None
    shared = [(a, b) for m, a in _readings(left) for n, b in _readings(right) if m == n]
    slack = _AROUND if left.approximate or right.approximate else 0
    loose = left.loose or right.loose
    if not shared:
        # One is in Greenwich time, the other in a local time that is not told: equal figures speak for one time.
        pairs = [(a, b) for _, a in _readings(left) for _, b in _readings(right)]
        return True if any(_is_close(a, b, slack, loose) for a, b in pairs) else None
    return any(_is_close(a, b, slack, loose) for a, b in shared)


def _readings(moment: Moment) -> list[tuple[str, int]]:
    """The minutes of the day that the moment gives, local and in Greenwich time."""
    found = []
    for name, written in (("local", moment.normal), ("zone", moment.zone)):
        match = _TIME.search(written or "")
        if match:
            zone = "zone" if (written or "").endswith("Z") else name
            found.append((zone, int(match[1]) * 60 + int(match[2])))
    return found


def _is_close(left: int, right: int, slack: int, loose: bool) -> bool:
    period = 720 if loose else 1440
    gap = abs(left - right) % period
    return min(gap, period - gap) <= slack


def _show(moment: Moment) -> str:
    return " ".join(moment.text.split())


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
