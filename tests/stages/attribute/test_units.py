"""Units are sentences, joined where a quotation runs on."""

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
