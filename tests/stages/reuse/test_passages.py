"""Passages: cut where what is shared begins and ends."""

import random
import string

from hypothesis import given
from hypothesis import strategies as st

from recension.stages.reuse.passages import Chain, find_passages

LETTERS = [chr(0x4E00 + number) for number in range(2000)]


def make_words(seed: int, count: int) -> str:
    """Words of one character each."""
    return "".join(random.Random(seed).choices(LETTERS, k=count))


def add_up(words: str) -> list[float]:
    """Running sums of a weight of 0.8 a word."""
    return [0.8 * number for number in range(len(words) + 1)]


@given(st.integers(0, 1000), st.integers(14, 300), st.integers(0, 80), st.integers(0, 80))
def test_a_shared_passage_is_found_to_its_ends(seed: int, size: int, before: int, after: int) -> None:
    """However long it is, and however much stands around it; words around it that agree by chance may go with it."""
    passage = make_words(seed, size)
    left = make_words(seed + 1, before) + passage + make_words(seed + 2, after)
    right = make_words(seed + 3, after) + passage + make_words(seed + 4, before)
    middle = size // 2
    chain = Chain(before + middle, before + middle + 4, after + middle, after + middle + 4)
    (found,) = find_passages(left, right, add_up(left), [chain])
    assert found.i <= before
    assert found.i_end >= before + size
    is_exact = (found.i, found.i_end) == (before, before + size)
    assert found.kind == "verbatim" or not is_exact


@given(st.text(string.ascii_lowercase[:6], max_size=60), st.text(string.ascii_lowercase[:6], max_size=60), st.data())
def test_passages_lie_in_their_texts(left: str, right: str, data: st.DataObject) -> None:
    """Whatever is asked, places are in order, within the texts, and share no more words than they have."""
    i, j = data.draw(st.integers(0, len(left))), data.draw(st.integers(0, len(right)))
    chain = Chain(i, min(len(left), i + 4), j, min(len(right), j + 4))
    for passage in find_passages(left, right, [2.0 * n for n in range(len(left) + 1)], [chain]):
        assert 0 <= passage.i < passage.i_end <= len(left)
        assert 0 <= passage.j < passage.j_end <= len(right)
        assert 0 < passage.common <= min(passage.i_end - passage.i, passage.j_end - passage.j)
        assert 0 < passage.score <= 1


def test_moved_sentences_are_passages_of_their_own() -> None:
    """Two halves that changed places are found both."""
    one, other = make_words(1, 20), make_words(2, 20)
    chains = [Chain(4, 8, 24, 28), Chain(24, 28, 4, 8)]
    found = find_passages(one + other, other + one, add_up(one + other), chains)
    assert [passage[:4] for passage in found] == [(0, 20, 20, 40), (20, 40, 0, 20)]


def test_a_short_likeness_is_nothing() -> None:
    """Eight words in common do not relate two articles."""
    left = make_words(1, 40) + make_words(9, 8) + make_words(2, 40)
    right = make_words(3, 40) + make_words(9, 8) + make_words(4, 40)
    assert find_passages(left, right, add_up(left), [Chain(40, 48, 40, 48)]) == []
