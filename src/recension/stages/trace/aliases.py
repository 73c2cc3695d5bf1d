"""Aliases: a credit that only one article has is another's credit in translation, where the reports are the same."""

from dataclasses import replace

from recension.stages.trace.evidence import find_evidence, measure_direction
from recension.stages.trace.origins import Origins, is_same_outlet
from recension.stages.trace.witness import Witness

# Weaker relatives credit other sources as often as the same one under another name.
LEAST_KINSHIP = 0.05


def resolve_aliases(witness: Witness) -> Witness:
    """The witness with each lone credit to an unknown outlet put to the source that its nearest relative credits."""
    origins = tuple(_resolve(witness, child) for child in range(len(witness.articles)))
    return replace(witness, origins=origins)


def _resolve(witness: Witness, child: int) -> Origins:
    own = witness.origins[child]
    relative = _find_nearest(witness, child)
    unknown = [n for n in own.absent if _is_lone(witness, child, n)]
    if relative is None or not unknown or relative in own.articles:
        return own
    alias = max(unknown, key=lambda n: (own.absent[n], n in own.absent_heads, n))
    theirs = witness.origins[relative]
    absent = {n: c for n, c in own.absent.items() if n != alias}
    heads = own.absent_heads - {alias}
    named = _find_named(theirs)
    if isinstance(named, str):
        if any(is_same_outlet(named, n) for n in absent):
            return own
        return replace(own, absent=absent | {named: own.absent[alias]}, absent_heads=heads | {named})
    source = relative if named is None else named
    if source == child or source in own.articles or not (named is not None or _can_be_source(witness, source, child)):
        return own
    return replace(
        own,
        articles=own.articles | {source: own.absent[alias]},
        absent=absent,
        article_heads=own.article_heads | {source},
        absent_heads=heads,
    )


def _can_be_source(witness: Witness, source: int, child: int) -> bool:
    """Whether the article has an outlet whose name the credit can stand for, and nothing speaks for the reverse."""
    if witness.articles[source].outlet is None:
        return False
    return measure_direction(find_evidence(witness, source, child)) >= 0.5


def _find_named(origins: Origins) -> int | str | None:
    """The source that an article credits first of all: its heading's before any other, none where it has none."""
    if origins.absent_heads:
        return min(origins.absent_heads)
    if origins.article_heads:
        return min(origins.article_heads)
    if origins.own_head:
        return None
    counts: list[tuple[int, int | str]] = [(-c, n) for n, c in origins.absent.items()]
    counts += [(-c, a) for a, c in origins.articles.items()]
    return min(counts, key=lambda x: (x[0], str(x[1])))[1] if counts else None


def _find_nearest(witness: Witness, child: int) -> int | None:
    others = [i for i in range(len(witness.articles)) if i != child]
    nearest = max(others, key=lambda i: (witness.kinship(child, i), -i), default=None)
    return nearest if nearest is not None and witness.kinship(child, nearest) >= LEAST_KINSHIP else None


def _is_lone(witness: Witness, child: int, name: str) -> bool:
    """Whether no other article of the story credits the name."""
    return not any(
        is_same_outlet(name, other)
        for i, origins in enumerate(witness.origins)
        if i != child
        for other in origins.absent
    )
