"""The network: the reader's encoder over two sentences at once, and heads for the pair and for its words."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from recension.models.shapes import SHAPES


class Network(nn.Module):  # type: ignore[misc]
    """Two sentences in one window give the scores of what they are to each other, and of each word's clash.

    `links` scores for each two words whether they say something for one and the same slot, `matches` whether they
    correspond as words.
    """

    def __init__(self, config: BertConfig, layers: int = 6, link: int = 128, dropout: float = 0.1) -> None:
        super().__init__()
        config = BertConfig.from_dict(config.to_dict() | {"num_hidden_layers": layers})
        self.encoder = BertModel(config, add_pooling_layer=False)
        width = config.hidden_size
        self.shape = nn.Embedding(2 * len(SHAPES), width)
        self.dropout = nn.Dropout(dropout)
        self.pair = nn.Sequential(nn.Linear(width, width), nn.Tanh(), nn.Dropout(dropout), nn.Linear(width, 3))
        self.clash = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Dropout(dropout), nn.Linear(width, 1))
        self.link = nn.Linear(width, link)
        self.match = nn.Linear(width, link)
        self.offsets = nn.Parameter(torch.full((2,), -2.0))

    def forward(
        self, pieces: Tensor, shapes: Tensor, sides: Tensor, mask: Tensor | None, pool: Tensor
    ) -> dict[str, Tensor]:
        """Scores `pair` (batch, 3), `clash` (batch, words), `links` and `matches` (batch, words, words)."""
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.shape(shapes)
        last = self.encoder(inputs_embeds=embedded, token_type_ids=sides, attention_mask=mask).last_hidden_state
        words = self.dropout(pool @ last)
        linked, matched = self.link(words), self.match(words)
        scale = linked.shape[-1] ** 0.5
        return {
            "pair": self.pair(self.dropout(last[:, 0])),
            "clash": self.clash(words).squeeze(-1),
            "links": linked @ linked.transpose(1, 2) / scale + self.offsets[0],
            "matches": matched @ matched.transpose(1, 2) / scale + self.offsets[1],
        }


def load_start(checkpoint: Path, config: BertConfig, layers: int) -> Network:
    """A network that begins where the reader's training ended, or an earlier run of its own.

    Of the reader's layers as many are taken as asked for, evenly chosen.
    """
    state = torch.load(checkpoint, weights_only=True)
    state = {name: value.float() for name, value in state.get("state", state).items()}
    network = Network(config, layers)
    kept = [round(n * (config.num_hidden_layers - 1) / max(1, layers - 1)) for n in range(layers)]
    start = {}
    for name in network.state_dict():
        parts = name.split(".")
        if parts[:3] == ["encoder", "encoder", "layer"]:
            parts[3] = str(kept[int(parts[3])])
        if (source := ".".join(parts)) in state:
            start[name] = state[source]
    network.load_state_dict(start, strict=False)
    return network
