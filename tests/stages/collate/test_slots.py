"""What kind of thing a span tells."""

import pytest

from recension.models import StaticEncoder
from recension.records import Article, Entity, EntityKind, Slot, Span
from recension.stages.collate.sheet import make_sheet
from recension.stages.collate.slots import find_slot

TEXT = (
    "Snow fell. The mayor of Orr did not pay $3 million to 40 firemen in two hours, and Vale Milling closed the mill."
)


def find(words: str, **entities: EntityKind) -> Slot:
    """The slot of these words of the text."""
    start = TEXT.index(words)
    named = {name.replace("_", " "): kind for name, kind in entities.items()}
    known = tuple(Entity(TEXT.index(n), TEXT.index(n) + len(n), kind, n) for n, kind in named.items())
    sheet = make_sheet([Article("a1", "a1.txt", TEXT, entities=known)], StaticEncoder())
    return find_slot(sheet, 1, Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("words", "slot"),
    [
        ("$3 million", "money"), ("40 firemen", "number"), ("two hours", "duration"), ("did not pay", "negation"),
        ("the mill", "object"), ("to 40", "number"), ("closed", "action"), ("The mayor", "object"), ("of", "object"),
    ],
)  # fmt: skip
def test_the_form_of_the_words(words: str, slot: Slot) -> None:
    """Figures by what they measure, a negation before all, things by their article or preposition, else a deed."""
    assert find(words) == slot


@pytest.mark.parametrize(
    ("kind", "slot"),
    [
        ("person", "person"), ("organization", "organization"), ("group", "organization"), ("place", "place"),
        ("facility", "place"), ("event", "action"), ("product", "action"),
    ],
)  # fmt: skip
def test_names(kind: EntityKind, slot: Slot) -> None:
    """A name is what its entity is; events and products are told by their words."""
    assert find("Vale Milling", Vale_Milling=kind) == slot
