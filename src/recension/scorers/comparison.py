"""What comparing two values tells: whether they are the same, and the sentence that says why."""

from typing import Literal, NamedTuple

ComparisonVerdict = Literal["agree", "equivalent", "conflict", "unrelated"]


class Comparison(NamedTuple):
    """The verdict on two values, and the sentence that tells a reader why.

    "agree": the same value in the same words; "equivalent": the same value in other words, unit or precision;
    "conflict": both cannot be right; "unrelated": they are values of different things.
    """

    verdict: ComparisonVerdict
    detail: str
