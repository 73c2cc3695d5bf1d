"""The wordings of `rules/boilerplate.toml`: every example is judged as it says."""

from typing import Any

import pytest

from recension.rules import load_rules
from recension.text.boilerplate import find_boilerplate_reason

RULES = load_rules("boilerplate")["rule"]


@pytest.mark.parametrize(
    ("rule", "line"), [(r, line) for r in RULES for line in r["out"]], ids=lambda v: v if isinstance(v, str) else ""
)
def test_examples_out_are_set_aside_for_the_rules_reason(rule: dict[str, Any], line: str) -> None:
    assert find_boilerplate_reason(line, rule["where"]) == rule["reason"]


@pytest.mark.parametrize(
    ("rule", "line"), [(r, line) for r in RULES for line in r["kept"]], ids=lambda v: v if isinstance(v, str) else ""
)
def test_examples_kept_are_no_boilerplate_there(rule: dict[str, Any], line: str) -> None:
    assert find_boilerplate_reason(line, rule["where"]) is None


@pytest.mark.parametrize(
    "line",
    [
        "This site uses cookies to give you the best experience.",
        "Our weekly newsletter brings you the best of the harbour",
        "Support quality journalism. Donate today.",
    ],
)
def test_a_prompt_is_told_by_its_cues(line: str) -> None:
    assert find_boilerplate_reason(line) is not None


@pytest.mark.parametrize("line", ['"Subscribe to our newsletter," she said.', "Your donation disappeared.", ""])
def test_what_somebody_says_is_no_prompt(line: str) -> None:
    assert find_boilerplate_reason(line, "tail") is None
