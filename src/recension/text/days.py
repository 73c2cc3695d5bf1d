"""Days, months and years in a text, resolved against the day of publication where that is known."""

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from recension.rules import load_rules

# Reading stops a hundred characters from a weekday: farther words are not of its clause.
_CLAUSE = re.compile(r"[.;:!?\n]")


class Day(NamedTuple):
    """A day, month, year or week as it stands in a text; `normal` as in dates.Moment, `part` the part of the day."""

    start: int
    end: int
    normal: str
    part: str | None = None


@lru_cache(maxsize=4096)
def find_days(text: str, published: date | None = None) -> tuple[Day, ...]:
    """The days of `text` in order.

    >>> [d.normal for d in find_days("On Tuesday, 14 October 2025, not in May 2024 nor 2009-02-03")]
    ['2025-10-14', '2024-05', '2009-02-03']
    >>> [d.normal for d in find_days("Hurt on Tuesday, he died yesterday.", date(2025, 10, 16))]
    ['2025-10-14', '2025-10-15']
    """
    kept: list[Day] = []
    end = 0
    for match in _pattern().finditer(text):
        day = _read_match(text, match, published) if match.start() >= end else None
        if day is not None:
            kept.append(day)
            end = day.end
    return tuple(kept)


@cache
def _pattern() -> re.Pattern[str]:
    rules = load_rules("dates")
    names = sorted(rules["months"], key=len, reverse=True)
    whole = [n for n in names if len(n) > 4 or n in {"may", "june", "july"}]
    month = rf"(?:(?:{'|'.join(whole)})\b|(?:{'|'.join(n for n in names if n not in whole)})\b\.?)"
    weekday = "(?:" + "|".join(sorted((w for w in rules["weekdays"] if len(w) > 4), key=len, reverse=True)) + r")\b"
    short = "(?:" + "|".join(w for w in rules["weekdays"] if len(w) <= 5) + r")\b\.?"
    lead = rf"(?:(?:{weekday}|{short}),? (?:the )?)?"
    day = r"(?:[12]\d|3[01]|0?[1-9])"
    year = r"(?:19|20)\d\d"
    relative = "|".join(sorted(map(re.escape, rules["days"]), key=len, reverse=True))
    number = r"(?:\d{1,2}|an?|" + "|".join(_counts()) + ")"
    part = "early morning|morning|afternoon|evening|night"
    ways = (
        # 2025-10-14 · 14/10/2025 · 14.10.25
        rf"(?P<iso>(?<![\d-]){year}-[01]\d-[0-3]\d)(?!\d)",
        rf"(?<![\d./]){day}[./][01]?\d[./](?:{year}|\d\d)(?![\d./])",
        rf"(?<![\d./])[01]?\d/{day}/{year}(?![\d./])",
        # Tuesday the 14th of October 2025 · Tuesday, October 14, 2025
        rf"(?<!\w){lead}(?:the )?(?P<day>{day})(?:st|nd|rd|th)?\.?(?: of| day of)? (?P<month>{month})"
        rf"(?:,? (?P<year>{year})(?![\d,]\d))?",
        rf"\b{lead}(?P<month2>{month}) (?:the )?(?P<day2>{day})(?:st|nd|rd|th)?"
        rf"(?![\d:]|[,.]\d|%| ?(?:a\.?m|p\.?m)\b)(?:,? (?P<year2>{year})(?!\d|,\d))?",
        # the last Tuesday of April
        rf"\b(?:the )?(?P<which>last|first|second|third|fourth) (?P<which_day>{weekday}) (?:of|in) "
        rf"(?P<which_month>{month})(?: (?P<which_year>{year}))?",
        # early May 2024 · the end of May 2024 · mid-May
        rf"\b(?:(?:early|mid|late)[ -]|(?:the )?(?:end|beginning|start|middle) of )?(?P<month3>{month}),? (?:of )?"
        rf"(?P<year3>{year})\b",
        rf"\b(?:(?:early|mid|late)[ -])?(?P<month4>{month})(?![ ]?\d)",
        # the 1990s
        r"\b(?:the )?(?:early |mid-|late )?(?P<decade>(?:19|20)\d0)['’]?s\b",
        # Friday of next week · late on last Tuesday evening · Friday next week
        rf"\b(?P<weekday2>{weekday}) (?:of|the) "
        r"(?P<week2>last|next|this|the previous|the past|previous|following|the following) week\b",
        r"\b(?:(?P<early>early|late)(?: on)? )?"
        r"(?:(?P<mode>last|next|this past|this|this coming|coming|past|the previous|previous|the following|"
        r"following) )?"
        rf"(?P<weekday>{weekday})(?: (?P<part>{part})\b)?(?P<from_now> (?:last|next) week)?",
        # the day before yesterday · yesterday morning
        rf"\b(?P<relative>{relative})\b(?: (?P<part2>{part})\b)?",
        # three days ago · last month
        rf"\b(?P<count>{number}) (?P<step>days?|weeks?|months?|years?) ago\b",
        r"\b(?P<period_mode>last|next|this) (?P<period>week|weekend|month|year)\b",
        rf"(?<![\w.,$€£-])(?P<bare>{year})(?![\w,.]?\d|\w|%|-year)",
    )
    return re.compile("|".join(ways), re.I)


