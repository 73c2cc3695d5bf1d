"""With what force something is said: asserted, denied, refused, promised, warned, hedged or speculated."""

from collections.abc import Sequence
from functools import cache

from recension.records import Force
from recension.rules import load_rules
from recension.stages.attribute.contents import Attribution
from recension.stages.attribute.cues import load_cues
from recension.stages.attribute.subjects import skip_auxiliaries
from recension.stages.attribute.tokens import Token

_FORCES: tuple[Force, ...] = ("denied", "refused", "promised", "warned", "hedged", "speculated")
# A reserve further behind the start of what is said, in words, belongs to another of its clauses.
_REACH = 12
_NOT = frozenset({"not", "never", "neither", "nor"})


@cache
def _load_verbs() -> dict[str, Force]:
    rules = load_rules("force")
    return {verb: force for force in _FORCES for verb in rules[force]}


@cache
def _load_nouns() -> dict[str, Force]:
    return {noun: force for force, nouns in load_rules("force")["nouns"].items() for noun in nouns}


@cache
def _load_words(name: str) -> frozenset[str]:
    return frozenset(load_rules("force")[name])


def tell_force(tokens: Sequence[Token], attribution: Attribution) -> Force:
    """The force of an attribution: that of its verb or noun, turned by a negation, or of a reserve in its content."""
    if attribution.verb == "claim":
        noun = tokens[attribution.frame.last - 1].lower
        return _load_nouns().get(noun) or _tell_content(tokens, attribution)
    force = _load_verbs().get(attribution.verb.split()[0])
    if _is_negated(tokens, attribution):
        if attribution.verb in _load_words("beliefs"):
            return "denied"
        return "hedged" if force == "denied" else "refused"
    return force or _tell_content(tokens, attribution)


def _is_negated(tokens: Sequence[Token], attribution: Attribution) -> bool:
    """Whether "not" or "never" stands among the auxiliaries of the verb, or nobody is the subject."""
    inside = tokens[attribution.frame.first : attribution.frame.last]
    verb = next((at for at, t in enumerate(inside) if t.lower in _load_forms(attribution.verb)), None)
    if verb is None:
        return False
    start = max(0, skip_auxiliaries(inside, verb) + 1)
    return any(t.lower in _NOT or t.lower.endswith("n't") for t in inside[start:verb])


@cache
def _load_forms(verb: str) -> frozenset[str]:
    """The inflected forms of a reporting verb's first word."""
    return frozenset(word for word, cues in load_cues().items() if any(c.verb == verb for c in cues))


def _tell_content(tokens: Sequence[Token], attribution: Attribution) -> Force:
    """Hedged where a reserve stands in the first clause of what is said."""
    words = [w for r in attribution.contents[:1] for t in tokens[r.first : r.last] for w in t.lower.split()]
    return "hedged" if has_reserve(words) else "asserted"


def has_reserve(words: Sequence[str]) -> bool:
    """Whether one of the first words takes certainty away: "may", "probably".

    >>> has_reserve(["it", "may", "rain"]), has_reserve(["it", "rains"])
    (True, False)
    """
    return any(w.strip("“”\"'‘’,.") in _load_words("reserves") for w in words[:_REACH])


def is_hearsay(tokens: Sequence[Token]) -> bool:
    """Whether an article passes on what nobody in particular says: "reportedly", "is believed to"."""
    if any(t.lower in _load_words("hearsay") for t in tokens if t.kind == "word"):
        return True
    participles = _load_words("hearsay_participles")
    found = ((at, t) for at, t in enumerate(tokens[:-1]) if t.kind == "word" and t.lower in participles)
    return any(
        tokens[at + 1].lower in {"to", "that"} and any(t.belongs_to("being") for t in tokens[max(0, at - 2) : at])
        for at, _ in found
    )
