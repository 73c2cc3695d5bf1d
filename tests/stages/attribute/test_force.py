"""The force with which something is said is kept."""

import pytest

from recension.records import Article
from recension.rules import load_rules
from recension.stages.attribute import attribute
from recension.stages.attribute.force import has_reserve


@pytest.mark.parametrize("example", load_rules("force")["examples"], ids=lambda e: e["in"][:40])
def test_examples_of_the_rules(example: dict[str, str]) -> None:
    """Every example in the rules has the force beside it."""
    found = attribute(Article("a01", "a01.txt", example["in"]))
    assert {s.force for s in found} == {example["out"]}


def test_not_denying_is_no_denial() -> None:
    """A denial that is itself negated is told with a reserve."""
    assert [s.force for s in attribute(Article("a", "", "Ana Ruiz did not deny that it failed."))] == ["hedged"]


def test_a_reserve_far_behind_belongs_to_another_clause() -> None:
    """Only the first clause of what is said is looked at."""
    assert not has_reserve([*["word"] * 12, "might"])
    assert has_reserve(["word", "might"])


def test_hearsay_rests_on_nobody() -> None:
    """What an article passes on without a source says so; its plain words rest on itself."""
    found = attribute(Article("a", "", "Two boats are said to be lost. The port is shut."))
    assert [(s.kind, s.source) for s in found] == [("own", "nobody"), ("own", None)]
