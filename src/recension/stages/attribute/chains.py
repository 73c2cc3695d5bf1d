"""Chains of attributions in one unit: "Y said that X said Z" and "X said Z, according to Y" become X via Y."""

from collections.abc import Sequence
from functools import cache

from recension.rules import load_rules
from recension.stages.attribute.channels import has_channel_word, is_named
from recension.stages.attribute.contents import Attribution, Range
from recension.stages.attribute.tokens import Token


def join_chains(tokens: Sequence[Token], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions left when each one that contains another is joined with it or stands for it.

    A channel outside passes on the words of the source inside. Anybody else outside keeps the whole content,
    so that "Ruiz said the board had promised help" is a statement of Ruiz.
    """
    kept = list(found)
    for at, outer in enumerate(found):
        for inner in found[max(0, at - _NEAR) : at + _NEAR]:
            if outer is not inner and _contains(outer, inner) and outer in kept and inner in kept:
                joined = _join(tokens, outer, inner)
                at_outer = kept.index(outer)
                kept.remove(inner if joined is None else outer)
                if joined:
                    kept[kept.index(inner)] = joined
                    kept[at_outer:at_outer] = _find_rest(outer, inner)
    return kept


def _find_rest(outer: Attribution, inner: Attribution) -> list[Attribution]:
    """What the outer source says by itself, before a clause in which it passes on the words of another."""
    held = next(r for r in outer.contents if r.first <= inner.frame.first and inner.frame.last <= r.last)
    begin = min((r.first for r in inner.contents), default=held.first)
    edge = min(inner.clause, inner.frame.first, begin)
    rest = Range(held.first, edge)
    is_clause = outer.verb == "according" and rest.last - rest.first >= _CLAUSE
    return [outer._replace(contents=(rest,))] if is_clause else []


# How many attributions away one may lie inside another.
_NEAR = 8
# A clause has at least this many tokens; fewer are an adverb or a conjunction before another's words.
_CLAUSE = 6


@cache
def _load_speech() -> frozenset[str]:
    """The verbs of speaking proper, whose subject is somebody with words that can be passed on."""
    verbs = load_rules("speech")["verbs"]
    return frozenset((*verbs["parenthetical"], *verbs["inserted"], "quote", "according", "deny", "decline"))


def _contains(outer: Attribution, inner: Attribution) -> bool:
    held = (r.first <= inner.frame.first and inner.frame.last <= r.last for r in outer.contents)
    return bool(inner.contents) and any(held)


def _join(tokens: Sequence[Token], outer: Attribution, inner: Attribution) -> Attribution | None:
    """The inner attribution with its channel; None where the outer one says it all."""
    if outer.verb == "cite":
        return inner._replace(source=outer.source, via=inner.source)
    source = tokens[outer.source.first : outer.source.last]
    passes_on = outer.place == "aside" or outer.verb == "according" or has_channel_word(source)
    if not passes_on or inner.verb not in _load_speech():
        return None
    via = inner.via if is_named(tokens, inner.via) else outer.via or outer.source
    return inner._replace(via=via)
