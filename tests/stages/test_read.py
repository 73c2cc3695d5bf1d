"""Read: from a draft to an article."""

from datetime import UTC, date, datetime

import pytest

from recension.errors import ReadError
from recension.records import Draft, PublishedFrom, Removed
from recension.stages.read import MAX_CHARACTERS, make_id, read

TEXT = (
    "A mill burned in Vale for six hours on Tuesday before the wind turned at last and nine crews could go in. "
    "The owner said that all of its people would be paid until the end of June."
)


def test_what_the_carrier_says_is_taken_over() -> None:
    draft = Draft(
        uri="a.html", text=f"  {TEXT}\r\n", name="a", title="Fire", byline="Jon Reed", outlet="Orr Gazette",
        dates=(("meta", "2026-03-04T10:10:00+01:00"),), removed=(Removed("Menu", "navigation"),),
    )  # fmt: skip
    article = read(draft)
    assert (article.id, article.uri, article.text) == ("a", "a.html", TEXT)
    assert (article.title, article.byline, article.outlet) == ("Fire", "Jon Reed", "Orr Gazette")
    assert (article.published, article.published_from) == (datetime(2026, 3, 4, 9, 10, tzinfo=UTC), "meta")
    assert (article.language, article.removed) == ("en", (Removed("Menu", "navigation"),))


def test_a_text_without_a_name_is_known_by_its_hash() -> None:
    """The same text has the same id wherever it came from."""
    one, two = read(Draft(uri="https://a.example/x", text=TEXT)), read(Draft(uri="b:2", text=f"{TEXT}\n"))
    assert one.id == two.id
    assert len(one.id) == 12


@pytest.mark.parametrize(
    ("dates", "published", "origin"),
    [
        ((), None, None),
        ((("meta", "recently"),), None, None),
        ((("json-ld", "soon"), ("url", "2026-03-04")), date(2026, 3, 4), "url"),
        ((("feed", "2026-03-04 09:10:00"),), date(2026, 3, 4), "feed"),
        ((("meta", "3/4/2026"),), None, None),
        ((("meta", "13/4/2026"),), date(2026, 4, 13), "meta"),
        ((("meta", "2026-02-30"),), None, None),
    ],
)
def test_the_first_date_that_can_be_read_counts(
    dates: tuple[tuple[PublishedFrom, str], ...], published: date | None, origin: str | None
) -> None:
    """Null rather than a guess: an hour without a zone is left out, a date with day and month alike is none."""
    article = read(Draft(uri="a", text=TEXT, dates=dates))
    assert (article.published, article.published_from) == (published, origin)


@pytest.mark.parametrize("text", ["", "Menu Home Contact", "word " * 19])
def test_too_little_text_is_no_article(text: str) -> None:
    with pytest.raises(ReadError, match=r"not an article: \d+ words of text"):
        read(Draft(uri="a", text=text))


def test_too_much_text_is_no_article() -> None:
    with pytest.raises(ReadError, match="characters of text; cut it"):
        read(Draft(uri="a", text="word " * (MAX_CHARACTERS // 5 + 10)))


def test_a_language_nobody_declared_is_told_from_the_words() -> None:
    text = (
        "Un incendio ha distrutto ieri sera il mulino del paese e due persone sono morte, hanno detto le autorità. " * 2
    )
    assert read(Draft(uri="a", text=text, language="en")).language == "it"


@pytest.mark.parametrize(
    ("name", "made"),
    [("a01", "a01"), ("../x y", "x-y"), ("Šolta (2)", "Šolta-2"), ("", None), (None, None), ("//", None)],
)
def test_ids_hold_no_path(name: str | None, made: str | None) -> None:
    assert make_id(name) == made
