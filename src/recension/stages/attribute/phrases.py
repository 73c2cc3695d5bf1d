"""Noun phrases found without a parser: from the words of the closed classes, names and commas around them."""

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from recension.rules import load_rules
from recension.stages.attribute.cues import load_cues
from recension.stages.attribute.tokens import Token

PhraseKind = Literal["noun", "pronoun", "elided"]
_MOST_TOKENS = 24
_END_MARKS = (",", ".", "?", "!", "…", "-", "—", "–")


class Phrase(NamedTuple):
    """A noun phrase as positions of its first and after its last token.

    `outer` is where the subject begins with all that stands before its verb: "A, the B, said" from A on.
    """

    first: int
    last: int
    kind: PhraseKind
    outer_last: int


@cache
def load_class(name: str) -> frozenset[str]:
    """The words of a closed class, lower case."""
    return frozenset(load_rules("grammar")[name])


@cache
def _calendar() -> frozenset[str]:
    return frozenset(load_rules("names")["calendar"])


def is_adverb(token: Token) -> bool:
    """Whether the token is an adverb by its form or by list."""
    return token.kind == "word" and (
        token.lower in load_class("adverbs")
        or (
            token.lower.endswith("ly")
            and len(token.lower) > 4
            and token.lower
            not in {"family", "weekly", "daily", "monthly", "assembly", "reply", "ally", "italy", "july"}
        )
    )


def is_calendar(token: Token) -> bool:
    """Whether the token names a day or month, or is one of the words for times of the day."""
    return token.lower.rstrip(".") in _calendar() or token.lower in {
        "morning",
        "evening",
        "afternoon",
        "night",
        "week",
        "month",
        "year",
    }


