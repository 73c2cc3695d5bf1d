"""Two names are compared by their parts and by what a transliteration keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.scorers.names import is_same_name, is_spelling_of, make_skeleton


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Orač", "Orach"),
        ("Orlavitsa", "Orlavica"),
        ("Müller", "Mueller"),
        ("Jusupov", "Zhusupov"),
        ("Velistan", "Velestan"),
    ],
)
def test_spellings_of_one_name_are_known(left: str, right: str) -> None:
    """Transliterations, diacritics and swapped inner vowels make no new name."""
    assert is_spelling_of(left, right)


@pytest.mark.parametrize(
    ("left", "right"), [("Orlsk", "Arlsk"), ("Velavie", "Velaver"), ("Martin", "Morton"), ("Tova", "Dova")]
)
def test_like_names_of_two_things_stay_apart(left: str, right: str) -> None:
    """Another first letter, another consonant or mostly other vowels make another name."""
    assert not is_spelling_of(left, right)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Ana Ruiz", "Ruiz", True),
        ("Ana Ruiz", "Ruiz Ana", True),
        ("Ana Ruiz", "Eva Ruiz", False),
        ("Ruiz", "Orr", False),
    ],
)
def test_a_surname_stands_for_the_full_name(left: str, right: str, same: bool) -> None:
    """One name is another where all its words stand in it."""
    assert is_same_name(left, right) is same


@given(st.text(max_size=30), st.text(max_size=30))
def test_order_does_not_matter(left: str, right: str) -> None:
    """Left like right is right like left, whatever the letters."""
    assert is_same_name(left, right) == is_same_name(right, left)
    assert is_spelling_of(left, right) == is_spelling_of(right, left)


@given(st.text(max_size=30))
def test_a_skeleton_starts_like_the_word_and_holds_letters_only(word: str) -> None:
    """No vowel stands after the first letter."""
    assert not set(make_skeleton(word)[1:]) & set("aeiouy")
