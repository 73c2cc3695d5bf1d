"""The clause that a date belongs to is cut from the tree of its sentence."""

import pytest

from recension.protocols import Pipeline
from recension.records import Span
from recension.rules import load_rules
from recension.stages.compose.dated import find_dated_clause


@pytest.mark.parametrize("example", load_rules("timeline")["examples"], ids=lambda e: e["in"][:40])
def test_examples_of_the_rules(example: dict[str, str], reader: Pipeline) -> None:
    """Every example of the rules gives the clause beside it, or none."""
    text, start = example["in"], example["in"].index(example["at"])
    (doc,) = reader.pipe([text])
    clause = find_dated_clause(doc, Span(start, start + len(example["at"])))
    assert (clause.span.of(text) if clause else "") == example["out"]


@pytest.mark.parametrize(("text", "past"), [("It burned on Friday.", True), ("It will open on Friday.", False)])
def test_the_tense_is_known(text: str, past: bool, reader: Pipeline) -> None:
    """What is over cannot be on the Friday to come."""
    (doc,) = reader.pipe([text])
    clause = find_dated_clause(doc, Span(text.index("Friday"), len(text) - 1))
    assert clause is not None
    assert clause.is_past is past
