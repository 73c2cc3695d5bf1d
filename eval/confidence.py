"""How far the confidence of verdicts is to be trusted: the expected calibration error, each story judged by the others.

Naeini, Cooper and Hauskrecht 2015. A fact counts where the labels speak of it: two of its readings touch those of a
labelled fact and hold its value. Its verdict is right if the label says so too (that they agree or are equivalent, or
that they are updated or in conflict), and the articles are parted as the label parts them. The share of right verdicts
is compared with the mean confidence in ten bins of confidence.

    python -m eval.confidence          the error, and a table of the bins
"""

import importlib.util
import json
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any, NamedTuple
from unittest.mock import patch

from eval.newsroom import SCORER, STORIES
from recension import compare
from recension.records import Fact
from recension.stages.collate.confidence import Calibration, Sample, find_kind, fit
from recension.writers.json import make_document

BINS = 10
_DIFFERING = {"conflict", "update"}


class Judged(NamedTuple):
    """A fact's kind and score, and whether its verdict is right, in a story."""

    story: str
    sample: Sample


def measure() -> dict[str, float]:
    """The expected calibration error over all verdicts that the labels speak of."""
    judged = list(judge_stories())
    return {"confidence calibration error": find_error(predict(judged)), "confidence verdicts judged": len(judged)}


def predict(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Confidence and truth of every verdict, the confidence by a calibration on the other stories."""
    found = []
    for story in sorted({each.story for each in judged}):
        calibration = fit([each.sample for each in judged if each.story != story])
        found += [
            (calibration.find(each.sample.kind, each.sample.score), each.sample.right)
            for each in judged
            if each.story == story
        ]
    return found


def find_error(predicted: Sequence[tuple[float, bool]]) -> float:
    """The mean distance of confidence and share of right ones over the bins, by their sizes."""
    bins = make_bins(predicted)
    return sum(abs(sum(c for c, _ in each) - sum(right for _, right in each)) for each in bins) / len(predicted)


def make_bins(predicted: Sequence[tuple[float, bool]]) -> list[list[tuple[float, bool]]]:
    """The verdicts by confidence, in ten bins of one width."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in predicted:
        bins[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    return bins


def judge_stories() -> Iterator[Judged]:
    """Every verdict of the labelled stories of which the labels speak."""
    scorer = _load_scorer()
    for folder in sorted(path for path in STORIES.iterdir() if path.is_dir()):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        with patch("recension.stages.collate.facts.calibrate", lambda _verdict, _slot, score: score):
            dossier = compare([folder / "articles"])
        same = {article["id"] for article in gold["articles"] if article["same_event"]}
        story = max(dossier.stories, key=lambda each: len(same & set(each.article_ids)))
        texts = {article.id: scorer.Text(article.text) for article in dossier.articles}
        for fact, plain in zip(story.facts, _find_plain(dossier, story.id), strict=True):
            right = _judge(fact, plain, gold["facts"], texts, scorer)
            if right is not None:
                yield Judged(folder.name, Sample(find_kind(fact.verdict, fact.slot), fact.confidence, right))


def _find_plain(dossier: Any, story: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = next(each for each in make_document(dossier)["stories"] if each["id"] == story)[
        "facts"
    ]
    return found


def _judge(
    fact: Fact, plain: dict[str, Any], labels: list[dict[str, Any]], texts: dict[str, Any], scorer: ModuleType
) -> bool | None:
    """Whether any labelled fact that the fact touches has such a verdict; None where it touches none."""
    touched = [label for label in labels if _touches(fact, label, texts, scorer)]
    if not touched:
        return None
    if fact.verdict not in _DIFFERING:
        return any(label["verdict"] not in _DIFFERING for label in touched)
    return any(label["verdict"] in _DIFFERING and scorer.splits(label, plain) for label in touched)


def _touches(fact: Fact, label: dict[str, Any], texts: dict[str, Any], scorer: ModuleType) -> bool:
    articles = set()
    for reading in fact.readings:
        wanted = label["readings"].get(reading.article)
        place = wanted and texts[reading.article].find(wanted["text"])
        held = {"value": reading.value, "normal": reading.normal}
        if place and scorer.overlap((reading.start, reading.end), place) and scorer.same_value(wanted["value"], held):
            articles.add(reading.article)
    return len(articles) > 1


def _load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("newsroom_scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Prints the error, the bins, and what a calibration on all stories holds for each kind."""
    judged = list(judge_stories())
    predicted = predict(judged)
    print(f"expected calibration error {find_error(predicted):.3f} over {len(predicted)} verdicts")
    for number, each in enumerate(make_bins(predicted)):
        if each:
            mean, share = (sum(part) / len(each) for part in zip(*each, strict=True))
            print(f"{number / BINS:.1f}: {len(each)} verdicts, confidence {mean:.2f}, right {share:.2f}")
    whole: Calibration = fit([each.sample for each in judged])
    for kind, line in sorted(whole.lines.items()):
        print(f"{kind}: {line}")


if __name__ == "__main__":
    main()
