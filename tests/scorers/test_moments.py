"""Whether two moments can be the same."""

from datetime import date

import pytest

from recension.scorers.moments import compare_moments
from recension.text.dates import Moment, find_dates

PUBLISHED = date(2025, 10, 16)
PAIRS = [
    ("on Tuesday", "on Tuesday", "agree"),
    ("on Tuesday", "on 14 October", "equivalent"),
    ("on Wednesday", "on 14 October", "conflict"),
    ("on Tuesday", "on Wednesday", "conflict"),
    ("yesterday", "on Wednesday", "equivalent"),
    ("in October", "on 14 October 2025", "equivalent"),
    ("in September", "on 14 October 2025", "conflict"),
    ("in 2025", "on 14 October", "equivalent"),
    ("in 2009", "the 2000s", "equivalent"),
    ("in 1999", "the 2000s", "conflict"),
    ("last week", "on 8 October", "equivalent"),
    ("May 4", "May 11", "conflict"),
    ("28 April", "the last Monday of April", "equivalent"),
    ("at 7.40pm", "at 19:40", "equivalent"),
    ("at 7.40pm", "at 9.40pm", "conflict"),
    ("twenty to eight in the evening", "7:40 p.m.", "equivalent"),
    ("at twenty to eight", "7:40 p.m.", "equivalent"),
    ("at 06:15 Bishkek time", "at 0015 GMT", "equivalent"),
    ("at 7:40 p.m. (1740 GMT)", "at 19.40", "equivalent"),
    ("at 7:40 p.m. (1740 GMT)", "1740 GMT", "equivalent"),
    ("a little before one in the morning", "0:50", "equivalent"),
    ("around midnight", "12:10 a.m.", "equivalent"),
    ("at 7:40 p.m. on Tuesday", "on Tuesday", "equivalent"),
    ("at 7:40 p.m. on Tuesday", "at 7:40 p.m. on Wednesday", "conflict"),
    ("at 7:40 p.m. on Tuesday", "on Wednesday", "conflict"),
    ("at noon", "on Tuesday", "unrelated"),
    ("at 0247 GMT", "at 2.47am", "equivalent"),
    ("at 0247 GMT", "at 5.47am", "unrelated"),
    ("18 June 2025, 4 am Indian time", "17 June 2025, 23:30 BST", "equivalent"),
    ("18 June 2025, 4 am Indian time", "on 17 June 2025", "equivalent"),
    ("18 June 2025, 4 am Indian time", "17 June 2025, 22:30 BST", "conflict"),
    ("on Friday", "on 17 October", "equivalent"),
    ("last Friday", "on 17 October", "conflict"),
    ("on Friday", "in September", "conflict"),
]


def find_one(text: str, published: date | None = PUBLISHED) -> Moment:
    """The only moment of `text`."""
    (moment,) = find_dates(text, published)
    return moment


@pytest.mark.parametrize(("left", "right", "verdict"), PAIRS)
def test_pairs_of_wordings(left: str, right: str, verdict: str) -> None:
    """Each pair has its verdict, in either order."""
    a, b = find_one(left), find_one(right)
    assert compare_moments(a, b).verdict == verdict
    assert compare_moments(b, a).verdict == verdict


def test_articles_of_two_days_mean_the_same_day() -> None:
    """ "Yesterday" in one and "today" in the other are resolved by their own days of publication."""
    assert (
        compare_moments(find_one("yesterday", date(2025, 10, 15)), find_one("today", date(2025, 10, 14))).verdict
        == "equivalent"
    )


def test_without_a_publication_weekdays_still_compare() -> None:
    """A weekday meets a full date by its name."""
    tuesday = find_one("on Tuesday", None)
    assert compare_moments(tuesday, find_one("on 14 October 2025")).verdict == "equivalent"
    assert compare_moments(tuesday, find_one("on 15 October 2025")).verdict == "conflict"
    assert compare_moments(tuesday, find_one("on 14 October", None)).verdict == "unrelated"
