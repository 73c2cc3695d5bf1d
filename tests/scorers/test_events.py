"""How surely two articles report one event."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.records import Article
from recension.scorers.events import make_profile, measure_odds, score_event
from recension.scorers.rarity import Rarity

MILL = Article(
    "a", "", "A fire destroyed the mill of Orr on Tuesday, fire chief Ana Ruiz said. It held 62 tonnes of rye."
)
RARITY = Rarity()


def score(left: Article, right: Article) -> float:
    """The log odds of two articles."""
    return measure_odds(make_profile(left, RARITY), make_profile(right, RARITY))


@given(st.text(max_size=60), st.text(max_size=60))
def test_it_makes_no_difference_which_comes_first(left: str, right: str) -> None:
    """The odds are symmetric, whatever the texts."""
    assert score(Article("a", "", left), Article("b", "", right)) == score(
        Article("b", "", right), Article("a", "", left)
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [("Tuesday", "Friday"), ("on Tuesday", "on Tuesday in 2024"), ("Ana Ruiz", "Joe Dunn"), ("62 tonnes", "48 tonnes")],
)
def test_another_day_name_or_number_speaks_against_it(before: str, after: str) -> None:
    """Each makes one event less likely."""
    text = MILL.text.replace(before, after)
    base = replace(MILL, text=MILL.text.replace("on Tuesday", "on Tuesday in 2026")) if "2024" in after else MILL
    assert score(base, replace(MILL, text=text)) < score(base, base)


def test_what_is_counted_off_differently_is_another_event() -> None:
    """Of two packages the number tells which."""
    text = "The {} package of sanctions names 61 people and 86 firms, the envoy Lena Park said."
    twelve, thirteen, same = (Article("a", "", text.format(n)) for n in ("12th", "13th", "twelfth"))
    assert score(twelve, thirteen) < score(twelve, same) - 3


def test_time_speaks_against_it_the_longer_the_more() -> None:
    """A day hardly, a year much; nothing where a date is missing or only the file's."""
    days = [replace(MILL, published=date(*day)) for day in ((2026, 3, 4), (2026, 3, 5), (2026, 4, 4), (2027, 3, 4))]
    odds = [score(days[0], day) for day in days]
    assert odds == sorted(odds, reverse=True)
    assert score(days[0], MILL) == odds[0] == score(days[0], replace(days[3], published_from="file"))


def test_the_score_is_a_probability_with_its_reason() -> None:
    """The detail names what both name, and what speaks against it."""
    early, late = replace(MILL, published=date(2026, 3, 4)), replace(MILL, published=date(2026, 3, 9))
    found = score_event(make_profile(early, RARITY), make_profile(late, RARITY))
    assert 0.5 < found.value <= 1
    assert found.detail.startswith("both name ")
    assert found.detail.endswith("5 days apart")
