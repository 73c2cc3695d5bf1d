"""What a batch should have said, and how far the network's scores are from it."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.reader.network import Network
from training.reader.windows import Lesson

# What stands where a corpus says nothing; PyTorch's losses leave such places out.
UNKNOWN = -100


class Targets:
    """The targets of a batch as tensors."""

    def __init__(self, labels: dict[str, list[str]]) -> None:
        self._numbers = {head: {label: n for n, label in enumerate(names)} for head, names in labels.items()}
        self._entities = len(labels["entities"])

    def make(self, batch: list[Lesson], words: int) -> dict[str, Tensor]:
        """Targets of shape (windows, words); `allowed` has one more axis, `block` tells sentences apart."""
        shape = (len(batch), words)
        made = {name: np.full(shape, UNKNOWN, np.int64) for name in ("tags", "pos", "heads", "relations", "starts")}
        block = np.full(shape, -1, np.int64)
        allowed = np.zeros((*shape, self._entities), bool)
        for row, lesson in enumerate(batch):
            place = 0
            for number, sentence in enumerate(lesson.sentences):
                end = place + len(sentence.words)
                block[row, place:end] = number
                if sentence.heads:
                    made["tags"][row, place:end] = self._number("tags", sentence.tags)
                    made["pos"][row, place:end] = self._number("pos", sentence.pos)
                    made["relations"][row, place:end] = self._number("relations", sentence.relations)
                    made["heads"][row, place:end] = np.array(sentence.heads) + place
                    made["starts"][row, place:end] = 0
                    made["starts"][row, place] = 1
                if sentence.allowed:
                    for offset, numbers in enumerate(sentence.allowed):
                        allowed[row, place + offset, list(numbers)] = True
                place = end
        tensors = {name: torch.from_numpy(array) for name, array in made.items()}
        return tensors | {"block": torch.from_numpy(block), "allowed": torch.from_numpy(allowed)}

    def _number(self, head: str, names: list[str] | None) -> list[int]:
        return [self._numbers[head].get(name, UNKNOWN) for name in names or ()]


def find_losses(
    network: Network, out: dict[str, Tensor], targets: dict[str, Tensor], meanings: Tensor
) -> dict[str, Tensor]:
    """The loss of every head over what the batch's corpora say."""
    losses: dict[str, Tensor] = {}
    known = targets["tags"] != UNKNOWN
    if known.any():
        for head in ("tags", "pos"):
            losses[head] = functional.cross_entropy(out[head][known], targets[head][known])
        losses["starts"] = functional.binary_cross_entropy_with_logits(
            out["starts"][known], targets["starts"][known].float()
        )
        arcs = out["arcs"].masked_fill(targets["block"].unsqueeze(1) != targets["block"].unsqueeze(2), -1e4)
        losses["arcs"] = functional.cross_entropy(arcs[known], targets["heads"][known])
        related = known & (targets["relations"] != UNKNOWN)
        rows = torch.nonzero(related)
        heads = out["relation_head"][rows[:, 0], targets["heads"][related]]
        scores = network.score_relations(out["relation_child"][related], heads)
        losses["relations"] = functional.cross_entropy(scores, targets["relations"][related])
    marked = targets["allowed"].any(-1)
    if marked.any():
        scores = out["entities"][marked]
        right = scores.masked_fill(~targets["allowed"][marked], -1e4)
        losses["entities"] = (scores.logsumexp(-1) - right.logsumexp(-1)).mean()
    losses["meaning"] = 1 - (find_meanings(out["meaning"], targets["block"]) * meanings).sum(-1).mean()
    return losses


def find_meanings(words: Tensor, block: Tensor) -> Tensor:
    """Sentence vectors of unit length: the mean of a sentence's word vectors, in the order of the sentences."""
    numbers = torch.arange(int(block.max()) + 1)
    inside = (block.unsqueeze(1) == numbers.unsqueeze(-1)).float()
    sizes = inside.sum(-1)
    means = (inside @ words)[sizes > 0] / sizes[sizes > 0].unsqueeze(-1)
    return functional.normalize(means, dim=-1)
