"""Covered differences: phrases that would be called the same, though a conflict is shown within them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from recension.records import Fact, Span, Trace
from recension.stages.collate.weight import weigh


def part_covered(facts: Iterable[Fact], trace: Trace) -> Iterator[Fact]:
    """The facts; a phrase that holds both sides of a difference keeps the readings of the greater side only."""
    whole = list(facts)
    differing = [f for f in whole if f.verdict in {"conflict", "update"}]
    for fact in whole:
        if fact.slot != "other" or fact in differing:
            yield fact
        elif len((kept := _keep_greater(fact, differing)).groups[0]) > 1:
            support = weigh(kept.groups, trace)
            yield replace(kept, independent_lines=len(support[0].lines), support=support)


def _keep_greater(phrase: Fact, differing: list[Fact]) -> Fact:
    """The phrase without the articles that stand on the smaller side of a difference within it."""
    spans = _group_spans(phrase)
    for difference in differing:
        side_of = {article: number for number, group in enumerate(difference.groups) for article in group}
        sides = {
            r.article: side_of[r.article]
            for r in difference.readings
            if any(r.span.overlaps(span) for span in spans.get(r.article, ()))
        }
        if len(set(sides.values())) > 1:
            count = Counter(sides.values())
            best = min(count, key=lambda side: (-count[side], side))
            phrase = _drop_articles(phrase, {a for a, side in sides.items() if side != best})
            spans = _group_spans(phrase)
    return phrase


def _group_spans(fact: Fact) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    for reading in fact.readings:
        spans.setdefault(reading.article, []).append(reading.span)
    return spans


def _drop_articles(fact: Fact, articles: set[str]) -> Fact:
    readings = tuple(r for r in fact.readings if r.article not in articles)
    return replace(fact, readings=readings, groups=(tuple(a for a in fact.groups[0] if a not in articles),))
