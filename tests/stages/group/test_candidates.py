"""Candidates: who is worth comparing with whom."""

from recension.records import Article
from recension.stages.group.candidates import FEW, MOST, Index, find_candidates
from recension.stages.group.telling import make_profiles
from recension.text.terms import find_terms

TEXTS = (
    "Ana Ruiz said that the trawler Heron had sunk off Tarnby.",
    "The mayor opened a school in Harrow with cake and songs.",
    "The trawler Heron sank off Tarnby with nobody on board.",
)
PROFILES = make_profiles([Article(str(n), "", t) for n, t in enumerate(TEXTS)], [find_terms(t) for t in TEXTS])


def test_articles_that_share_their_weightiest_terms_are_compared() -> None:
    """Others are not."""
    assert list(find_candidates(PROFILES)) == [(0, 2)]


def test_the_comparisons_of_an_article_are_bounded() -> None:
    """However many are alike, so that twice the articles make about twice the work."""
    many = PROFILES[:1] * (FEW + 1)
    assert len(list(find_candidates(many))) <= MOST * len(many)


def test_few_articles_are_all_compared() -> None:
    """A story of a hundred reports would fall apart if most of its pairs were never looked at."""
    many = PROFILES[:1] * 100
    assert len(list(find_candidates(many))) == 100 * 99 // 2


def test_what_is_dropped_is_found_no_more() -> None:
    """The index forgets an article wholly."""
    index = Index()
    index.put(0, PROFILES[0])
    assert index.find(PROFILES[2]) == [0]
    index.drop(frozenset({0}))
    assert index.find(PROFILES[2]) == []
