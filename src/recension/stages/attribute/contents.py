"""Where the content of an attribution lies: behind its verb, in front of it, or on both sides."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from recension.stages.attribute.phrases import Phrase, is_dash
from recension.stages.attribute.tokens import Token

# Where the source stands: before its content, after it, or in an aside such as "according to X".
Place = Literal["before", "after", "aside"]

STOPS = frozenset(".?!…")
_EDGES = frozenset(",:;-—–―.)")
_OPENS_CONTENT = frozenset({"that", "whether", "how", "why", "what", "if"})

# How far, in tokens, "that" is looked for behind "said on Tuesday in Vale": longer adjuncts are hardly written.
_ADJUNCT = 16
_INSERTION = 40


class Range(NamedTuple):
    """Positions of the first token of a piece of content and after its last."""

    first: int
    last: int


class Attribution(NamedTuple):
    """A cue with its source and contents, as token positions; `clause` is where the clause of both begins."""

    verb: str
    frame: Range
    contents: tuple[Range, ...]
    source: Phrase
    via: Phrase | None
    place: Place
    clause: int


def find_complement(tokens: Sequence[Token], position: int) -> int | None:
    """Where what is said begins behind a verb; None where nothing or only an adjunct follows."""
    if position >= len(tokens):
        return None
    first = tokens[position]
    if first.text == ":" or _opens_clause(tokens, position):
        return position + 1 if position + 1 < len(tokens) else None
    if first.text == ",":
        return _find_quote_behind(tokens, position)
    if first.kind == "punctuation" and first.text not in {"(", "$", "€", "£", "#"}:
        return None
    if first.belongs_to("subordinators") and first.lower not in _OPENS_CONTENT:
        return None
    if first.lower in {"to", "as"} or not (
        first.belongs_to("prepositions") or first.is_time or first.is_adverb or first.text == "("
    ):
        return position
    return _find_behind_adjunct(tokens, position)


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether "that" stands here and opens a clause, as it does unless a verb follows: "a letter that was sent"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].lower == "that" and following is not None and not following.belongs_to("auxiliaries")


def _find_quote_behind(tokens: Sequence[Token], sign: int) -> int | None:
    """The position behind a sign if a quotation stands there."""
    return sign + 1 if sign + 1 < len(tokens) and tokens[sign + 1].kind == "quote" else None


def _find_behind_adjunct(tokens: Sequence[Token], position: int) -> int | None:
    """Where what is said begins behind "on Tuesday", "in a letter to the board": "that", a quotation or a colon."""
    for at in range(position + 1, min(position + _ADJUNCT, len(tokens))):
        token = tokens[at]
        if token.text == ":" or _opens_clause(tokens, at):
            return at + 1
        if token.kind == "quote":
            return at
        if token.belongs_to("auxiliaries", "pronouns"):
            break
        if token.text in {",", ";"} or token.text in STOPS:
            return _find_quote_behind(tokens, at) if token.text == "," else None
    return _skip_time(tokens, position)


def _skip_time(tokens: Sequence[Token], position: int) -> int:
    """The position behind "on Tuesday" or "Tuesday" before a clause."""
    at = position
    if tokens[at].belongs_to("prepositions") and at + 1 < len(tokens) and tokens[at + 1].is_time:
        at += 1
    while at < len(tokens) and tokens[at].is_time:
        at += 1
    return at if at < len(tokens) else position


def find_rest(tokens: Sequence[Token], position: int) -> int | None:
    """Where the sentence goes on behind an inserted "X said on Tuesday,"; None where it does not."""
    for at in range(position, min(position + _INSERTION, len(tokens))):
        if tokens[at].kind == "quote":
            return at
        if tokens[at].text in {",", ":", ";"} or is_dash(tokens, at):
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            return at + 1 if following and following.text not in STOPS else None
        if tokens[at].text in STOPS and at + 1 < len(tokens):
            return at + 1 if tokens[at + 1].kind == "quote" else None
    return None


def find_clause_start(tokens: Sequence[Token], end: int, earlier: Iterable[Attribution] = ()) -> int:
    """Where content in front of `end` begins: behind a semicolon, or an earlier attribution and its conjunction."""
    start = next((i + 1 for i in range(end - 1, -1, -1) if tokens[i].text == ";"), 0)
    floor = max((a.frame.last for a in earlier if a.place == "before" and a.frame.last <= end), default=0)
    if floor > start:
        for at in range(end - 1, floor, -1):
            if tokens[at].lower in {"but", "while", "and", "whereas"} and tokens[at - 1].text == ",":
                return at + 1
    return start


def has_quote(tokens: Sequence[Token], span: Range) -> bool:
    """Whether a quotation stands in the range."""
    return any(t.kind == "quote" for t in tokens[span.first : span.last])


def trim_ranges(tokens: Sequence[Token], ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The ranges without signs and conjunctions at their ends; empty ones are left out."""
    trimmed = (_trim_range(tokens, first, last) for first, last in ranges)
    return tuple(r for r in trimmed if r.first < r.last)


def _trim_range(tokens: Sequence[Token], first: int, last: int) -> Range:
    last = min(last, len(tokens))
    while first < last and (tokens[first].text in _EDGES or tokens[first].lower in {"and", "but", "that"}):
        first += 1
    while last > first and tokens[last - 1].kind == "punctuation" and tokens[last - 1].text not in {")", "%"}:
        last -= 1
    return Range(first, last)
