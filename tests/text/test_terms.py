"""Terms of a report."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.rules import load_rules
from recension.text.terms import MOST_WORDS, find_surfaces, find_terms


def test_names_are_told_by_capitals_that_are_not_due_to_their_place() -> None:
    """Neither the first word of a sentence nor a headline in capitals makes a name."""
    terms = find_terms(
        "Fire Destroys Old Mill Near Orr\nWorkers fled. The mill near Orr was old, and fire destroys much."
    )
    assert terms.names == {"orr"}


@pytest.mark.parametrize("example", load_rules("events")["examples"], ids=lambda example: example["in"])
def test_what_is_counted_off_is_known_by_its_number(example: dict[str, Any]) -> None:
    """In digits or in words, with what is counted."""
    assert find_terms(example["in"]).ordinals == {tuple(example["out"])}


def test_what_comes_late_does_not_count() -> None:
    """News tells first what it is about."""
    terms = find_terms("Rain fell. " * MOST_WORDS + "A trawler sank.")
    assert "trawler" not in terms.counts


def test_a_number_is_the_same_with_and_without_commas() -> None:
    """1,200 is 1200."""
    assert find_terms("About 1,200 came.").numbers == find_terms("About 1200 came.").numbers == {"1200"}


@pytest.mark.parametrize(
    ("language", "text", "dropped", "kept"),
    [
        ("de", "Die Mühle und die Scheune sind abgebrannt.", "und", "muhl"),
        ("fr", "Les pompiers ont éteint l'incendie dans la nuit.", "les", "pompi"),
        ("ru", "Пожар на мельнице был потушен к утру.", "на", "пожар"),
        ("xx", "Brenna og brenna.", None, "brenna"),
    ],
)
def test_other_languages_have_their_own_stems_and_function_words(
    language: str, text: str, dropped: str | None, kept: str
) -> None:
    """Where neither is known, the words stand as they are."""
    counts = find_terms(text, None, language).counts
    assert dropped not in counts
    assert kept in counts


def test_scripts_without_spaces_are_cut_into_pairs() -> None:
    """Two characters at a time stand for a word."""
    assert set(find_terms("東京都で火災", None, "ja").counts) == {"東京", "京都", "都で", "で火", "火災"}


@given(st.text(max_size=200), st.none() | st.text(max_size=40))
def test_any_text_has_terms(text: str, title: str | None) -> None:
    """Names, numbers and anchors are among the terms, and each is written somewhere."""
    terms = find_terms(text, title)
    assert terms.names | terms.numbers | terms.anchors <= terms.counts.keys()
    assert find_surfaces(text, title, terms, frozenset(terms.counts)).keys() == terms.counts.keys()
