"""Credits are found by the wording around them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.rules import load_rules
from recension.text.credits import find_credits


@pytest.mark.parametrize("example", load_rules("credits")["examples"], ids=lambda e: e["in"][:30])
def test_examples_of_the_rules(example: dict[str, object]) -> None:
    """Each example of the rules gives its credits, in order."""
    assert [[c.name, c.kind] for c in find_credits(str(example["in"]))] == example["out"]


@given(st.text(alphabet="ABab (/)-.,:\n'told according to by", max_size=200))
def test_span_is_the_name(text: str) -> None:
    """A credit's span covers exactly its name, and credits do not overlap."""
    credits = find_credits(text)
    assert all(text[c.start : c.end] == c.name for c in credits)
    assert all(a.end <= b.start for a, b in pairwise(credits))
