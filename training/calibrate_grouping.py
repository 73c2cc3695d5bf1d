"""Fits the weights of the decision whether two articles report one event, and measures them by cross-validation.

    python -m training.calibrate_grouping

Needs the evaluation data beside the checkout. The pairs are the candidates among the texts of ECB+, in one pool, in one
pool with 5,000 news articles of other events, and topic by topic, so that the weights hold for small folders as for
archives. Prints the weights that stand, rounded, in `scorers/events.py`, and for five parts of the topics in turn what
weights fitted on the other four give on them: the figure that says how much the fit owes to these texts.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from eval.grouping import measure_b3
from eval.pools import load_distractors, load_ecb
from recension.records import Article
from recension.scorers.events import WEIGHTS, Evidence, Profile, measure_evidence, measure_odds, weigh_time
from recension.stages.group.candidates import find_candidates
from recension.stages.group.linking import link
from recension.stages.group.telling import make_profiles
from recension.text.terms import find_terms

PARTS = 5
DISTRACTORS = 5_000
# Keeps weights of features that go together from running away from one another.
_RIDGE = 1.0

Floats = NDArray[np.float64]


class Pool(NamedTuple):
    """Articles that are grouped together, with the evidence of their candidate pairs."""

    profiles: list[Profile]
    events: list[str]
    topics: list[str]
    pairs: list[tuple[int, int]]
    evidence: Floats
    days: Floats


def main() -> None:
    """Prints the weights and the figures."""
    ecb = load_ecb()
    others = load_distractors(DISTRACTORS)
    articles, events = [a for a, _ in ecb], [e for _, e in ecb]
    by_topic = {e.split()[0]: [p for p in ecb if p[1].split()[0] == e.split()[0]] for e in events}
    pools = [
        make_pool(articles, events),
        make_pool([*articles, *others], [*events, *(a.id for a in others)]),
        *(make_pool([a for a, _ in part], [e for _, e in part]) for part in by_topic.values()),
    ]
    topics = sorted(by_topic)
    parts = {topic: number % PARTS for number, topic in enumerate(topics)}
    whole = fit(pools, set(topics))
    print("fitted on all:", {name: round(float(w), 2) for name, w in zip(["base", *WEIGHTS], whole, strict=True)})
    held = [fit(pools, {t for t in topics if parts[t] != part}) for part in range(PARTS)]
    for name, pool in (("one pool", pools[0]), ("among others", pools[1])):
        print(f"{name}: fitted on all {group_with([whole] * PARTS, pool, parts):.3f}, "
              f"on the other parts {group_with(held, pool, parts):.3f}")  # fmt: skip
    base, slope = fit_confidence(pools[1])
    print(f"confidence of a member: {base:.2f} {slope:+.2f} times the mean of its log odds with the others")


def fit_confidence(pool: Pool) -> Floats:
    """How surely an article is of the event that most of its story reports, given the mean of its log odds there."""
    odds = {pair: measure_odds(pool.profiles[pair[0]], pool.profiles[pair[1]]) for pair in pool.pairs}
    rows, truth = [], []
    for members in link(odds, pool.profiles, range(len(pool.profiles))):
        known = [n for n in members if pool.topics[n]]
        for n in known if len(members) > 1 else ():
            means = [measure_odds(pool.profiles[n], pool.profiles[other]) for other in members if other != n]
            rows.append((1.0, sum(means) / len(means)))
            most = Counter(pool.events[other] for other in members).most_common(1)[0][0]
            truth.append(float(pool.events[n] == most))
    return _fit_logistic(np.array(rows), np.array(truth))


def make_pool(articles: Sequence[Article], events: Sequence[str]) -> Pool:
    """The candidates of the articles and their evidence; the topic is empty where no event is known."""
    profiles = make_profiles(articles, [find_terms(a.text, a.title, a.language) for a in articles])
    pairs = sorted(find_candidates(profiles))
    found = [measure_evidence(profiles[a], profiles[b]) for a, b in pairs]
    topics = [event.split()[0] if " " in event else "" for event in events]
    return Pool(profiles, list(events), topics, pairs, _tabulate(found), np.array([e.days for e in found], float))


def fit(pools: Sequence[Pool], topics: set[str]) -> Floats:
    """The base and weights by logistic regression over pairs of which one is of `topics`."""
    rows, truth = [], []
    for pool in pools:
        known = [
            {pool.topics[a], pool.topics[b]} - {""} <= topics and bool(pool.topics[a] or pool.topics[b])
            for a, b in pool.pairs
        ]
        rows.append(pool.evidence[known])
        truth.append(np.array([pool.events[a] == pool.events[b] for a, b in pool.pairs], float)[known])
    return _fit_logistic(np.concatenate(rows), np.concatenate(truth))


def _fit_logistic(x: Floats, y: Floats) -> Floats:
    """The weights of a logistic regression, by Newton's method."""
    weights = np.zeros(x.shape[1])
    for _ in range(20):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - _RIDGE * weights
        weights += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + _RIDGE * np.eye(len(weights)), slope)
    return weights


def group_with(weights: Sequence[Floats], pool: Pool, parts: dict[str, int]) -> float:
    """The B³ F1 of ECB+ texts where each topic is judged by the weights of its part."""
    scores = np.array([pool.evidence @ w for w in weights]) - np.array([weigh_time(float(days)) for days in pool.days])
    mine = [max(parts.get(pool.topics[a], 0), parts.get(pool.topics[b], 0)) for a, b in pool.pairs]
    odds = {pair: float(scores[part, n]) for n, (pair, part) in enumerate(zip(pool.pairs, mine, strict=True))}
    groups = link(odds, pool.profiles, range(len(pool.profiles)))
    found = {number: str(place) for place, members in enumerate(groups) for number in members}
    return measure_b3([found[n] for n in range(len(pool.events))], pool.events, [bool(t) for t in pool.topics])


def _tabulate(found: Sequence[Evidence]) -> Floats:
    """One row a pair: 1 for the base, then what the weights are for."""
    return np.array([[1.0, *(float(getattr(e, name)) for name in WEIGHTS)] for e in found]).reshape(len(found), -1)


if __name__ == "__main__":
    main()
