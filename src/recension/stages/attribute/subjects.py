"""The subject of a verb: the phrase before it, over its auxiliaries, insertions and appositions."""

from collections.abc import Sequence

from recension.stages.attribute.phrases import Phrase, find_head, find_phrase_before, is_dash
from recension.stages.attribute.tokens import Token

# Longest remark in brackets between a subject and its verb, in tokens.
_ASIDE = 20
# Verbs before "to" that only tell the course of another: "prosecutors begin to ask".
_BEGINNING = frozenset(
    {"begin", "begins", "began", "start", "starts", "started", "continue", "continues", "continued", "tried", "seek",
     "seeks", "sought", "rushed", "appeared", "seemed", "came", "went"}
)  # fmt: skip


def find_subject(tokens: Sequence[Token], verb: int) -> Phrase | None:
    """The subject of the verb at `verb`: the phrase or pronoun before it, or elided where "and" stands there."""
    at = skip_auxiliaries(tokens, verb)
    if at < 0:
        return None
    if tokens[at].belongs_to("pronouns"):
        return Phrase(at, at + 1, "pronoun")
    if tokens[at].belongs_to("relatives"):
        end = at - 1 if at and tokens[at - 1].text == "," else at
        return find_phrase_before(tokens, end)
    if tokens[at].text == ")" and (opening := _find_opening(tokens, at)):
        return find_phrase_before(tokens, opening)
    if tokens[at].lower == "to":
        begins = at > 0 and tokens[at - 1].lower in _BEGINNING
        return (find_subject(tokens, at - 1) if begins else None) or Phrase(at, at + 1, "elided")
    if tokens[at].text == "," or is_dash(tokens, at) or _closes_with_comma(tokens[at]):
        return find_before_apposition(tokens, at)
    if tokens[at].lower in {"and", "but", "then", "or"}:
        return Phrase(at, at + 1, "elided")
    return find_phrase_before(tokens, at + 1)


def _find_opening(tokens: Sequence[Token], closing: int) -> int | None:
    """The position of the bracket that the one at `closing` closes, if it is near."""
    return next((i for i in range(closing - 1, max(0, closing - _ASIDE), -1) if tokens[i].text == "("), None)


def _closes_with_comma(token: Token) -> bool:
    """Whether an insertion ends with a quotation: "Ruiz, who calls it “a joke,” said"."""
    return token.kind == "quote" and token.text.rstrip("\"'”’»")[-1:] == ","


def skip_auxiliaries(tokens: Sequence[Token], verb: int) -> int:
    """The position before the verb, its auxiliaries and adverbs; -1 where nothing is left."""
    at = verb - 1
    while at >= 0 and (tokens[at].belongs_to("auxiliaries") or tokens[at].is_adverb):
        at -= 1
    is_dated = at > 1 and tokens[at].is_time and tokens[at - 1].lower in {"on", "last", "this"}
    return at - 2 if is_dated else at


def find_before_apposition(tokens: Sequence[Token], comma: int) -> Phrase | None:
    """The subject that an insertion between commas parts from its verb: "Ruiz, the mayor, said".

    The nearest phrase headed by a name is preferred, as a longer insertion may hold commas itself.
    """
    ends: list[int] = []
    at = comma - 1
    while at >= 0 and len(ends) < 5 and comma - at < 60 and tokens[at].text not in {";", ":"}:
        if tokens[at].text in {",", "("} or is_dash(tokens, at):
            ends.append(at)
        elif tokens[at].ends_speech:
            break
        at -= 1
    if tokens[comma - 1].kind == "name" and ends and ends[0] == comma - 2:
        described = find_phrase_before(tokens, ends[0])
        if described and find_head(tokens, described).kind == "word" and _begins_anew(tokens, described.first):
            return described
    candidates = [c for end in ends if (c := find_phrase_before(tokens, end)) and c.kind == "noun"]
    named = (c for c in candidates if find_head(tokens, c).kind == "name" and c.last - c.first < 10)
    return next(named, candidates[0] if candidates else None)


def _begins_anew(tokens: Sequence[Token], at: int) -> bool:
    """Whether the phrase at `at` is no apposition to a name itself: "Bo Orr, head of the owner, Vale Lines, said"."""
    is_apposition = at > 1 and tokens[at - 1].text == "," and tokens[at - 2].kind == "name"
    return not is_apposition or tokens[at].lower in {"his", "her", "their", "its"}
