"""Attribution tells who says what, and through whom."""

import pytest

from recension.records import Article, Statement
from recension.rules import load_rules
from recension.stages.attribute import attribute


def statements(text: str) -> list[Statement]:
    return list(attribute(Article(id="a01", uri="a01.txt", text=text)))


def attributed(text: str) -> list[list[str]]:
    return [[s.span.of(text), s.speaker or "", s.via or ""] for s in statements(text) if s.kind != "own"]


@pytest.mark.parametrize("example", load_rules("speech")["examples"], ids=lambda e: e["in"][:40])
def test_examples_of_the_rules(example: dict[str, list[list[str]]]) -> None:
    """Every example in the rules gives the content, speaker and channel beside it."""
    assert attributed(str(example["in"])) == example["out"]
