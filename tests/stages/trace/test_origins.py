"""Origins resolve who credits whom."""

import pytest

from recension.records import Article, Removed
from recension.stages.trace.origins import find_origins, is_same_outlet


def article(name: str, text: str, outlet: str | None = None, **more: object) -> Article:
    """An article with a text and an outlet."""
    return Article(name, f"{name}.txt", text, outlet=outlet, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("The Harbour Courier", "Harbour Courier", True),
        ("Meridian Wire", "MERIDIAN WIRE", True),
        ("MW", "Meridian Wire", True),
        ("Orr Wire", "Vale Wire", False),
        ("Harbour Courier", "Harbour Board", False),
    ],
)
def test_names_of_one_outlet(left: str, right: str, same: bool) -> None:
    """An outlet's name may be short, long, in capitals; another outlet's shares a word at most."""
    assert is_same_outlet(left, right) is same


def test_a_dateline_stands_for_the_whole_report() -> None:
    """A dateline with the name of a given outlet is a head credit, a mention in the text is not."""
    wire, reprint, report = find_origins(
        [
            article("a", "VALE (Meridian Wire) - A barge hit the bridge.", "Meridian Wire"),
            article("b", "VALE (Meridian Wire) - A barge hit the bridge.", "Harbour Courier"),
            article("c", "A barge hit the bridge, Meridian Wire reported.", "Vale Letter"),
        ]
    )
    assert wire.own_head
    assert not wire.articles
    assert reprint.article_heads == {0}
    assert report.articles == {0: 1}
    assert not report.article_heads


def test_an_outlet_that_is_not_given_is_absent() -> None:
    """A credited outlet without an article keeps its name, one name for all its spellings."""
    first, second = find_origins(
        [
            article("a", "Nobody was hurt, the Tarn Press reported. Tarn Press said the road was closed."),
            article("b", "Nobody was hurt, Tarn Press reported."),
        ]
    )
    assert first.absent.keys() == second.absent.keys() == {"Tarn Press"}


def test_a_credit_set_aside_still_counts() -> None:
    """A byline that was taken out of the text is a head credit where the article keeps its name."""
    (origins,) = find_origins(
        [article("a", "A barge hit the bridge.", credited=("Tarn",), removed=(Removed("Source: Tarn", "byline"),))]
    )
    assert origins.absent_heads == {"Tarn"}


def test_without_an_outlet_the_masthead_tells() -> None:
    """A line of its own that is a name credited in the story is the article's own outlet."""
    wire, report = find_origins(
        [
            article("a", "MERIDIAN WIRE\nA barge hit the bridge, Ruiz told Meridian Wire."),
            article("b", "A barge hit the bridge, Meridian Wire reported."),
        ]
    )
    assert not wire.absent
    assert report.articles == {0: 1}
