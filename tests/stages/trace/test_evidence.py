"""Evidence tells the direction between two relatives."""

from datetime import UTC, date, datetime

import pytest

from recension.models import StaticEncoder
from recension.records import Article
from recension.scorers.sentences import make_sentence_table
from recension.stages.trace.evidence import measure_direction, score_credit, score_date, score_garbling
from recension.stages.trace.origins import find_origins
from recension.stages.trace.witness import Witness, make_witness


def witness_of(*articles: Article) -> Witness:
    """The witness of some articles."""
    table = make_sentence_table([a.text for a in articles], StaticEncoder())
    return make_witness(articles, table, find_origins(articles))


def dated(*days: date | datetime | None) -> Witness:
    """The witness of articles of which only the dates are known."""
    return witness_of(*(Article(f"a{i}", "", "", published=day) for i, day in enumerate(days)))


@pytest.mark.parametrize(
    ("parent", "child", "sign", "detail"),
    [
        (date(2026, 3, 4), date(2026, 3, 6), 1, "published 2 days later"),
        (datetime(2026, 3, 4, 8, tzinfo=UTC), datetime(2026, 3, 4, 11, tzinfo=UTC), 1, "published 3 hours later"),
        (datetime(2026, 3, 4, 8, tzinfo=UTC), datetime(2026, 3, 4, 11), 1, "published 3 hours later"),
        (date(2026, 3, 6), datetime(2026, 3, 4, 11, tzinfo=UTC), -1, "published 2 days earlier"),
        (date(2026, 3, 4), datetime(2026, 3, 4, 11, tzinfo=UTC), 0, ""),
        (None, date(2026, 3, 4), 0, ""),
    ],
)
def test_dates(parent: date | None, child: date | None, sign: int, detail: str) -> None:
    """The earlier of two is the likelier source; one day without times says nothing."""
    score = score_date(dated(parent, child), 0, 1)
    assert (score.value > 0) - (score.value < 0) == sign
    assert score.detail == detail


def test_months_between_dates_say_less_than_days() -> None:
    """A page dated half a year later may carry the date of a crawl."""
    near = score_date(dated(date(2026, 3, 4), date(2026, 3, 5)), 0, 1)
    far = score_date(dated(date(2026, 3, 4), date(2026, 9, 4)), 0, 1)
    assert near.value > far.value > 0


def test_a_credit_points_to_the_source() -> None:
    """Who credits the other is the child, in either order of asking."""
    witness = witness_of(
        Article("a", "", "A barge hit the bridge.", outlet="Meridian Wire"),
        Article("b", "", "A barge hit the bridge, Meridian Wire reported."),
    )
    assert score_credit(witness, 0, 1).value > 0 > score_credit(witness, 1, 0).value


def test_the_one_with_garbled_names_is_the_child() -> None:
    """A name that a third article spells as the other does was garbled on the way."""
    right = "The keeper Ana Karvinen saw the barge turn.\nRepairs take six weeks, says Karvinen.\nThe bus was empty."
    garbled = right.replace("Karvinen", "Carvimen")
    third = Article("c", "", "The keeper, Ana Karvinen.")
    witness = witness_of(Article("a", "", right), Article("b", "", garbled), third)
    score = score_garbling(witness, 0, 1)
    assert score.value > 0
    assert "Carvimen for Karvinen" in score.detail
    assert score_garbling(witness, 1, 0).value < 0


def test_how_near_an_article_is_to_the_others() -> None:
    """The mean over all but the two that are compared."""
    told = "Two ferries collided off Vale in fog on Monday. Nine people died and three are missing. Divers went down."
    witness = witness_of(*(Article(i, i, text) for i, text in zip("abcd", (told, told, told[:90], told), strict=True)))
    others = [witness.alignment(0, n).strength for n in (2, 3)]
    assert witness.nearness(0, without=1) == pytest.approx(sum(others) / 2)
    assert witness.coverage(2, 0) == witness.alignment(2, 0).coverage_a


def test_no_evidence_is_even() -> None:
    """Without evidence both directions are equally likely."""
    assert measure_direction(()) == 0.5
