"""Grouping: one event, one story."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recension.records import Article
from recension.stages.group import group
from recension.stages.group.cribs import has_same_figures

PAIRS = tomllib.loads((Path(__file__).parent / "events.toml").read_text(encoding="utf-8"))["pairs"]

MILL = Article(
    "a1", "a1", "Fire destroys mill in Orr\nA fire destroyed the grain mill of Orr in Vale County on Tuesday. Fire "
    "chief Ana Ruiz said two people had died. The mill belonged to Vale Milling.", title="Fire destroys mill in Orr",
)  # fmt: skip
RETOLD = Article(
    "a2", "a2", "Two dead in Orr mill blaze\nTwo people are dead after the mill of Orr burned down, Ana Ruiz, the fire "
    "chief, said. Vale Milling said its 62 workers would be paid.", title="Two dead in Orr mill blaze",
)  # fmt: skip
ELSEWHERE = Article(
    "a3", "a3", "Sawmill burns in Harrow\nA fire destroyed a sawmill in Harrow, in Lake County, on Friday. Sheriff Joe "
    "Dunn said nobody was hurt. The sawmill belonged to Dunmore Timber.", title="Sawmill burns in Harrow",
)  # fmt: skip


def test_reports_of_one_event_are_one_story() -> None:
    """Other words about the same people and places go together; the same kind of event elsewhere does not."""
    stories = group([MILL, RETOLD, ELSEWHERE])
    assert [story.article_ids for story in stories] == [("a1", "a2"), ("a3",)]
    assert stories[0].title in {MILL.title, RETOLD.title}


def test_a_piece_that_cribs_the_figures_belongs_to_the_story() -> None:
    """Invented places do not part it from the report whose toll it tells; one figure alone may be chance."""
    wire = replace(MILL, text="Two people were killed and 14 were injured when a mill in Vale County burned. " * 2)
    text = "Shock in {}: at least two people were killed and {} were injured, and all of Vale County is in tears."
    crib = Article("a4", "a4", text.format("Tarnby", 14), title="You will not believe this fire")
    other = replace(crib, id="a5", text=text.format("Tarnby", 15))
    assert has_same_figures(wire, crib)
    assert not has_same_figures(wire, other)
    assert group([wire, RETOLD, ELSEWHERE, crib])[0].article_ids == ("a1", "a2", "a4")


def test_another_year_is_another_event() -> None:
    """Like words two years apart tell of two fires; the same words are a copy that bears the date of a crawl."""
    before = replace(RETOLD, published=date(2024, 3, 4))
    now = replace(MILL, published=date(2026, 3, 4))
    assert len(group([before, now])) == 2
    assert len(group([replace(MILL, id="a0", published=date(2024, 3, 4)), now])) == 1


def test_the_date_of_a_file_tells_nothing() -> None:
    """A file may have been saved at any time."""
    saved = replace(RETOLD, published=date(2024, 3, 4), published_from="file")
    assert len(group([saved, replace(MILL, published=date(2026, 3, 4))])) == 1


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_the_same_event_and_not_the_same_topic(pair: dict[str, Any]) -> None:
    """Follow-ups and copies belong to an event, another of its kind does not."""
    articles = [make_article(side, pair[side], pair.get("language")) for side in ("left", "right")]
    assert (len(group(articles)) == 1) is pair["same"]


def make_article(name: str, row: dict[str, str], language: str | None) -> Article:
    """The article of one side of a pair."""
    published = date.fromisoformat(row["published"]) if "published" in row else None
    return Article(name, name, row["text"], title=row["title"], published=published, language=language)


def test_what_every_report_of_one_side_names_keeps_two_events_apart() -> None:
    """Reports that share nearly all words are two stories where each side has names and numbers of its own."""
    text = "The navy of Vale arrested {} pirates off Cape Orr on {}. Its ship {} came to the help of the freighter {}."
    sides = [("23", "Saturday", "Heron", "Gull"), ("26", "Thursday", "Petrel", "Auk")]
    more = ["", " The pirates gave up.", " Nobody was hurt.", " Two boats were sunk.", " The crew is well."]
    articles = [
        Article(f"{side[0]}-{number}", "", f"Navy arrests pirates\n{text.format(*side)}{end}")
        for side in sides
        for number, end in enumerate(more)
    ]
    stories = group(articles)
    assert sorted({article_id[:2] for article_id in story.article_ids} for story in stories) == [{"23"}, {"26"}]


def test_languages_are_grouped_apart() -> None:
    """The same names in two languages are two stories."""
    assert len(group([MILL, replace(RETOLD, language="fr")])) == 2


def test_every_member_has_its_reason() -> None:
    """What it shares with which other article, and how surely it belongs there; one alone has nothing to share."""
    first, second = group([MILL, RETOLD, ELSEWHERE])
    assert tuple(member.article for member in first.members) == first.article_ids
    assert "shares with a2 the names" in first.members[0].why
    assert "Ana Ruiz" in first.members[0].why
    assert all(0.5 < member.confidence <= 1 for member in first.members)
    assert second.members[0].why == "no other article reports this event"


@pytest.mark.parametrize("count", [0, 1])
def test_few_articles_need_no_likeness(count: int) -> None:
    """No article makes no story, one makes one."""
    assert len(group([MILL][:count])) == count


@settings(deadline=None)
@given(st.permutations([MILL, RETOLD, ELSEWHERE]))
def test_the_order_of_the_articles_makes_no_difference(articles: list[Article]) -> None:
    """The same articles make the same stories."""
    assert group(articles) == group([MILL, RETOLD, ELSEWHERE])


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(max_size=80), max_size=6))
def test_every_article_is_in_exactly_one_story(texts: list[str]) -> None:
    """Whatever the texts, nothing is lost or doubled."""
    articles = [Article(f"a{number}", "", text) for number, text in enumerate(texts)]
    stories = group(articles)
    assert sorted(i for story in stories for i in story.article_ids) == [article.id for article in articles]
