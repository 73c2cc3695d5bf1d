"""Words, stems and folding."""

import pytest

from recension.rules import load_rules
from recension.text.words import find_words, fold, make_stem


@pytest.mark.parametrize("example", load_rules("stopwords")["examples"], ids=lambda example: example["in"])
def test_examples_of_the_rules(example: dict[str, object]) -> None:
    """What is left when the stop words are gone carries the content."""
    assert [word.text for word in find_words(str(example["in"])) if word.is_content] == example["out"]


@pytest.mark.parametrize(
    ("left", "right"),
    [("Málaga", "Malaga"), ("ministry's", "Ministry"), ("ministry’s", "ministries"), ("killed", "killing")],
)
def test_forms_of_a_word_have_one_stem(left: str, right: str) -> None:
    """Case, diacritics, possessives and endings do not part a word."""
    assert make_stem(left) == make_stem(right)


def test_a_hyphen_parts_and_an_apostrophe_joins() -> None:
    """Numbers keep their separators, compounds fall into their parts."""
    assert [word.text for word in find_words("the 1,200-ton ship’s 7:40 call")] == [
        "the", "1,200", "ton", "ship’s", "7:40", "call",
    ]  # fmt: skip


def test_folding_keeps_letters_that_have_no_base() -> None:
    """ø is a letter of its own; é is an e."""
    assert fold("Café Ørsted") == "cafe ørsted"
