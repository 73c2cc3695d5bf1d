"""Sources beside a reporting verb: "X said Y", "Y, X said", "Y, said X", "…, adding Y"."""

from collections.abc import Sequence
from typing import NamedTuple

from recension.rules import load_rules
from recension.stages.attribute.channels import find_channel, is_named
from recension.stages.attribute.contents import (
    Attribution,
    Place,
    Range,
    find_clause_start,
    find_complement,
    find_rest,
    has_quote,
    trim_ranges,
)
from recension.stages.attribute.cues import Cue, find_cues
from recension.stages.attribute.licences import can_insert, is_finding, is_licensed
from recension.stages.attribute.phrases import Phrase, find_head, find_phrase_after, find_phrase_before, is_dash
from recension.stages.attribute.relays import is_passive, match_passive, match_relayed
from recension.stages.attribute.subjects import find_subject, skip_auxiliaries
from recension.stages.attribute.tokens import Token

_ALWAYS_ADDRESSED = frozenset({"tell", "inform", "assure", "remind", "notify"})
_BEHIND_ADDRESSEE = frozenset({"that", "to", "not", "of", "about", "against", "how", "whether"})
_BEFORE_PARTICIPLE = frozenset({"and", "while", "by", "without", "also", "before", "after", "in", "then"})
_BEHIND_SOURCE = frozenset({"when", "while", "according", "as", "after", "before"})
_SPOKE = frozenset({"said", "says", "told", "tells", "wrote", "added"})
_NOT_CONTENT = frozenset({"who", "which", "as", "when", "while", "after", "before", "though", "although", "where"})


class _Clause(NamedTuple):
    """A verb with its subject, the one who is told or passes it on, and the position behind them all."""

    source: Phrase
    position: int
    other: Phrase | None
    cue: Cue


def match_verb(tokens: Sequence[Token], at: int, earlier: Sequence[Attribution]) -> Attribution | None:
    """The attribution that a reporting verb at `at` makes, in whatever place it stands."""
    for cue in find_cues(tokens, at):
        if is_passive(tokens, at, cue):
            return match_passive(tokens, at, cue)
        if "relaying" in cue.groups and (relayed := match_relayed(tokens, at)):
            return relayed
        if _is_unreal(tokens, at) or _keeps_name_back(tokens, at):
            return None
        made = _match_inverted(tokens, at, cue, earlier) or _match_active(tokens, at, cue, earlier)
        if made:
            return made
    return None


