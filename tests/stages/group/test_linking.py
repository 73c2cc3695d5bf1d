"""Linking: pairs become groups, and no chain of neighbours becomes one."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from recension.records import Article
from recension.scorers.events import Profile
from recension.stages.group.contrast import find_contrast, measure_contrast
from recension.stages.group.linking import SAME_EVENT, SAME_PAIR, link
from recension.stages.group.settling import settle_pairs
from recension.stages.group.telling import make_profiles
from recension.text.terms import find_terms


def make(*texts: str) -> list[Profile]:
    """The profiles of texts."""
    articles = [Article(f"a{number}", "", text) for number, text in enumerate(texts)]
    return make_profiles(articles, [find_terms(text) for text in texts])


PLAIN = make(*["Rain fell."] * 8)


def test_a_chain_of_neighbours_is_no_story() -> None:
    """Each is like the next, but the first is nothing like the last."""
    odds = dict.fromkeys(pairwise(range(8)), SAME_PAIR + 1)
    assert max(map(len, link(odds, PLAIN, range(8)))) == 2


def test_a_single_pair_needs_odds_of_its_own() -> None:
    """What would do for a third article is too little to make a story of two."""
    assert link({(0, 1): SAME_PAIR - 0.1}, PLAIN, range(2)) == [[0], [1]]
    third = {(0, 1): SAME_PAIR + 1, (0, 2): SAME_EVENT, (1, 2): SAME_EVENT}
    assert link(third, PLAIN, range(3)) == [[0, 1, 2]]


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(4, 7)), st.floats(-9, 9), max_size=16))
def test_every_article_is_in_one_group(odds: dict[tuple[int, int], float]) -> None:
    """Nothing is lost or doubled, nor by settling."""
    groups = link(odds, PLAIN, range(8))
    assert sorted(n for group in groups for n in group) == list(range(8))
    assert sorted(n for group in settle_pairs(groups, odds) for n in group) == list(range(8))


def test_an_article_of_a_pair_goes_where_more_speaks_for_it() -> None:
    """The larger story is the likelier one, though its mean is a little lower."""
    odds = {(3, 4): 1.2, **{(n, 3): 0.8 for n in range(3)}}
    assert settle_pairs([[0, 1, 2], [3, 4]], odds) == [[0, 1, 2, 3], [4]]
    assert settle_pairs([[0, 1, 2], [3, 4]], odds | {(3, 4): 4.0}) == [[0, 1, 2], [3, 4]]


def test_contrast_needs_names_on_both_sides_and_two_reports_of_each() -> None:
    """What one side leaves out tells nothing; what each names of its own tells two events apart."""
    kocian = "The player Pavel Kocian of Harrow, 25, was held on Route 52, police said"
    wirth = "The player Jonas Wirth of Harrow, 32, was held on Ring Road, police said"
    left, right = make(*[f"{kocian} {n}." for n in ("today", "again", "late")]), make(*[f"{wirth}."] * 3)
    assert measure_contrast(left, right) > 0.5
    assert {"kocian", "wirth"} <= {t for side in ((left, right), (right, left)) for _, t in find_contrast(*side)}
    assert measure_contrast(left, make(*["The player was held."] * 3)) == 0
    assert measure_contrast(left[:1], right) == 0
