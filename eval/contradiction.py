"""SummEdits, news: summaries edited so that they agree with their article or contradict it; is one told from the other?

Laban et al. 2023, "LLMs as factual reasoners". The article is one report of a story and the summary the other: where
the collation shows a conflict between them, the summary is held to contradict. The figure is the mean of the shares of
both kinds that are told right.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from recension.models import load_comparer, load_encoder, load_pipeline
from recension.records import Article, Story
from recension.stages import attribute, collate, identify, trace

DATA = Path(__file__).parent.parent.parent / "shared" / "data" / "contradiction" / "summedits_news.json"


def measure() -> dict[str, float]:
    """The balanced accuracy, and the shares of consistent and of contradicting summaries that are told right."""
    right, all_of = Counter[bool](), Counter[bool]()
    for pair, conflict in find_conflicts():
        consistent = bool(pair["label"])
        all_of[consistent] += 1
        right[consistent] += conflict != consistent
    shares = {kind: right[kind] / all_of[kind] for kind in all_of}
    return {
        "summedits balanced accuracy": sum(shares.values()) / 2,
        "summedits consistent": shares[True],
        "summedits contradicting": shares[False],
    }


def find_conflicts() -> Iterator[tuple[dict[str, str], bool]]:
    """Every pair of the corpus and whether a conflict was found in it."""
    encoder, pipeline, comparer = load_encoder(), load_pipeline(), load_comparer()
    for pair in json.loads(DATA.read_text(encoding="utf-8")):
        articles = (Article("document", "document", pair["doc"]), Article("summary", "summary", pair["summary"]))
        members = identify(articles, pipeline)
        story = Story("s1", "", ("document", "summary"))
        statements = tuple(statement for article in members for statement in attribute(article))
        found = collate(story, members, statements, trace(story, members, encoder), encoder, comparer)
        yield pair, any(fact.verdict in {"conflict", "update"} for fact in found.facts)


if __name__ == "__main__":
    print(measure())
