"""Times of day in a text: digits, words and zones, each with its minute of the day."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from recension.rules import load_rules

_NUMBERS = {
    **{w: v for w, v in load_rules("numbers")["words"].items() if 0 < v <= 20},
    **{f"twenty-{w}": 20 + v for w, v in load_rules("numbers")["words"].items() if 0 < v < 10},
}
_HOUR = rf"(?:{'|'.join(w for w, v in _NUMBERS.items() if v <= 12)}|1[0-2]|0?[1-9])"
_MINUTES = rf"(?:{'|'.join(sorted(_NUMBERS, key=lambda w: (-len(w), w)))}|[1-5]?\d)"
_AMPM = r"[ap]\.?[ ]?m\b\.?"
_LEAD = re.compile(
    r"\b(?:at|around|about|by|from|until|till|before|after|since|shortly|just|nearly|almost|between) ?$", re.I
)
_ABOUT = (
    "a little before|a little after|shortly before|shortly after|just before|just after|at about|at around|around|"
    "about|approximately|roughly|nearly|almost"
)
_ZONED = r"GMT|UTC|BST|CET|CEST|EST|EDT|[A-Z][a-z]+ time|local time"

_WAYS = (
    # 19:40 · 7:40 p.m. · 7.40pm · 7pm
    rf"(?P<iso>(?:[01]?\d|2[0-4]):[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:[ ]?(?P<iso_half>{_AMPM}))?",
    rf"(?P<dotted>(?:1[0-2]|0?[1-9])[. ][0-5]\d)[ ]?(?P<dotted_half>{_AMPM})",
    rf"(?P<full>1[0-2]|0?[1-9])[ ]?(?P<full_half>{_AMPM})",
    # 2 47 in the morning · 0247 GMT · 17.40 Greenwich, 2.47 (3.47 in Orr)
    r"(?P<spaced>(?:1[0-2]|0?[1-9]|2[0-3]) [0-5]\d)(?= in the (?:morning|afternoon|evening))",
    rf"(?P<military>(?:[01]\d|2[0-4])[0-5]\d)(?= ?(?:hours|hrs|h|{_ZONED})\b)(?: ?(?:hours|hrs|h)\b)?",
    rf"(?P<twentyfour>(?:[01]?\d|2[0-4])[.h][0-5]\d)"
    rf"(?=[ ]?(?:{_ZONED}|Greenwich|hrs|hours|\(\d|(?:in the|on|yesterday|this|in) [a-zMTWFS]))(?: ?(?:hours|hrs))?",
    # twenty minutes to eight · half past six · five to midnight
    rf"(?P<past>half|(?:a )?quarter|{_MINUTES}(?: minutes?)?) (?P<way>past|to|before|after|of) "
    rf"(?P<past_hour>{_HOUR}|noon|midnight)\b(?!,\d|\.\d| \w+s\b(?! (?:on|in)\b))(?:[ ]?(?P<past_half>{_AMPM}))?",
    # eight o'clock · one in the morning · noon
    rf"(?P<oclock>{_HOUR}|1[3-9]|2[0-4]) o['’]?clock",
    rf"(?P<wordhalf>{_HOUR})(?= in the (?:morning|afternoon|evening|early)| at night)",
    r"(?P<word>noon|midday|midnight)\b",
)
_PATTERN = re.compile(rf"(?:\b|(?<=\dT))(?:(?P<lead>{_ABOUT}) )?(?:{'|'.join(_WAYS)})", re.I)
# After these words digits with a point are a time, unless a unit follows.
_AT_DOTTED = re.compile(
    r"(?<!\w)(?:at|around|about|by|until|till|from|before|after|since|to) (?P<dotted24>(?:[01]?\d|2[0-4])\.[0-5]\d)"
    r"(?![\d%]|\.\d| ?(?:per|percent|million|billion|m|km|points|%|euros?|dollars?|metres|meters|miles|bn)\b)",
    re.I,
)
_AT_BARE = re.compile(
    r"\b(?:at|until|before|after|around|by) (?P<military24>(?:0\d|1\d|2[0-3])[0-5]\d)(?! ?[a-z]{3,}s\b)(?=[ ,.;)]|$)"
)
_PART = re.compile(
    r",? (?:in the (?:early )?|at |on the )?(?P<part>early morning|morning|afternoon|evening|night)\b", re.I
)
_ZONE = re.compile(
    r"[ ]?(?P<bracket>\()?(?P<zone>[A-Z]{2,4}\b|Z\b|"
    r"(?:[A-Z][a-z.]+\.?[ ]){1,2}(?:[Ss]tandard |[Ss]ummer |[Dd]aylight )?[Tt]ime\b|"
    r"Greenwich(?: Mean Time)?|local time|in [A-Z][a-z]+)"
    r"(?(bracket)\))"
)
_OFFSET = re.compile(r"[ ]?(?:GMT|UTC)?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?\b")


class ClockTime(NamedTuple):
    """A time of day: minutes after midnight; `loose` where the half of the day is not told.

    `offset` is what is known of the zone, in minutes east of Greenwich, or a name of the time zone database.
    """

    start: int
    end: int
    minute: int
    loose: bool = False
    approximate: bool = False
    offset: int | str | None = None


@lru_cache(maxsize=4096)
def find_times(text: str) -> tuple[ClockTime, ...]:
    """The times of day of `text` in order, with the part of the day and the zone that follow.

    >>> [(t.minute, t.loose) for t in find_times("at 7:40 p.m., at quarter past three, at 19.40, midnight")]
    [(1180, False), (195, True), (1180, False), (0, False)]
    """
    found = [*_find_marked(text), *_find_unmarked(text)]
    kept: list[ClockTime] = []
    for time in sorted(found, key=lambda t: (t.start, -t.end)):
        if not kept or time.start >= kept[-1].end:
            kept.append(time)
    return tuple(kept)


def _find_marked(text: str) -> Iterator[ClockTime]:
    for match in _PATTERN.finditer(text):
        time = _read_match(text, match)
        if time is not None:
            yield _read_surroundings(text, time)


def _find_unmarked(text: str) -> Iterator[ClockTime]:
    """Times that only the word before them tells: "at 19.40", "until 0615"."""
    for pattern, group in ((_AT_DOTTED, "dotted24"), (_AT_BARE, "military24")):
        for match in pattern.finditer(text):
            hours, minutes = match[group].split(".") if "." in match[group] else (match[group][:2], match[group][2:])
            if not 1990 <= int(hours + minutes) <= 2035:
                loose = int(hours) < 10 and not hours.startswith("0")
                time = ClockTime(match.start(group), match.end(group), int(hours) * 60 + int(minutes), loose)
                yield _read_surroundings(text, time)


def _read_match(text: str, match: re.Match[str]) -> ClockTime | None:
    approximate = match["lead"] is not None
    start = match.start()
    half = match["iso_half"] or match["dotted_half"] or match["full_half"] or match["past_half"]
    if match["word"]:
        minute = 0 if match["word"].lower() == "midnight" else 720
        return ClockTime(start, match.end(), minute, False, approximate)
    if match["past"]:
        return _read_past(text, match, approximate, half)
    hour_word = match["oclock"] or match["wordhalf"]
    if hour_word:
        hour = _number(hour_word)
        return ClockTime(start, match.end(), (hour if hour > 12 else hour % 12) * 60, hour <= 12, approximate)
    digits = next(match[g] for g in ("iso", "dotted", "full", "spaced", "military", "twentyfour") if match[g])
    hours, minutes = _split_digits(digits)
    if half:
        hours = hours % 12 + (12 if half[0].lower() == "p" else 0)
    loose = (bool(match["spaced"]) and hours < 13) or (
        not half and bool(match["iso"]) and 1 <= hours <= 12 and not digits.startswith("0")
    )
    return ClockTime(start, match.end(), hours % 24 * 60 + minutes if hours < 24 else 1440, loose, approximate)


def _read_past(text: str, match: re.Match[str], approximate: bool, half: str | None) -> ClockTime | None:
    """A time such as "twenty minutes to eight"; None where the words may be a score or a range."""
    words = match["past"].lower()
    minutes = 30 if words == "half" else 15 if "quarter" in words else _number(words.split(" min")[0])
    way = match["way"].lower()
    named = match["past_hour"].lower()
    told = (
        "minute" in words or "quarter" in words or words == "half" or half is not None or named in {"noon", "midnight"}
    )
    around = _LEAD.search(text[max(0, match.start() - 12) : match.start()]) or _PART.match(text, match.end())
    if way in {"before", "after", "of"} and not ("minute" in words or "quarter" in words):
        return None
    if (not told and not ((approximate or around) and minutes in {5, 10, 20, 25})) or (
        words == "half" and way != "past"
    ):
        return None
    hour = {"noon": 12, "midnight": 24}.get(named) or _number(named)
    if half:
        hour = hour % 12 + (12 if half[0].lower() == "p" else 0)
    total = hour * 60 + (minutes if way in {"past", "after"} else -minutes)
    return ClockTime(
        match.start(), match.end(), total % 1440, half is None and named not in {"noon", "midnight"}, approximate
    )


def _read_surroundings(text: str, time: ClockTime) -> ClockTime:
    """The time with the part of the day, the zone and the repetition in another zone that follow it."""
    time = _read_zone(text, time)
    part = _PART.match(text, time.end)
    if part and (time.loose or text[part.start("part") - 4 : part.start("part")] in {"the ", " at "}):
        low, high = load_rules("dates")["parts"][part["part"].lower()]
        minute = time.minute
        if time.loose:
            minute = (
                next(
                    (
                        m
                        for m in (minute, minute + 720)
                        if low * 60 <= m % 1440 < high * 60 or low * 60 <= m < high * 60
                    ),
                    minute,
                )
                % 1440
            )
        time = time._replace(end=part.end(), minute=minute, loose=False)
        time = _read_zone(text, time) if time.offset is None else time
    return time


def _read_zone(text: str, time: ClockTime) -> ClockTime:
    offset = _OFFSET.match(text, time.end)
    if offset:
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
        return time._replace(end=offset.end(), offset=minutes if offset["sign"] == "+" else -minutes)
    match = _ZONE.match(text, time.end)
    if match is None:
        return time
    zone = match["zone"]
    if zone == "local time":
        return time._replace(end=match.end())
    found = find_zone(zone)
    return time if found is None else time._replace(end=match.end(), offset=found)


@cache
def find_zone(written: str) -> int | str | None:
    """The zone that letters or a place name stand for: minutes east of Greenwich, or a time zone database name.

    >>> find_zone("GMT"), find_zone("Moscow time"), find_zone("EU")
    (0, 'Europe/Moscow', None)
    """
    rules = load_rules("dates")
    if written in rules["zones"]:
        return int(rules["zones"][written])
    if written.startswith("Greenwich"):
        return 0
    place = re.sub(r"^in | (?:[Ss]tandard |[Ss]ummer |[Dd]aylight )?[Tt]ime$", "", written).strip()
    return rules["cities"].get(place) or _zones_by_city().get(place.replace(" ", "_"))


def read_offset(zone: int | str, day: date) -> int | None:
    """The minutes east of Greenwich that hold in a zone at noon of a day."""
    if isinstance(zone, int):
        return zone
    try:
        offset = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, ValueError):
        return None
    return None if offset is None else int(offset / timedelta(minutes=1))


@cache
def _zones_by_city() -> dict[str, str]:
    """Each city that the time zone database names, with its zone."""
    from zoneinfo import available_timezones

    return {
        z.rsplit("/", 1)[1]: z
        for z in sorted(available_timezones())
        if "/" in z and not z.startswith(("Etc", "posix", "right"))
    }


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower().replace(" ", "-")]


def _split_digits(digits: str) -> tuple[int, int]:
    if digits.isdigit():
        return (int(digits[:2]), int(digits[2:])) if len(digits) == 4 else (int(digits), 0)
    hours, minutes = re.split(r"[:. h]", digits, maxsplit=1)
    return int(hours), int(minutes)
