"""The head of a text dump."""

from typing import Any

import pytest

from recension.rules import load_rules
from recension.text.header import find_header, find_outlet

BODY = "The mill of Vale burned for six hours on Tuesday before the wind turned at last and nine crews could go in."


@pytest.mark.parametrize("case", load_rules("header")["outlets"], ids=lambda case: case["line"])
def test_the_examples_of_the_rules_hold(case: dict[str, Any]) -> None:
    assert find_outlet(case["line"]) == case.get("name")


def test_a_text_without_a_head_has_none() -> None:
    header = find_header(BODY)
    assert (header.body, header.title, header.furniture) == (0, None, [])


def test_a_standfirst_stays_and_a_second_headline_goes() -> None:
    text = f"Mill of Vale burned for hours\nNine crews at work\nMill of Vale burned for hours\n{BODY}"
    header = find_header(text)
    assert header.title == "Mill of Vale burned for hours"
    assert [(span.of(text), why) for span, why in header.furniture] == [("Mill of Vale burned for hours", "duplicate")]


def test_a_headline_known_from_the_page_is_found() -> None:
    assert find_header(f"Something else of Vale\nFire!\n{BODY}", title="Fire!").title == "Fire!"


def test_an_embargo_is_part_of_the_story() -> None:
    text = f"EMBARGOED UNTIL 23:30 GMT, 3 MARCH 2026\n\nMill of Vale to close\n\n{BODY}"
    header = find_header(text)
    assert header.published is not None
    assert not header.furniture


def test_a_long_list_of_lines_is_no_head() -> None:
    assert find_header("One line\n" * 40 + BODY).furniture == []
