"""Two texts as one window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.models.network import load_network
from recension.models.pairs import MOST_PIECES, cut_text, make_pair_inputs
from recension.models.windows import CLOSING, OPENING

CUTTER = load_network().cutter
# Any character at all, halves of surrogate pairs and control characters among them.
TEXTS = st.text(st.characters(), max_size=80)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Three people died.", ["Three", "people", "died", "."]),
        ("It cost 1,200.50 euros", ["It", "cost", "1,200.50", "euros"]),
        ("at 18:30,", ["at", "18:30", ","]),
        ("don't", ["don", "'", "t"]),
        ("\x00a\u2028b\ud800", ["\x00", "a", "b", "\ud800"]),
        (" \n\t", []),
        ("", []),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    """Figures stay whole, marks stand alone, white space is no word."""
    assert [span.of(text) for span in cut_text(text, CUTTER).spans] == words


@given(TEXTS)
def test_words_lie_in_their_text(text: str) -> None:
    """In order, without overlap, none empty, each with its pieces and its shape."""
    words = cut_text(text, CUTTER)
    ends = [0, *(span.end for span in words.spans)]
    assert all(before <= span.start < span.end <= len(text) for before, span in zip(ends, words.spans, strict=False))
    assert len(words.spans) == len(words.pieces) == len(words.shapes)
    assert all(words.pieces)


@pytest.mark.parametrize("text", ["word " * 10_000, "x" * 10_000, "zqxj " * 10_000, "🙂" * 10_000])
def test_what_there_is_no_room_for_is_left_out(text: str) -> None:
    """The head of a text without end is read, as far as the network has places."""
    assert 0 < sum(map(len, cut_text(text, CUTTER).pieces)) <= MOST_PIECES


@given(TEXTS, TEXTS)
def test_inputs_fit_together(left: str, right: str) -> None:
    """Every word averages its own pieces; the marks at both ends and between the sides belong to none."""
    here, there = cut_text(left, CUTTER), cut_text(right, CUTTER)
    inputs = make_pair_inputs(here, there)
    pieces = inputs["pieces"][0].tolist()
    first, second = ([piece for word in words.pieces for piece in word] for words in (here, there))
    assert pieces == [OPENING, *first, CLOSING, *second, CLOSING]
    assert inputs["sides"][0].tolist() == [0] * (len(first) + 2) + [1] * (len(second) + 1)
    assert inputs["shapes"].shape == inputs["pieces"].shape
    pool = inputs["pool"][0]
    assert pool.sum(axis=1).round(5).tolist() == [1.0] * (len(here.pieces) + len(there.pieces))
    assert (pool > 0).sum(axis=0).tolist() == [0, *[1] * len(first), 0, *[1] * len(second), 0]
