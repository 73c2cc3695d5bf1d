"""The date of publication as pages, feeds and mastheads write it."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DATE_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b{_YEAR}[-/.](?P<m>[01]?\d)[-/.](?P<d>[0-3]?\d)(?!\d)",
        rf"\b(?P<d>[0-3]?\d)(?:st|nd|rd|th|\.)?(?: of)? {_MONTH},?(?: of)? {_YEAR}\b",
        rf"\b{_MONTH} (?P<d>[0-3]?\d)(?:st|nd|rd|th)?,? {_YEAR}\b",
        rf"\b(?P<d>[0-3]?\d)[./-](?P<m>[01]?\d)[./-]{_YEAR}\b",
    )
)
_TIME = re.compile(
    r"(?<![\d.:+-])(?P<h>[0-2]?\d)(?:[:.](?P<m>[0-5]\d))(?::(?P<s>[0-5]\d)(?:\.\d+)?)?"
    r"[ \u00a0]?(?P<half>[ap]\.?m\b\.?)?"
    r"|\b(?P<h2>[0-2]\d)(?P<m2>[0-5]\d)(?= (?:GMT|UTC)\b)"
    r"|(?<![\d.:+-])(?P<h3>1?\d)[ \u00a0]?(?P<half3>[ap]\.?m\b\.?)",
    re.I,
)
_OFFSET = re.compile(
    r"[ (]{0,3}(?:(?:GMT|UTC) ?(?P<sign>[+−-])(?P<h>[01]?\d)|(?P<sign2>[+−-])(?P<h2>[01]\d)):?(?P<m>[0-5]\d)?(?!\d)"
)
_NAMED = re.compile(
    r"(?<![A-Za-z])(Z|UTC|GMT|WET|WEST|BST|CET|CEST|EET|EEST|MSK|EST|EDT|CST|CDT|MST|MDT|PST|PDT|AEST|AEDT|NZST|NZDT|JST|KST|HKT|SGT|PKT)\b|(?<=\d)(Z)\b"
)
_CITY = re.compile(r"\(([A-Z][a-z]+)\)|\(?([A-Z][a-z]+) time\)?")
# IST, AST and the like stand for several zones and are left out.
_HOURS = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AEST": 10, "AEDT": 11,
    "NZST": 12, "NZDT": 13, "JST": 9, "KST": 9, "HKT": 8, "SGT": 8, "PKT": 5,
}  # fmt: skip
_CITY_ALIASES = {"Beijing": "Shanghai", "Delhi": "Kolkata", "Mumbai": "Kolkata"}
_EARLIEST = 1900


class PageDate(NamedTuple):
    """A full date in a line, and how far the time and zone that belong to it reach."""

    start: int
    end: int
    value: date | datetime


def parse_date(text: str) -> date | datetime | None:
    """The moment that `text` states: a datetime where it gives hour and zone, else the date; None if there is none.

    >>> parse_date("2026-03-04T10:10:00+01:00")
    datetime.datetime(2026, 3, 4, 9, 10, tzinfo=datetime.timezone.utc)
    >>> parse_date("Posted March 4, 2026, 9:10 a.m."), parse_date("3 weeks ago")
    (datetime.date(2026, 3, 4), None)
    """
    found = next(find_page_dates(text[:300]), None)
    return found.value if found else None


def find_page_dates(text: str) -> Iterator[PageDate]:
    """The full dates in `text` (day, month and year), each with the time that stands beside it."""
    for match in sorted(_find_matches(text), key=lambda m: m.start()):
        day = _make_day(match)
        if day is not None:
            yield _add_time(text, match, day)


def _find_matches(text: str) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for form in _DATE_FORMS:
        found += [m for m in form.finditer(text) if not any(m.start() < o.end() and o.start() < m.end() for o in found)]
    return found


def _make_day(match: re.Match[str]) -> date | None:
    """The calendar day; None where it does not exist or day and month cannot be told apart."""
    parts = match.groupdict()
    year, day = int(parts["year"]), int(parts["d"])
    if parts.get("month"):
        month = _MONTHS.index(parts["month"][:3].lower()) + 1
    else:
        month = int(parts["m"])
        if match.re is _DATE_FORMS[3]:
            if month > 12 >= day:
                day, month = month, day
            elif "/" in match.group() and day <= 12 and day != month:
                return None
    try:
        return date(year, month, day) if year >= _EARLIEST else None
    except ValueError:
        return None


def _add_time(text: str, match: re.Match[str], day: date) -> PageDate:
    """The date with the time right behind it, or right before it, where one with a zone stands there."""
    after = text[match.end() : match.end() + 60]
    time = _TIME.search(after)
    if time and time.start() <= 12:
        zone, length = _find_zone(after[time.end() :])
        end = match.end() + time.end() + length
        return PageDate(match.start(), end, _combine(day, time, zone))
    before = text[max(0, match.start() - 24) : match.start()]
    time = next(iter(reversed(list(_TIME.finditer(before)))), None)
    if time:
        zone, _ = _find_zone(before[time.end() :])
        return PageDate(match.start() - len(before) + time.start(), match.end(), _combine(day, time, zone))
    return PageDate(match.start(), match.end(), day)


def _combine(day: date, time: re.Match[str], zone: tzinfo | None) -> date | datetime:
    """The instant in UTC; the bare day where the zone is unknown, since the hour then says little."""
    if zone is None:
        return day
    hour = int(time["h"] or time["h2"] or time["h3"])
    minute = int(time["m"] or time["m2"] or 0)
    half = (time["half"] or time["half3"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        local = datetime(day.year, day.month, day.day, hour, minute, int(time["s"] or 0), tzinfo=zone)
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return day


def _find_zone(text: str) -> tuple[tzinfo | None, int]:
    """The time zone named in the next few characters, and how far that reaches."""
    near = text[:24]
    if match := _OFFSET.match(near):
        minutes = int(match["h"] or match["h2"]) * 60 + int(match["m"] or 0)
        if minutes < 24 * 60:
            sign = 1 if (match["sign"] or match["sign2"]) == "+" else -1
            return timezone(timedelta(minutes=sign * minutes)), match.end()
    if (match := _NAMED.search(near)) and match.start() <= 3:
        return timezone(timedelta(hours=_HOURS[match.group()])), match.end()
    if (match := _CITY.search(near)) and match.start() <= 3:
        zone = _find_city_zone(match.group(1) or match.group(2))
        return zone, match.end() if zone else 0
    return None, 0


@cache
def _find_city_zone(city: str) -> tzinfo | None:
    """The zone of a city that has one of its own in the tz database."""
    for area in ("Europe", "Asia", "Africa", "America", "Australia", "Pacific"):
        try:
            return ZoneInfo(f"{area}/{_CITY_ALIASES.get(city, city)}")
        except (LookupError, ValueError, OSError):
            continue
    return None
