"""Two texts as one window: what the network that compares them sees at once."""

import re
from dataclasses import dataclass

import numpy as np

from recension.models.shapes import make_shapes
from recension.models.windows import CLOSING, OPENING, Cutter, Inputs
from recension.records import Span

_WORD = re.compile(r"\w+(?:[.,:]\d+)*|[^\w\s]")
# Pieces that are read of each text: with more, the window would outgrow the 512 places that the network knows.
MOST_PIECES = 240


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text of a pair: where each stands, its pieces and its shape."""

    spans: tuple[Span, ...]
    pieces: tuple[list[int], ...]
    shapes: tuple[int, ...]


def cut_text(text: str, cutter: Cutter) -> Words:
    """The words of a text, as many as the network has room for."""
    spans = [Span(*match.span()) for match in _WORD.finditer(text)]
    words = [span.of(text) for span in spans]
    pieces = cutter.cut_words(words)
    room = int(np.searchsorted(np.cumsum([len(each) for each in pieces]), MOST_PIECES, "right"))
    shapes = make_shapes(words[:room], [False] * room)
    return Words(tuple(spans[:room]), tuple(pieces[:room]), tuple(shapes))


def make_pair_inputs(left: Words, right: Words) -> Inputs:
    """The network's inputs: `pieces`, `shapes` and `sides` of shape (1, pieces), `pool` (1, words, pieces).

    The words of the left come first, then those of the right; a word's row of `pool` averages its pieces.
    """
    counts = np.array([len(each) for each in (*left.pieces, *right.pieces)], np.int64)
    middle = sum(map(len, left.pieces)) + 1
    places = np.arange(1, int(counts.sum()) + 1)
    places[places >= middle] += 1
    size = int(counts.sum()) + 3
    pool = np.zeros((1, len(counts), size), np.float32)
    pool[0, np.repeat(np.arange(len(counts)), counts), places] = np.repeat(1 / counts, counts)
    pieces = np.full(size, CLOSING, np.int64)
    pieces[0] = OPENING
    pieces[places] = [piece for each in (*left.pieces, *right.pieces) for piece in each]
    shapes = np.zeros(size, np.int64)
    shapes[places] = np.repeat([*left.shapes, *right.shapes], counts)
    sides = (np.arange(size) > middle).astype(np.int64)
    return {"pieces": pieces[None], "shapes": shapes[None], "sides": sides[None], "pool": pool}
