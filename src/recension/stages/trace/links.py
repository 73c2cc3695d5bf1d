"""Links: the possible edges of a stemma, each with its weight and its evidence."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recension.stages.trace.cribs import find_crib
from recension.stages.trace.evidence import find_evidence, measure_direction
from recension.stages.trace.lost import HEAD_SHARE, Lost
from recension.stages.trace.witness import Witness

# Relation of two articles that no repeated credit ties: on the labelled stories most independent reports of one event
# stay below 0.25, texts rewritten sentence by sentence begin at 0.35. The F1 of edges is 0.92 here, 0.91 from 0.18 to
# 0.25, 0.90 at 0.3 and 0.87 at 0.34.
LEAST_KINSHIP = 0.27
# Where one credits the other more than once, or reports its statement, a weaker relation is enough; 0.05 to 0.12 give
# the same.
LEAST_KINSHIP_CREDITED = 0.1
# Without a credit this part of the child must have a counterpart in the parent; 0.42 loses 0.02 of the edges' F1.
LEAST_COVERAGE = 0.3
# A source that several articles name outweighs any but a near copy.
LOST_WEIGHT = 0.75
# How much of a relation's weight hangs on its direction: near relatives without a direction are still relatives.
DOUBT = 0.7
# What near copies gain over distant ones. On page histories of an encyclopedia 0 ties 0.46 of the neighbouring
# versions, 0.3 ties 0.72, this 0.78 and 1.0 ties 0.79; above 1 the labelled stories lose edges.
NEARNESS = 0.6
# What a step from one version of a text to the next weighs at least, a near copy of another outlet 1.6 at most.
VERSION_WEIGHT = 1.6
# The part of the steps that tie true neighbours, on page histories.
VERSION_SURE = 0.9
# A piece that cribbed a figure: just above an original, below any relative. Its share is 0.15 to 0.4 on the labelled
# stories; two such edges are too few to measure how sure they are.
CRIB_WEIGHT = 0.36
CRIB_CONFIDENCE = 0.5
LEAST_CRIBBED = 0.15
# The part of the doubt that is left. On the labelled stories 51 of 53 edges are right, at any confidence; fitted on all
# stories but one it is 0.1 (Brier score on the one left out 0.04; 0.07 at this value, 0.11 with all doubt). Those
# stories were looked at while this was made, so that more doubt is kept than they ask for.
DOUBT_LEFT = 0.5
# Below, the relative is the source of the other rather than its sibling.
LEAST_DIRECTION = 0.25


@dataclass(frozen=True)
class Link:
    """A possible edge between two nodes, named by their ids: its weight decides, the rest is shown.

    Only a link that `is_main` may be an article's main edge; any other needs one beside it.
    """

    parent: str
    child: str
    weight: float
    share: float
    confidence: float
    evidence: tuple[str, ...]
    is_main: bool = True


def is_related(witness: Witness, a: int, b: int) -> bool:
    """Whether two articles share more than the event: by what they share, or by less where one credits the other."""
    return witness.kinship(a, b) >= min(_find_least(witness, a, b), _find_least(witness, b, a))


def _find_least(witness: Witness, parent: int, child: int) -> float:
    """The kinship that makes two articles relatives, given how the child credits the parent."""
    origins = witness.origins[child]
    if parent in origins.article_heads:
        return 0.0
    is_source = origins.articles.get(parent, 0) > 1 or parent in origins.statements
    return LEAST_KINSHIP_CREDITED if is_source else LEAST_KINSHIP


def find_links(witness: Witness, lost: Sequence[Lost]) -> tuple[Link, ...]:
    """Every edge that anything speaks for."""
    return (
        *_find_given_links(witness, lost),
        *_find_crib_links(witness),
        *_find_lost_links(witness, lost),
        *_find_sibling_links(witness, lost),
    )


def _find_given_links(witness: Witness, lost: Sequence[Lost]) -> Iterator[Link]:
    count = len(witness.articles)
    for parent in range(count):
        for child in range(count):
            if parent == child:
                continue
            if witness.versions.is_one_text(parent, child):
                if (parent, child) in witness.versions.steps:
                    yield _make_version_link(witness, parent, child)
            elif _can_derive(witness, parent, child, lost):
                yield _make_link(witness, parent, child)
            elif parent in witness.origins[child].articles:
                yield replace(_make_link(witness, parent, child), is_main=False)


def _make_version_link(witness: Witness, parent: int, child: int) -> Link:
    """The link from one version of a text to the next: no other source outweighs it."""
    step = witness.versions.steps[parent, child]
    return Link(
        witness.articles[parent].id,
        witness.articles[child].id,
        weight=VERSION_WEIGHT + witness.resemblance(parent, child),
        share=witness.coverage(child, parent),
        confidence=step.confidence * VERSION_SURE,
        evidence=(_say_shared(witness, parent, child), *step.evidence),
    )


def _can_derive(witness: Witness, parent: int, child: int, lost: Sequence[Lost]) -> bool:
    """Whether the two are related, and are not known to go back to one lost original side by side."""
    if not is_related(witness, parent, child):
        return False
    if parent in witness.origins[child].articles:
        return True
    siblings = any(parent in x.children and child in x.children for x in lost)
    return not siblings and witness.coverage(child, parent) >= LEAST_COVERAGE


def _make_link(witness: Witness, parent: int, child: int) -> Link:
    scores = find_evidence(witness, parent, child)
    direction = measure_direction(scores)
    kinship, share = witness.kinship(parent, child), witness.coverage(child, parent)
    if parent in witness.origins[child].article_heads:
        share, kinship = max(share, 0.5), max(kinship, LEAST_KINSHIP)
    return Link(
        witness.articles[parent].id,
        witness.articles[child].id,
        weight=_weigh(kinship) * (1 - DOUBT + DOUBT * direction) + NEARNESS * witness.resemblance(parent, child),
        share=share,
        confidence=_calibrate(direction * min(1.0, 0.6 + 0.5 * kinship)),
        evidence=(
            _say_shared(witness, parent, child),
            *(s.detail if s.value > 0 else f"but {s.detail}" for s in sorted(scores, key=lambda s: -abs(s.value))),
        ),
    )


def _find_crib_links(witness: Witness) -> Iterator[Link]:
    """Links to pieces that share little text with any article, but figures or details with one alone."""
    for child, article in enumerate(witness.articles):
        if any(is_related(witness, other, child) for other in range(len(witness.articles)) if other != child):
            continue
        if not (found := find_crib(witness, child)):
            continue
        parent, telling = found
        source = witness.articles[parent].id
        share = max(LEAST_CRIBBED, witness.coverage(child, parent))
        evidence = ("quotes nobody and names no source", telling, f"but only {share:.0%} of it stands in {source}")
        yield Link(source, article.id, CRIB_WEIGHT, share, CRIB_CONFIDENCE, evidence)


def _say_shared(witness: Witness, parent: int, child: int) -> str:
    found = witness.alignment(child, parent)
    order = " in the same order" if found.order >= 0.6 and len(found.pairs) > 2 else ""
    return f"{len(found.pairs)} shared passages with {witness.articles[parent].id}{order}"


def _calibrate(confidence: float) -> float:
    """The confidence with a part of its doubt left out.

    >>> _calibrate(0.6), _calibrate(1.0)
    (0.8, 1.0)
    """
    return 1 - DOUBT_LEFT * (1 - confidence)


def _weigh(kinship: float) -> float:
    """How much a relation counts, 0..1: half at the least that is taken for one, all where texts nearly agree."""
    return min(1.0, 0.5 * math.sqrt(kinship / LEAST_KINSHIP))


def _find_lost_links(witness: Witness, lost: Sequence[Lost]) -> Iterator[Link]:
    for origin in lost:
        for child, (share, reason) in sorted(origin.children.items()):
            shared = len(origin.children) > 1 or share >= LOST_WEIGHT
            weight = max(share, LOST_WEIGHT) if shared else share
            yield Link(
                origin.id,
                witness.articles[child].id,
                weight,
                share,
                _calibrate(min(0.9, 0.55 + 0.4 * share)),
                (reason,),
            )


def _find_sibling_links(witness: Witness, lost: Sequence[Lost]) -> Iterator[Link]:
    """Lost originals for near relatives of their children, where nothing speaks for the child being the source."""
    for origin in lost:
        for sibling in sorted(m for m, (share, _) in origin.children.items() if share >= HEAD_SHARE):
            for child in range(len(witness.articles)):
                if child in origin.children or (kinship := witness.kinship(child, sibling)) < LEAST_KINSHIP:
                    continue
                direction = measure_direction(find_evidence(witness, sibling, child))
                if LEAST_DIRECTION <= direction < 0.5:
                    share = witness.coverage(child, sibling)
                    weight = _weigh(kinship) * (1 - DOUBT * direction)
                    reason = f"{_say_shared(witness, sibling, child)}, which credits {origin.label}"
                    yield Link(
                        origin.id, witness.articles[child].id, weight, share, _calibrate(min(0.8, kinship)), (reason,)
                    )
