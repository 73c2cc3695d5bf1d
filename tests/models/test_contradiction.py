"""The network that compares two sentences."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from recension.models import load_comparer
from recension.models.contradiction import find_clashes, find_matches, find_runs
from recension.protocols import Comparison
from recension.records import Span

APPROVED = "The board approved the harbour bridge on Monday."
REJECTED = "The plan for the harbour bridge was turned down by the board."
# Any character at all, halves of surrogate pairs and control characters among them.
TEXTS = st.one_of(st.sampled_from([APPROVED, REJECTED]), st.text(st.characters(), max_size=60))
CHANCES = st.floats(0, 1, width=32)


def assert_inside(compared: Comparison, left: str, right: str) -> None:
    """Every span of the comparison lies inside its sentence and is not empty; all scores lie in 0..1."""
    pairs = [*((clash.left, clash.right) for clash in compared.clashes), *compared.matches]
    assert all(0 <= a.start < a.end <= len(left) and 0 <= b.start < b.end <= len(right) for a, b in pairs)
    scores = [clash.score for clash in compared.clashes]
    assert all(0 <= score <= 1 for score in (compared.contradiction, compared.same, *scores))
    assert compared.contradiction + compared.same <= 1 + 1e-6
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (APPROVED, REJECTED, ("approved", "turned down")),
        ("A heater set a flat alight in Leeds.", "A cigarette set a flat alight in Leeds.", ("heater", "cigarette")),
    ],
)
def test_words_that_clash(left: str, right: str, words: tuple[str, str]) -> None:
    """A contradiction is told with the words of both sides; with the sentences exchanged the spans are, too."""
    for first, second, wanted in ((left, right, words), (right, left, words[::-1])):
        compared = load_comparer().compare(first, second)
        assert compared.contradiction > 0.9
        clash = compared.clashes[0]
        assert wanted[0] in clash.left.of(first)
        assert wanted[1] in clash.right.of(second)


def test_the_same_in_other_words() -> None:
    """Neither a contradiction nor a clash; the words that stand for each other are paired."""
    left, right = (
        "Three sailors died when the ferry sank.",
        "Three seamen lost their lives when the ferry went down.",
    )
    compared = load_comparer().compare(left, right)
    assert compared.same > 0.5
    assert compared.clashes == ()
    pairs = {(a.of(left), b.of(right)) for a, b in compared.matches}
    assert {("Three", "Three"), ("sailors", "seamen"), ("died", "lost"), ("ferry", "ferry")} <= pairs


@pytest.mark.parametrize("text", ["", " \n", "\u2028\x85"])
def test_without_words_there_is_nothing_to_compare(text: str) -> None:
    """Nothing contradicts, and nothing is the same."""
    assert load_comparer().compare(text, APPROVED) == load_comparer().compare(APPROVED, text) == Comparison(0.0, 0.0)


@pytest.mark.parametrize("text", ["bridge", ".", "board " * 10_000, "x" * 10_000, "\x00\x07 \ud800 \udfff", "🙂" * 500])
def test_any_sentence_is_read(text: str) -> None:
    """One word, ten thousand, control characters and halves of surrogate pairs."""
    assert_inside(load_comparer().compare(text, REJECTED), text, REJECTED)
    assert_inside(load_comparer().compare(REJECTED, text), REJECTED, text)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_comparisons_keep_to_their_sentences(left: str, right: str) -> None:
    """Whatever is compared; a second time the same comes out."""
    compared = load_comparer().compare(left, right)
    assert_inside(compared, left, right)
    assert load_comparer().compare(left, right) == compared


def test_a_comparison_does_not_hang_on_what_came_before() -> None:
    """Pairs are read one by one, in any order the same."""
    first = load_comparer().compare(APPROVED, REJECTED)
    load_comparer().compare("Snow fell.", "board " * 1000)
    assert load_comparer().compare(APPROVED, REJECTED) == first
    assert all(isinstance(span, Span) for clash in first.clashes for span in clash[:2])


@given(st.lists(CHANCES, max_size=30))
def test_runs_hold_all_words_that_clash(chances: list[float]) -> None:
    """They come in order with at least two words between them, and begin and end with a word that clashes."""
    values = np.array(chances, np.float32)
    runs = find_runs(values)
    held = {n for start, end in runs for n in range(start, end)}
    assert {n for n, chance in enumerate(values) if chance >= 0.5} <= held
    assert all(values[start] >= 0.5 and values[end - 1] >= 0.5 for start, end in runs)
    assert all(later[0] - earlier[1] > 1 for earlier, later in pairwise(runs))


def test_a_run_clashes_with_the_one_it_is_linked_to() -> None:
    """Of two runs on the right that with the better link; the surest clash comes first."""
    left, right = np.array([0.7, 0, 0, 0.9], np.float32), np.array([0.9, 0, 0, 0.8], np.float32)
    links = np.zeros((4, 4), np.float32)
    links[0, 3] = links[3, 0] = 2
    assert [clash[:2] for clash in find_clashes(left, right, links)] == [((3, 4), (0, 1)), ((0, 1), (3, 4))]
    assert find_clashes(left, np.zeros(4, np.float32), links) == []


@given(arrays.arrays(np.float32, st.tuples(st.integers(1, 8), st.integers(1, 8)), elements=st.integers(-8, 8)))
def test_matches_are_mirrored(scores: np.ndarray) -> None:
    """With the sides exchanged the same words correspond, and all of them are there."""
    found = find_matches(scores)
    assert all(a < scores.shape[0] and b < scores.shape[1] for a, b in found)
    assert sorted((b, a) for a, b in find_matches(scores.T)) == sorted(found)
