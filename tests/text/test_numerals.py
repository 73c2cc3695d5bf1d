"""What numerals stand in a text, however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.text.numerals import find_numerals, parse_digits, parse_numeral

TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


@given(st.sampled_from(TENS), st.sampled_from(UNITS), st.sampled_from(UNITS), st.sampled_from([" ", "-"]))
def test_number_words_add_up(ten: str, unit: str, hundred: str, gap: str) -> None:
    """Hundreds, tens and units are read as one number, with hyphens or without."""
    expected = (UNITS.index(hundred) + 1) * 100 + (TENS.index(ten) + 2) * 10 + UNITS.index(unit) + 1
    assert parse_numeral(f"{hundred} hundred and {ten}{gap}{unit}") == expected


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("seventeen thousand four hundred and twelve", 17412),
        ("two million three hundred thousand", 2_300_000),
        ("4 billion and 500 million", 4.5e9),
        ("two and a half million", 2.5e6),
        ("a dozen and a half", 18),
        ("half a million", 5e5),
        ("1½", 1.5),
        ("12 345 678", 12_345_678),
    ],
)
def test_long_numerals_are_one(written: str, value: float) -> None:
    """Scales, "and" and fractions belong to the number that they continue."""
    assert parse_numeral(written) == value


def test_two_amounts_stay_two() -> None:
    """A second number with an equal scale begins anew."""
    assert [n.low for n in find_numerals("between 3 million and 5 million")] == [3e6, 5e6]


def test_ordinals_and_parts_are_told_apart() -> None:
    """ "A third man" counts places, "a third of voters" is a part."""
    assert [(n.form, round(n.low, 2)) for n in find_numerals("a third man; a third of voters; two thirds")] == [
        ("ordinal", 3.0),
        ("part", 0.33),
        ("part", 0.67),
    ]


def test_what_is_no_numeral_is_refused() -> None:
    """The error says what would be one."""
    with pytest.raises(ValueError, match="Give digits"):
        parse_numeral("several")


@given(st.integers(1, 999), st.integers(0, 999))
def test_separators_part_thousands(left: int, right: int) -> None:
    """A comma, a thin space or an apostrophe before three digits changes nothing."""
    assert {parse_digits(f"{left}{mark}{right:03d}") for mark in (",", " ", "\u202f", "'")} == {left * 1000.0 + right}


def test_a_numeral_in_endless_digits_is_bounded() -> None:
    """Hostile lengths give finite values."""
    assert all(n.high < 1e40 for n in find_numerals("9" * 5000 + " million" * 5000 + " 1" + ",000" * 5000))