def _read_match(text: str, match: re.Match[str], published: date | None) -> Day | None:
    if match["iso"]:
        return _make_day(match, match["iso"])
    if match["day"] or match["day2"]:
        month = match["month"] or match["month2"]
        year = match["year"] or match["year2"]
        return (
            None
            if _is_verb(month)
            else _make_day(match, _dated(int(match["day"] or match["day2"]), month, year, published))
        )
    if match["which"]:
        return _make_day(match, _nth_weekday(match, published))
    if match["month3"]:
        return _make_day(match, f"{match['year3']}-{_month(match['month3']):02d}")
    if match["month4"]:
        return _read_month(text, match, published)
    if match["decade"]:
        return _make_day(match, f"{match['decade'][:3]}x")
    if match["weekday2"] or match["weekday"]:
        return _read_weekday(text, match, published)
    if match["relative"]:
        return _make_day(
            match, _shift(load_rules("dates")["days"][match["relative"].lower()], published), _relative_part(match)
        )
    if match["count"]:
        return _make_day(match, _ago(match, published))
    if match["period"]:
        return _make_day(match, _period(match, published))
    if match["bare"]:
        return _make_day(match, match["bare"]) if _is_year(text, match) else None
    return _make_day(match, _numeric(match.group()))


def _make_day(match: re.Match[str], normal: str | None, part: str | None = None) -> Day | None:
    return None if normal is None else Day(match.start(), match.end(), normal, part)


def _month(name: str) -> int:
    return int(load_rules("dates")["months"][name.lower().rstrip(".")])


def _dated(day: int, month: str, year: str | None, published: date | None) -> str | None:
    """The date of a day and month; without a year, the year that brings it nearest to the publication."""
    number = _month(month)
    if year is None and published is None:
        return f"--{number:02d}-{day:02d}" if day <= 31 else None
    years = [int(year)] if year else [published.year + step for step in (0, -1, 1)] if published else []
    dates = [d for y in years if (d := _try_date(y, number, day))]
    if not dates:
        return None
    reference = _plain(published)
    return min(dates, key=lambda d: abs(d - reference)).isoformat() if reference and not year else dates[0].isoformat()


def _try_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plain(published: date | None) -> date | None:
    """The calendar day of a date or datetime."""
    if published is None or not 1000 <= published.year <= 9000:
        return None
    return date(published.year, published.month, published.day)


def _numeric(written: str) -> str | None:
    """The date of "14/10/2025": the day first, unless that is impossible."""
    first, second, year = (int(p) for p in re.split(r"[./]", written))
    year += 0 if year > 99 else 2000
    found = _try_date(year, second, first) or _try_date(year, first, second)
    return found.isoformat() if found else None


def _read_month(text: str, match: re.Match[str], published: date | None) -> Day | None:
    """A month alone, where the words before it show that "May" or "March" is one."""
    name = match["month4"].lower().rstrip(".")
    written = match["month4"]
    before = re.search(r"([\w'’-]+)[ -]$", text[max(0, match.start("month4") - 14) : match.start("month4")])
    lead = before[1].lower() if before else ""
    rules = load_rules("dates")["month_leads"]
    if not written[0].isupper() or (len(name) < 4 and name != "may" and not written.endswith(".")):
        return None
    if lead not in rules["words"] and (name in rules["verbs"] or len(name) < 4):
        return None
    number = _month(name)
    if published is None:
        return _make_day(match, f"--{number:02d}")
    year = published.year
    if lead == "last":
        year -= number >= published.month
    elif lead == "next":
        year += number <= published.month
    else:
        gap = number - published.month
        year += 1 if gap < -6 and _is_ahead(text, match) else -1 if gap > 6 else 0
    return _make_day(match, f"{year}-{number:02d}")


def _is_verb(month: str) -> bool:
    """Whether "may" or "march" is a verb here: written small before a figure."""
    return month[0].islower() and month.lower().rstrip(".") in {"may", "march", "mar", "sept", "dec"}


def _nth_weekday(match: re.Match[str], published: date | None) -> str | None:
    """The date of "the last Tuesday of April"."""
    number, weekday = _month(match["which_month"]), load_rules("dates")["weekdays"][match["which_day"].lower()]
    year = int(match["which_year"]) if match["which_year"] else published.year if published else None
    if year is None:
        return f"--{number:02d}"
    days = [d for n in range(1, 32) if (d := _try_date(year, number, n)) and d.isoweekday() == weekday]
    order = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
    return days[order[match["which"].lower()]].isoformat()


