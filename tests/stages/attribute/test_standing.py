"""Sources are told by name or kind."""

import pytest

from recension.records import Article
from recension.rules import load_rules
from recension.stages.attribute import attribute
from recension.stages.attribute.standing import tell_source


@pytest.mark.parametrize("example", load_rules("sources")["examples"], ids=lambda e: e["in"])
def test_examples_of_the_rules(example: dict[str, str]) -> None:
    """Every speaker in the rules is of the kind beside it."""
    assert tell_source(example["in"]) == example["out"]


@pytest.mark.parametrize(
    ("text", "speaker", "source"),
    [
        ("Ana Ruiz said it was shut.", "Ana Ruiz", "named"),
        ("The Vale Wire reported it was shut.", "Vale Wire", "outlet"),
        ("An official who spoke on condition of anonymity said it was shut.", "An official", "insider"),
        ("It was shut, said an official, who asked not to be named.", "an official", "insider"),
        ("Residents of Vale said it was shut.", "Residents of Vale", "witness"),
        ("The report found that it was shut.", "The report", "document"),
    ],
)
def test_who_says_it_and_what_they_are(text: str, speaker: str, source: str) -> None:
    """Names stay names, and those without one are typed."""
    assert [(s.speaker, s.source) for s in attribute(Article("a", "", text))] == [(speaker, source)]


def test_an_unnamed_source_keeps_its_kind_in_its_next_words() -> None:
    """A quotation without a cue rests on the same source as the one before."""
    text = "“It is shut,” said an official familiar with the matter. “It will stay so.”"
    assert [s.source for s in attribute(Article("a", "", text))] == ["insider", "insider"]
