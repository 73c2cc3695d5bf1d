"""Families are found by rare words, whatever the order of the texts."""

from hypothesis import given
from hypothesis import strategies as st

from recension.stages.trace.families import find_families

TEXTS = (
    "The Orr lighthouse was built of granite in 1811 and stands on a reef.",
    "Terns nest on the dunes of Vale in May; wardens count the chicks.",
    "The Orr lighthouse was built of grey granite in 1811 and stands on a reef off Tarn.",
    "Ana Ruiz runs the salt works, the last of the coast.",
    "Wardens count tern chicks: terns nest on the dunes of Vale in May and June.",
)


@given(st.permutations(range(len(TEXTS))))
def test_versions_meet_in_any_order(order: list[int]) -> None:
    """The families are the same texts however they are given."""
    found = {frozenset(order[i] for i in family) for family in find_families([TEXTS[i] for i in order])}
    assert found == {frozenset({0, 2}), frozenset({1, 4}), frozenset({3})}


def test_words_of_all_texts_tie_none() -> None:
    """What fifty texts have in common says nothing about any two of them."""
    texts = [f"Subscribe to the letter of the harbour today w{n} x{n} y{n}" for n in range(50)]
    assert len(find_families(texts)) == 50
