"""Grouping: B³ F1 of stories against events, with one fixed setting for all pools.

    python -m eval.grouping

ECB+ (Cybulska and Vossen 2014) has 982 short news texts of 86 events, two like events a topic. Among distractors B³
is taken over the labelled articles; an unlabelled one in their story counts as wrong.
"""

import random
from collections import defaultdict
from collections.abc import Sequence

from eval.pools import Labelled, load_distractors, load_ecb, load_newsroom
from recension.records import Article
from recension.stages.group import group
from recension.stages.group.stream import StoryStream
from recension.text.terms import find_terms

ORDERS = 5


def measure() -> dict[str, float]:
    """The figures of every pool."""
    topics = defaultdict[str, list[tuple[Article, str]]](list)
    for article, event in load_ecb():
        topics[event.split()[0]].append((article, event))
    return {
        "ecb+ b3": measure_pool(load_ecb()),
        "ecb+ b3, among 5,000 others": measure_pool(load_ecb(), load_distractors(5_000)),
        "ecb+ b3, each topic by itself": sum(
            measure_pool(tuple(part)) * len(part) for part in topics.values()
        ) / len(load_ecb()),
        "newsroom b3, among 1,000 others": measure_pool(load_newsroom(), load_distractors(1_000)),
        "ecb+ b3, among 5,000 others, one at a time": measure_stream(load_ecb(), load_distractors(5_000)),
    }  # fmt: skip


def measure_pool(labelled: Labelled, others: Sequence[Article] = ()) -> float:
    """B³ F1 of labelled articles grouped together with others of unknown events."""
    articles = [*(article for article, _ in labelled), *others]
    found = {i: story.id for story in group(articles) for i in story.article_ids}
    truth = [*(event for _, event in labelled), *(article.id for article in others)]
    return measure_b3([found[a.id] for a in articles], truth, [n < len(labelled) for n in range(len(articles))])


def measure_stream(labelled: Labelled, others: Sequence[Article]) -> float:
    """The mean B³ F1 of some random orders in which the articles arrive one at a time."""
    articles = [*(article for article, _ in labelled), *others]
    truth = [*(event for _, event in labelled), *(article.id for article in others)]
    terms = [find_terms(article.text, article.title, article.language) for article in articles]
    total = 0.0
    for order in range(ORDERS):
        stream = StoryStream()
        for number in random.Random(order).sample(range(len(articles)), len(articles)):
            stream.add(articles[number], terms[number])
        found = {i: name for name, ids in stream.get_stories().items() for i in ids}
        total += measure_b3([found[a.id] for a in articles], truth, [n < len(labelled) for n in range(len(articles))])
    return total / ORDERS


def measure_b3(found: Sequence[str], truth: Sequence[str], counted: Sequence[bool] = ()) -> float:
    """The F1 of B³ precision and recall (Bagga and Baldwin 1998) of a partition, over the items that are `counted`.

    >>> measure_b3(["s1", "s1", "s2"], ["a", "a", "a"])
    0.7142857142857143
    """
    by_found, by_truth = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    for place, (one, other) in enumerate(zip(found, truth, strict=True)):
        by_found[one].add(place)
        by_truth[other].add(place)
    places = [place for place in range(len(found)) if not counted or counted[place]]
    common = [len(by_found[found[n]] & by_truth[truth[n]]) for n in places]
    precision = sum(k / len(by_found[found[n]]) for k, n in zip(common, places, strict=True)) / len(places)
    recall = sum(k / len(by_truth[truth[n]]) for k, n in zip(common, places, strict=True)) / len(places)
    return 2 * precision * recall / (precision + recall)


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:<40} {value:.3f}")
