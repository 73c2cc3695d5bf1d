"""Dates as pages write them."""

from datetime import UTC, date, datetime

import pytest

from recension.text.pagedates import find_page_dates, parse_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-03-04", date(2026, 3, 4)),
        ("4 March 2026", date(2026, 3, 4)),
        ("March 4th, 2026", date(2026, 3, 4)),
        ("Wed Mar 4 2026 09:10 GMT", datetime(2026, 3, 4, 9, 10, tzinfo=UTC)),
        ("Wed, 04 Mar 2026 04:10:00 -0500", datetime(2026, 3, 4, 9, 10, tzinfo=UTC)),
        ("2026-03-04T09:10:00Z", datetime(2026, 3, 4, 9, 10, tzinfo=UTC)),
        ("04.03.2026, 15:10 (GMT+6)", datetime(2026, 3, 4, 9, 10, tzinfo=UTC)),
        ("4 March 2026, 10:10 (Paris)", datetime(2026, 3, 4, 9, 10, tzinfo=UTC)),
        ("0910 GMT 04/03/2026", None),
        ("0910 GMT 24/03/2026", datetime(2026, 3, 24, 9, 10, tzinfo=UTC)),
        ("4 March 2026 at 9.10pm", date(2026, 3, 4)),
        ("4 March 2026, 12:30 a.m. EST", datetime(2026, 3, 4, 5, 30, tzinfo=UTC)),
        ("4 March 2026 10:10 IST", date(2026, 3, 4)),
        ("31 February 2026", None),
        ("4 March", None),
        ("three weeks ago", None),
    ],
)
def test_a_date_is_read_with_hour_and_zone_or_as_a_day(text: str, value: date | None) -> None:
    """An hour whose zone is unknown, or stands for several, leaves the day."""
    assert parse_date(text) == value


def test_every_date_of_a_line_is_found_in_order() -> None:
    text = "Posted March 4, 2026 | Updated 2026-03-09"
    assert [d.value for d in find_page_dates(text)] == [date(2026, 3, 4), date(2026, 3, 9)]
    assert [text[d.start : d.end] for d in find_page_dates(text)] == ["March 4, 2026", "2026-03-09"]
