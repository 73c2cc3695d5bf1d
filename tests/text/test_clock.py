"""What times of day stand in a text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.text.clock import find_times, find_zone, read_offset


@given(st.integers(0, 23), st.integers(0, 59))
def test_digits_in_every_form_give_the_same_minute(hour: int, minute: int) -> None:
    """Twenty-four hours with a colon, twelve with a point and a half of the day."""
    half = "p.m." if hour >= 12 else "a.m."
    for written in (f"{hour:02d}:{minute:02d}", f"{(hour - 1) % 12 + 1}.{minute:02d} {half}"):
        (time,) = find_times(f"It fell at {written}")
        assert time.minute == hour * 60 + minute


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("at quarter past three", True),
        ("at quarter past three in the morning", False),
        ("at 3:15", True),
        ("at 03:15", False),
    ],
)
def test_the_half_of_the_day_may_be_open(text: str, loose: bool) -> None:
    """A clock of twelve hours without a half of the day is said to be loose."""
    assert [(t.minute, t.loose) for t in find_times(text)] == [(195, loose)]


def test_scores_and_prices_are_no_times() -> None:
    """A vote of ten to one, a price and a rate stay what they are."""
    assert find_times("The board voted ten to one. It fell to 19.40 percent, at $7.40, 3-1.") == ()


def test_a_zone_counts_summer_time() -> None:
    """The offset of a city depends on the day."""
    zone = find_zone("London time")
    assert zone is not None
    assert (read_offset(zone, date(2025, 1, 1)), read_offset(zone, date(2025, 7, 1))) == (0, 60)
