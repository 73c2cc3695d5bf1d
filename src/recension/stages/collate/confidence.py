"""Confidence: how often a verdict of its kind is right on the labelled stories."""

from recension.records import Slot, Verdict

_VALUES: frozenset[Slot] = frozenset({"number", "money", "duration", "date", "time"})

# Shares of right verdicts among the facts that the labels speak of, each story judged by the others: 91 shared values
# 0.96, 189 shared phrases 0.93, 22 of 22 differences of names and words (a little less is said: few, and their
# unlabelled fellows are unknown). With 32 differing values the share rises with their score from 0.5 to 1.
_SAME_VALUE, _SAME_PHRASE, _OTHER_WORDS = 0.95, 0.93, 0.9
_LEAST, _MOST, _SLOPE = 0.5, 0.95, 1.2


def calibrate(verdict: Verdict, slot: Slot, score: float) -> float:
    """The confidence, 0..1, in a verdict that was reached with a score.

    >>> calibrate("conflict", "number", 0.6), calibrate("agree", "number", 0.6)
    (0.72, 0.95)
    """
    if verdict in {"agree", "equivalent"}:
        return _SAME_VALUE if slot in _VALUES else _SAME_PHRASE
    if slot in _VALUES:
        return round(min(_MOST, max(_LEAST, _SLOPE * score)), 3)
    return _OTHER_WORDS
