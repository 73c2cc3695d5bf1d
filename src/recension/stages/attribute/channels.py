"""Channels: the outlets through which a source's words reached the article, where they stand beside it."""

from collections.abc import Sequence
from functools import cache

from recension.rules import load_rules
from recension.stages.attribute.phrases import Phrase, find_phrase_after
from recension.stages.attribute.tokens import Token

_TALKED = frozenset({"talked", "spoke", "talks", "speaks", "quotes", "quoted", "cites", "cited", "interviewed"})
# How far behind a source or verb a channel is looked for, in tokens.
_REACH = 18


@cache
def _load_openings() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words before a channel, such as "interview with", by the first of them."""
    openings = [tuple(p.split()) for p in load_rules("speech")["channels"]["openings"]]
    return {first: tuple(o for o in openings if o[0] == first) for first in sorted({o[0] for o in openings})}


def find_channel(tokens: Sequence[Token], start: int, end: int | None = None) -> Phrase | None:
    """The channel named behind `start`: "in an interview with Y", "quoted by Y", "whom Y quotes", "who told Y"."""
    last = min(len(tokens) if end is None else end, start + _REACH)
    for at in range(start, last):
        token = tokens[at]
        if token.kind == "quote" or (token.text == "." and at + 1 < len(tokens)):
            return None
        for opening in _load_openings().get(token.lower, ()):
            if tuple(t.lower for t in tokens[at : at + len(opening)]) == opening:
                return find_phrase_after(tokens, at + len(opening))
        if token.lower == "whom" and (verb := _find_talk(tokens, at + 1)):
            return Phrase(at + 1, verb)
    return None


def _find_talk(tokens: Sequence[Token], start: int) -> int | None:
    """The position of "quotes", "talked" or the like within a relative clause."""
    return next((i for i in range(start + 1, min(start + 9, len(tokens))) if tokens[i].lower in _TALKED), None)


def has_channel_word(tokens: Sequence[Token]) -> bool:
    """Whether one of the tokens names something that publishes news."""
    words = load_rules("speech")["channels"]["words"]
    return any(w in words for t in tokens for w in t.lower.split())


def is_named(tokens: Sequence[Token], phrase: Phrase | None) -> bool:
    """Whether a name, or one in quotation marks, stands in the phrase."""
    return phrase is not None and any(t.kind in {"name", "quote"} for t in tokens[phrase.first : phrase.last])
