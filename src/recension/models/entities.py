"""Named entities from the scores of their labels."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class EntitySpan(NamedTuple):
    """A named entity: the words from `start` up to `end`, and its type."""

    start: int
    end: int
    label: str


def find_entity_spans(scores: NDArray[np.float32], labels: Sequence[str]) -> list[EntitySpan]:
    """The entities of one sentence in the best sequence of labels in which every inside follows its own kind.

    `labels` are "O" and, for each type, "B-" and "I-" (Ramshaw and Marcus 1995), in the order of the columns.

    >>> rows = np.array([[0, 2, 0], [1, 0, 3], [3, 0, 1]], dtype=np.float32)
    >>> find_entity_spans(rows, ["O", "B-PERSON", "I-PERSON"])
    [EntitySpan(start=0, end=2, label='PERSON')]
    """
    if not scores[:, 1:].size or not (scores[:, 1:].max(axis=1) > scores[:, 0]).any():
        return []
    path = _find_path(scores, _make_steps(labels))
    found: list[EntitySpan] = []
    for word, number in enumerate(path):
        label = labels[number]
        if label.startswith("B-"):
            found.append(EntitySpan(word, word + 1, label[2:]))
        elif label.startswith("I-"):
            found[-1] = found[-1]._replace(end=word + 1)
    return found


def _make_steps(labels: Sequence[str]) -> NDArray[np.float32]:
    """0 where the label of the column may follow that of the row, else minus infinity."""
    steps = np.zeros((len(labels), len(labels)), np.float32)
    for after, label in enumerate(labels):
        if label.startswith("I-"):
            for before, previous in enumerate(labels):
                if previous not in (f"B-{label[2:]}", f"I-{label[2:]}"):
                    steps[before, after] = -np.inf
    return steps


def _find_path(scores: NDArray[np.float32], steps: NDArray[np.float32]) -> list[int]:
    """The best path by dynamic programming (Viterbi 1967); no path begins inside an entity."""
    total = scores[0] + steps[0]
    back = []
    for row in scores[1:]:
        reached = total[:, None] + steps
        back.append(reached.argmax(axis=0))
        total = reached.max(axis=0) + row
    path = [int(total.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]
