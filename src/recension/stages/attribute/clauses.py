"""Who says what in one unit: cue, source and content, found by the places that they take around each other.

`find_attributions` is all that the rest of the stage asks for, so that a parser can take its place.
"""

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from recension.rules import load_rules
from recension.stages.attribute.cues import Cue, load_cues
from recension.stages.attribute.phrases import (
    Phrase,
    find_phrase_after,
    find_subject,
    is_adverb,
    is_calendar,
    load_class,
    skip_auxiliaries,
)
from recension.stages.attribute.tokens import Token

Place = Literal["before", "after", "around"]
_STOPS = frozenset(".?!…")
_NEVER_INVERTED = frozenset({"tell", "inform", "assure", "remind", "notify"})


class Range(NamedTuple):
    """Positions of the first and after the last token of a piece of content."""

    first: int
    last: int


class Attribution(NamedTuple):
    """A cue with its source and contents, as token positions; `place` is that of the source to the content."""

    cue: int
    verb: str
    frame: Range
    contents: tuple[Range, ...]
    source: Phrase | None
    via: Phrase | None
    place: Place
    clause: int


def find_attributions(tokens: Sequence[Token]) -> tuple[Attribution, ...]:
    """The attributions of one unit in the order of their cues."""
    found: list[Attribution] = []
    for at, token in enumerate(tokens):
        if token.kind == "word":
            made = _match_phrase(tokens, at) or _match_account(tokens, at) or _match_verb(tokens, at, found)
            if made:
                found.append(made)
    return _untangle(tokens, found)


# Phrases: "according to X", "citing X", "by his account".


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(p.split()) for p in load_rules("speech")["phrases"]["before_source"])


def _match_phrase(tokens: Sequence[Token], at: int) -> Attribution | None:
    """The attribution that a phrase before its source makes."""
    lower = tokens[at].lower
    if lower in load_rules("speech")["phrases"]["citing"]:
        source = find_phrase_after(tokens, at + 1)
        return _make_aside(tokens, at, at + 1, source, "cite") if source else None
    for phrase in _phrases():
        if phrase[0] == lower and tuple(t.lower for t in tokens[at : at + len(phrase)]) == phrase:
            source = find_phrase_after(tokens, at + len(phrase))
            return _make_aside(tokens, at, at + len(phrase), source, "according") if source else None
    return None


def _match_account(tokens: Sequence[Token], at: int) -> Attribution | None:
    """The attribution that "by his account" or "in the agency's words" makes."""
    if tokens[at].lower not in {"by", "in"} or at + 2 >= len(tokens):
        return None
    accounts = load_rules("speech")["phrases"]["accounts"]
    for end in range(at + 2, min(at + 9, len(tokens))):
        if tokens[end].lower in accounts:
            owner = end - 1 if tokens[end - 1].lower in {"'s", "own"} or tokens[end - 1].text in {"'", "’"} else end
            possessive = tokens[at + 1].lower in {"his", "her", "their", "its"} and owner == at + 2
            if possessive:
                return _make_aside(tokens, at, end + 1, Phrase(at + 1, at + 2, "pronoun", at + 2), "according")
            owned = owner < end or tokens[owner - 1].lower.endswith(("'s", "s'"))
            if owned:
                return _make_aside(tokens, at, end + 1, Phrase(at + 1, owner, "noun", owner), "according")
        if tokens[end].kind in {"punctuation", "quote"} and tokens[end].text not in {"'", "’"}:
            return None
    return None


def _make_aside(tokens: Sequence[Token], at: int, after: int, source: Phrase, verb: str) -> Attribution:
    """An attribution that stands beside its content: the rest of the clause, behind it or before it."""
    end = max(after, source.last)
    stop = end
    depth_end = next(
        (i for i in range(end, len(tokens)) if tokens[i].text in {",", ";"} and not _continues_source(tokens, i)),
        len(tokens),
    )
    starts = at == 0 or (at <= 2 and tokens[at - 1].lower in {"and", "but", ","})
    if starts:
        contents = (Range(min(depth_end + 1, len(tokens)), len(tokens)),)
        return Attribution(at, verb, Range(at, depth_end), _clean(tokens, contents), source, None, "before", 0)
    begin = _clause_start(tokens, at)
    left = Range(begin, at)
    right = Range(depth_end + 1, len(tokens)) if depth_end + 2 < len(tokens) and verb == "according" else Range(at, at)
    _ = stop
    return Attribution(at, verb, Range(at, depth_end), _clean(tokens, (left, right)), source, None, "around", begin)


