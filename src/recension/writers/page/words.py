"""The page's own words for kinds, figures and dates."""

from datetime import date, datetime

from recension.writers.labels import write_date

VERDICT_SIGNS = {"conflict": "≠", "update": "→", "equivalent": "≈", "agree": "="}

VERDICT_MEANINGS = {
    "conflict": "cannot all be true",
    "update": "a later report supersedes an earlier one",
    "equivalent": "the same in other words, units or precision",
    "agree": "the same",
}

DATE_SOURCES = {
    "meta": "from the page’s metadata",
    "json-ld": "from the page’s structured data",
    "text": "from the text",
    "url": "from the address",
    "feed": "from the feed",
    "file": "from the file",
}

REPAIR_KINDS = {
    "homoglyph": "look-alike letters",
    "zero_width": "invisible characters",
    "mojibake": "wrongly decoded characters",
    "hyphenation": "a word broken at the end of a line",
    "other": "other damage",
}


def write_confidence(confidence: float) -> str:
    """The confidence in a word and as a number.

    >>> write_confidence(0.87), write_confidence(0.42)
    ('high (0.87)', 'low (0.42)')
    """
    word = "high" if confidence >= 0.8 else "fair" if confidence >= 0.5 else "low"
    return f"{word} ({confidence:.2f})"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """The number with its noun.

    >>> count(1, "report"), count(2, "story", "stories")
    ('1 report', '2 stories')
    """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def write_moment(text: str) -> str:
    """An ISO date or time as a reader says it; any other text as it is.

    >>> write_moment("2026-03-03"), write_moment("Tuesday night")
    ('3 March 2026', 'Tuesday night')
    """
    try:
        return write_date(datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text))
    except ValueError:
        return text


def write_range(dates: list[date | datetime]) -> str:
    """The days from the earliest to the latest of `dates`, as short as they can be said.

    >>> write_range([date(2026, 3, 4), date(2026, 3, 6)]), write_range([date(2026, 2, 28), date(2026, 3, 1)])
    ('4–6 March 2026', '28 February – 1 March 2026')
    """
    if not dates:
        return ""
    days = sorted(moment.date() if isinstance(moment, datetime) else moment for moment in dates)
    first, last = days[0], days[-1]
    end = f"{last.day} {last:%B %Y}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    return f"{first.day} {first:%B}{'' if first.year == last.year else first.strftime(' %Y')} – {end}"
