"""PolNeAR (924 US news articles, Newell et al. 2018): attributed content by characters, and its sources.

    python -m eval.attribution

Content is scored against the annotator that fits best in each article. A source is right where the speaker shares
a word with it; sources that are pronouns cannot be judged so and are left out. Sources in another sentence are few
(30 that can be judged, most of them in one article of signed quotations): one more or less is three points.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from eval.newsroom import SHARED
from recension.records import Article, Span, Statement
from recension.stages.attribute import attribute
from recension.text.sentences import find_sentences

CORPUS = SHARED / "data" / "attribution" / "polnear-dev.jsonl.gz"
PRONOUNS = frozenset(
    {"he", "she", "they", "it", "who", "i", "we", "his", "her", "their", "its", "him", "them", "that", "which"}
)
SKIPPED = frozenset({"the", "a", "an", "of", "mr", "ms", "mrs", "s", "and"})

# A content counts as found where half of it is covered.
FOUND = 0.5


class Gold(NamedTuple):
    """One annotated attribution: the spans of its content and the first span of its source."""

    content: tuple[Span, ...]
    source: Span | None
    source_text: str


def measure() -> dict[str, float]:
    """Content F1, and the share of right sources: of all found contents, and of those with the source elsewhere."""
    count = Counter[str]()
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in lines:
            count += measure_article(json.loads(line))
    return {
        "polnear content": 2 * count["hit"] / (count["predicted"] + count["gold"]),
        "polnear source": count["right"] / count["judged"],
        "polnear source in another sentence": count["right elsewhere"] / count["judged elsewhere"],
    }


def measure_article(row: dict[str, Any]) -> Counter[str]:
    """The counts of one article against the annotator that fits best."""
    text = row["text"]
    statements = [s for s in attribute(Article(row["id"], "", text)) if s.kind != "own"]
    predicted = find_characters(text, [s.span for s in statements])
    readings = [tuple(parse_brat(brat)) for brat in row["brat"]]
    characters = [find_characters(text, [span for gold in golds for span in gold.content]) for golds in readings]
    best = max(range(len(readings)), key=lambda i: 2 * len(characters[i] & predicted) / (len(characters[i]) + 1))
    count = Counter(hit=len(characters[best] & predicted), predicted=len(predicted), gold=len(characters[best]))
    for gold in readings[best]:
        count += judge_source(text, gold, statements, predicted)
    return count


def judge_source(text: str, gold: Gold, statements: list[Statement], predicted: set[int]) -> Counter[str]:
    """Whether the statement that covers a found content names its source."""
    wanted, names = find_characters(text, gold.content), find_name_words(gold.source_text)
    if gold.source is None or len(wanted & predicted) < FOUND * len(wanted) or names <= PRONOUNS:
        return Counter()
    nearest = max(statements, key=lambda s: measure_overlap(wanted, find_characters(text, [s.span])))
    is_right = bool(names & find_name_words(nearest.speaker or ""))
    home = [s for s in find_sentences(text) if any(s.overlaps(span) for span in gold.content)]
    is_elsewhere = not any(s.overlaps(gold.source) for s in home)
    return Counter(
        {"judged": 1, "right": is_right, "judged elsewhere": is_elsewhere, "right elsewhere": is_right and is_elsewhere}
    )


def parse_brat(brat: str) -> Iterator[Gold]:
    """The attributions of one annotator, from Brat's stand-off format."""
    rows = [line.partition("\t") for line in brat.splitlines()]
    spans: dict[str, tuple[tuple[Span, ...], str]] = {}
    for key, _, rest in rows:
        if key.startswith("T"):
            label, _, words = rest.partition("\t")
            offsets = [offset.split() for offset in label.partition(" ")[2].split(";")]
            spans[key] = tuple(Span(int(start), int(end)) for start, end in offsets), words
    for key, _, rest in rows:
        roles = [role.split(":") for role in rest.split()] if key.startswith("E") else []
        content = [span for role, name in roles if role.startswith("Content") for span in spans[name][0]]
        sources = [spans[name] for role, name in roles if role.startswith("Source")]
        if content:
            yield Gold(tuple(content), sources[0][0][0] if sources else None, sources[0][1] if sources else "")


def find_characters(text: str, spans: Iterable[Span]) -> set[int]:
    """The positions in the spans that hold more than white space."""
    return {i for span in spans for i in range(span.start, min(span.end, len(text))) if not text[i].isspace()}


def find_name_words(name: str) -> set[str]:
    """The words by which two names are compared."""
    return set(re.findall(r"\w+", name.lower())) - SKIPPED


def measure_overlap(left: set[int], right: set[int]) -> float:
    """How well two sets of characters fit, 0..1."""
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 0.0


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:<40} {value:.3f}")
