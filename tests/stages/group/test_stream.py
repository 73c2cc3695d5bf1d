"""Grouping one article at a time: history is never rewritten silently."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recension.records import Article, Change
from recension.stages.group import group
from recension.stages.group.stream import StoryStream

TEXTS = {
    "mill-1": """Fire destroys mill in Orr
A fire destroyed the grain mill of Orr in Vale County on Tuesday. Fire chief Ana Ruiz said two people had died. The mill
belonged to Vale Milling.""",
    "mill-2": """Two dead in Orr mill blaze
Two people are dead after the mill of Orr burned down, Ana Ruiz, the fire chief, said. Vale Milling said its 62 workers
would be paid.""",
    "mill-3": """Orr mourns its dead
The mayor of Orr has called a day of mourning for the two people who died when Vale Milling's grain mill burned down on
Tuesday. Ana Ruiz, the fire chief, will speak.""",
    "saw-1": """Sawmill burns in Harrow
A fire destroyed a sawmill in Harrow, in Lake County, on Friday. Sheriff Joe Dunn said nobody was hurt. The sawmill
belonged to Dunmore Timber.""",
    "saw-2": """Harrow loses its sawmill
The sawmill of Dunmore Timber in Harrow burned down on Friday. Nobody was hurt, said Sheriff Joe Dunn of Lake.""",
    "ferry": """Ferry runs aground
The ferry Heron ran aground off Tarnby with 40 people on board. Captain Lena Park blamed fog. Two tugs are on their way
from Lakeport.""",
}
ARTICLES = [Article(name, name, text, title=text.split("\n")[0]) for name, text in TEXTS.items()]


@settings(deadline=None)
@given(st.permutations(ARTICLES))
def test_the_stories_are_those_of_the_batch_in_any_order(articles: Sequence[Article]) -> None:
    """One at a time or all at once, the same articles are together."""
    stream, _ = follow(articles)
    assert set(stream.get_stories().values()) == {story.article_ids for story in group(articles)}


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(ARTICLES), max_size=12), st.randoms(use_true_random=False))
def test_the_changes_tell_the_whole_history(articles: Sequence[Article], chance: Random) -> None:
    """Who knows only the changes knows the stories: nothing else ever happens to them."""
    varied = [
        replace(article, id=f"{article.id}-{number}", text=vary(article.text, chance))
        for number, article in enumerate(articles)
    ]
    stream, changes = follow(varied)
    assert replay(changes) == {name: set(ids) for name, ids in stream.get_stories().items()}
    assert sorted(i for ids in stream.get_stories().values() for i in ids) == sorted(a.id for a in varied)
    assert all(change.why for change in changes)


def vary(text: str, chance: Random) -> str:
    """The text with a third of its words left out."""
    return " ".join(word for word in text.split(" ") if chance.random() > 0.3)


def test_an_arrival_opens_or_joins_a_story_and_says_why() -> None:
    """The first of an event opens a story, the next joins it by what they share."""
    _, (opened, joined) = follow(ARTICLES[:2])
    assert (opened.kind, opened.story, opened.article_ids) == ("opened", "s1", ("mill-1",))
    assert (joined.kind, joined.story, joined.article_ids) == ("joined", "s1", ("mill-1", "mill-2"))
    assert joined.why.startswith("mill-2 shares with mill-1 the names")
    assert "Ana Ruiz" in joined.why


def test_an_article_that_belongs_to_two_stories_merges_them() -> None:
    """What is merged is named, and its name is gone."""
    left = Article("a1", "a1", "The Heron ran aground off Tarnby, Captain Lena Park told the Courier.")
    right = Article("a2", "a2", "Tugs from Lakeport are towing a stranded ship with 40 people, Jonas Wirth said.")
    both = Article("a3", "a3", f"{left.text} {right.text}")
    stream, changes = follow([left, right, both])
    assert len(stream.get_stories()) == 1
    (merged,) = (change for change in changes if change.kind == "merged")
    assert merged.others == ("s2",)
    assert merged.article_ids == ("a1", "a2", "a3")


def test_what_has_not_grown_for_long_leaves_the_working_set() -> None:
    """A retired story is kept as it was told; a late report opens a new one."""
    stream = StoryStream(remembered=3)
    changes = [change for article in [*ARTICLES[:1], *ARTICLES[3:], ARTICLES[1]] for change in stream.add(article)]
    assert [change.kind for change in changes] == ["opened", "opened", "joined", "opened", "retired", "opened"]
    assert changes[4].article_ids == ("mill-1",)
    assert stream.get_stories()["s1"] == ("mill-1",)


@pytest.mark.parametrize("language", ["fr", "de"])
def test_languages_are_kept_apart(language: str) -> None:
    """The same names in another language open another story."""
    stream, _ = follow([ARTICLES[0], replace(ARTICLES[1], language=language)])
    assert len(stream.get_stories()) == 2


def follow(articles: Iterable[Article]) -> tuple[StoryStream, list[Change]]:
    """The stream after all arrivals, and what they changed."""
    stream = StoryStream()
    return stream, [change for article in articles for change in stream.add(article)]


def replay(changes: Iterable[Change]) -> dict[str, set[str]]:
    """The stories by nothing but the changes."""
    stories: dict[str, set[str]] = {}
    for change in changes:
        for other in change.others:
            stories[other] = stories.get(other, set()) - set(change.article_ids)
        stories[change.story] = set(change.article_ids)
    return {name: ids for name, ids in stories.items() if ids}
