"""The names that a pipeline finds in a text, in the kinds and without the trimmings of our own."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from recension.records import EntityKind, Span
from recension.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc


_DAY = re.compile(r"(?:^|\D)[1-3]?\d $")
# What stands before a word within a sentence.
_RUNNING = re.compile(r"[\w,;] $")


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
        if kind is None or span.start >= span.end or "\n\n" in span.of(text) or _is_month(text, span):
            continue
        last = found[-1] if found else None
        bracketed = last is not None and text[last.end : span.start] == " (" and text[span.end : span.end + 1] == ")"
        name = " ".join(span.of(text).split())
        found.append(NameMention(*span, name, kind, last.text if last and bracketed else None))
    return tuple(found)


def _is_month(text: str, span: Span) -> bool:
    """Whether a single word stands behind the number of a day, as months do: "on 3 Vendémiaire"."""
    return " " not in span.of(text) and _DAY.search(text[: span.start][-4:]) is not None


def spread(found: Sequence[tuple[NameMention, ...]], texts: Sequence[str]) -> list[tuple[NameMention, ...]]:
    """The names of each text, with the mentions that were overlooked of names that were found more than once.

    A single word at the head of a sentence may be another word, and is left.
    """
    counts = Counter(mention.text for mentions in found for mention in mentions)
    names = sorted((name for name, count in counts.items() if count > 1 and len(name) > 2), key=lambda n: (-len(n), n))
    if not names:
        return list(found)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")
    kinds = {mention.text: mention.kind for mentions in found for mention in mentions}
    return [_add_overlooked(mentions, text, pattern, kinds) for mentions, text in zip(found, texts, strict=True)]


def _add_overlooked(
    mentions: tuple[NameMention, ...], text: str, pattern: re.Pattern[str], kinds: Mapping[str, EntityKind]
) -> tuple[NameMention, ...]:
    starts = [mention.start for mention in mentions]
    added = []
    for match in pattern.finditer(text):
        place = bisect_right(starts, match.start())
        is_free = (not place or mentions[place - 1].end <= match.start()) and (
            place == len(mentions) or match.end() <= mentions[place].start
        )
        is_sure = match.group()[0].isupper() and (" " in match.group() or _RUNNING.search(text[: match.start()][-3:]))
        if is_free and is_sure:
            added.append(NameMention(*match.span(), match.group(), kinds[match.group()]))
    return tuple(sorted((*mentions, *added)))


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
