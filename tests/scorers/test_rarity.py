"""How much a term tells."""

import math

import pytest

from recension.rules import load_rules
from recension.scorers.rarity import Rarity, load_shares


@pytest.mark.parametrize("example", load_rules("common_words")["examples"], ids=lambda example: example["in"])
def test_common_words_are_known_beforehand(example: dict[str, list[str]]) -> None:
    """The stems of common words weigh less than a word that is not known."""
    for stem in example["out"]:
        assert 0 < load_shares()[stem] <= 1
        assert Rarity().weigh(stem) < Rarity().weigh("orrby")


def test_what_many_reports_have_tells_less() -> None:
    """In five reports of one event its names still tell; in five thousand of all kinds a term of most does not."""
    few, many = Rarity(), Rarity()
    for _ in range(5):
        few.add(["orrby"])
    for _ in range(5_000):
        many.add(["orrby"])
    assert few.weigh("orrby") > 5 > 1 > many.weigh("orrby")


def test_another_language_is_learned_from_its_reports_alone() -> None:
    """English does not know which words of it are common."""
    assert Rarity("fr").weigh("offici") == Rarity("fr").weigh("orrby")


def test_a_vector_has_the_length_of_one() -> None:
    """However often a term stands there."""
    weights = Rarity().weigh_all({"orrby": 3, "trawler": 1})
    assert math.isclose(sum(weight**2 for weight in weights.values()), 1)
    assert weights["orrby"] > weights["trawler"] > 0
    assert Rarity().weigh_all({}) == {}
