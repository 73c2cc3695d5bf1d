"""Changes: articles that give two values themselves and tell that one took the place of the other."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recension.rules import load_rules
from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import Matrix, Sheet
from recension.stages.collate.times import find_times

Table = NDArray[np.bool_]

_FARTHEST = 1
_MOST_RATIO = 3.0


@dataclass(frozen=True)
class Changes:
    """`told[i, j]` says that an article tells of a change between mentions i and j; `times` when each was published."""

    told: Table
    times: tuple[float | None, ...]

    def is_before(self, left: set[int], right: set[int]) -> bool:
        """Whether the first article of `left` was published before the first of `right`, as far as times are known."""
        before = [time for a in left if (time := self.times[a]) is not None]
        after = [time for a in right if (time := self.times[a]) is not None]
        return bool(before and after) and min(before) < min(after)


def find_changes(sheet: Sheet, mentions: Sequence[Mention], values: Matrix) -> Changes:
    """The pairs of mentions in one sentence, or in two that follow each other, that have a word of change by them.

    `values` are positive; a figure that an article says was changed seldom trebles.
    """
    rules = load_rules("change")
    words, before = frozenset(rules["words"].split()), frozenset(rules["before"].split())
    tokens = [sheet.sentences[m.sentence].tokens for m in mentions]
    cued = np.array([any(t.text.lower() in words for t in own) for own in tokens])
    left = [[t.text.lower() for t in own if t.end <= m.start][-2:] for own, m in zip(tokens, mentions, strict=True)]
    outdated = np.array([not before.isdisjoint(own) for own in left])
    sentence, article = np.array([m.sentence for m in mentions]), np.array([m.article for m in mentions])
    near = (np.abs(sentence[:, None] - sentence[None, :]) <= _FARTHEST) & (cued[:, None] | cued[None, :])
    ratio = np.abs(np.log(values[:, None] / values[None, :]))
    told = (near | outdated[:, None]) & (article[:, None] == article[None, :]) & (ratio <= np.log(_MOST_RATIO))
    return Changes(np.asarray(told, dtype=np.bool_), find_times(sheet.articles))
