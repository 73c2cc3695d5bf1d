"""ECB+ (Cybulska and Vossen 2014): 982 short news texts grouped into stories, B³ F1 against their sub-topics.

python -m eval.grouping
"""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Sequence

from eval.newsroom import SHARED
from recension.models import StaticEncoder
from recension.records import Article
from recension.stages.group import group

CORPUS = SHARED / "data" / "stories" / "ecbplus.jsonl.gz"


def measure() -> dict[str, float]:
    """B³ F1 of all texts in one pool, with the one fixed setting."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    articles = [Article(row["id"], row["id"], join_tokens(row["sentences"])) for row in rows]
    found = {i: story.id for story in group(articles, StaticEncoder()) for i in story.article_ids}
    truth = [f"{row['topic']} {row['subtopic']}" for row in rows]
    return {"ecb+ b3": measure_b3([found[row["id"]] for row in rows], truth)}


def measure_b3(found: Sequence[str], truth: Sequence[str]) -> float:
    """The F1 of B³ precision and recall (Bagga and Baldwin 1998) of a partition against the true one."""
    by_found, by_truth = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    for place, (one, other) in enumerate(zip(found, truth, strict=True)):
        by_found[one].add(place)
        by_truth[other].add(place)
    common = [len(by_found[one] & by_truth[other]) for one, other in zip(found, truth, strict=True)]
    precision = sum(n / len(by_found[one]) for n, one in zip(common, found, strict=True)) / len(found)
    recall = sum(n / len(by_truth[other]) for n, other in zip(common, truth, strict=True)) / len(found)
    return 2 * precision * recall / (precision + recall)


def join_tokens(sentences: Sequence[Sequence[str]]) -> str:
    """The running text of tokenised sentences, without the address that stands first in some."""
    lines = [re.sub(r"\s+([.,;:!?%)]|n't\b|'s\b)", r"\1", " ".join(tokens)) for tokens in sentences]
    lines = [line.replace("`` ", '"').replace(" ''", '"') for line in lines]
    return "\n".join(line for line in lines if not line.startswith("http"))


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:<40} {value:.3f}")
