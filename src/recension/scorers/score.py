"""What every comparison gives: a value, and the evidence of this pair."""

from typing import NamedTuple


class Score(NamedTuple):
    """How much speaks for something, and the sentence that tells a reader why."""

    value: float
    detail: str
