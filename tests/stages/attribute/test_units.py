"""Units are sentences, joined where a quotation runs on."""

import pytest

from recension.stages.attribute.units import find_units
from recension.text.quotes import find_quotes


def test_a_quotation_joins_its_sentences() -> None:
    """A unit ends only where no quotation is open; paragraphs are counted and their first unit is told."""
    text = "Ruiz left.\n“It rained. It blew,” she said. “Much.”\nNobody came."
    found = [(u.span.of(text), u.paragraph, u.opens) for u in find_units(text, find_quotes(text))]
    assert found == [
        ("Ruiz left.", 0, True),
        ("“It rained. It blew,” she said.", 1, True),
        ("“Much.”", 1, False),
        ("Nobody came.", 2, True),
    ]


@pytest.mark.parametrize(
    "tag",
    [
        "Ruiz asked.",
        "The mayor of Vale, Ana Ruiz, said on Monday.",
        "Ruiz told the Vale Wire.",
        "Ruiz asked the board.",
        "- Ana Ruiz, a teacher",
        "\n— Ana Ruiz",
    ],
)
def test_who_said_it_joins_the_quotation_before(tag: str) -> None:
    """A sentence that only names the speaker of the question before it, or signs it, is no unit of its own."""
    text = f"“Is it late?” {tag}"
    assert len(find_units(text, find_quotes(text))) == 1


@pytest.mark.parametrize("following", ["Ruiz said the pump had failed.", "The port was shut.", "- Two pumps failed"])
def test_a_new_statement_stands_by_itself(following: str) -> None:
    """A sentence behind a quotation that says something new is a unit."""
    text = f"“Is it late?” {following}"
    assert len(find_units(text, find_quotes(text))) == 2