def _continues_source(tokens: Sequence[Token], comma: int) -> bool:
    """Whether an apposition to the source follows the comma: ", head of the board" or ", who …"."""
    if comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return False
    following = tokens[comma + 1]
    later = [i for i in range(comma + 1, len(tokens)) if tokens[i].text == ","]
    return (
        following.lower in {"who", "whom", "which", "whose"}
        or following.kind == "number"
        or (following.lower in {"head", "chief", "director", "spokesman", "spokeswoman"} and not later)
    )


# Verbs.


def _match_verb(tokens: Sequence[Token], at: int, found: Sequence[Attribution]) -> Attribution | None:
    """The attribution that a reporting verb at `at` makes, in whatever place it stands."""
    for cue in load_cues().get(tokens[at].lower, ()):
        if cue.particle and not _has_particle(tokens, at, cue):
            continue
        if _is_noun_use(tokens, at, cue):
            return None
        after = at + 1 + (len(cue.particle.split()) if cue.particle else 0)
        if cue.form == "past" and _is_passive(tokens, at):
            return _match_passive(tokens, at, cue)
        if "relaying" in cue.groups and (relayed := _match_relayed(tokens, at, after)):
            return relayed
        if _is_irreal(tokens, at):
            return None
        made = _match_inverted(tokens, at, after, cue, found) or _match_active(tokens, at, after, cue, found)
        if made:
            return made
    return None


