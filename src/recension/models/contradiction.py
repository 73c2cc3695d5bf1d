"""The network that reads two sentences at once and finds the words by which they contradict each other."""

from functools import cache, cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from recension.models.network import Network, load_network, make_session
from recension.models.pairs import cut_text, make_pair_inputs
from recension.protocols import Clash, Comparison
from recension.records import Span
from recension.text.words import make_stem

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]

OUTPUTS = ("pair", "clash", "links", "matches")
# The probability from which a word is held to clash; words between two such words join them.
_LEAST_WORD = 0.5
_GAP = 1
# Of two words: what one stem gains, what a sentence's length between their places costs, how far scores are told apart,
# and how likely they must be for each other. Found on the dev part of MTReference (F1 0.862; without stems 0.853).
_SAME, _FAR, _SOFTNESS, _LEAST_MATCH = 1.5, 2.0, 1.15, 0.2


class ContradictionNetwork:
    """Compares two sentences, cut as `reader` cuts them; see `contradiction_minilm/CARD.md`.

    Its file is read when it is first asked.
    """

    def __init__(self, folder: Path, reader: Network) -> None:
        self._folder, self._reader = folder, reader

    def compare(self, left: str, right: str) -> Comparison:
        """How likely the sentences contradict each other, or say the same, and the spans that clash, surest first."""
        here, there = (cut_text(text, self._reader.cutter) for text in (left, right))
        if not here.spans or not there.spans:
            return Comparison(0.0, 0.0)
        outputs = self._session.run(OUTPUTS, make_pair_inputs(here, there))
        pair, clash, links, matches = (output[0] for output in outputs)
        shares = np.exp(pair - pair.max())
        contradiction, same, _ = (shares / shares.sum()).tolist()
        count = len(here.spans)
        chances = 1 / (1 + np.exp(-clash))
        stems = [[make_stem(span.of(text)) for span in words.spans] for words, text in ((here, left), (there, right))]
        stemmed = np.array([[a == b for b in stems[1]] for a in stems[0]], np.float32)
        clashes = find_clashes(chances[:count], chances[count:], links[:count, count:])
        return Comparison(
            contradiction,
            same,
            tuple(Clash(_cover(here.spans, a), _cover(there.spans, b), score) for a, b, score in clashes),
            tuple((here.spans[a], there.spans[b]) for a, b in find_matches(matches[:count, count:] + _SAME * stemmed)),
        )

    @cached_property
    def _session(self) -> "InferenceSession":
        return make_session(self._folder / "network.onnx")


Run = tuple[int, int]


def find_clashes(left: Floats, right: Floats, links: Floats) -> list[tuple[Run, Run, float]]:
    """Runs of words of both sides that clash with each other: each run on the left with the one it is linked to best.

    `left` and `right` hold each word's probability to clash, `links` the scores of two words to be for one slot.
    """
    rights = find_runs(right)
    found = []
    for a in find_runs(left):
        scored = [(float(links[a[0] : a[1], b[0] : b[1]].max()), b) for b in rights]
        if scored:
            _, b = max(scored)
            found.append((a, b, float(min(left[a[0] : a[1]].max(), right[b[0] : b[1]].max()))))
    return sorted(found, key=lambda each: (-each[2], each[0]))


def find_matches(scores: Floats) -> list[tuple[int, int]]:
    """The words that correspond: each likely for the other among all words of its side (Dou and Neubig 2021).

    Words in like places of their sentences go together rather, and those whose neighbours do.
    """
    places = (np.arange(size) / size for size in scores.shape)
    raw = (scores - _FAR * np.abs(np.subtract.outer(*places))) / _SOFTNESS
    likely = _normalise(raw)
    for _ in range(2):
        around = np.pad(likely, 2)
        beside = around[1:-3, 1:-3] + around[3:-1, 3:-1] + 0.5 * (around[:-4, :-4] + around[4:, 4:])
        likely = _normalise(raw + beside / _SOFTNESS)
    return [(int(a), int(b)) for a, b in np.argwhere(likely > _LEAST_MATCH)]


def _normalise(scores: Floats) -> Floats:
    """The probability of each cell in its row times that in its column."""
    rows, columns = (np.exp(scores - scores.max(axis=axis, keepdims=True)) for axis in (1, 0))
    product: Floats = rows / rows.sum(axis=1, keepdims=True) * (columns / columns.sum(axis=0, keepdims=True))
    return product


def find_runs(chances: Floats) -> list[Run]:
    """The runs of words that clash; a word between two of them belongs to the run.

    >>> find_runs(np.array([0.9, 0.1, 0.8, 0, 0, 0.7], np.float32))
    [(0, 3), (5, 6)]
    """
    runs: list[Run] = []
    for place in np.flatnonzero(chances >= _LEAST_WORD).tolist():
        if runs and place - runs[-1][1] <= _GAP:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _cover(spans: tuple[Span, ...], run: Run) -> Span:
    return Span(spans[run[0]].start, spans[run[1] - 1].end)


@cache
def load_comparer() -> ContradictionNetwork:
    """The packaged network, once a process."""
    with as_file(files("recension.models") / "contradiction_minilm") as folder:
        return ContradictionNetwork(Path(folder), load_network())
