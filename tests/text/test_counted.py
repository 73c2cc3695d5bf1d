"""What a number counts, by the examples of the rules."""

import pytest

from recension.rules import load_rules
from recension.text.counted import find_counted, find_state

EXAMPLES = load_rules("counted")["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["in"])
def test_examples_of_the_rules(example: dict[str, str]) -> None:
    """The stem of the head noun, or nothing where the words do not tell."""
    start = example["in"].index(example["number"])
    assert (find_counted(example["in"], start, start + len(example["number"])) or "") == example["counted"]


def test_each_number_has_the_state_of_its_own_clause() -> None:
    """Dead, hurt and missing in one sentence do not mix."""
    text = "Nine people died, 41 were hurt and two are missing."
    starts = [text.index(number) for number in ("Nine", "41", "two")]
    assert [find_state(text, s, text.index(" ", s)) for s in starts] == ["dead", "injured", "missing"]
