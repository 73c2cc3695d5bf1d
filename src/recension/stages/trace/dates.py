"""Dates: how much later one article was published than another."""

from datetime import UTC, date, datetime, timedelta

from recension.records import Article


def find_gap(earlier: Article, later: Article) -> timedelta:
    """The time between two publications; nothing where one is unknown, or where only the day is known and the same."""
    first, second = earlier.published, later.published
    if first is None or second is None:
        return timedelta(0)
    if isinstance(first, datetime) and isinstance(second, datetime):
        return _in_utc(second) - _in_utc(first)
    return _day(second) - _day(first)


def say_gap(gap: timedelta) -> str:
    """A length of time in words.

    >>> say_gap(timedelta(hours=3)), say_gap(timedelta(days=1)), say_gap(timedelta(minutes=5))
    ('3 hours', '1 day', '5 minutes')
    """
    minutes = int(gap.total_seconds() // 60)
    for size, name in ((1440, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size:
            count = minutes // size
            return f"{count} {name}{'s' if count > 1 else ''}"
    return "moments"


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
