"""Phrases: what collation takes for one thing said."""

import pytest

from recension.models import StaticEncoder
from recension.records import Article
from recension.rules import load_rules
from recension.stages.collate.mentions import MOST_LETTERS, find_phrases
from recension.stages.collate.sheet import make_sheet


def cut(text: str) -> list[str]:
    """The phrases of a text."""
    return [phrase.value for phrase in find_phrases(make_sheet([Article("a1", "a1", text)], StaticEncoder()))]


@pytest.mark.parametrize("example", load_rules("linking")["examples"], ids=lambda example: example["in"][:30])
def test_long_runs_are_cut_before_a_linking_word(example: dict[str, object]) -> None:
    """The examples beside the linking words are cut as they say."""
    assert cut(str(example["in"])) == example["out"]


def test_pauses_cut_and_no_phrase_is_too_long_to_show() -> None:
    """Commas, brackets and quotation marks part phrases; what hardly says anything is left out."""
    text = 'Fire chief Ana Ruiz said (on Monday) that "nobody was missing", that all 62 workers had been counted, yes.'
    phrases = cut(text)
    assert "nobody was missing" in phrases
    assert "yes" not in phrases
    assert all(len(phrase) <= MOST_LETTERS for phrase in phrases)
