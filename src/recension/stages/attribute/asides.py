"""Sources named beside what they say: "according to X", "citing X", "by his account", "as reported by X"."""

from collections.abc import Sequence
from functools import cache

from recension.rules import load_rules
from recension.stages.attribute.contents import Attribution, Range, find_clause_start, trim_ranges
from recension.stages.attribute.phrases import Phrase, find_name_beside, find_phrase_after
from recension.stages.attribute.tokens import Token

_OWNERS = frozenset({"his", "her", "their", "its"})


def match_aside(tokens: Sequence[Token], at: int) -> Attribution | None:
    """The attribution that a phrase beginning at `at` makes with its source."""
    lower = tokens[at].lower
    phrases = load_rules("speech")["phrases"]
    if lower in phrases["citing"]:
        return _make_aside(tokens, at, find_phrase_after(tokens, at + 1), "cite")
    for phrase in _load_phrases().get(lower, ()):
        if tuple(t.lower for t in tokens[at : at + len(phrase)]) == phrase:
            return _make_aside(tokens, at, find_phrase_after(tokens, at + len(phrase)), "according")
    if lower in {"by", "in"}:
        return _match_account(tokens, at)
    return None


@cache
def _load_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases that name a source, by their first word."""
    phrases = [tuple(p.split()) for p in load_rules("speech")["phrases"]["before_source"]]
    return {first: tuple(p for p in phrases if p[0] == first) for first in sorted({p[0] for p in phrases})}


def _match_account(tokens: Sequence[Token], at: int) -> Attribution | None:
    """The attribution that "by his account" or "in the agency's words" makes."""
    accounts = load_rules("speech")["phrases"]["accounts"]
    for end in range(at + 2, min(at + 9, len(tokens))):
        token = tokens[end]
        if token.kind == "quote" or token.text in {",", ";", "."}:
            return None
        if token.lower not in accounts:
            continue
        owner = end - 1 if tokens[end - 1].lower == "own" else end
        if owner == at + 2 and tokens[at + 1].lower in _OWNERS:
            return _make_aside(tokens, at, Phrase(at + 1, at + 2, "pronoun"), "according", end + 1)
        if tokens[owner - 1].lower.endswith("'s"):
            last = owner - 1 if tokens[owner - 1].lower == "'s" else owner
            return _make_aside(tokens, at, Phrase(at + 1, last), "according", end + 1)
    return None


def _make_aside(
    tokens: Sequence[Token], at: int, source: Phrase | None, verb: str, after: int = 0
) -> Attribution | None:
    """The attribution of the rest of the clause, behind an aside or around it, to its source."""
    if source is None:
        return None
    end = _find_end(tokens, source, max(after, source.last))
    frame = Range(at, end)
    via = _find_channel(tokens, source.last, end)
    if at == 0 or (at <= 2 and tokens[at - 1].lower in {"and", "but", ","}):
        behind = trim_ranges(tokens, [Range(end, len(tokens))])
        return Attribution(verb, frame, behind, source, via, "before", 0)
    begin = find_clause_start(tokens, at)
    sides = [Range(begin, at)]
    if verb == "according" and end + 2 < len(tokens):
        sides.append(Range(end, len(tokens)))
    return Attribution(verb, frame, trim_ranges(tokens, sides), source, via, "aside", begin)


def _find_end(tokens: Sequence[Token], source: Phrase, start: int) -> int:
    """Where the aside ends: at the next comma that begins no apposition or relative clause to the source."""
    at = start
    while at < len(tokens) and tokens[at].text not in {",", ";"} and tokens[at].kind != "quote":
        at += 1
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return at
    beside = find_name_beside(tokens, Phrase(source.first, at)) if at == source.last else None
    if beside:
        return _find_end(tokens, source, tokens.index(beside) + 1)
    following = tokens[at + 1]
    if following.lower in {"who", "whom", "which", "whose"} or following.kind == "number":
        return _find_end(tokens, source, at + 1)
    closes = not any(t.text == "," for t in tokens[at + 1 :])
    titles = load_rules("names")["person_titles"]
    is_role = following.lower in titles or (
        following.belongs_to("determiners") and at + 2 < len(tokens) and tokens[at + 2].lower in titles
    )
    return len(tokens) if closes and is_role else at


def _find_channel(tokens: Sequence[Token], start: int, end: int) -> Phrase | None:
    """Through whom the source speaks: "whom the Vale Wire quotes", "who told the Vale Wire"."""
    for at in range(start, end):
        if tokens[at].lower not in {"who", "whom"}:
            continue
        for verb in range(at + 1, min(at + 10, end)):
            if tokens[verb].lower in {"quotes", "quoted", "cites", "cited"} and verb > at + 1:
                return Phrase(at + 1, verb)
            if tokens[verb].lower == "told":
                return find_phrase_after(tokens, verb + 1)
            if tokens[verb].lower in {"spoke", "talked", "speaking"} and verb + 1 < end:
                return find_phrase_after(tokens, verb + 2)
    return None
