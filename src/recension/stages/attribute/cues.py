"""Reporting verbs in all their forms, as the rules list them."""

from functools import cache
from typing import Literal, NamedTuple

from recension.rules import load_rules

Form = Literal["base", "s", "past", "ing"]

_GROUPS = ("parenthetical", "clausal", "that_only", "infinitive", "addressed", "naming", "relaying")
_VOWELS = "aeiou"


class Cue(NamedTuple):
    """One form of a reporting verb, and the groups of `rules/speech.toml` that hold the verb."""

    verb: str
    form: Form
    groups: frozenset[str]
    particle: str | None = None

    @property
    def has_addressee(self) -> bool:
        """Whether the one who is told follows the verb."""
        return "with_addressee" in self.groups


@cache
def load_cues() -> dict[str, tuple[Cue, ...]]:
    """The reporting verbs by their inflected first word; those with a particle come first."""
    rules = load_rules("speech")
    groups: dict[str, set[str]] = {}
    for group in (*_GROUPS, "with_addressee"):
        for verb in rules["verbs"][group]:
            groups.setdefault(verb, set()).add(group)
    cues: dict[str, list[Cue]] = {}
    for verb, held in groups.items():
        head, _, particle = verb.partition(" ")
        for form, word in _inflect(head, tuple(rules["forms"].get(head, ()))):
            cues.setdefault(word, []).append(Cue(verb, form, frozenset(held), particle or None))
    return {word: tuple(sorted(found, key=lambda c: c.particle is None)) for word, found in cues.items()}


def _inflect(verb: str, irregular: tuple[str, ...]) -> list[tuple[Form, str]]:
    """The forms of a verb with their kinds.

    >>> _inflect("deny", ())
    [('base', 'deny'), ('s', 'denies'), ('ing', 'denying'), ('past', 'denied')]
    """
    stem = verb[:-1] if verb.endswith("y") and verb[-2] not in _VOWELS else None
    doubled = irregular[0][:-2] if irregular and irregular[0].endswith(verb[-1] * 2 + "ed") else verb
    present = f"{stem}ies" if stem else verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    progressive = (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else doubled) + "ing"
    past = irregular or ((f"{stem}ied" if stem else verb + ("d" if verb.endswith("e") else "ed")),)
    return [("base", verb), ("s", present), ("ing", progressive), *(("past", word) for word in past)]