def _read_weekday(text: str, match: re.Match[str], published: date | None) -> Day | None:
    name = (match["weekday2"] or match["weekday"]).lower()
    part = (match["part"] or match["early"] or "").lower() or None
    if match["weekday"] and match["weekday"][0].islower():
        return None
    weekday = int(load_rules("dates")["weekdays"][name])
    today = _plain(published)
    if today is None:
        return _make_day(match, f"weekday {weekday}", part)
    week = (match["week2"] or "").lower().removeprefix("the ") or (match["from_now"] or "").strip().lower().split(" ")[
        0
    ]
    if week:
        shift = {"last": -1, "previous": -1, "past": -1, "next": 1, "following": 1, "this": 0}[week]
        monday = today - timedelta(days=today.isoweekday() - 1) + timedelta(weeks=shift)
        return _make_day(match, (monday + timedelta(days=weekday - 1)).isoformat(), part)
    mode = (match["mode"] or "").lower()
    back = (today.isoweekday() - weekday) % 7
    ahead = (weekday - today.isoweekday()) % 7
    if mode in {"next", "following", "the following"}:
        day = today + timedelta(days=ahead or 7)
    elif mode in {"last", "this past", "past", "previous", "the previous"}:
        day = today - timedelta(days=back or 7)
    elif mode in {"coming", "this coming"} or _is_ahead(text, match):
        day = today + timedelta(days=ahead)
    else:
        day = today - timedelta(days=back)
    return _make_day(match, day.isoformat(), part)


def _is_ahead(text: str, match: re.Match[str]) -> bool:
    """Whether words of the clause put a weekday after the publication."""
    start, end = max(0, match.start() - 100), min(len(text), match.end() + 60)
    for stop in _CLAUSE.finditer(text, start, match.start()):
        start = stop.end()
    after = _CLAUSE.search(text, match.end(), end)
    before_words = _future().search(text, start, match.start())
    past = re.search(r"\b(?:said|told|announced|was|were|had)\b[^,]{0,40}$", text[start : match.start()])
    if before_words and not (past and past.start() > before_words.start() - start):
        return True
    return (
        bool(re.search(r"\b(?:will|shall)\b", text[match.end() : after.start() if after else end]))
        and match.start() - start < 12
    )


@cache
def _counts() -> dict[str, int]:
    """The number words that count days and weeks back."""
    return {w: v for w, v in load_rules("numbers")["words"].items() if 0 < v <= 20}


@cache
def _future() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in load_rules("dates")["future"]["words"])
    return re.compile(rf"\b(?:{words})\b", re.I)


def _shift(days: int, published: date | None) -> str:
    today = _plain(published)
    return f"day {days:+d}" if today is None else (today + timedelta(days=days)).isoformat()


def _relative_part(match: re.Match[str]) -> str | None:
    words = match["relative"].lower()
    named = re.search(r"morning|afternoon|evening|night", words)
    return named.group() if named else (match["part2"] or "").lower() or None


def _ago(match: re.Match[str], published: date | None) -> str | None:
    """The day, month or year that lies so far back; weeks and days are exact."""
    word = match["count"].lower()
    count = int(word) if word.isdigit() else _counts().get(word, 1)
    step = match["step"].lower().rstrip("s")
    today = _plain(published)
    if today is None:
        return f"{step} -{count}"
    if step in {"day", "week"}:
        return (today - timedelta(days=count * (7 if step == "week" else 1))).isoformat()
    if step == "month":
        months = today.year * 12 + today.month - 1 - count
        return f"{months // 12}-{months % 12 + 1:02d}"
    return str(today.year - count)


def _period(match: re.Match[str], published: date | None) -> str | None:
    shift = {"last": -1, "this": 0, "next": 1}[match["period_mode"].lower()]
    period = match["period"].lower()
    today = _plain(published)
    if today is None:
        return f"{period} {shift:+d}"
    if period in {"week", "weekend"}:
        year, week, _ = (today + timedelta(weeks=shift)).isocalendar()
        return f"{year}-W{week:02d}" + ("-6" if period == "weekend" else "")
    if period == "month":
        months = today.year * 12 + today.month - 1 + shift
        return f"{months // 12}-{months % 12 + 1:02d}"
    return str(today.year + shift)


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits are a year: after a preposition or article, or in brackets, and not before people."""
    before = re.search(r"([\w'’]+)?([ (\-–/])$", text[max(0, match.start() - 14) : match.start()])
    if before is None:
        return False
    if before[2] != " ":
        return True
    lead = (before[1] or "").lower()
    after = re.match(r"[ ]([a-z]+)", text[match.end() : match.end() + 20])
    following = after[1] if after else ""
    leads = load_rules("dates")["years"]
    if following in leads["people"]:
        return False
    if lead in leads["sure"]:
        return True
    return lead in leads["likely"] and not (following.endswith("s") and following not in {"was", "as", "has", "is"})
