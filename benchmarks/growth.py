"""Growth: a story of 9, 18, 36 and 72 articles, stage by stage."""

import time
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import as_file, files
from typing import TypeVar

from recension.models import StaticEncoder
from recension.readers import find_sources, read_source
from recension.records import Article, Draft, Story
from recension.stages import attribute, collate, group, read, repair, trace

R = TypeVar("R")

FACTORS = (1, 2, 4, 8)


def main() -> None:
    """Prints the seconds of each stage for the packaged story, once, twice, four and eight times over."""
    encoder = StaticEncoder()
    encoder.encode(["the model is loaded before the clock starts"])
    print(f"{'articles':>8} " + " ".join(f"{name:>9}" for name in ("read", "group", "trace", "attribute", "collate")))
    for factor in FACTORS:
        print(measure(factor, encoder))


def measure(factor: int, encoder: StaticEncoder) -> str:
    """One row of the table."""
    articles, reading = time_call(load_articles, factor)
    _, grouping = time_call(group, articles)
    story = Story("s1", "growth", tuple(article.id for article in articles))
    traced, tracing = time_call(trace, story, articles, encoder)
    statements, attributing = time_call(lambda: tuple(s for article in articles for s in attribute(article)))
    _, collating = time_call(collate, story, articles, statements, traced, encoder)
    seconds = (reading, grouping, tracing, attributing, collating)
    return f"{len(articles):>8} " + " ".join(f"{value:9.2f}" for value in seconds)


def load_articles(factor: int) -> tuple[Article, ...]:
    """The packaged articles, `factor` times: each copy with sentences of its own kind, so that no cache helps."""
    with as_file(files("recension.demo") / "articles") as folder:
        drafts = [draft for source in find_sources([str(folder)]) for draft in read_source(source)]
    articles = [repair(read(draft)) for draft in drafts if isinstance(draft, Draft)]
    return tuple(
        replace(article, id=f"{article.id}-{copy}", text=vary(article.text, copy))
        for copy in range(factor)
        for article in articles
    )


def vary(text: str, copy: int) -> str:
    """`text` with every seventh word, counted from `copy`, left out."""
    words = text.split(" ")
    return " ".join(word for place, word in enumerate(words) if copy == 0 or (place + copy) % 7)


def time_call(function: Callable[..., R], *arguments: object) -> tuple[R, float]:
    """What `function` returns, and the seconds it took."""
    began = time.perf_counter()
    result = function(*arguments)
    return result, time.perf_counter() - began


if __name__ == "__main__":
    main()
