"""Noun phrases found without a parser: from words of the closed classes, names and signs around them."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from recension.rules import load_rules
from recension.stages.attribute.cues import load_cues
from recension.stages.attribute.tokens import Token

PhraseKind = Literal["noun", "pronoun", "elided"]

# Longest noun phrase looked at, in tokens: bounds the work on text without punctuation.
_LONGEST = 24
_DASHES = frozenset("-—–―")
_INNER_SIGNS = frozenset("&/'’.")
_LINKING = frozenset({"of", "for", "at", "with", "from"})
_STANDS_ALONE = frozenset(
    {
        "one",
        "many",
        "some",
        "others",
        "another",
        "all",
        "both",
        "several",
        "most",
        "few",
        "two",
        "three",
        "each",
        "nobody",
    }
)
_ALWAYS_VERBS = frozenset({"said", "says", "told", "tells"})


class Phrase(NamedTuple):
    """A noun phrase as positions of its first token and after its last."""

    first: int
    last: int
    kind: PhraseKind = "noun"


def is_dash(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash stands here rather than a hyphen within a word."""
    return tokens[at].text in _DASHES and (tokens[at].text != "-" or (at > 0 and tokens[at - 1].end < tokens[at].start))


def find_phrase_before(tokens: Sequence[Token], end: int) -> Phrase | None:
    """The noun phrase that ends before position `end`, from the start of its clause on."""
    first = end
    while first > 0 and end - first < _LONGEST and not _bounds_left(tokens, first - 1, end):
        first -= 1
    begin = _find_last_start(tokens, _trim_start(tokens, first, end), end)
    if begin >= end or not _has_head(tokens[begin:end]):
        return None
    if begin == first > 1 and tokens[first - 1].lower == "who" and tokens[first - 2].kind in {"word", "name"}:
        return find_phrase_before(tokens, first - 1)
    if begin == first > 0 and tokens[first - 1].belongs_to("auxiliaries", "pronouns"):
        return None
    return Phrase(begin, end)


def _find_last_start(tokens: Sequence[Token], begin: int, end: int) -> int:
    """Where the last phrase begins of several in a row: "the man his friends" gives "his friends"."""
    for at in range(end - 1, begin, -1):
        before = tokens[at - 1]
        if not tokens[at].belongs_to("determiners") or before.kind not in {"word", "name"}:
            continue
        linked = before.belongs_to("prepositions", "determiners") or before.lower in {"and", "or", "'s"}
        if not linked and not before.lower.endswith("ing"):
            return at
    return begin


