"""Pools of articles with known events: ECB+, the labelled newsroom stories, and news articles as distractors."""

import gzip
import json
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from benchmarks.planting import normalise
from eval.newsroom import SHARED, STORIES
from recension.engine.gather import gather
from recension.records import Article
from recension.text.pagedates import parse_date

ECB = SHARED / "data" / "stories" / "ecbplus.jsonl.gz"
LOAD = SHARED / "data" / "load" / "allsides-12k.jsonl.gz"

# Which articles are drawn as distractors.
SEED = 5

Labelled = tuple[tuple[Article, str], ...]


@cache
def load_ecb() -> Labelled:
    """The texts of ECB+ with their sub-topics, which are the events."""
    with gzip.open(ECB, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return tuple(
        (Article(row["id"], row["id"], join_tokens(row["sentences"])), f"{row['topic']} {row['subtopic']}")
        for row in rows
    )


@cache
def load_newsroom() -> Labelled:
    """The articles of the labelled stories with their story; one of another event is a story by itself."""
    found: list[tuple[Article, str]] = []
    for story in sorted(path for path in STORIES.iterdir() if path.is_dir()):
        gold = json.loads((story / "gold.json").read_text(encoding="utf-8"))
        same = {row["id"]: row["same_event"] for row in gold["articles"]}
        for article in gather([str(story / "articles")], lambda *_: None).articles:
            name = f"{story.name}-{article.id}"
            found.append((replace(article, id=name), story.name if same[article.id] else name))
    return tuple(found)


@cache
def load_distractors(count: int) -> tuple[Article, ...]:
    """So many news articles of unknown events, drawn once and for all."""
    with gzip.open(LOAD, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    drawn = sorted(random.Random(SEED).sample(range(len(rows)), count)) if count < len(rows) else range(len(rows))
    return tuple(make_article(rows[number]) for number in drawn)


def make_article(row: dict[str, Any]) -> Article:
    """The article in one line of the archive, its text closed up."""
    return Article(
        f"load-{row['id']}", row["url"], normalise(row["text"]), outlet=row["source"], title=row["title"],
        published=parse_date(row["date"]) if row["date"] else None, published_from="feed", language="en",
    )  # fmt: skip


def join_tokens(sentences: Sequence[Sequence[str]]) -> str:
    """The running text of tokenised sentences, without the address that stands first in some."""
    lines = [re.sub(r"\s+([.,;:!?%)]|n't\b|'s\b)", r"\1", " ".join(tokens)) for tokens in sentences]
    lines = [line.replace("`` ", '"').replace(" ''", '"') for line in lines]
    return "\n".join(line for line in lines if not line.startswith("http"))
