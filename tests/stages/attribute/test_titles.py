"""Roles are kept in the words of the article."""

import pytest

from recension.records import Article
from recension.stages.attribute import attribute
from recension.stages.attribute.titles import find_titles
from recension.text.names import find_names


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Then Vale fire chief Ana Ruiz left.", "Vale fire chief"),
        ("The harbour master, Ana Ruiz, left.", "harbour master"),
        ("Ana Ruiz, 45, head of the Harbour Board, left.", "head of the Harbour Board"),
        ("Ana Ruiz, who is a teacher, left.", "teacher"),
        ("Ana Ruiz (director of the clinic) left.", "director of the clinic"),
        ("Its managing director, Ana Ruiz, left.", "managing director"),
        ("Bo Orr met former Prime Minister Ana Ruiz there.", "former Prime Minister"),
        ("Mrs Ana Ruiz left.", None),
        ("After the storm, Ana Ruiz, for whom it was late, left.", None),
    ],
)
def test_roles_before_and_behind_a_name(text: str, role: str | None) -> None:
    """A title before, an apposition behind or in front; courtesy tells nothing."""
    assert find_titles(text, find_names(text)).get("Ana Ruiz") == role


def test_a_role_goes_with_every_statement_of_its_bearer() -> None:
    """A role told once is kept where only the surname or a pronoun stands."""
    text = "Fire chief Ana Ruiz came. Ruiz said it was late. “Very late,” she said."
    assert {s.role for s in attribute(Article("a", "", text)) if s.kind != "own"} == {"Fire chief"}
