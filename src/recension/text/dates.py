"""Moments of a text: dates, times of day and both together, with normal values like those of ISO 8601."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from recension.text.clock import ClockTime, find_times, read_offset
from recension.text.days import Day, find_days

MomentKind = Literal["date", "time", "datetime"]

_LINK = re.compile(
    r"T|[ ]?,?[ ]?(?:(?:on|at|around|about|of|from|by|shortly before|shortly after|just before|just after)[ ]){0,3}"
    r"(?:the )?",
    re.I,
)
_BRACKET = re.compile(r"[ ]?[(\[/–-][ ]?|, (?:or )?| or ", re.I)


class Moment(NamedTuple):
    """A moment as it stands in a text.

    `normal` is "2025-10-14", "2025-10", "2025", "200x", "T19:40" or "2025-10-14T19:40"; "--10-14" without a year;
    "2025-W42" for a week; "weekday 2" or "day -1" where nothing tells the date. `zone` is the same moment in
    Greenwich time ("T17:40Z") where the text tells it; `loose` says that a time may be of either half of the day.
    """

    start: int
    end: int
    text: str
    kind: MomentKind
    normal: str
    zone: str | None = None
    loose: bool = False
    approximate: bool = False
    part: str | None = None


@lru_cache(maxsize=4096)
def find_dates(text: str, published: date | None = None) -> tuple[Moment, ...]:
    """The moments of `text` in order, weekdays and words such as "yesterday" resolved against `published`.

    >>> [(m.text, m.normal, m.zone) for m in find_dates("It struck at 7:40 p.m. (1740 GMT) on 14 October 2025.")]
    [('7:40 p.m. (1740 GMT) on 14 October 2025', '2025-10-14T19:40', '2025-10-14T17:40Z')]
    """
    times = _join_zones(text, find_times(text))
    days = [d for d in find_days(text, published) if not any(t[0].start < d.end and d.start < t[0].end for t in times)]
    pieces: list[tuple[int, int, Day | None, tuple[ClockTime, ClockTime | None] | None]] = []
    pieces.extend((d.start, d.end, d, None) for d in days)
    pieces.extend((t[0].start, (t[1] or t[0]).end, None, t) for t in times)
    pieces.sort(key=lambda p: p[0])
    moments: list[Moment] = []
    position = 0
    while position < len(pieces):
        start, end, day, time = pieces[position]
        following = pieces[position + 1] if position + 1 < len(pieces) else None
        if following and (day is None) != (following[2] is None) and _LINK.fullmatch(text, end, following[0]):
            end, day, time = following[1], day or following[2], time or following[3]
            position += 1
        moments.append(_make_moment(text, start, end, day, time, published))
        position += 1
    return tuple(moments)


def _join_zones(text: str, times: tuple[ClockTime, ...]) -> list[tuple[ClockTime, ClockTime | None]]:
    """Each time with its repetition in another zone, if one follows: "7:40 p.m. (1740 GMT)"."""
    pairs: list[tuple[ClockTime, ClockTime | None]] = []
    for time in times:
        last = pairs[-1] if pairs else None
        if (
            last
            and last[1] is None
            and _BRACKET.fullmatch(text, last[0].end, time.start)
            and time.offset != last[0].offset
            and time.offset is not None
        ):
            closes = text[time.end : time.end + 1] in {")", "]"}
            pairs[-1] = (last[0], time._replace(end=time.end + closes))
        else:
            pairs.append((time, None))
    return pairs


def _make_moment(
    text: str,
    start: int,
    end: int,
    day: Day | None,
    times: tuple[ClockTime, ClockTime | None] | None,
    published: date | None,
) -> Moment:
    written = text[start:end]
    if times is None:
        assert day is not None
        return Moment(start, end, written, "date", day.normal, part=day.part)
    time, other = times
    minute, loose = time.minute, time.loose
    if loose and day and day.part:
        minute, loose = _fit_part(minute, day.part), False
    clock = _show_minute(minute)
    if time.offset == 0 and other is None:
        clock += "Z"
    normal = (
        f"{day.normal}T{clock}" if day and _is_full(day.normal) else f"{day.normal} T{clock}" if day else f"T{clock}"
    )
    zone = _find_zone_time(day, minute, time, other, published)
    return Moment(
        start,
        end,
        written,
        "datetime" if day else "time",
        normal,
        zone,
        loose,
        time.approximate,
        day.part if day else None,
    )


def _fit_part(minute: int, part: str) -> int:
    return (
        (minute + 720) % 1440 if part in {"evening", "afternoon", "night"} and minute < 720 and minute >= 60 else minute
    )


def _is_full(normal: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d|--\d\d-\d\d", normal))


def _show_minute(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _find_zone_time(
    day: Day | None, minute: int, time: ClockTime, other: ClockTime | None, published: date | None
) -> str | None:
    """The moment in Greenwich time, from the zone of the time or of its repetition."""
    known = date.fromisoformat(day.normal) if day and re.fullmatch(r"\d{4}-\d\d-\d\d", day.normal) else None
    for candidate, own in ((time, minute), (other, other.minute if other else 0)):
        if candidate is None or candidate.offset is None:
            continue
        offset = _offset_on(candidate.offset, known or published)
        if offset is not None:
            shifted = own - offset
            if known and candidate is time:
                known += timedelta(days=shifted // 1440)
            prefix = known.isoformat() if known else ""
            return f"{prefix}T{_show_minute(shifted % 1440)}Z"
    return None


def _offset_on(zone: int | str, day: date | None) -> int | None:
    """The offset of a zone on a day; without a day, only where summer and winter do not differ."""
    if day is not None:
        return read_offset(zone, day)
    winter, summer = (read_offset(zone, date(2025, month, 1)) for month in (1, 7))
    return winter if winter == summer else None
