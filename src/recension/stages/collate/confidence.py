"""Confidence: how often a verdict of its kind and score is right on the labelled stories."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from recension.records import Slot, Verdict

Kind = Literal["same value", "same phrase", "other value", "other name", "other words", "read together"]
_VALUES: frozenset[Slot] = frozenset({"number", "money", "duration", "date", "time"})
_NAMES: frozenset[Slot] = frozenset({"person", "organization", "place"})
# Nothing is called surer, or less sure, than a few dozen labelled cases can show.
_LEAST, _MOST = 0.3, 0.97
# So many cases at the mean of all stand beside those of a kind, so that three of three are not taken for certain.
_PRIOR, _PRIOR_SHARE = 4.0, 0.8


class Sample(NamedTuple):
    """A verdict that was judged: its kind, the score with which it was reached, and whether it is right."""

    kind: Kind
    score: float
    right: bool


class Line(NamedTuple):
    """The share of right verdicts among those of low and of high score; `middle` parts them."""

    low: float
    high: float
    middle: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """For each kind of verdict how often it is right."""

    lines: Mapping[Kind, Line]

    def find(self, kind: Kind, score: float) -> float:
        """The confidence, 0..1, in a verdict of this kind that was reached with this score."""
        line = self.lines.get(kind)
        share = _PRIOR_SHARE if line is None else line.high if score >= line.middle else line.low
        return round(min(_MOST, max(_LEAST, share)), 3)


def fit(samples: Sequence[Sample]) -> Calibration:
    """The calibration of judged verdicts: for each kind the shares of right ones below and above the middle score."""
    lines: dict[Kind, Line] = {}
    for kind in sorted({sample.kind for sample in samples}):
        ordered = sorted((s for s in samples if s.kind == kind), key=lambda s: s.score)
        half = len(ordered) // 2
        mean = _find_share(ordered, _PRIOR_SHARE)
        low, high = (_find_share(part, mean) for part in (ordered[:half], ordered[half:]))
        if low > high:  # A score that does not tell is not asked.
            low = high = mean
        lines[kind] = Line(round(low, 3), round(high, 3), round(ordered[half].score, 3))
    return Calibration(lines)


def _find_share(samples: Sequence[Sample], prior: float) -> float:
    return (sum(s.right for s in samples) + _PRIOR * prior) / (len(samples) + _PRIOR)


def find_kind(verdict: Verdict, slot: Slot) -> Kind:
    """What kind of verdict it is.

    >>> find_kind("update", "money"), find_kind("agree", "other")
    ('other value', 'same phrase')
    """
    if verdict in {"agree", "equivalent"}:
        return "same value" if slot in _VALUES else "same phrase"
    return "other value" if slot in _VALUES else "other name" if slot in _NAMES else "other words"


# `python -m eval.confidence` prints these lines; by it each story was judged by the others, too.
MEASURED = Calibration(
    {
        "other name": Line(0.9, 0.9, 0.5),  # 0.99 of 22; their unlabelled fellows are unknown
        "other value": Line(0.63, 0.85, 0.6),
        "other words": Line(0.9, 0.9, 0.5),  # 0.96 of 20
        "read together": Line(0.4, 0.4, 0.5),  # few are labelled: six of fifteen, read by eye
        "same phrase": Line(0.93, 0.94, 0.65),
        "same value": Line(0.96, 0.96, 0.8),
    }
)


def calibrate(kind: Kind, score: float) -> float:
    """The confidence, 0..1, in a verdict of a kind that was reached with a score."""
    return MEASURED.find(kind, score)
