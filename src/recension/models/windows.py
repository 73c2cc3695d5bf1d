"""Words as windows: what the contextual network sees at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recension.models.shapes import make_shapes

# The numbers of the word pieces that stand for an unknown word and at both ends of a window.
UNKNOWN, OPENING, CLOSING = 100, 101, 102
# A word of more pieces is garbage or an address: its head tells what it is.
LONGEST_WORD = 12

Inputs = dict[str, NDArray[np.generic]]


@dataclass(slots=True)
class Window:
    """Neighbouring words: `pieces[n]` are the numbers of the word pieces of the n-th, `shapes[n]` how it is written."""

    pieces: list[list[int]]
    shapes: list[int]

    @property
    def size(self) -> int:
        """How many pieces the window takes, with the marks at both ends."""
        return sum(map(len, self.pieces)) + 2


class Cutter:
    """Cuts words into the pieces that the network knows; keeps what it has cut."""

    def __init__(self, tokenizer: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, list[int]] = {}

    def cut(self, words: Sequence[str], opens: Sequence[bool]) -> Window:
        """The window of these words; `opens` says which of them begin a paragraph."""
        return Window(self.cut_words(words), make_shapes(words, opens))

    def cut_words(self, words: Sequence[str]) -> list[list[int]]:
        """The pieces of each word; the one for unknown words where there are none."""
        new = [word for word in set(words) if word not in self._known]
        # The tokenizer takes valid Unicode only: half a surrogate pair is read as a question mark.
        valid = [word.encode("utf-8", "replace").decode() for word in new]
        for word, encoding in zip(new, self._tokenizer.encode_batch(valid, add_special_tokens=False), strict=True):
            self._known[word] = encoding.ids[:LONGEST_WORD] or [UNKNOWN]
        return [self._known[word] for word in words]


def make_inputs(window: Window) -> Inputs:
    """The network's inputs: `pieces` and `shapes` of shape (1, pieces), `pool` (1, words, pieces).

    A word's row of `pool` averages its pieces.

    >>> make_inputs(Window([[7], [8, 9]], [1, 2]))["pool"].tolist()
    [[[0.0, 1.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.5, 0.5, 0.0]]]
    """
    counts = np.array([len(ids) for ids in window.pieces])
    owners = np.repeat(np.arange(len(counts)), counts)
    pool = np.zeros((1, len(counts), window.size), np.float32)
    pool[0, owners, np.arange(1, window.size - 1)] = np.repeat(1 / counts, counts)
    pieces = [OPENING, *(piece for ids in window.pieces for piece in ids), CLOSING]
    shapes = np.concatenate([[0], np.repeat(window.shapes, counts), [0]])
    return {"pieces": np.array([pieces], np.int64), "shapes": shapes[None].astype(np.int64), "pool": pool}