def _has_particle(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    words = (cue.particle or "").split()
    return [t.lower for t in tokens[at + 1 : at + 1 + len(words)]] == words


def _is_noun_use(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Whether the word is a noun or adjective here: a determiner, preposition or owner stands before it."""
    if at == 0:
        return cue.form in {"base", "s"}
    before = tokens[at - 1]
    plain = {
        "all",
        "both",
        "one",
        "some",
        "many",
        "several",
        "few",
        "most",
        "another",
        "that",
        "this",
        "these",
        "those",
    }
    if before.lower in load_class("determiners") - plain or before.lower == "'s" or before.lower.endswith("'s"):
        return True
    if before.lower in load_class("prepositions") - {
        "before",
        "after",
        "since",
        "as",
        "to",
        "last",
        "next",
        "in",
        "on",
        "over",
        "off",
    }:
        return cue.form != "ing"
    if cue.form == "base":
        return not _may_take_base(tokens, at)
    if cue.form == "s" and before.kind == "word" and before.lower.endswith("s") and not is_adverb(before):
        return True
    return False


def _may_take_base(tokens: Sequence[Token], at: int) -> bool:
    """Whether a plain form can be a verb after what stands before it: a plural, a pronoun or an auxiliary."""
    before = tokens[at - 1]
    if is_adverb(before) and at > 1:
        before = tokens[at - 2]
    if before.lower in {
        "i",
        "we",
        "they",
        "you",
        "who",
        "many",
        "some",
        "most",
        "people",
        "police",
        "did",
        "didn't",
        "does",
        "do",
        "not",
    }:
        return True
    return before.kind == "word" and before.lower.endswith("s") and not before.lower.endswith(("'s", "ss"))


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    start = skip_auxiliaries(tokens, at) + 1
    return bool({t.lower for t in tokens[start:at]} & load_class("being"))


def _is_irreal(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb is only possible or still to come."""
    start = skip_auxiliaries(tokens, at) + 1
    lowers = {t.lower for t in tokens[start:at]}
    return bool(lowers & load_class("modals")) and "not" not in lowers


def _match_passive(tokens: Sequence[Token], at: int, cue: Cue) -> Attribution | None:
    """ "X was quoted by Y as saying Z", "it is said in the statement of X", "Z was announced by X"."""
    start = skip_auxiliaries(tokens, at) + 1
    agent = None
    position = at + 1
    if position < len(tokens) and tokens[position].lower in {"by", "in"}:
        agent = find_phrase_after(tokens, position + 1)
        position = agent.last if agent else position
    if "relaying" in cue.groups:
        return _match_quoted(tokens, at, position, agent)
    if agent is None or "parenthetical" not in cue.groups or tokens[at + 1].lower not in {"by", "in"}:
        return None
    if tokens[at + 1].lower == "in" and not _is_document(tokens, agent):
        return None
    as_form = start > 0 and tokens[start - 1].lower == "as"
    impersonal = start > 0 and tokens[start - 1].lower == "it"
    begin = _clause_start(tokens, start)
    lead = start - 1 if as_form or impersonal else at
    return Attribution(
        at, cue.verb, Range(lead, position), _clean(tokens, (Range(begin, lead),)), agent, None, "around", begin
    )


def _is_document(tokens: Sequence[Token], phrase: Phrase) -> bool:
    documents = load_rules("speech")["nouns"]["documents"]
    return any(t.lower in documents for t in tokens[phrase.first : phrase.last])


def _match_quoted(tokens: Sequence[Token], at: int, position: int, agent: Phrase | None) -> Attribution | None:
    """ "X was quoted by Y as saying Z": source X, via Y."""
    subject = find_subject(tokens, at)
    if subject is None:
        return None
    saying = next((i for i in range(position, min(position + 12, len(tokens))) if tokens[i].lower == "saying"), None)
    if saying is None:
        return None
    lead = subject.first
    return _place(tokens, at, saying + 1, lead, subject, agent, "quote", None)


def _match_relayed(tokens: Sequence[Token], at: int, after: int) -> Attribution | None:
    """ "Y quoted X as saying Z": source X, via Y."""
    subject = find_subject(tokens, at)
    source = find_phrase_after(tokens, after)
    if subject is None or source is None:
        return None
    as_at = next((i for i in range(source.last, min(source.last + 20, len(tokens))) if tokens[i].lower == "as"), None)
    if as_at is None or as_at + 1 >= len(tokens) or not tokens[as_at + 1].lower.endswith("ing"):
        return None
    return _place(tokens, at, as_at + 2, subject.first, source, subject, "quote", None)


def _match_inverted(
    tokens: Sequence[Token], at: int, after: int, cue: Cue, found: Sequence[Attribution]
) -> Attribution | None:
    """ "Y", said X: the source behind the verb, the content before it."""
    if "parenthetical" not in cue.groups or cue.form not in {"past", "s"} or cue.verb in _NEVER_INVERTED or at == 0:
        return None
    start = skip_auxiliaries(tokens, at) + 1
    before = tokens[start - 1] if start else tokens[0]
    closes = before.kind == "quote" or before.text in {",", "-", "—", "–"}
    source = find_phrase_after(tokens, after)
    if not closes or source is None or start == 0:
        return None
    if (
        tokens[source.first].kind == "word"
        and tokens[source.first].lower in {"he", "she", "it", "they", "i", "we"}
        and source.last < len(tokens)
        and tokens[source.last].kind != "punctuation"
    ):
        return None
    ends = (
        source.last >= len(tokens)
        or tokens[source.last].kind == "punctuation"
        or (
            tokens[source.last].lower in load_class("prepositions") | load_class("relatives")
            or is_calendar(tokens[source.last])
            or is_adverb(tokens[source.last])
        )
    )
    has_quote = before.kind == "quote" or (start > 1 and tokens[start - 2].kind == "quote")
    if not ends or (not has_quote and tokens[source.first].kind == "quote"):
        return None
    if not has_quote and source.last < len(tokens) and tokens[source.last].lower in {"to", "that"}:
        return None
    begin = _left_start(tokens, start - 1, found)
    end = next((i for i in range(source.last, len(tokens)) if tokens[i].kind == "quote"), None)
    right = Range(end, len(tokens)) if end is not None and has_quote else Range(at, at)
    via = None
    if source.last < len(tokens) and tokens[source.last].lower == "to":
        via = find_phrase_after(tokens, source.last + 1)
    return Attribution(
        at,
        cue.verb,
        Range(start, source.last),
        _clean(tokens, (Range(begin, start - 1 + (before.kind == "quote")), right)),
        source,
        via,
        "after",
        begin,
    )


def _match_active(
    tokens: Sequence[Token], at: int, after: int, cue: Cue, found: Sequence[Attribution]
) -> Attribution | None:
    """ "X said Y", "Y, X said" and "…, saying Y"."""
    if cue.form == "ing":
        return _match_participle(tokens, at, after, cue)
    subject = find_subject(tokens, at)
    if subject is None:
        return None
    lead = subject.first
    addressee, position = _skip_addressee(tokens, after, cue)
    return _place(tokens, at, position, lead, subject, addressee, cue.verb, cue, found)


def _match_participle(tokens: Sequence[Token], at: int, after: int, cue: Cue) -> Attribution | None:
    """ "…, adding that Y": the source is that of the clause before."""
    if at == 0 or after >= len(tokens) or not cue.groups & {"parenthetical", "clausal"}:
        return None
    before = tokens[at - 1]
    if before.lower == "as":
        return None
    if (
        before.text not in {",", "—", "–", "-"}
        and before.lower not in {"and", "while", "by", "without", "also", "before", "after"}
        and tokens[after].lower != "that"
    ):
        return None
    _, position = _skip_addressee(tokens, after, cue)
    start = _complement(tokens, position)
    if start is None or start >= len(tokens):
        return None
    source = Phrase(at, at, "elided", at)
    return Attribution(
        at, cue.verb, Range(at, position), _clean(tokens, (Range(start, len(tokens)),)), source, None, "before", at
    )


def _skip_addressee(tokens: Sequence[Token], after: int, cue: Cue) -> tuple[Phrase | None, int]:
    """The one who is told, and the position behind it."""
    if after >= len(tokens):
        return None, after
    if tokens[after].lower == "to" and "parenthetical" in cue.groups and "infinitive" not in cue.groups:
        addressee = find_phrase_after(tokens, after + 1)
        return (addressee, addressee.last) if addressee else (None, after)
    if not cue.has_addressee or tokens[after].lower == "that":
        return None, after
    addressee = find_phrase_after(tokens, after)
    if addressee is None:
        return None, after
    follows = tokens[addressee.last].lower if addressee.last < len(tokens) else "."
    if cue.verb in _NEVER_INVERTED or follows in {"that", "to", "not", "of", "about", "against"}:
        return addressee, addressee.last
    return None, after


def _complement(tokens: Sequence[Token], position: int) -> int | None:
    """Where the content behind a verb begins; None where nothing but an adjunct follows."""
    if position >= len(tokens) or tokens[position].text in _STOPS:
        return None
    first = tokens[position]
    if first.lower == "that":
        return position + 1
    if first.text == ":":
        return position + 1
    if first.text == ",":
        following = tokens[position + 1] if position + 1 < len(tokens) else first
        return position + 1 if following.kind == "quote" else None
    adjunct = (
        first.lower in load_class("prepositions") - {"to", "as"}
        or is_calendar(first)
        or is_adverb(first)
        or first.text == "("
    )
    if not adjunct:
        return None if first.kind == "punctuation" else position
    for at in range(position + 1, min(position + 16, len(tokens))):
        token = tokens[at]
        if token.lower == "that":
            return at + 1
        if token.kind == "quote" or token.text == ":":
            return at if token.kind == "quote" else at + 1
        if token.text in {",", ";"} or token.text in _STOPS:
            return None if token.text != "," or at + 1 >= len(tokens) else _complement_after_comma(tokens, at)
    return position


def _complement_after_comma(tokens: Sequence[Token], comma: int) -> int | None:
    return comma + 1 if tokens[comma + 1].kind == "quote" else None


def _place(
    tokens: Sequence[Token], at: int, position: int, lead: int, source: Phrase, other: Phrase | None, verb: str,
    cue: Cue | None, found: Sequence[Attribution] = (),
) -> Attribution | None:  # fmt: skip
    """The attribution with its content in front, behind or on both sides of `lead` to `position`."""
    before = tokens[lead - 1] if lead else None
    has_left = (
        (before is not None
        and lead > 1
        and (before.kind == "quote" or before.text in {",", "-", "—", "–"}))
        or (before is not None and before.kind == "quote")
    )
    start = _complement(tokens, position)
    groups = cue.groups if cue else frozenset({"parenthetical"})
    if cue and not _is_licensed(tokens, position, start, groups, bool(has_left)):
        return None
    begin = _left_start(tokens, lead - 1, found) if has_left else lead
    left_end = lead if before is not None and before.kind == "quote" else lead - 1
    if start is not None:
        contents = [Range(start, len(tokens))]
        if has_left and any(tokens[i].kind == "quote" for i in range(max(0, lead - 2), lead)):
            contents.insert(0, Range(begin, left_end))
        if not has_left and position < len(tokens) and start == position and tokens[position].kind == "word":
            contents = [Range(_skip_time(tokens, position), len(tokens))]
        return Attribution(
            at, verb, Range(lead, position), _clean(tokens, tuple(contents)), source, other, "before", lead
        )
    if not has_left:
        if "parenthetical" not in groups:
            return None
        rest = _after_aside(tokens, position)
        as_frame = lead > 0 and tokens[lead - 1].lower == "as"
        contents = [Range(rest, len(tokens))] if rest is not None else []
        if as_frame and lead > 2:
            contents.insert(0, Range(_clause_start(tokens, lead - 1), lead - 1))
        return Attribution(
            at, verb, Range(lead, position), _clean(tokens, tuple(contents)), source, other, "before", lead
        )
    rest = _after_aside(tokens, position)
    contents = [Range(begin, left_end)]
    if (
        rest is not None
        and tokens[rest].lower not in {"who", "which", "as", "when", "while", "after", "before", "though", "although"}
        and not _is_participle(tokens, rest)
    ):
        contents.append(Range(rest, len(tokens)))
    return Attribution(at, verb, Range(lead, position), _clean(tokens, tuple(contents)), source, other, "after", begin)


def _is_participle(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower.endswith("ing") and tokens[at].kind == "word"


def _skip_time(tokens: Sequence[Token], position: int) -> int:
    """The position behind "on Tuesday" or "Tuesday" before a clause."""
    at = position
    if (
        tokens[at].lower in {"on", "late", "early", "last", "in", "this"}
        and at + 1 < len(tokens)
        and is_calendar(tokens[at + 1])
    ):
        at += 1
    while at < len(tokens) and is_calendar(tokens[at]):
        at += 1
    return at if at < len(tokens) else position


def _is_licensed(
    tokens: Sequence[Token], position: int, start: int | None, groups: frozenset[str], has_left: bool
) -> bool:
    """Whether the verb reports with what follows it here."""
    if "parenthetical" in groups:
        return True
    follows = tokens[position].lower if position < len(tokens) else "."
    kind = tokens[position].kind if position < len(tokens) else "punctuation"
    if "infinitive" in groups and follows in {"to", "not"}:
        return True
    if "clausal" in groups and start is not None:
        return True
    if "addressed" in groups and start is not None and not has_left:
        return True
    if "that_only" in groups and (follows in {"that", "whether", "how", "why"} or kind == "quote"):
        return True
    return "naming" in groups and any(t.kind == "quote" for t in tokens[position : position + 14])


def _after_aside(tokens: Sequence[Token], position: int) -> int | None:
    """Where the sentence goes on behind an inserted "X said on Tuesday,"."""
    for at in range(position, min(position + 40, len(tokens))):
        if tokens[at].text in _STOPS and at >= len(tokens) - 2:
            return None
        if tokens[at].kind == "quote":
            return at
        if tokens[at].text in {",", ":", ";", "—", "–"}:
            return at + 1 if at + 1 < len(tokens) and tokens[at + 1].text not in _STOPS else None
    return None


def _clause_start(tokens: Sequence[Token], at: int) -> int:
    """The start of what can be said in front of an aside at `at`: after the last semicolon, else the first token."""
    return next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text == ";"), 0)


def _left_start(tokens: Sequence[Token], end: int, found: Sequence[Attribution]) -> int:
    """Where content before `end` begins: behind an earlier attribution and the conjunction after it."""
    earlier = [a for a in found if a.place == "before" and a.cue < end]
    floor = earlier[-1].frame.last if earlier else 0
    start = _clause_start(tokens, end)
    if not earlier:
        return start
    for at in range(end - 1, floor, -1):
        if tokens[at].lower in {"but", "while", "and", "whereas"} and tokens[at - 1].text in {",", ";"}:
            return at + 1
    return start


def _clean(tokens: Sequence[Token], contents: tuple[Range, ...]) -> tuple[Range, ...]:
    """The ranges without signs and conjunctions at their ends, empty ones left out."""
    cleaned = []
    for first, last in contents:
        while first < last and (
            tokens[first].text in {",", ":", ";", "-", "—", "–", ".", ")"}
            or (tokens[first].lower in {"and", "but", "that"} and tokens[first].kind == "word")
        ):
            first += 1
        while last > first and tokens[last - 1].kind == "punctuation" and tokens[last - 1].text not in {")", "%"}:
            last -= 1
        if first < last:
            cleaned.append(Range(first, last))
    return tuple(cleaned)


# Several in one unit.


def _untangle(tokens: Sequence[Token], found: list[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with each content ending where the next coordinated one begins."""
    bounded: list[Attribution] = []
    for index, attribution in enumerate(found):
        limit = len(tokens)
        for later in found[index + 1 :]:
            edge = later.clause if later.place != "around" else later.frame.first
            if later.place == "after" and later.clause <= attribution.frame.first:
                edge = later.frame.first
            if edge > attribution.frame.last and _is_coordinated(tokens, edge, later):
                limit = min(limit, edge)
        contents = tuple(Range(r.first, min(r.last, limit)) for r in attribution.contents if r.first < limit)
        bounded.append(attribution._replace(contents=_clean(tokens, contents)))
    return tuple(bounded)


def _is_coordinated(tokens: Sequence[Token], edge: int, later: Attribution) -> bool:
    """Whether a new clause begins at `edge`, so that what is said before it ends there."""
    before = tokens[edge - 1]
    if later.place == "around" or later.source is None:
        return True
    if later.source.kind == "elided":
        return True
    return before.text in {",", ";", "—", "–"} or before.lower in {"and", "but", "while", "whereas", "as"}
