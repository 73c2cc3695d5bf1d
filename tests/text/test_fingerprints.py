"""Fingerprints show shared passages."""

from hypothesis import given
from hypothesis import strategies as st

from recension.text.fingerprints import GRAM, WINDOW, find_fingerprints, hash_grams, select_minima

words = st.lists(
    st.sampled_from(
        ["barge", "bridge", "bus", "river", "board", "keeper", "alarm", "night", "silo", "lock", "gate", "crane"]
    ),
    max_size=40,
)


@given(words, words, words, words, st.lists(st.text("abcdef", min_size=2, max_size=6), min_size=8, max_size=12))
def test_a_shared_run_of_words_leaves_a_shared_fingerprint(
    a: list[str], b: list[str], c: list[str], d: list[str], run: list[str]
) -> None:
    """Two texts with eight words in a row in common share a fingerprint, whatever stands around them."""
    assert len(run) >= GRAM + WINDOW - 1
    left, right = " ".join([*a, *run, *b]), " ".join([*c, *run, *d])
    assert find_fingerprints(left) & find_fingerprints(right)


@given(st.lists(st.integers(0, 50), max_size=60))
def test_each_window_keeps_one(hashes: list[int]) -> None:
    """Of any four neighbours at least one is kept, and nothing is kept that was not there."""
    kept = select_minima(hashes)
    assert set(kept) <= set(hashes)
    assert all(set(hashes[i : i + WINDOW]) & set(kept) for i in range(len(hashes) - WINDOW + 1))


def test_different_texts_share_nothing() -> None:
    """Texts without a common run of five words have no fingerprint in common."""
    left = "The barge hit the bridge at Vale on Tuesday night."
    right = "The lock gates at Orr must be replaced before the season."
    assert not find_fingerprints(left) & find_fingerprints(right)


def test_no_words_no_hashes() -> None:
    """An empty text has no fingerprint."""
    assert hash_grams([]) == []
    assert find_fingerprints("") == frozenset()
