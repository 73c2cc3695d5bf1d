"""The contextual network: MiniLM with reading heads, run by onnxruntime on the processor."""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from recension.models.windows import Cutter, Window, make_inputs

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of one window: a row a word; `arcs[n, m]` is how well word m heads word n."""

    meaning: Floats
    tags: Floats
    pos: Floats
    starts: Floats
    entities: Floats
    arcs: Floats
    relation_child: Floats
    relation_head: Floats


class Network:
    """One pass over words in context; each of its files is read when it is first needed."""

    # The numbers of a word vector.
    width = 384

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        """The labels of the heads `tags`, `pos`, `relations` and `entities`."""
        found: dict[str, list[str]] = json.loads((self._folder / "labels.json").read_text(encoding="utf-8"))
        return found

    @cached_property
    def cutter(self) -> Cutter:
        """Cuts words into the pieces that the network knows."""
        return Cutter(self._folder / "tokenizer.json")

    def read(self, window: Window) -> Scores:
        """The scores of a window.

        Windows go one by one: the int8 weights meet activations that are scaled by what goes through the network
        with them, and a text shall not read otherwise for the company that it is in.
        """
        names = [output.name for output in self._session.get_outputs()]
        return Scores(**{name: array[0] for name, array in zip(names, self._run(window, names), strict=True)})

    def find_meanings(self, window: Window) -> Floats:
        """The vectors of the words, without the work for the heads: shape (words, 384)."""
        (words,) = self._run(window, ["meaning"])
        return np.asarray(words[0], dtype=np.float32)

    def score_relations(self, child: Floats, head: Floats) -> Floats:
        """The scores of the relations between words and their heads: shape (words, relations)."""
        weight, bias = self._relations
        scores: Floats = _gelu(child + head) @ weight + bias
        return scores

    def _run(self, window: Window, names: list[str]) -> list[Floats]:
        outputs: list[Floats] = self._session.run(names, make_inputs(window))
        return outputs

    @cached_property
    def _relations(self) -> tuple[Floats, Floats]:
        with np.load(self._folder / "relations.npz") as saved:
            return np.ascontiguousarray(saved["weight"].T), saved["bias"]

    @cached_property
    def _session(self) -> "InferenceSession":
        return make_session(self._folder / "network.onnx")


def make_session(path: Path) -> "InferenceSession":
    """A session that runs the network of an ONNX file on one core."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    # A second thread gains nothing on windows so small.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    # Warnings of the library are no concern of a user's; errors are raised.
    options.log_severity_level = 3
    return InferenceSession(path, options, providers=["CPUExecutionProvider"])


@cache
def load_network() -> Network:
    """The packaged network, once a process."""
    with as_file(files("recension.models") / "reader_minilm") as folder:
        return Network(Path(folder))


def _gelu(x: Floats) -> Floats:
    """The smooth rectifier of the relations' layer, by its tanh form (Hendrycks and Gimpel 2016)."""
    return np.asarray(0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x**3))), dtype=np.float32)