def _is_unreal(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb is only possible or still to come: "may say", but not "would not say"."""
    start = skip_auxiliaries(tokens, at) + 1
    inside = tokens[start:at]
    return any(t.belongs_to("modals") for t in inside) and not any(t.lower == "not" for t in inside)


def _keeps_name_back(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody only asks to stay unnamed: "who asked not to be named"."""
    following = " ".join(t.lower for t in tokens[at + 1 : at + 5])
    return any(following.startswith(phrase) for phrase in load_rules("sources")["anonymity"])


def _match_inverted(tokens: Sequence[Token], at: int, cue: Cue, earlier: Sequence[Attribution]) -> Attribution | None:
    """ "Y", said X: the source behind the verb, the content before it."""
    start = skip_auxiliaries(tokens, at) + 1
    if start == 0 or cue.form not in {"past", "s"} or not can_insert(cue) or cue.verb in _ALWAYS_ADDRESSED:
        return None
    if cue.particle[-1:] == ("in",):
        return None
    before = tokens[start - 1]
    closes = before.kind == "quote" or before.text == "," or is_dash(tokens, start - 1)
    source = find_phrase_after(tokens, at + 1 + len(cue.particle))
    if not closes or source is None:
        return None
    quoted = before.kind == "quote" or (start > 1 and tokens[start - 2].kind == "quote")
    if not _ends_clause(tokens, source, quoted) or (not quoted and _is_object(tokens, start, source)):
        return None
    left = Range(find_clause_start(tokens, start - 1, earlier), start if before.kind == "quote" else start - 1)
    sides = [left]
    following = find_rest(tokens, source.last) if quoted else None
    if following is not None and has_quote(tokens, Range(following, len(tokens))):
        first = next(i for i in range(following, len(tokens)) if tokens[i].kind == "quote")
        sides.append(Range(first, len(tokens)))
    to = source.last < len(tokens) and tokens[source.last].lower == "to"
    via = find_phrase_after(tokens, source.last + 1) if to else find_channel(tokens, source.last)
    frame = Range(start, source.last)
    return Attribution(cue.verb, frame, trim_ranges(tokens, sides), source, via, "after", left.first)


def _is_object(tokens: Sequence[Token], start: int, behind: Phrase) -> bool:
    """Whether the phrase behind a verb is what is said, as its subject stands before it and an insertion."""
    return _follows_name(tokens, start, behind) or (
        find_head(tokens, behind).kind != "name" and _opens_with_subject(tokens, start - 1)
    )


def _opens_with_subject(tokens: Sequence[Token], comma: int) -> bool:
    """Whether nothing but a name with its titles stands before the first comma: "Gov. Ana Ruiz of Vale, a …, said"."""
    first = next((i for i in range(comma) if tokens[i].text in {",", "("}), 0)
    subject = find_phrase_before(tokens, first) if first else None
    return subject is not None and subject.first == 0 and find_head(tokens, subject).kind == "name"


def _follows_name(tokens: Sequence[Token], start: int, behind: Phrase) -> bool:
    """Whether a name between commas stands before the verb and none behind: "her lawyer, Orr, said the film"."""
    if start < 3 or any(t.kind == "name" for t in tokens[behind.first : behind.last]):
        return False
    return tokens[start - 2].kind == "name" and tokens[start - 3].text == ","


def _ends_clause(tokens: Sequence[Token], source: Phrase, quoted: bool) -> bool:
    """Whether nothing but an adjunct or a sign follows the phrase, so that it is a subject and no content."""
    if source.last >= len(tokens):
        return True
    following = tokens[source.last]
    if source.kind == "pronoun":
        return following.kind == "punctuation"
    if following.lower in {"to", "that"}:
        return quoted and following.lower == "to"
    ends = following.kind == "punctuation" or following.is_time or following.is_adverb
    ends = ends or following.belongs_to("prepositions", "relatives") or following.lower in _BEHIND_SOURCE
    return ends and (quoted or not _holds_verb(tokens, source.last))


def _holds_verb(tokens: Sequence[Token], start: int) -> bool:
    """Whether a finite verb follows before another clause begins, so that the phrase is the subject of that verb."""
    for token in tokens[start:]:
        if token.kind == "quote" or token.text == ";" or token.lower == "and":
            return False
        if token.belongs_to("relatives", "subordinators") or token.lower in _BEHIND_SOURCE:
            return False
        if token.belongs_to("auxiliaries"):
            return True
    return False


def _match_active(tokens: Sequence[Token], at: int, cue: Cue, earlier: Sequence[Attribution]) -> Attribution | None:
    """ "X said Y", "Y, X said" and "…, saying Y"."""
    if cue.form == "ing" and not any(t.belongs_to("being") for t in tokens[max(0, at - 2) : at]):
        return _match_participle(tokens, at, cue)
    subject = find_subject(tokens, at)
    if subject is None:
        return None
    addressee, position = _skip_addressee(tokens, at + 1 + len(cue.particle), cue)
    made = _place_content(tokens, _Clause(subject, position, addressee, cue), earlier)
    end = _find_relative_end(tokens, at, position)
    if made and end:
        cut = (Range(r.first, min(r.last, end)) for r in made.contents)
        made = made._replace(contents=trim_ranges(tokens, cut))
    return made


def _find_relative_end(tokens: Sequence[Token], at: int, position: int) -> int | None:
    """Where the relative clause ends that holds the verb: "Ruiz, who said it was safe, left"."""
    relative = skip_auxiliaries(tokens, at)
    if relative < 1 or not tokens[relative].belongs_to("relatives"):
        return None
    commas = (i for i in range(position + 1, len(tokens) - 1) if tokens[i].text == ",")
    if tokens[relative - 1].text == ",":
        return next(commas, None)
    return next((i for i in commas if tokens[i + 1].belongs_to("auxiliaries") or tokens[i + 1].lower in _SPOKE), None)


def _match_participle(tokens: Sequence[Token], at: int, cue: Cue) -> Attribution | None:
    """ "…, adding that Y": the source is that of the clause before."""
    after = at + 1 + len(cue.particle)
    if after >= len(tokens):
        return None
    if at == 0:
        return _match_fragment(tokens, after, cue)
    before = tokens[at - 1]
    loose = (
        before.text == "," or is_dash(tokens, at - 1) or before.kind == "quote" or before.lower in _BEFORE_PARTICIPLE
    )
    if before.lower == "as" or not (loose or tokens[after].lower == "that"):
        return None
    _, position = _skip_addressee(tokens, after, cue)
    start = find_complement(tokens, position)
    if start is None or not is_licensed(tokens, position, start, cue):
        return None
    content = trim_ranges(tokens, [Range(start, len(tokens))])
    return Attribution(cue.verb, Range(at, position), content, Phrase(at, at, "elided"), None, "before", at)


def _match_fragment(tokens: Sequence[Token], after: int, cue: Cue) -> Attribution | None:
    """ "Adding, “Y”" as a sentence of its own: the source is whoever spoke last."""
    start = find_complement(tokens, after)
    if start is None or tokens[start].kind != "quote" or not can_insert(cue):
        return None
    content = trim_ranges(tokens, [Range(start, len(tokens))])
    return Attribution(cue.verb, Range(0, after), content, Phrase(0, 0, "elided"), None, "before", 0)


def _skip_addressee(tokens: Sequence[Token], after: int, cue: Cue) -> tuple[Phrase | None, int]:
    """The one who is told, and the position behind it."""
    if after >= len(tokens) or tokens[after].lower == "that":
        return None, after
    if tokens[after].lower == "to" and can_insert(cue) and "infinitive" not in cue.groups:
        addressee = find_phrase_after(tokens, after + 1)
        return (addressee, addressee.last) if addressee else (None, after)
    addressee = find_phrase_after(tokens, after) if "with_addressee" in cue.groups else None
    if addressee is None:
        return None, after
    follows = tokens[addressee.last].lower if addressee.last < len(tokens) else ""
    if cue.verb in _ALWAYS_ADDRESSED or follows in _BEHIND_ADDRESSEE:
        return addressee, addressee.last
    return None, after


def _place_content(tokens: Sequence[Token], clause: _Clause, earlier: Sequence[Attribution]) -> Attribution | None:
    """The attribution with its content behind the verb, in front of the source, or on both sides."""
    lead, cue = clause.source.first, clause.cue
    before = tokens[lead - 1] if lead else None
    is_signed = before is not None and before.kind == "punctuation" and lead > 1 and tokens[lead - 2].kind == "quote"
    quoted = before is not None and (before.kind == "quote" or is_signed)
    parted = before is not None and lead > 1 and (before.text == "," or is_dash(tokens, lead - 1))
    start = find_complement(tokens, clause.position)
    if not is_named(tokens, clause.other):
        clause = clause._replace(other=find_channel(tokens, clause.position, start) or clause.other)
    if start is not None:
        if not (is_licensed(tokens, clause.position, start, cue) or is_finding(tokens, clause.source, cue)):
            return None
        goes_on = parted and _goes_on_quoted(tokens, clause.position, start)
        left = [Range(find_clause_start(tokens, lead, earlier), lead)] if quoted or goes_on else []
        return _attribute(tokens, clause, [*left, Range(start, len(tokens))], "before", lead)
    if not can_insert(cue):
        return None
    rest = find_rest(tokens, clause.position)
    behind = [Range(rest, len(tokens))] if rest is not None and _goes_on(tokens, rest) else []
    if behind and not (quoted or parted) and tokens[behind[0].first].lower in {"and", "but", "so", "or"}:
        return None
    if quoted or parted:
        begin = find_clause_start(tokens, lead - 1, earlier)
        return _attribute(tokens, clause, [Range(begin, lead), *behind], "after", begin)
    as_said = lead > 2 and tokens[lead - 1].lower == "as"
    front = [Range(find_clause_start(tokens, lead - 1), lead - 1)] if as_said else []
    return _attribute(tokens, clause, [*front, *behind], "before", lead)


def _goes_on_quoted(tokens: Sequence[Token], comma: int, start: int) -> bool:
    """Whether quoted words go on with the clause before an insertion: "The pump, Ruiz said, “is old”"."""
    first = next((c for c in tokens[start].text if c.isalpha()), "") if tokens[start].kind == "quote" else ""
    return tokens[comma].text == "," and first.islower()


def _attribute(
    tokens: Sequence[Token], clause: _Clause, sides: Sequence[Range], place: Place, begin: int
) -> Attribution:
    frame = Range(clause.source.first, clause.position)
    contents = trim_ranges(tokens, sides)
    return Attribution(clause.cue.verb, frame, contents, clause.source, clause.other, place, begin)


def _goes_on(tokens: Sequence[Token], rest: int) -> bool:
    """Whether what follows an insertion goes on with what is said."""
    token = tokens[rest]
    return token.lower not in _NOT_CONTENT and not (token.kind == "word" and token.lower.endswith("ing"))
