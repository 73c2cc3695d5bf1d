"""Aliases: a credit that only one article has is another's credit in translation, where the reports are the same."""

from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from recension.scorers.names import make_skeleton
from recension.stages.trace.evidence import find_evidence, measure_direction
from recension.stages.trace.origins import Origins
from recension.stages.trace.witness import Witness
from recension.text.words import fold

# Weaker relatives credit other sources as often as the same one under another name.
LEAST_KINSHIP = 0.22
# A name that went through another alphabet and back keeps about this much (Kalvin, Carvin: 67).
LEAST_SPELLING = 60.0


@dataclass(frozen=True)
class Source:
    """An outlet that a credit may stand for, and its article where it has one; `rank` tells how it is credited."""

    name: str
    article: int | None
    rank: tuple[bool, int]


def resolve_aliases(witness: Witness) -> Witness:
    """The witness with each lone credit to an unknown outlet put to the source that its nearest relative credits."""
    origins = tuple(_resolve(witness, child) for child in range(len(witness.articles)))
    return replace(witness, origins=origins)


def _resolve(witness: Witness, child: int) -> Origins:
    own = witness.origins[child]
    relative = _find_nearest(witness, child)
    unknown = [n for n in own.absent if _is_lone(witness, child, n)]
    if relative is None or not unknown or own.article_heads:
        return own
    sources = _find_sources(witness, relative, child)
    spelled = _find_spelling(unknown, sources)
    if spelled:
        return _put(own, *spelled)
    heads = [n for n in unknown if n in own.absent_heads]
    is_shared = relative in own.articles or any(n in witness.origins[relative].absent for n in own.absent)
    if not sources or is_shared or not (heads or not own.articles):
        return own
    return _put(own, max(unknown, key=lambda n: (own.absent[n], n in own.absent_heads, n)), sources[0])


def _put(own: Origins, alias: str, source: Source) -> Origins:
    """The origins with the credit `alias` put to the source."""
    absent = {n: c for n, c in own.absent.items() if n != alias}
    heads = own.absent_heads - {alias}
    is_head = alias in own.absent_heads
    own = replace(own, printed=own.printed | {source.name: alias})
    if source.article is None:
        return replace(
            own,
            absent=absent | {source.name: absent.get(source.name, 0) + own.absent[alias]},
            absent_heads=heads | {source.name} if is_head else heads,
        )
    return replace(
        own,
        articles=own.articles | {source.article: own.absent[alias]},
        absent=absent,
        article_heads=own.article_heads | {source.article},
        absent_heads=heads,
    )


def _find_sources(witness: Witness, relative: int, child: int) -> list[Source]:
    """Whom a credit may stand for: the relative's own sources, those of its heading first, or the relative itself."""
    theirs = witness.origins[relative]
    found = [Source(name, None, (name in theirs.absent_heads, count)) for name, count in theirs.absent.items()]
    for article, count in theirs.articles.items():
        outlet = witness.articles[article].outlet
        if outlet and article != child:
            found.append(Source(outlet, article, (article in theirs.article_heads, count)))
    found.sort(key=lambda s: (s.rank, s.name), reverse=True)
    outlet = witness.articles[relative].outlet
    if outlet and _can_be_source(witness, relative, child):
        itself = Source(outlet, relative, (theirs.own_head, 0))
        found.insert(0 if theirs.own_head else len(found), itself)
    return found


def _find_spelling(unknown: list[str], sources: list[Source]) -> tuple[str, Source] | None:
    """The credit and the source whose names are most alike, where they can be two spellings of one."""
    pairs = [(score_spelling(n, s.name), n, s) for n in unknown for s in sources]
    best = max(pairs, key=lambda p: (p[0], p[1], p[2].name), default=None)
    return (best[1], best[2]) if best and best[0] >= LEAST_SPELLING else None


def score_spelling(left: str, right: str) -> float:
    """How alike two names look or sound, 0..100.

    >>> score_spelling("Karven", "Karvin") > 60 > score_spelling("Tarn", "Meridian")
    True
    """
    sounds = fuzz.ratio(*(" ".join(map(make_skeleton, name.split())) for name in (left, right)))
    return max(sounds, fuzz.ratio(fold(left), fold(right)))


def _can_be_source(witness: Witness, source: int, child: int) -> bool:
    """Whether the article has an outlet whose name the credit can stand for, and nothing speaks for the reverse."""
    if witness.articles[source].outlet is None:
        return False
    return measure_direction(find_evidence(witness, source, child)) >= 0.5


def _find_nearest(witness: Witness, child: int) -> int | None:
    others = [i for i in range(len(witness.articles)) if i != child]
    nearest = max(others, key=lambda i: (witness.kinship(child, i), -i), default=None)
    return nearest if nearest is not None and witness.kinship(child, nearest) >= LEAST_KINSHIP else None


def _is_lone(witness: Witness, child: int, name: str) -> bool:
    """Whether no other article of the story credits the name."""
    return not any(name in origins.absent for i, origins in enumerate(witness.origins) if i != child)
