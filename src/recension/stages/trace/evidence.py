"""What speaks for one article coming from another: each scorer gives a signed weight and a sentence for the reader.

A positive value speaks for `child` deriving from `parent`, a negative one for the reverse; 0 says nothing.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import lru_cache

import numpy as np

from recension.scorers.score import Score
from recension.scorers.sentences import make_terms
from recension.stages.trace.dates import find_gap, say_gap
from recension.stages.trace.garbling import find_garbled
from recension.stages.trace.witness import Witness

# Below, a score is too weak to be shown or counted.
LEAST_TELLING = 0.2
# Fewer figures stand in another report of the event by chance.
LEAST_FIGURES = 4


def score_credit(witness: Witness, parent: int, child: int) -> Score:
    """Who names whom as origin."""
    if parent in witness.origins[child].articles:
        return Score(4.0, witness.origins[child].say_credit(witness.articles[parent].outlet or "it"))
    if child in witness.origins[parent].articles:
        return Score(-4.0, f"is itself credited by {witness.articles[parent].id}")
    return Score(0.0, "")


def score_date(witness: Witness, parent: int, child: int) -> Score:
    """Which was published first, where both dates are known."""
    gap = find_gap(witness.articles[parent], witness.articles[child])
    if not gap:
        return Score(0.0, "")
    value = 4.0 if abs(gap) < timedelta(days=30) else 0.8
    return (
        Score(value, f"published {say_gap(gap)} later")
        if gap > timedelta(0)
        else Score(-value, f"published {say_gap(-gap)} earlier")
    )


def score_containment(witness: Witness, parent: int, child: int) -> Score:
    """Whose content lies in the other's: what is derived tends to be the part."""
    inside, outside = witness.coverage(child, parent), witness.coverage(parent, child)
    value = 3.0 * (inside - outside)
    source = witness.articles[parent].id
    return Score(value, f"{inside:.0%} of it stands in {source}, {outside:.0%} of {source} in it")


def score_centrality(witness: Witness, parent: int, child: int) -> Score:
    """Which of the two is nearer to the other articles: a rewrite moves away from them."""
    if len(witness.articles) < 3:
        return Score(0.0, "")
    a, b = witness.nearness(parent, child), witness.nearness(child, parent)
    value = float(np.clip(2.0 * (a - b) / max(a, b, 0.02), -1.5, 1.5))
    return Score(value, f"the other articles are nearer to {witness.articles[parent if value > 0 else child].id}")


def score_garbling(witness: Witness, parent: int, child: int) -> Score:
    """Who spells names as nobody else does: a garbled name is not put right again by who copies it."""
    in_child, in_parent = find_garbled(witness, child, parent), find_garbled(witness, parent, child)
    value = float(np.clip(len(in_child) - len(in_parent), -3, 3))
    names = (in_child if value > 0 else in_parent)[:3]
    shown = ", ".join(f"{name.capitalize()} for {right.capitalize()}" for name, right in names)
    return Score(value, f"{'it' if value > 0 else witness.articles[parent].id} garbles names: {shown}")


def score_figures(witness: Witness, parent: int, child: int) -> Score:
    """Whose figures stand in the other's text: a copy leaves some out and seldom adds any."""
    theirs, own = (_find_figures(witness.articles[i].text) for i in (parent, child))
    if min(len(theirs), len(own)) < LEAST_FIGURES:
        return Score(0.0, "")
    common = len(theirs & own)
    value = common / len(own) - common / len(theirs)
    count = f"all {len(own)}" if common == len(own) else f"{common} of {len(own)}"
    return Score(value, f"{count} of its figures stand in {witness.articles[parent].id}, which has {len(theirs)}")


@lru_cache(maxsize=4096)
def _find_figures(text: str) -> frozenset[str]:
    return frozenset(term for term in make_terms(text) if term[0].isdigit())


DIRECTION_SCORERS: tuple[Callable[[Witness, int, int], Score], ...] = (
    score_credit,
    score_date,
    score_containment,
    score_centrality,
    score_garbling,
    score_figures,
)


def find_evidence(witness: Witness, parent: int, child: int) -> tuple[Score, ...]:
    """What each scorer has to say, those that say nothing left out."""
    scores = (scorer(witness, parent, child) for scorer in DIRECTION_SCORERS)
    return tuple(s for s in scores if abs(s.value) >= LEAST_TELLING)


def measure_direction(evidence: Sequence[Score]) -> float:
    """The probability that the direction is right, 0..1, from the sum of the evidence.

    >>> measure_direction(())
    0.5
    """
    return float(1 / (1 + np.exp(-sum(s.value for s in evidence))))
