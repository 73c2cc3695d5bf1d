"""Slots: what kind of thing a span of a sentence tells, by the names and figures in it and the form of its words."""

import re

from recension.records import Slot, Span
from recension.rules import load_rules
from recension.stages.collate.polarity import find_negations
from recension.stages.collate.sheet import Sheet
from recension.text.quantities import find_quantities

_KINDS: dict[str, Slot] = {
    "person": "person", "organization": "organization", "group": "organization", "place": "place", "facility": "place",
}  # fmt: skip
_DIGIT = re.compile(r"\d")


def find_slot(sheet: Sheet, number: int, span: Span) -> Slot:
    """The slot of a span of the article's text that stands in the sentence of that number."""
    sentence = sheet.sentences[number]
    article = sheet.articles[sentence.article]
    tokens = [t for t in sentence.tokens if t.start < span.end and span.start < t.end]
    if any(True for _ in find_negations(tokens)):
        return "negation"
    for entity in article.entities:
        if entity.span.overlaps(span) and entity.kind in _KINDS:
            return _KINDS[entity.kind]
    words = span.of(article.text)
    quantities = find_quantities(words)
    if quantities:
        kind = quantities[0].kind
        return "money" if kind == "money" else "duration" if kind == "duration" else "number"
    if _DIGIT.search(words):
        return "number"
    closed = {*load_rules("grammar")["determiners"], *load_rules("grammar")["prepositions"]}
    return "object" if tokens and tokens[0].text.lower() in closed else "action"
