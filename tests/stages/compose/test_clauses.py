"""Explanations are found by their cues and cut by the tree of the sentence."""

import pytest

from recension.protocols import Pipeline
from recension.rules import load_rules
from recension.stages.compose.clauses import find_clauses, has_cue


@pytest.mark.parametrize("example", load_rules("answers")["examples"], ids=lambda e: e["in"][:40])
def test_examples_of_the_rules(example: dict[str, str], reader: Pipeline) -> None:
    """Every example of the rules gives the explanation beside it, or none."""
    (doc,) = reader.pipe([example["in"]])
    found = [c.span.of(example["in"]) for c in find_clauses(doc) if c.question == example["question"]]
    assert found[:1] == [example["out"]] * bool(example["out"])


def test_what_is_explained_is_the_clause_around(reader: Pipeline) -> None:
    """The verb's own words, without those of other clauses."""
    text = "The mayor of Vale, who lives there, closed the bridge because of cracks, and Orr protested."
    (doc,) = reader.pipe([text])
    (clause,) = find_clauses(doc)
    assert sorted(clause.explained.split()) == ["The", "Vale", "bridge", "closed", "mayor", "of", "the"]


def test_only_sentences_with_a_cue_are_worth_reading() -> None:
    """What has no cue cannot have an answer."""
    assert has_cue("It fell because of cracks.")
    assert not has_cue("It fell.")
