"""Names are found with their extent and kind."""

import pytest

from recension.rules import load_rules
from recension.text.names import find_names


@pytest.mark.parametrize("example", load_rules("names")["examples"], ids=lambda e: e["in"][:40])
def test_examples_of_the_rules(example: dict[str, list[list[str]]]) -> None:
    """Every example in the rules gives the names that stand beside it."""
    assert [[n.text, n.kind] for n in find_names(str(example["in"]))] == example["out"]
