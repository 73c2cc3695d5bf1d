"""Sources named beside what they say: "according to X", "citing X", "by his account", "as reported by X"."""

from collections.abc import Sequence
from functools import cache

from recension.rules import load_rules
from recension.stages.attribute.channels import find_channel, is_named
from recension.stages.attribute.contents import Attribution, Range, find_clause_start, trim_ranges
from recension.stages.attribute.phrases import Phrase, find_name_beside, find_phrase_after, find_phrase_before, is_dash
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
            return _make_aside(tokens, at, _find_source(tokens, at + len(phrase)), "according")
    if lower in {"by", "in"}:
        return _match_account(tokens, at)
    nouns = load_rules("speech")["nouns"]
    if lower in nouns["claims"] or lower in nouns["stances"]:
        return _match_claim(tokens, at)
    return None


@cache
def _load_phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases that name a source, by their first word."""
    phrases = [tuple(p.split()) for p in load_rules("speech")["phrases"]["before_source"]]
    return {first: tuple(p for p in phrases if p[0] == first) for first in sorted({p[0] for p in phrases})}


def _find_source(tokens: Sequence[Token], start: int) -> Phrase | None:
    """The phrase at `start`; a document goes on with whose it is: "a report in the Vale Wire"."""
    source = find_phrase_after(tokens, start)
    if source is None or source.last >= len(tokens) or tokens[source.last].lower not in {"in", "by", "on"}:
        return source
    documents = load_rules("speech")["nouns"]["documents"]
    owner = find_phrase_after(tokens, source.last + 1)
    return owner if owner and is_named(tokens, owner) and tokens[source.last - 1].lower in documents else source


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


def _match_claim(tokens: Sequence[Token], at: int) -> Attribution | None:
    """The attribution that "the board's claim that Y", "his fears that Y" or "her call for Y" makes."""
    if at == 0 or at + 2 >= len(tokens) or not _links(tokens[at].lower, tokens[at + 1].lower):
        return None
    before = tokens[at - 1]
    if before.lower in _OWNERS:
        source: Phrase | None = Phrase(at - 1, at, "pronoun")
    elif before.lower.endswith("'s"):
        source = find_phrase_before(tokens, at - 1 if before.lower == "'s" else at)
    else:
        return None
    ends = (i for i in range(at + 2, len(tokens)) if tokens[i].text in {",", ";"} or is_dash(tokens, i))
    end = next(ends, len(tokens))
    if tokens[at + 1].lower != "that":
        end = next((i for i in range(at + 3, end) if tokens[i].belongs_to("auxiliaries")), end)
    start = at + 1 if tokens[at + 1].lower == "to" else at + 2
    content = trim_ranges(tokens, [Range(start, end)])
    return Attribution("claim", Range(at - 1, at + 1), content, source, None, "before", at - 1) if source else None


def _links(noun: str, word: str) -> bool:
    """Whether the word behind a noun opens what is claimed, asked for or spoken against."""
    nouns = load_rules("speech")["nouns"]
    return word in nouns["stances"].get(noun, ()) or (word == "that" and noun in nouns["claims"])


def _make_aside(
    tokens: Sequence[Token], at: int, source: Phrase | None, verb: str, after: int = 0
) -> Attribution | None:
    """The attribution of the rest of the clause, behind an aside or around it, to its source."""
    if source is None:
        return None
    end = _find_end(tokens, source, max(after, source.last))
    frame = Range(at, end)
    via = find_channel(tokens, source.last, end)
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
    at = _find_sign(tokens, start)
    if at == source.last and (beside := find_name_beside(tokens, source)):
        at = _find_sign(tokens, tokens.index(beside, at))
    if at + 1 < len(tokens) and tokens[at].text == "," and _describes(tokens[at + 1]):
        at = _find_sign(tokens, at + 1)
    return len(tokens) if _closes_with_role(tokens, at) else at


def _find_sign(tokens: Sequence[Token], start: int) -> int:
    """The position of the next comma, semicolon or quotation, else behind the last token.

    A short quotation in the middle of words is a name in quotation marks and passed over.
    """
    at = start
    while at < len(tokens) and tokens[at].text not in {",", ";"} and not is_dash(tokens, at):
        if tokens[at].kind == "quote" and (tokens[at].ends_speech or tokens[at - 1].kind == "punctuation"):
            break
        at += 1
    return at


def _describes(token: Token) -> bool:
    """Whether a relative clause or an age begins with the token."""
    return token.kind == "number" or token.lower in {"who", "whom", "which", "whose", "with"}


def _closes_with_role(tokens: Sequence[Token], comma: int) -> bool:
    """Whether what a person is fills the rest of the unit: "…, head of the board."."""
    following = tokens[comma + 1 : comma + 3]
    titles = load_rules("names")["person_titles"]
    is_role = any(t.lower in titles for t in following)
    return is_role and not any(t.text == "," for t in tokens[comma + 1 :])
