"""Reasons: why an article is in its story, in the words that it shares with the others."""

import math
from collections.abc import Mapping, Sequence
from itertools import islice

from recension.records import Article, Member
from recension.scorers.events import Profile, measure_evidence, weigh_evidence
from recension.text.terms import find_surfaces

MOST_NAMES, MOST_WORDS, MOST_NUMBERS = 4, 4, 3

# Whether an article of a story is of the event that most of it reports, by the mean of its log odds with the others:
# fitted to ECB+ among 5,000 other articles by training/calibrate_grouping.py.
_CONFIDENCE_BASE, _CONFIDENCE_SLOPE = 1.3, 0.57


def explain_members(
    numbers: Sequence[int], articles: Sequence[Article], profiles: Sequence[Profile]
) -> tuple[Member, ...]:
    """For each article of a story what holds it there; one by itself has nothing to say."""
    if len(numbers) == 1:
        return (Member(articles[numbers[0]].id, 1.0, "no other article reports this event"),)
    return tuple(_explain(number, numbers, articles, profiles) for number in numbers)


def _explain(number: int, numbers: Sequence[int], articles: Sequence[Article], profiles: Sequence[Profile]) -> Member:
    """The reason of one article: what it shares with the one it is nearest to, and how many it is near."""
    own = profiles[number]
    compared = [(weigh_evidence(measure_evidence(own, profiles[n])), n) for n in _choose(number, numbers)]
    _, nearest = max(compared, key=lambda item: (item[0], articles[item[1]].id))
    mean = math.fsum(value for value, _ in compared) / len(compared)
    confidence = 1 / (1 + math.exp(-(_CONFIDENCE_BASE + _CONFIDENCE_SLOPE * mean)))
    why = describe_shared(articles[number], own, articles[nearest], profiles[nearest])
    return Member(articles[number].id, round(confidence, 3), why)


def _choose(number: int, numbers: Sequence[int]) -> list[int]:
    """The others; of a very large story those that stand next to it in time."""
    place = numbers.index(number)
    near = numbers[max(0, place - 32) : place + 33]
    return [other for other in near if other != number]


def describe_shared(article: Article, own: Profile, other: Article, others: Profile) -> str:
    """What two articles share: names, words, numbers as the first one writes them, and the time between them."""
    numbers = _rank(own.numbers, others.numbers)[:MOST_NUMBERS]
    names = _rank(own.names, others.names)[: 2 * MOST_NAMES]
    shared = (t for t in _rank(own.words, others.words) if t not in own.names and t not in own.numbers)
    # "p.m." is parted into two letters, which tell a reader nothing.
    words = list(islice((term for term in shared if len(term) > 1), MOST_WORDS))
    written = find_surfaces(article.text, article.title, own.terms, {*names, *words})
    parts = [f"shares with {other.id}"]
    if shown := _list([*dict.fromkeys(written.get(name, name) for name in names)][:MOST_NAMES]):
        parts.append(f"the names {shown}")
    if words:
        parts.append(f"the words {_list([*dict.fromkeys(written.get(word, word) for word in words)])}")
    if numbers:
        parts.append(f"the numbers {_list(numbers)}")
    if own.published and others.published:
        days = abs((own.published - others.published).days)
        parts.append(f"published {_count_days(days)}")
    return f"{parts[0]} {'; '.join(parts[1:]) or 'hardly a term'}"


def _rank(left: Mapping[str, float], right: Mapping[str, float]) -> list[str]:
    """What both have, the weightiest first."""
    return sorted(left.keys() & right.keys(), key=lambda term: (-left[term] * right[term], term))


def _list(words: Sequence[str]) -> str:
    return ", ".join(words)


def _count_days(days: int) -> str:
    return "on the same day" if not days else f"{days} day{'s' * (days > 1)} apart"
