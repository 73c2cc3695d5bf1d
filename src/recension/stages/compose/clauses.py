"""Clauses of reason and manner: what the cues of `rules/answers.toml` open in a sentence, and what it explains."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from recension.records import Span
from recension.rules import load_rules
from recension.stages.compose.forms import is_form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# The relations by which an explanation hangs on what it explains, and those that part one clause from another.
_ARMS = frozenset({"obl", "obl:agent", "obl:unmarked", "advcl", "advcl:relcl", "nmod", "acl"})
_OTHER_CLAUSES = frozenset({"advcl", "advcl:relcl", "parataxis", "conj", "ccomp", "acl:relcl", "appos", "punct"})
_RELATIVE = frozenset({"acl", "acl:relcl", "advcl:relcl"})
# What stands before a cue and belongs to it: "soon after", "only because".
_LEADS = frozenset({"advmod", "obl:unmarked", "nmod:unmarked"})
# An answer is a clause, not a paragraph.
_LONGEST = 160


class Clause(NamedTuple):
    """An explanation at `span` of what the words of `explained` tell; `strength` is that of its cue, 0..1."""

    question: Literal["why", "how"]
    span: Span
    explained: str
    strength: float


def find_clauses(doc: "Doc") -> Iterator[Clause]:
    """The explanations in a sentence that was read with Universal Dependencies, in order of the rules."""
    for cue in load_rules("answers")["cues"]:
        for match in _compile(tuple(cue["words"])).finditer(doc.text):
            words = doc.char_span(*match.span())
            top = _find_top(words[0]) if words else None
            if top is not None and _fits(cue, top):
                yield from _make_clause(cue, top, match.start())


def has_cue(text: str) -> bool:
    """Whether the words of a cue stand in the text."""
    return any(_compile(tuple(cue["words"])).search(text) for cue in load_rules("answers")["cues"])


@cache
def _compile(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    # A capital may only be that of the sentence: "to mark" is not "to Mark".
    return re.compile(rf"(?:^(?i:{longest})|\b(?:{longest}))\b")


def _find_top(token: "Token") -> "Token | None":
    """The head of the phrase or clause that begins with `token` and hangs on another."""
    for word in (token, *token.ancestors):
        if word.dep_ in _ARMS:
            return word if _find_start(word, token.i) == token.i else None
    return None


def _find_start(top: "Token", cue: int) -> int:
    """Where the phrase begins, adverbs before its cue left out."""
    start = top.left_edge.i
    for child in top.lefts:
        if child.left_edge.i == start < cue and child.dep_ in _LEADS:
            start = child.right_edge.i + 1
    return start


def _fits(cue: dict[str, Any], top: "Token") -> bool:
    """Whether the phrase is what the cue asks for: a clause, a verb in -ing, a noun, an explanation of some verbs."""
    if cue.get("clause") and not (top.pos_ in {"VERB", "AUX"} and _has_subject(top)):
        return False
    if cue.get("gerund") and top.tag_ != "VBG":
        return False
    if cue.get("nouns") and not (top.tag_ in {"NN", "NNS"} and top.text.lower() in cue["nouns"]):
        return False
    if cue.get("bare") and any(child.dep_ == "det" for child in top.children):
        return False
    if cue.get("verbs") and not is_form(top.head.text, cue["verbs"]):
        return False
    doubtful = _is_doubtful(top) or _is_doubtful(top.head) or _is_attempt(top.head)
    return not (doubtful or _is_phase(top.head) or _is_time(top))


def _is_phase(head: "Token") -> bool:
    """Whether the word tells the begin or end of something: "ended the visit", "brought it to a close"."""
    rules = load_rules("answers")
    return is_form(head.text, rules["phases"]) or any(words in head.doc.text for words in rules["endings"])


def _is_time(top: "Token") -> bool:
    """Whether the phrase tells a time: "over the years", "two days after he left"."""
    measured = any(child.dep_.endswith(":unmarked") for child in top.lefts)
    return measured or is_form(top.text, load_rules("answers")["times"])


def _is_doubtful(token: "Token") -> bool:
    """Whether the word is negated, or said only to be possible."""
    return any(child.text.lower() in load_rules("answers")["doubts"] for child in token.children)


def _make_clause(cue: dict[str, Any], top: "Token", start: int) -> Iterator[Clause]:
    words = [token for token in top.subtree if not token.is_punct]
    end = words[-1].idx + len(words[-1])
    head = _find_whole(top.head)
    if end - start <= _LONGEST and head.pos_ in {"VERB", "AUX"} and not _is_aside(head):
        inside = set(top.subtree)
        explained = " ".join(token.text for token in _walk(head) if token not in inside)
        yield Clause(cue["question"], Span(start, end), explained, cue["strength"])


def _find_whole(head: "Token") -> "Token":
    """The verb of the whole clause: that of a complement, or the first of several that share a subject."""
    while head.dep_ in {"xcomp", "nmod"} or (head.dep_ == "conj" and not _has_subject(head)):
        head = head.head
    return head


def _has_subject(token: "Token") -> bool:
    return any(child.dep_.startswith("nsubj") for child in token.children)


def _is_aside(head: "Token") -> bool:
    """Whether the clause tells who somebody is and not what happened: it is relative, or inside one that is."""
    return any(token.dep_ in _RELATIVE for token in (head, *head.ancestors))


def _is_attempt(head: "Token") -> bool:
    """Whether the verb is only tried, wanted or refused: "tried to enter"."""
    above = head
    while above.dep_ in {"xcomp", "conj"}:
        above = above.head
        if is_form(above.text, load_rules("answers")["attempts"]):
            return True
    return False


def _walk(head: "Token") -> Iterator["Token"]:
    yield head
    for child in head.children:
        if child.dep_ not in _OTHER_CLAUSES:
            yield from _walk(child)
