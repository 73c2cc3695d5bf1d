"""The kind of a name is told by what stands in it and beside it."""

import pytest

from recension.text.names import find_names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On Monday lawyer Ana Ruiz left.", "person"),
        ("Later Ana Ruiz, a former teacher, left.", "person"),
        ("Later Ana Ruiz, who left, slept.", "person"),
        ("Later Ana Ruiz (45) left.", "person"),
        ("Later Ana Ruiz spoke. Then Ruiz left.", "person"),
        ("Later Ana Ruiz, the operator, sank.", "name"),
        ("Later Ana Ruiz spoke. Then the Ruiz left.", "name"),
        ("Later Ana Ruiz Securities fell.", "organization"),
        ("It rained in Ana Ruiz all day.", "place"),
        ("Later Ana Ruiz left.", "name"),
    ],
)
def test_the_words_beside_a_name_tell_its_kind(text: str, kind: str) -> None:
    """Titles, roles, ages and surnames make a person; companies' nouns, articles and prepositions do not."""
    assert {n.kind for n in find_names(text)[:1]} == {kind}


def test_most_mentions_decide() -> None:
    """A name that stands for a place more often than for a person is a place."""
    text = "It rained in Orrby. It snowed in Orrby, who knows. Later Orrby slept."
    assert {n.kind for n in find_names(text)} == {"place"}


def test_countries_are_places() -> None:
    """A state needs no preposition."""
    assert [(n.text, n.kind) for n in find_names("On Monday Norway and Costa Rica agreed.")] == [
        ("Norway", "place"),
        ("Costa Rica", "place"),
    ]
