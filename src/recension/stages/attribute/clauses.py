"""Who says what in one unit: the attributions that its cues make.

`find_attributions` is all that the rest of the stage asks for, so that a parser can take its place.
"""

from collections.abc import Sequence
from functools import cache

from recension.rules import load_rules
from recension.stages.attribute.asides import match_aside
from recension.stages.attribute.contents import Attribution, Range, trim_ranges
from recension.stages.attribute.phrases import Phrase, is_dash
from recension.stages.attribute.tokens import Token
from recension.stages.attribute.verbs import match_verb

# A sentence of a report is shorter, in tokens; a longer unit is no sentence, and reading it could take long.
_LONGEST = 500
# How many attributions of one unit are compared with each other.
_NEAR = 8
# A label before a colon is at most this long, in tokens: a longer one is a clause.
_LABEL = 4
_CONJUNCTIONS = frozenset({"and", "but", "while", "whereas", "as"})


def find_attributions(tokens: Sequence[Token]) -> tuple[Attribution, ...]:
    """The attributions of one unit in the order of their cues."""
    found: list[Attribution] = []
    if len(tokens) > _LONGEST:
        return ()
    if label := _match_label(tokens):
        found.append(label)
    for at, token in enumerate(tokens):
        if token.kind == "word" and (made := match_aside(tokens, at) or match_verb(tokens, at, found)):
            found.append(made)
    return tuple(_bound(tokens, made, found[i + 1 : i + 1 + _NEAR]) for i, made in enumerate(found))


def _match_label(tokens: Sequence[Token]) -> Attribution | None:
    """ "Ruiz: pumps failed" or "Vale mayor: pumps failed", as in headlines and transcripts."""
    colon = next((i for i, t in enumerate(tokens[: _LABEL + 1]) if t.text == ":"), 0)
    if not colon or len(tokens) < colon + 3 or not _names_somebody(tokens[:colon]):
        return None
    content = trim_ranges(tokens, [Range(colon + 1, len(tokens))])
    label = Range(0, colon + 1)
    return Attribution("label", label, content, Phrase(0, colon), None, "before", 0) if content else None


def _names_somebody(label: Sequence[Token]) -> bool:
    """Whether a label is a name, or a phrase whose last word is somebody that speaks: "Vale mayor", "Experts"."""
    if len(label) == 1 and label[0].kind == "name":
        return True
    if any(t.kind not in {"name", "word"} or t.belongs_to("auxiliaries", "prepositions", "pronouns") for t in label):
        return False
    return label[-1].kind == "word" and label[-1].lower in _load_speakers()


@cache
def _load_speakers() -> frozenset[str]:
    """Words for somebody that a label may name."""
    sources = load_rules("sources")
    kinds = (word for kind in ("insider", "expert", "witness", "office") for word in sources[kind])
    documents = ("report", "study", "poll", "survey")
    return frozenset((*kinds, *documents, *load_rules("names")["person_titles"], "camp"))


def _bound(tokens: Sequence[Token], attribution: Attribution, later: Sequence[Attribution]) -> Attribution:
    """The attribution with its content ending where the next coordinated one begins."""
    limit = len(tokens)
    for other in later:
        edge = other.frame.first if other.clause <= attribution.frame.first else other.clause
        starts = min((r.first for r in attribution.contents), default=0)
        if max(attribution.frame.last, starts) < edge < limit and _is_coordinated(tokens, edge, other):
            limit = edge
    cut = (Range(r.first, min(r.last, limit)) for r in attribution.contents if r.first < limit)
    return attribution._replace(contents=trim_ranges(tokens, cut))


def _is_coordinated(tokens: Sequence[Token], edge: int, other: Attribution) -> bool:
    """Whether a new clause begins at `edge`, so that what is said before it ends there."""
    if other.place == "aside" or other.source.kind == "elided":
        return True
    before = tokens[edge - 1]
    return before.text in {",", ";"} or is_dash(tokens, edge - 1) or before.lower in _CONJUNCTIONS
