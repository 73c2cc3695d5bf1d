"""Wordings, and which of them are compared."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recension.models import StaticEncoder
from recension.records import Article
from recension.stages.collate.sheet import Sheet, make_sheet
from recension.stages.collate.wordings import find_wordings, pair_wordings

ENCODER = StaticEncoder()
SENTENCES = (
    "The harbour bridge was closed by the board.",
    "The board shut the bridge over the harbour.",
    "THE HARBOUR BRIDGE, was closed by the board!",
    "Snow fell on the northern hills at dawn.",
    "A trawler sank off the lighthouse of Vale.",
)


def sheet_of(*texts: str) -> Sheet:
    """The sheet of articles with these texts."""
    return make_sheet([Article(f"a{n}", f"a{n}.txt", text) for n, text in enumerate(texts, 1)], ENCODER)


def pairs_of(*texts: str) -> list[tuple[str, str]]:
    """The texts of the wordings that are compared."""
    sheet = sheet_of(*texts)
    wordings = find_wordings(sheet)
    return [(wordings[a].text, wordings[b].text) for a, b in pair_wordings(sheet, wordings)]


def test_marks_and_case_make_no_wording() -> None:
    """Sentences that read alike are one wording, called after the first."""
    assert [(w.text, w.sentences) for w in find_wordings(sheet_of(SENTENCES[0], SENTENCES[3], SENTENCES[2]))] == [
        (SENTENCES[0], (0, 2)),
        (SENTENCES[3], (1,)),
    ]


@pytest.mark.parametrize("text", ["", "Fire.", "Read more.", "…"])
def test_two_words_tell_nothing(text: str) -> None:
    """Fragments are no wordings."""
    assert find_wordings(sheet_of(text)) == ()


def test_a_sentence_meets_its_counterpart() -> None:
    """The most like of the other article; what is like nothing there meets none."""
    texts = f"{SENTENCES[0]} {SENTENCES[3]}", f"{SENTENCES[4]} {SENTENCES[1]}"
    assert pairs_of(*texts) == [(SENTENCES[0], SENTENCES[1])]


@pytest.mark.parametrize("texts", [("",), ("", ""), (SENTENCES[0],), (SENTENCES[0], SENTENCES[2])])
def test_nothing_to_compare(texts: tuple[str, ...]) -> None:
    """Without a second article, or a second wording, there is no pair."""
    assert pairs_of(*texts) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), max_size=4).map(" ".join), min_size=1, max_size=5))
def test_pairs_are_of_two_articles(texts: list[str]) -> None:
    """Each pair comes once, the earlier wording first, and stands in two articles."""
    sheet = sheet_of(*texts)
    wordings = find_wordings(sheet)
    pairs = list(pair_wordings(sheet, wordings))
    assert pairs == sorted(set(pairs))
    for a, b in pairs:
        assert 0 <= a < b < len(wordings)
        left, right = ({sheet.sentences[n].article for n in wordings[w].sentences} for w in (a, b))
        assert any(x != y for x in left for y in right)


def test_a_wording_meets_few() -> None:
    """However many articles tell it otherwise, it is compared with ten of them."""
    names = ["Able", "Baker", "Carol", "Diana", "Edgar", "Frank", "Greta", "Harry", "Irene", "James", "Karen", "Louis"]
    sheet = sheet_of(SENTENCES[0], *(f"{name} said the harbour bridge was closed by the board." for name in names))
    wordings = find_wordings(sheet)
    pairs = list(pair_wordings(sheet, wordings))
    assert max(sum(n in pair for pair in pairs) for n in range(len(wordings))) == 10
