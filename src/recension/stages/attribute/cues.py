"""Reporting verbs in all their forms, as `rules/speech.toml` lists them."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from recension.rules import load_rules
from recension.stages.attribute.tokens import Token

Form = Literal["base", "s", "past", "ing"]

_VOWELS = "aeiou"
# Words after which a verb may follow although they stand before nouns too: "some said", "this shows".
_PRONOUN_LIKE = frozenset(
    {
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
        "each",
        "others",
        "neither",
        "either",
    }
)
_PARTICLE_LIKE = frozenset(
    {"before", "after", "since", "as", "to", "last", "next", "in", "on", "over", "off", "early", "late"}
)
_CLOSED = ("determiners", "prepositions", "subordinators", "auxiliaries", "pronouns")
_PLURAL = frozenset(
    {
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
        "others",
        "did",
        "didn't",
        "does",
        "do",
        "not",
        "to",
    }
)


class Cue(NamedTuple):
    """One form of a reporting verb, and the groups of `rules/speech.toml` that hold the verb."""

    verb: str
    form: Form
    groups: frozenset[str]
    particle: tuple[str, ...]


@cache
def load_cues() -> dict[str, tuple[Cue, ...]]:
    """The reporting verbs by their inflected first word; those with a particle come first."""
    rules = load_rules("speech")
    groups: dict[str, set[str]] = {}
    for group, verbs in rules["verbs"].items():
        for verb in verbs:
            groups.setdefault(verb, set()).add(group)
    cues: dict[str, list[Cue]] = {}
    for verb, held in groups.items():
        head, *particle = verb.split()
        for form, word in _inflect(head, tuple(rules["forms"].get(head, ()))):
            cues.setdefault(word, []).append(Cue(verb, form, frozenset(held), tuple(particle)))
    return {word: tuple(sorted(found, key=lambda c: -len(c.particle))) for word, found in cues.items()}


def _inflect(verb: str, irregular: tuple[str, ...]) -> Iterator[tuple[Form, str]]:
    """The forms of a verb with their kinds.

    >>> list(_inflect("deny", ()))
    [('base', 'deny'), ('s', 'denies'), ('ing', 'denying'), ('past', 'denied')]
    """
    stem = verb[:-1] if verb.endswith("y") and verb[-2] not in _VOWELS else None
    doubled = irregular[0][:-2] if irregular and irregular[0].endswith(verb[-1] * 2 + "ed") else verb
    yield "base", verb
    yield "s", f"{stem}ies" if stem else verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    yield "ing", (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else doubled) + "ing"
    regular = f"{stem}ied" if stem else verb + ("d" if verb.endswith("e") else "ed")
    for word in irregular or (regular,):
        yield "past", word


def find_cues(tokens: Sequence[Token], at: int) -> Iterator[Cue]:
    """The verbs that the word at `at` may be a form of, where its neighbours let it be a verb."""
    for cue in load_cues().get(tokens[at].lower, ()):
        following = tuple(t.lower for t in tokens[at + 1 : at + 1 + len(cue.particle)])
        if following == cue.particle and _can_be_verb(tokens, at, cue):
            yield cue


def _can_be_verb(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Whether nothing before the word makes it a noun or adjective: no determiner, preposition or owner."""
    if at == 0:
        return cue.form not in {"base", "s"}
    before = tokens[at - 1]
    if before.lower.endswith("'s") or (before.belongs_to("determiners") and before.lower not in _PRONOUN_LIKE):
        return False
    if before.belongs_to("prepositions") and before.lower not in _PARTICLE_LIKE:
        return cue.form == "ing"
    if cue.form == "base":
        return _takes_plural(tokens, at) or _is_plain_verb(tokens, at, cue)
    return not (cue.form == "s" and _looks_plural(before))


def _is_plain_verb(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Whether the plain form is never a noun and stands behind one: "about 4 in 10 say"."""
    before = tokens[at - 1]
    is_noun = before.kind in {"name", "number"} or (before.kind == "word" and not before.belongs_to(*_CLOSED))
    is_example = before.text == "," and at + 1 < len(tokens) and tokens[at + 1].text == ","
    return (
        cue.verb in load_rules("speech")["nouns"]["never"] and (is_noun or before.text in {",", ")"}) and not is_example
    )


def _takes_plural(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before `at` are a plural, a pronoun or an auxiliary, so that a plain form is a verb."""
    before = tokens[at - 2] if at > 1 and tokens[at - 1].is_adverb and tokens[at - 1].lower != "not" else tokens[at - 1]
    return before.lower in _PLURAL or before.belongs_to("auxiliaries") or _looks_plural(before)


def _looks_plural(token: Token) -> bool:
    is_plain = token.kind == "word" and not token.is_adverb
    return is_plain and token.lower.endswith("s") and not token.lower.endswith(("'s", "ss", "us", "is"))
