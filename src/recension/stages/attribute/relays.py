"""Words passed on: "Y quoted X as saying Z", "X was quoted by Y as saying Z", "Z, as reported by Y"."""

from collections.abc import Sequence

from recension.rules import load_rules
from recension.stages.attribute.contents import (
    Attribution,
    Range,
    find_clause_start,
    find_complement,
    has_quote,
    trim_ranges,
)
from recension.stages.attribute.cues import Cue
from recension.stages.attribute.phrases import Phrase, find_phrase_after
from recension.stages.attribute.subjects import find_subject, skip_auxiliaries
from recension.stages.attribute.tokens import Token

# How far behind "quoted X" the "as saying" may stand, in tokens.
_REACH = 24


def is_passive(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Whether the past form at `at` is passive: a form of "be" stands before it, or "by" behind it."""
    if cue.form != "past":
        return False
    start = skip_auxiliaries(tokens, at) + 1
    has_being = any(t.belongs_to("being") for t in tokens[start:at])
    return has_being or (at + 1 < len(tokens) and tokens[at + 1].lower == "by")


def match_passive(tokens: Sequence[Token], at: int, cue: Cue) -> Attribution | None:
    """The attribution of a passive verb to the agent behind it, or to the one who is quoted before it."""
    if at + 1 >= len(tokens):
        return None
    agent = find_phrase_after(tokens, at + 2) if tokens[at + 1].lower in {"by", "in"} else None
    if "relaying" in cue.groups:
        return _match_quoted(tokens, at, agent)
    if agent is None or "parenthetical" not in cue.groups:
        return None
    if tokens[at + 1].lower == "in" and not _names_document(tokens, agent):
        return None
    start = skip_auxiliaries(tokens, at) + 1
    before = tokens[start - 1].lower if start else ""
    has_being = any(t.belongs_to("being") for t in tokens[start:at])
    if not has_being and before not in {"as", ","}:
        return None
    lead = start - 1 if before in {"as", "it"} else at
    begin = find_clause_start(tokens, lead)
    content = trim_ranges(tokens, [Range(begin, lead)])
    behind = None if content else find_complement(tokens, agent.last)
    if behind is not None:
        content = trim_ranges(tokens, [Range(behind, len(tokens))])
    return Attribution(cue.verb, Range(lead, agent.last), content, agent, None, "aside", begin)


def _names_document(tokens: Sequence[Token], phrase: Phrase) -> bool:
    documents = load_rules("speech")["nouns"]["documents"]
    return any(t.lower in documents for t in tokens[phrase.first : phrase.last])


def _match_quoted(tokens: Sequence[Token], at: int, agent: Phrase | None) -> Attribution | None:
    """ "X was quoted by Y as saying Z": source X, via Y."""
    subject = find_subject(tokens, at)
    position = agent.last if agent else at + 1
    saying = _find_saying(tokens, position)
    if subject is None or saying is None:
        return None
    return _make_relay(tokens, subject.first, saying, subject, agent)


def match_relayed(tokens: Sequence[Token], at: int) -> Attribution | None:
    """ "Y quoted X as saying Z": source X, via Y."""
    subject = find_subject(tokens, at)
    source = find_phrase_after(tokens, at + 1)
    saying = _find_saying(tokens, source.last) if source else None
    if subject is None or source is None or saying is None:
        return None
    return _make_relay(tokens, subject.first, saying, source, subject)


def _find_saying(tokens: Sequence[Token], start: int) -> int | None:
    """The position behind "as saying" or "as denying"."""
    for at in range(start, min(start + _REACH, len(tokens) - 1)):
        if tokens[at].lower == "as" and tokens[at + 1].lower.endswith("ing"):
            return at + 2
    return None


def _make_relay(tokens: Sequence[Token], lead: int, position: int, source: Phrase, via: Phrase | None) -> Attribution:
    """The attribution with its content behind "as saying", or in front where nothing follows."""
    frame = Range(lead, position)
    start = find_complement(tokens, position)
    left = Range(find_clause_start(tokens, lead), lead)
    if start is None:
        return Attribution("quote", frame, trim_ranges(tokens, [left]), source, via, "after", left.first)
    sides = [left] if has_quote(tokens, left) else []
    sides.append(Range(start, len(tokens)))
    return Attribution("quote", frame, trim_ranges(tokens, sides), source, via, "before", lead)
