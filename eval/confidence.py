"""How far the confidence of verdicts is to be trusted: the expected calibration error, each story judged by the others.

Naeini, Cooper and Hauskrecht 2015. A fact counts where the labels speak of it: two of its readings touch those of a
labelled fact and hold its value. "Agree" and "equivalent" are right if the label says so too, or if these articles
stand on one side of a labelled conflict; "update" and "conflict" if the label says one of them and parts the articles
the same way. The share of right verdicts is compared with the mean confidence in ten bins of confidence.

    python -m eval.confidence          the error, and a table of the bins
"""

import importlib.util
import json
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any, NamedTuple, Self
from unittest.mock import patch

from eval.newsroom import SCORER, STORIES
from recension import compare
from recension.records import Fact
from recension.stages.collate.confidence import Calibration, Kind, Sample, fit

BINS = 10
_DIFFERING = {"conflict", "update"}


class Scored(float):
    """A score that stands in the place of a fact's confidence, with the kind of the verdict."""

    kind: Kind

    def __new__(cls, score: float, kind: Kind) -> Self:
        """The score, marked."""
        scored = super().__new__(cls, score)
        scored.kind = kind
        return scored


class Judged(NamedTuple):
    """A fact's kind and score, and whether its verdict is right, in a story."""

    story: str
    sample: Sample


def measure() -> dict[str, float]:
    """One less the expected calibration error over all verdicts that the labels speak of: more is better."""
    judged = list(judge_stories())
    return {"confidence, 1 - calibration error": 1 - find_error(predict(judged)), "confidence cases": len(judged)}


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
        with patch("recension.stages.collate.facts.calibrate", lambda kind, score: Scored(score, kind)):
            dossier = compare([folder / "articles"])
        same = {article["id"] for article in gold["articles"] if article["same_event"]}
        story = max(dossier.stories, key=lambda each: len(same & set(each.article_ids)))
        texts = {article.id: scorer.Text(article.text) for article in dossier.articles}
        for fact in story.facts:
            right = _judge(fact, gold["facts"], texts, scorer)
            if right is not None and isinstance(fact.confidence, Scored):
                yield Judged(folder.name, Sample(fact.confidence.kind, float(fact.confidence), right))


def _judge(fact: Fact, labels: list[dict[str, Any]], texts: dict[str, Any], scorer: ModuleType) -> bool | None:
    """Whether a labelled fact that the fact touches says the same of these articles; None where it touches none."""
    touched = [(label, articles) for label in labels if (articles := _find_touched(fact, label, texts, scorer))]
    if not touched:
        return None
    if fact.verdict not in _DIFFERING:
        return any(label["verdict"] not in _DIFFERING or _is_one_side(label, some) for label, some in touched)
    return any(label["verdict"] in _DIFFERING and scorer.splits(label, {"groups": fact.groups}) for label, _ in touched)


def _is_one_side(label: dict[str, Any], articles: set[str]) -> bool:
    """Whether the articles give one value of a labelled conflict."""
    return any(articles <= set(side) for side in label["conflicting"])


def _find_touched(fact: Fact, label: dict[str, Any], texts: dict[str, Any], scorer: ModuleType) -> set[str]:
    """The articles, if two or more, in which a reading of the fact touches that of the label and holds its value."""
    articles = set()
    for reading in fact.readings:
        wanted = label["readings"].get(reading.article)
        place = wanted and texts[reading.article].find(wanted["text"])
        held = {"value": reading.value, "normal": reading.normal}
        if place and scorer.overlap((reading.start, reading.end), place) and scorer.same_value(wanted["value"], held):
            articles.add(reading.article)
    return articles if len(articles) > 1 else set()


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
