"""Words as numbers: the same words give the same numbers, and the spans hold them."""

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from recension.text.wordcodes import CODES, encode_words, hash_runs, make_key


@given(st.text(max_size=300))
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    """Words do not overlap, are not empty, and their codes are code points that a str can hold."""
    codes, starts, ends = encode_words(text)
    assert len(codes) == len(starts) == len(ends) == len(make_key(codes))
    assert (starts < ends).all()
    assert (ends[:-1] <= starts[1:]).all()
    assert ends.max(initial=0) <= len(text)
    assert codes.max(initial=0) < CODES


@given(st.text(alphabet="abc é’.\u00ad1", max_size=60), st.text(alphabet="abc é’.\u00ad1", max_size=60))
def test_a_word_has_one_code_wherever_it_stands(left: str, right: str) -> None:
    """The words of two texts, put together, have the codes that they had apart."""
    joined = encode_words(f"{left} {right}").codes.tolist()
    assert joined == [*encode_words(left).codes.tolist(), *encode_words(right).codes.tolist()]


@given(st.text(alphabet="abcdefgh ", max_size=200))
def test_different_words_have_different_codes(text: str) -> None:
    """Among a few words no two share a code, and the same words always do."""
    words = re.findall(r"\S+", text)
    assert len(set(words)) == len(set(encode_words(text).codes.tolist()))


def test_writing_makes_no_difference() -> None:
    """Case, diacritics, invisible characters, apostrophes apart and decomposed letters are one."""
    forms = ("Šolta’s café", "SOLTA ’ S CAFE", "šol\u00adta's ca\u200bfé", "s\u030colta s cafe\u0301")
    assert len({make_key(encode_words(form).codes) for form in forms}) == 1


def test_scripts_without_spaces_have_a_word_a_character() -> None:
    """Each ideograph is a word, so that runs of them can be shared."""
    encoded = encode_words("船が dawn")
    assert encoded.starts.tolist() == [0, 1, 3]


def test_runs_are_hashed_by_their_words_and_order() -> None:
    """Another order is another run; too few words have none."""
    codes = encode_words("one two one two three").codes
    hashes = hash_runs(codes, 2)
    assert hashes[0] == hashes[2] != hashes[1]
    assert len(hash_runs(codes[:1], 2)) == 0
    assert hashes.dtype == np.uint64
