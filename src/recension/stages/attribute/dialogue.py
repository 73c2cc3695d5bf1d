"""Whose turn it is: the speaker of quotations that stand without a cue."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from recension.records import SourceKind
from recension.rules import load_rules
from recension.stages.attribute.cast import is_person, resolve_name
from recension.stages.attribute.cues import load_cues
from recension.stages.attribute.phrases import find_phrase_after
from recension.stages.attribute.scene import Scene
from recension.stages.attribute.sources import name_source
from recension.stages.attribute.subjects import find_subject
from recension.stages.attribute.tokens import CLOSING_MARKS, Token, load_class
from recension.stages.attribute.units import Unit
from recension.text.quotes import Quote

# A quotation shorter than this, in words, inside a sentence without a cue is a title or a phrase in doubt.
_SHORTEST = 4
# A quotation that makes up this share of its unit is an utterance by itself.
_WHOLE = 0.7


class Turn(NamedTuple):
    """Who speaks as the text goes on, through whom, since which paragraph, and on whom it rests."""

    paragraph: int
    speaker: str | None = None
    via: str | None = None
    source: SourceKind | None = None


def is_utterance(text: str, quote: Quote, unit: Unit) -> bool:
    """Whether a quotation holds somebody's words rather than a title or a phrase."""
    inner = quote.inner.of(text)
    words = [w for w in inner.split() if w[0].isalnum()]
    if _is_whole(quote.end - quote.start, unit):
        return bool(words)
    titled = all(w[0].isupper() or len(w) < 4 or w in load_class("prepositions") for w in words)
    return not titled and (len(words) >= _SHORTEST or inner.rstrip()[-1:] in CLOSING_MARKS)


def _is_whole(length: int, unit: Unit) -> bool:
    return length >= _WHOLE * (unit.end - unit.start)


def find_turn(scene: Scene, unit: Unit, tokens: Sequence[Token], own: Turn | None, before: Turn) -> Turn:
    """Who speaks the loose quotations of a unit: its own speaker, whom it names, or who spoke before it."""
    if own and own.speaker:
        return own
    if named := _find_beside(scene, tokens):
        return Turn(unit.paragraph, named)
    quoted = sum(t.end - t.start for t in tokens if t.kind == "quote")
    near = before.paragraph >= unit.paragraph - 1
    if not _is_whole(quoted, unit) and (subject := _find_subject(scene, tokens)):
        return Turn(unit.paragraph, subject)
    return before._replace(paragraph=unit.paragraph) if near else Turn(unit.paragraph)


def find_announced(scene: Scene, tokens: Sequence[Token]) -> str | None:
    """Who speaks in the paragraph behind a unit that ends with a colon: "Ruiz wrote to the board:"."""
    for at, token in enumerate(tokens):
        if any(c.form in {"past", "s"} for c in load_cues().get(token.lower, ())):
            subject = find_subject(tokens, at)
            return name_source(scene, tokens, subject, None) if subject else None
    names = [t for b, t in pairwise(tokens) if t.kind == "name" and not b.belongs_to("prepositions")]
    names += [t for t in tokens[:1] if t.kind == "name" and not names]
    return resolve_name(scene.cast, names[-1].text) if names else None


def ends_with_cue(tokens: Sequence[Token]) -> bool:
    """Whether the words right before a colon say that words follow: "Ruiz wrote:", "in a statement:"."""
    documents = load_rules("speech")["nouns"]["documents"]
    before = tokens[-2].lower if len(tokens) > 1 else ""
    verbs = (c.form in {"past", "s"} and "parenthetical" in c.groups for c in load_cues().get(before, ()))
    return before in documents or before in {"wrote", "writes"} or any(verbs)


def _find_beside(scene: Scene, tokens: Sequence[Token]) -> str | None:
    """The one named right behind a quotation: "…", she counted; "…" — Ana Ruiz."""
    for at, token in enumerate(tokens):
        if token.kind != "quote":
            continue
        start = at + 1
        while start < len(tokens) and tokens[start].kind == "punctuation" and tokens[start].text not in {".", ";"}:
            start += 1
        phrase = find_phrase_after(tokens, start)
        if phrase and phrase.last - phrase.first <= 8 and start <= at + 3:
            is_named = any(t.kind == "name" for t in tokens[phrase.first : phrase.last])
            if is_named or phrase.kind == "pronoun":
                return name_source(scene, tokens, phrase, None)
    return None


def _find_subject(scene: Scene, tokens: Sequence[Token]) -> str | None:
    """The first person, pronoun, or else name, that a sentence around a quotation holds."""
    people = {n.start for n in scene.names[-1] if is_person(scene.cast, n)}
    for token in tokens:
        if token.start in people:
            return resolve_name(scene.cast, token.text)
        if token.lower in {"he", "she"}:
            return name_source(scene, tokens, find_phrase_after(tokens, tokens.index(token)), None)  # type: ignore[arg-type]
    return scene.names[-1][0].text if scene.names[-1] else None
