"""Words as windows, and windows as inputs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.models.network import load_network
from recension.models.pipeline import LONGEST, WINDOW, pack
from recension.models.shapes import SHAPES, make_shapes
from recension.models.windows import LONGEST_WORD, make_inputs


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("said", "lower"), ("Ruiz", "title"), ("KCNA", "upper"), ("U.S.", "upper"), ("A", "capital"),
        ("McDonald", "mixed"), ("iPhone", "mixed"), ("1,200", "digits"), ("A-320", "alphanumeric"), ("—", "other"),
    ],
)  # fmt: skip
def test_shapes(word: str, shape: str) -> None:
    """Each way of writing has a number of its own, another one at the head of a paragraph."""
    number = SHAPES.index(shape)
    assert make_shapes([word, word], [False, True]) == [number, number + len(SHAPES)]


def test_every_word_has_pieces() -> None:
    """Unknown scripts, blanks, halves of surrogate pairs and endless words become a few pieces."""
    pieces = load_network().cutter.cut_words(["Ruiz", "", "\u200b", "🙂", "x" * 5000, "Ωμέγα", "\ud800"])
    assert all(1 <= len(ids) <= LONGEST_WORD for ids in pieces)


@given(st.lists(st.text(alphabet="abcXYZ019-.,", min_size=1, max_size=12), min_size=1, max_size=30))
def test_inputs_fit_together(words: list[str]) -> None:
    """Every word averages its own pieces, and every piece but the marks at the ends belongs to one word."""
    window = load_network().cutter.cut(words, [False] * len(words))
    inputs = make_inputs(window)
    assert inputs["pool"].shape == (1, len(words), window.size)
    assert inputs["pool"].sum(axis=2).round(5).tolist() == [[1.0] * len(words)]
    assert (inputs["pool"] > 0).sum(axis=1).tolist() == [[0, *[1] * (window.size - 2), 0]]


@given(st.lists(st.lists(st.integers(1, 12), min_size=1, max_size=60), min_size=1, max_size=12))
def test_stretches_cover_all_words(sentences: list[list[int]]) -> None:
    """Stretches follow one another without a gap, none is empty, and none holds more than the network takes."""
    sizes = [size for sentence in sentences for size in sentence]
    starts = [sum(map(len, sentences[:n])) for n in range(len(sentences))]
    stretches = list(pack(sizes, starts))
    assert [start for start, _ in stretches] == [0, *(end for _, end in stretches[:-1])]
    assert stretches[-1][1] == len(sizes)
    assert all(start < end for start, end in stretches)
    assert all(sum(sizes[start:end]) <= max(LONGEST, WINDOW) for start, end in stretches)
