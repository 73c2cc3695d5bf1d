"""What a reporting verb may stand with: before a clause, an object, an infinitive, or beside what is said."""

from collections.abc import Sequence

from recension.rules import load_rules
from recension.stages.attribute.contents import Range, has_quote
from recension.stages.attribute.cues import Cue
from recension.stages.attribute.phrases import Phrase, find_head, find_phrase_after
from recension.stages.attribute.tokens import Token

# How far behind "called it" the name that it is given may stand, in tokens.
_NAMING = 14


def can_insert(cue: Cue) -> bool:
    """Whether the verb may stand beside what is said, as in "Y, X said"."""
    return bool(cue.groups & {"parenthetical", "inserted"})


def is_licensed(tokens: Sequence[Token], position: int, start: int, cue: Cue) -> bool:
    """Whether the verb reports with what follows it here."""
    follows = tokens[position] if position < len(tokens) else None
    opened = start > position or (follows is not None and follows.kind == "quote")
    if not opened and _may_be_noun(tokens, position, cue):
        return False
    if "parenthetical" in cue.groups:
        return True
    if "clausal" in cue.groups or ("addressed" in cue.groups and follows is not None):
        return True
    if "infinitive" in cue.groups and follows is not None and follows.lower in {"to", "not"}:
        return True
    if "equating" in cue.groups and _equates(tokens, position):
        return True
    if cue.groups & {"that_only", "inserted"} and follows is not None:
        return opened or follows.lower in {"whether", "how", "why", "if"}
    return "naming" in cue.groups and has_quote(tokens, Range(position, position + _NAMING))


def _equates(tokens: Sequence[Token], position: int) -> bool:
    """Whether what follows says that one thing is another: "it as a joke", "it a joke"."""
    thing = find_phrase_after(tokens, position)
    inside = [t.lower for t in tokens[position : position + _NAMING]]
    if thing is None or inside[:1] == ["as"]:
        return False
    end = next((i for i, t in enumerate(inside) if t in {",", ";", "and", "that"}), len(inside))
    return "as" in inside[:end] or inside[thing.last - position :][:1] in (["a"], ["an"])


def is_finding(tokens: Sequence[Token], source: Phrase, cue: Cue) -> bool:
    """Whether a document is said to show something: "The poll found Ruiz ahead"."""
    documents = load_rules("sources")["document"]
    return "finding" in cue.groups and find_head(tokens, source).lower in documents


def _may_be_noun(tokens: Sequence[Token], position: int, cue: Cue) -> bool:
    """Whether the word may be a plural noun: "derogatory remarks", where a name or pronoun would make it a verb."""
    if cue.form not in {"base", "s"} or cue.verb not in load_rules("speech")["nouns"]["alike"]:
        return False
    before = tokens[max(0, position - 2 - len(cue.particle))]
    return (
        before.kind == "word" and not before.is_adverb and not before.belongs_to("pronouns", "relatives", "auxiliaries")
    )
