"""The names that a pipeline finds in a text, in the kinds and without the trimmings of our own."""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from recension.records import EntityKind, Span
from recension.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc


_DAY = re.compile(r"(?:^|\D)[1-3]?\d $")


class NameMention(NamedTuple):
    """A name where it stands; `introduces` is the name that stands right before its brackets, if any."""

    start: int
    end: int
    text: str
    kind: EntityKind
    introduces: str | None = None


def find_mentions(doc: "Doc") -> tuple[NameMention, ...]:
    """The names of a document in order; labels that mean nothing here are left out."""
    # spaCy puts the text together anew every time it is asked.
    text, found = doc.text, list[NameMention]()
    for entity in doc.ents:
        kind = _load_kinds().get(entity.label_.upper())
        span = trim(text, Span(entity.start_char, entity.end_char))
        if kind is None or not any(map(str.isalnum, span.of(text))) or "\n\n" in span.of(text) or _is_month(text, span):
            continue
        last = found[-1] if found else None
        bracketed = last is not None and text[last.end : span.start] == " (" and text[span.end : span.end + 1] == ")"
        name = " ".join(span.of(text).split())
        found.append(NameMention(*span, name, kind, last.text if last and bracketed else None))
    return tuple(found)


def _is_month(text: str, span: Span) -> bool:
    """Whether a single word stands behind the number of a day, as months do: "on 3 Vendémiaire"."""
    return " " not in span.of(text) and _DAY.search(text[max(0, span.start - 4) : span.start]) is not None


def trim(text: str, span: Span) -> Span:
    """The span without an article before the name, and without a possessive ending or white space around it.

    >>> trim("the Vale’s mayor", Span(0, 10)).of("the Vale’s mayor")
    'Vale'
    """
    rules = load_rules("entities")["trim"]
    start, end = span
    shortened = True
    while shortened and start < end:
        words = text[start:end]
        lead = next((w for w in rules["before"] if words.lower().startswith(f"{w} ")), "")
        tail = next((w for w in rules["behind"] if words.lower().endswith(w)), "")
        left = max(len(words) - len(words.lstrip()), len(lead))
        right = max(len(words) - len(words.rstrip()), len(tail))
        start, end, shortened = start + left, end - right, bool(left or right)
    return Span(start, max(start, end))


@cache
def _load_kinds() -> dict[str, EntityKind]:
    """The kind that each label means."""
    return {label: kind for kind, labels in load_rules("entities")["kinds"].items() for label in labels}
