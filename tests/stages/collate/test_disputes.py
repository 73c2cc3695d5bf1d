"""Conflicts between speakers, and articles that report both sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.models import StaticEncoder
from recension.records import Article, Statement
from recension.stages.collate.disputes import find_speakers, find_statement, group_statements, part_tellers_of_both
from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import make_sheet

TEXT = "The army fired first, they say."
SHEET = make_sheet([Article(f"a{n}", f"a{n}.txt", TEXT) for n in range(4)], StaticEncoder())


def mention(article: int) -> Mention:
    """The words `army` of an article."""
    return Mention(article, article, 4, 8, "organization", "army")


def said(article: int, speaker: str | None, start: int = 0, end: int = 20) -> Statement:
    """The words of an article at the span, attributed."""
    return Statement(f"q{article}-{start}", f"a{article}", start, end, "indirect", speaker)


@pytest.mark.parametrize(
    ("statements", "between"),
    [
        ([said(0, "Ana Ruiz"), said(1, "Tom Orr")], ("Ana Ruiz", "Tom Orr")),
        ([said(0, "Ana Ruiz"), said(1, "Ruiz")], ()),
        ([said(0, "Ana Ruiz"), said(1, None)], ()),
        ([said(0, "Ana Ruiz"), said(2, "Tom Orr")], ()),
        ([said(0, "Ana Ruiz"), said(1, "Tom Orr", 6)], ()),
        ([said(0, "Ana Ruiz"), said(1, "Tom Orr"), said(1, "Ida Brand", 4, 10)], ("Ana Ruiz", "Ida Brand")),
        ([], ()),
    ],
)
def test_between_two_speakers(statements: list[Statement], between: tuple[str, ...]) -> None:
    """Every article attributes its value, the innermost statement around it counts, and nobody disputes himself."""
    assert find_speakers([(mention(0),), (mention(1),)], SHEET, group_statements(statements)) == between


def test_the_speaker_whom_most_articles_name() -> None:
    """Of a side with several speakers; the first by name where there are as many."""
    statements = [said(0, "Ana Ruiz"), said(1, "Ida Brand"), said(2, "Ida Brand"), said(3, "Tom Orr")]
    told, other = group_statements(statements), (mention(3),)
    assert find_speakers([(mention(0), mention(1), mention(2)), other], SHEET, told)[0] == "Ida Brand"
    assert find_speakers([(mention(1), mention(0)), other], SHEET, told)[0] == "Ana Ruiz"


def test_one_value_is_no_dispute() -> None:
    """Nor is none."""
    assert (
        find_speakers([(mention(0),)], SHEET, group_statements([said(0, "Ana Ruiz")]))
        == find_speakers([], SHEET, {})
        == ()
    )


def test_the_innermost_statement() -> None:
    """Of the article itself, with or without a speaker; None where the words stand in none."""
    inner, outer = said(0, None, 2, 9), said(0, "Ana Ruiz")
    told = group_statements([outer, inner, said(1, "Tom Orr", 4, 8)])
    assert find_statement(mention(0), "a0", told) == inner
    assert find_statement(mention(0), "a2", told) is None


def test_who_tells_both_takes_no_side() -> None:
    """The articles with two values come last, in a group of their own."""
    groups = [(mention(0), mention(2)), (mention(1), mention(2))]
    assert part_tellers_of_both(groups) == [(mention(0),), (mention(1),), (mention(2), mention(2))]


@given(st.lists(st.lists(st.integers(0, 3), max_size=4).map(lambda own: tuple(map(mention, own))), max_size=4))
def test_no_article_stands_in_two_groups(groups: list[tuple[Mention, ...]]) -> None:
    """And no mention is lost, and no group empty."""
    parted = part_tellers_of_both(groups)
    articles = [{m.article for m in group} for group in parted]
    assert sum(map(len, articles)) == len(set().union(*articles))
    assert sorted(m.article for g in parted for m in g) == sorted(m.article for g in groups for m in g)
    assert all(parted)