def _bounds_left(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the token at `at` stands before, not in, the noun phrase that ends before `end`."""
    token = tokens[at]
    if token.kind == "punctuation":
        return token.text not in _INNER_SIGNS
    if token.kind == "quote":
        return at + 1 >= end or at == 0 or tokens[at - 1].kind == "punctuation" or token.ends_speech
    if token.kind != "word":
        return False
    if token.lower == "and":
        return not _coordinates(tokens, at, end)
    if token.belongs_to("auxiliaries", "subordinators") or (token.belongs_to("pronouns") and token.lower != "one"):
        return True
    return token.lower in _ALWAYS_VERBS or (at > 0 and tokens[at - 1].kind == "name" and _is_past_cue(token))


def _is_past_cue(token: Token) -> bool:
    return any(c.form == "past" for c in load_cues().get(token.lower, ()))


def _coordinates(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "and" at `at` links two subjects rather than two clauses."""
    if at == 0 or at + 1 >= end:
        return False
    left, right = tokens[at - 1], tokens[at + 1]
    if right.belongs_to("determiners") or (right.kind == "name" and left.kind != "name"):
        return False
    start = at
    while start > 0 and tokens[start - 1].kind in {"word", "name", "number"} and at - start < 6:
        start -= 1
        if tokens[start].belongs_to("auxiliaries") or tokens[start].lower.endswith("ed"):
            return False
    return at - start < 6


def _trim_start(tokens: Sequence[Token], first: int, end: int) -> int:
    """The start of the phrase without conjunctions, adverbs and prepositional phrases in front of it."""
    while first < end:
        token = tokens[first]
        if (
            token.lower in {"and", "but", "so", "or", "as"}
            or token.is_adverb
            or token.is_time
            or token.kind == "punctuation"
        ):
            first += 1
        elif token.belongs_to("prepositions") and not (first + 1 < end and tokens[first + 1].kind == "number"):
            first = _skip_prepositional(tokens, first, end)
        else:
            return first
    return end


def _skip_prepositional(tokens: Sequence[Token], first: int, end: int) -> int:
    """The position behind the prepositional phrase at `first`, where another phrase begins."""
    at = first + 1
    while at < end and tokens[at].belongs_to("determiners"):
        at += 1
    if at < end and (tokens[at].kind == "name" or tokens[at].is_time):
        return at + 1
    for later in range(at + 1, end):
        begins = tokens[later].belongs_to("determiners") or tokens[later].kind == "name"
        if begins and not tokens[later - 1].belongs_to("prepositions"):
            return later
    return end


def find_phrase_after(tokens: Sequence[Token], start: int) -> Phrase | None:
    """The noun phrase that begins at `start`, with its "of" and "for" phrases: as far as it surely goes."""
    if start >= len(tokens) or (tokens[start].belongs_to("prepositions") and not _is_early(tokens, start)):
        return None
    if tokens[start].belongs_to("pronouns") and tokens[start].lower != "one":
        return Phrase(start, start + 1, "pronoun")
    at = start
    while at < min(len(tokens), start + _LONGEST) and not _bounds_right(tokens, at, start):
        at += 1
    return Phrase(start, at) if at > start and _has_head(tokens[start:at]) else None


def _is_early(tokens: Sequence[Token], at: int) -> bool:
    """Whether "early", "late" or "last" stands before a noun here rather than before a time."""
    is_adjective = tokens[at].lower in {"early", "late", "last"}
    return is_adjective and at + 1 < len(tokens) and tokens[at + 1].kind == "word" and not tokens[at + 1].is_time


def _bounds_right(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Whether the token at `at` stands behind the noun phrase that began at `start`."""
    token, before = tokens[at], tokens[at - 1]
    if token.kind == "punctuation":
        return token.text not in _INNER_SIGNS or (token.text == "." and at == len(tokens) - 1)
    if token.kind == "quote":
        return at == start or token.ends_speech or len(token.text.split()) > 4
    if token.kind != "word" or at == start:
        return False
    if token.belongs_to("auxiliaries", "subordinators", "pronouns") or token.is_adverb:
        return True
    if token.is_time and not before.belongs_to("determiners"):  # "the night shift" is no time
        return True
    if token.lower == "according":
        return True
    if token.belongs_to("prepositions"):
        following = tokens[at + 1] if at + 1 < len(tokens) else token
        return token.lower not in _LINKING or following.is_time or following.kind == "number"
    if token.lower == "and":
        return at + 1 >= len(tokens) or tokens[at + 1].kind != before.kind
    if token.belongs_to("determiners"):
        return not before.belongs_to("prepositions", "determiners")
    return before.kind == "name" and (token.lower in load_cues() or token.lower.endswith(("ed", "ing")))


def _has_head(tokens: Sequence[Token]) -> bool:
    """Whether the tokens hold a name, or a noun by being of no closed class."""
    if len(tokens) == 1 and tokens[0].lower in _STANDS_ALONE:
        return True
    if len(tokens) > 2 and {t.lower for t in tokens if t.kind != "number"} <= {
        "about",
        "around",
        "over",
        "in",
        "of",
        "out",
    }:
        return True
    closed = ("determiners", "prepositions", "subordinators", "auxiliaries")
    return any(
        t.kind == "name" or (t.kind == "word" and not t.is_time and not t.is_adverb and not t.belongs_to(*closed))
        for t in tokens
    )


def find_head(tokens: Sequence[Token], phrase: Phrase) -> Token:
    """The head of a phrase: its last token before a preposition or relative clause.

    An owner stands before the head: of "the city of Vale's mayor" the head is not looked for behind "of".
    """
    for at in range(phrase.first + 1, phrase.last):
        if tokens[at].belongs_to("prepositions", "relatives"):
            return tokens[at - 1]
    return tokens[phrase.last - 1]


def find_name_beside(tokens: Sequence[Token], phrase: Phrase) -> Token | None:
    """The name that stands in apposition behind a phrase: "the mayor, Dr Ana Ruiz," gives "Ana Ruiz"."""
    at = phrase.last
    if at >= len(tokens) or tokens[at].text != ",":
        return None
    at += 1
    titles = load_rules("names")["person_titles"]
    while at < len(tokens) and (tokens[at].lower.rstrip(".") in titles or tokens[at].lower in {"'s", "deputy"}):
        at += 1
    if at >= len(tokens) or tokens[at].kind != "name":
        return None
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at] if behind is None or behind.text in {",", ".", "(", ";", "—", "–"} else None