def find_subject(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """The subject before the verb at position `verb`: a phrase, a pronoun, or elided after "and"."""
    at = skip_auxiliaries(tokens, verb)
    if at < 0:
        return None
    token = tokens[at]
    if token.lower in load_class("pronouns") and token.kind == "word":
        return Phrase(at, at + 1, "pronoun", at + 1)
    if token.lower in load_class("relatives"):
        return _find_antecedent(tokens, at)
    if token.text == ",":
        return _find_before_apposition(tokens, at)
    if token.lower in {"and", "but", "then", "or"}:
        return Phrase(at, at + 1, "elided", at + 1)
    found = find_phrase_before(tokens, at + 1)
    return found


def skip_auxiliaries(tokens: Sequence[Token], verb: int) -> int:
    """The position before the verb, its auxiliaries and adverbs."""
    at = verb - 1
    while (
        at >= 0
        and tokens[at].kind == "word"
        and (tokens[at].lower in load_class("auxiliaries") or is_adverb(tokens[at]))
    ):
        at -= 1
    return at


def _find_antecedent(tokens: Sequence[Token], relative: int) -> Phrase | None:
    """The phrase that "who" or "which" stands for."""
    end = relative - 1 if relative and tokens[relative - 1].text == "," else relative
    found = find_phrase_before(tokens, end) if end > 0 else None
    return found._replace(outer_last=relative + 1) if found else None


def _find_before_apposition(tokens: Sequence[Token], comma: int) -> Phrase | None:
    """The phrase that an apposition or an insertion between commas parts from its verb."""
    ends = [comma]
    at = comma - 1
    while at >= 0 and len(ends) < 6 and comma - at < 60:
        if tokens[at].text in {",", "("} or (tokens[at].kind == "quote" and tokens[at].text[-2:-1] in _END_MARKS):
            ends.append(at)
        if tokens[at].text in {";", ":"}:
            break
        at -= 1
    candidates = [find_phrase_before(tokens, end) for end in ends[1:] if tokens[end].kind != "quote"]
    named = [c for c in candidates if c and tokens[c.last - 1].kind == "name" and _is_whole(tokens, c)]
    chosen = named[0] if named else next((c for c in candidates if c and c.kind == "noun"), None)
    return chosen._replace(outer_last=comma + 1) if chosen else None


def _is_whole(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether nothing but a clause boundary stands before the phrase."""
    if phrase.first == 0:
        return True
    before = tokens[phrase.first - 1]
    return (
        before.kind in {"punctuation", "quote"}
        or before.lower in load_class("subordinators") | {"and"}
        or phrase.first < 8
    )


def find_phrase_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The noun phrase that ends before position `end`, up to the start of its clause."""
    first = end
    while first > 0 and end - first < _MOST_TOKENS and not _bounds(tokens, first - 1, end):
        first -= 1
    first = _trim_start(tokens, first, end)
    if first >= end or not _has_head(tokens[first:end]):
        return None
    if end - first == 1 and tokens[first].lower in load_class("pronouns"):
        return Phrase(first, end, "pronoun", end)
    return Phrase(first, end, "noun", end)


def _bounds(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the token at `at` cannot belong to the noun phrase that ends before `end`."""
    token = tokens[at]
    if token.kind == "punctuation":
        return token.text not in {"&", "/", "'", "’", "."} or (token.text == "." and at + 1 < end and False)
    if token.kind == "quote":
        return at + 1 >= end or at == 0 or tokens[at - 1].kind == "punctuation" or token.text[-2:-1] in _END_MARKS
    if token.kind != "word":
        return False
    if token.lower in load_class("auxiliaries") or token.lower in load_class("subordinators"):
        return True
    if token.lower == "and":
        return not _coordinates(tokens, at, end)
    if token.lower in load_class("pronouns") and token.lower != "one":
        return True
    return is_finite_cue(tokens, at)


def is_finite_cue(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a past or present form that only a reporting verb has here."""
    lower = tokens[at].lower
    if lower in {"said", "says", "told", "tells"}:
        return True
    cues = load_cues().get(lower, ())
    return any(c.form == "past" for c in cues) and at > 0 and tokens[at - 1].kind == "name"


def _coordinates(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "and" at `at` links two subjects rather than two clauses."""
    if at == 0 or at + 1 >= end:
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    if right.lower in load_class("determiners") or (right.kind == "name" and left.kind != "name"):
        return False
    start = at
    while start > 0 and tokens[start - 1].kind in {"word", "name", "number"} and at - start < 6:
        start -= 1
        if tokens[start].lower in load_class("auxiliaries") or tokens[start].lower.endswith("ed"):
            return False
    return at - start < 6


def _trim_start(tokens: Sequence[Token], first: int, end: int) -> int:
    """The start of the phrase without conjunctions, adverbs and prepositional phrases before it."""
    while first < end:
        token = tokens[first]
        if (
            token.lower in {"and", "but", "so", "or"}
            or is_adverb(token)
            or is_calendar(token)
            or (token.kind == "punctuation")
        ):
            first += 1
        elif token.kind == "word" and token.lower in load_class("prepositions"):
            first = _skip_prepositional(tokens, first, end)
        else:
            return first
    return end


def _skip_prepositional(tokens: Sequence[Token], first: int, end: int) -> int:
    """The position after the prepositional phrase at `first`: where the next phrase begins."""
    at = first + 1
    while at < end and tokens[at].lower in load_class("determiners"):
        at += 1
    governed = at
    at += 1
    if governed < end and (tokens[governed].kind == "name" or is_calendar(tokens[governed])):
        return at
    while at < end:
        previous = tokens[at - 1]
        starts = tokens[at].lower in load_class("determiners") or tokens[at].kind == "name"
        if starts and previous.lower not in load_class("prepositions"):
            return at
        at += 1
    return end


def _has_head(tokens: Sequence[Token]) -> bool:
    """Whether the tokens hold a noun that may speak: a name or a word of no closed class."""
    closed = (
        load_class("determiners") | load_class("prepositions") | load_class("adverbs") | load_class("subordinators")
    )
    alone = {"one", "many", "some", "others", "another", "all", "both", "several", "most", "few", "two", "three"}
    return any(
        t.kind == "name"
        or (
            t.kind == "word"
            and t.text[0].isalpha()
            and not is_calendar(t)
            and (t.lower not in closed or (len(tokens) == 1 and t.lower in alone))
        )
        for t in tokens
    )


def find_phrase_after(tokens: Sequence[Token], start: int) -> Phrase | None:
    """The noun phrase that begins at `start`, with its "of" and "for" phrases: as far as it surely goes."""
    at = start
    heads = False
    while at < len(tokens) and at - start < _MOST_TOKENS:
        token = tokens[at]
        if token.kind == "punctuation" and token.text not in {"&", "/", "'", "’"}:
            break
        if token.kind == "quote" and (heads is False or at == start):
            break
        if token.kind == "word":
            if token.lower in load_class("pronouns") and at == start and token.lower != "one":
                return Phrase(at, at + 1, "pronoun", at + 1)
            if _ends_phrase(tokens, at, start, heads):
                break
        heads = (
            heads
            or token.kind == "name"
            or (token.kind == "word" and token.lower not in load_class("determiners") | load_class("prepositions"))
        )
        at += 1
    if at == start or not _has_head(tokens[start:at]):
        return None
    return Phrase(start, at, "noun", at)


def _ends_phrase(tokens: Sequence[Token], at: int, start: int, heads: bool) -> bool:
    """Whether the word at `at` begins something after the noun phrase."""
    token = tokens[at]
    if token.lower in load_class("auxiliaries") | load_class("subordinators") or is_adverb(token) or is_calendar(token):
        return True
    if token.lower in load_class("prepositions"):
        return (
            token.lower not in {"of", "for", "at", "with", "from", "to"}
            or not heads
            or _is_time(tokens, at)
            or token.lower == "to"
        )
    if token.lower == "and":
        return not (at + 1 < len(tokens) and (tokens[at + 1].kind == tokens[at - 1].kind))
    after_name = at > start and tokens[at - 1].kind == "name"
    if heads and token.lower in load_class("determiners") and tokens[at - 1].lower not in load_class("prepositions"):
        return True
    return after_name and (token.lower in load_cues() or token.lower.endswith(("ed", "ing")))


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition is followed by a day, month or year."""
    return at + 1 < len(tokens) and (is_calendar(tokens[at + 1]) or tokens[at + 1].kind == "number")
