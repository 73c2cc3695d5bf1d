"""The date in a dateline, "VALE, March 4 (Orr Wire) -", and the year that it leaves out."""

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATELINE = re.compile(
    rf"[^\n]{{2,60}}?[,)]?\s(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\.? (?P<month2>{_MONTH}))"
    rf"(?!,? ?\d{{4}})[^\n.]{{0,40}}?(?:[-–—]|\. ?[-–—/]|/\.)"
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.I)
_YEARS_BACK = 3


# A place in capitals or an agency in brackets, then a dash, at the head of a report.
_HEAD = re.compile(
    r"(?:[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž./ -]{2,40}[^\n()–—]{0,40}?(?:\([^()\n]{1,40}\))?|\([^()\n]{1,40}\)) ?[-–—] "
)


def cut_dateline(lead: str) -> str:
    """The lead without its dateline.

    >>> cut_dateline("VALE, March 4 (Orr Wire) - A mill burned."), cut_dateline("(OW) — A mill burned.")
    ('A mill burned.', 'A mill burned.')
    >>> cut_dateline("A mill - old - burned.")
    'A mill - old - burned.'
    """
    head = _HEAD.match(lead)
    return lead[head.end() :] if head else lead


def find_dateline_day(body: str) -> tuple[int, int] | None:
    """Month and day of the dateline that `body` begins with.

    >>> find_dateline_day("VALE, March 4 (Orr Wire) - A mill burned."), find_dateline_day("A mill burned on March 4.")
    ((3, 4), None)
    """
    match = _DATELINE.match(body[:160].lstrip())
    if not match or not match.group().lstrip()[0].isupper():
        return None
    month = (match["month"] or match["month2"])[:3].lower()
    return _MONTHS.index(month) + 1, int(match["day"] or match["day2"])


def find_year(day: tuple[int, int], body: str, latest: date) -> date | None:
    """The full date of a dateline in a page saved on `latest`: the weekday that the lead names fixes the year.

    The lead's weekday is that of the dateline or of the day before. None where no year fits, or without one.

    >>> find_year((3, 16), "VALE, March 16 (Orr Wire) - A mill burned on Monday.", date(2026, 9, 3))
    datetime.date(2026, 3, 16)
    """
    named = _WEEKDAY.search(body[:500])
    if not named:
        return None
    weekday = _WEEKDAYS.index(named.group(1).lower())
    for year in range(latest.year, latest.year - _YEARS_BACK, -1):
        try:
            candidate = date(year, *day)
        except ValueError:
            continue
        if candidate <= latest and weekday in {candidate.weekday(), (candidate - timedelta(days=1)).weekday()}:
            return candidate
    return None
