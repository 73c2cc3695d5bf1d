"""The clause that a date belongs to: what a sentence says happened then."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from recension.records import Span
from recension.rules import load_rules
from recension.stages.compose.forms import is_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Clauses beside or inside the one that is asked for.
_OTHERS = frozenset({"parataxis", "conj", "cc", "advcl", "advcl:relcl", "acl:relcl", "discourse"})
# Verbs that say nothing without the one they hang on.
_BOUND = frozenset({"xcomp", "conj", "acl"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_LONGEST = 200


class DatedClause(NamedTuple):
    """A clause with a date in it, and whether its verb says that it is over."""

    span: Span
    is_past: bool = False


def find_dated_clause(doc: "Doc", when: Span) -> DatedClause | None:
    """The clause of the sentence that the words at `when` date; None where they date what somebody said, or nothing."""
    anchor = _find_anchor(doc, when)
    verb = _find_verb(anchor) if anchor is not None else None
    if anchor is None or verb is None or is_form(verb.text, load_rules("timeline")["said"]):
        return None
    kept = _trim(sorted(_collect(verb, anchor), key=lambda token: token.i))
    if len(kept) < 2:
        return None
    span = Span(min(kept[0].idx, when.start), max(kept[-1].idx + len(kept[-1]), when.end))
    return DatedClause(span, _is_past(verb)) if span.end - span.start <= _LONGEST else None


def _is_past(verb: "Token") -> bool:
    """Whether the verb or what goes with it is in the past tense."""
    return any(token.tag_ == "VBD" for token in (verb, *verb.children) if token == verb or token.dep_ in _AUXILIARIES)


def _find_anchor(doc: "Doc", when: Span) -> "Token | None":
    """The word of the date that hangs on a word outside it."""
    inside = [token for token in doc if token.idx < when.end and when.start < token.idx + len(token)]
    return next((token for token in inside if token.head not in inside or token.head is token), None)


def _find_verb(anchor: "Token") -> "Token | None":
    """What the date dates: the nearest word above that is said of something, with the verb that it is bound to."""
    for word in (anchor, *anchor.ancestors):
        has_subject = any(child.dep_.startswith("nsubj") for child in word.children)
        if has_subject or (word.pos_ in {"VERB", "AUX"} and word.dep_ not in _BOUND):
            return word
    return None


def _collect(verb: "Token", anchor: "Token") -> Iterator["Token"]:
    """The words under `verb` without those of other clauses, unless the date stands there."""
    yield verb
    for child in verb.children:
        if child.dep_ not in _OTHERS or child == anchor or child.is_ancestor(anchor):
            yield from _collect(child, anchor)


def _trim(tokens: "list[Token]") -> "list[Token]":
    """The words without marks at either end and without the word that opens the clause."""
    openers = load_rules("timeline")["openers"]
    while tokens and (tokens[0].is_punct or tokens[0].text.lower() in openers):
        tokens = tokens[1:]
    while tokens and tokens[-1].is_punct:
        tokens = tokens[:-1]
    return tokens
