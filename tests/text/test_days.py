"""What days stand in a text, and how they are resolved."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.rules import load_rules
from recension.text.days import find_days


@pytest.mark.parametrize(
    "text", ["He may march on.", "The sun sat low.", "In all, 2000 people came.", "Dec out in red"]
)
def test_words_that_are_also_months_and_days(text: str) -> None:
    """Verbs, the sun and counts are no days."""
    assert find_days(text, date(2025, 10, 16)) == ()


@given(st.dates(date(1999, 1, 1), date(2030, 12, 31)), st.dates(date(2001, 1, 1), date(2001, 12, 31)))
def test_a_day_without_a_year_is_the_nearest(published: date, day: date) -> None:
    """The year is the one that brings the day within half a year of the publication."""
    months = [n.capitalize() for n in load_rules("dates")["months"] if len(n) > 4 or n in {"may", "june", "july"}]
    (found,) = find_days(f"on {day.day} {months[day.month - 1]}", published)
    assert abs((date.fromisoformat(found.normal) - published).days) <= 184


def test_a_publication_at_the_edge_of_the_calendar() -> None:
    """A page date of the year 1 resolves nothing and breaks nothing."""
    assert [d.normal for d in find_days("yesterday, two weeks ago", date(1, 1, 1))] == ["day -1", "week -2"]
