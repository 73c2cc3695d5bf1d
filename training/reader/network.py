"""The network: MiniLM with an embedding of how words are written, and the reading heads."""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from recension.models.shapes import SHAPES


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many labels each head tells apart."""

    tags: int
    pos: int
    relations: int
    entities: int


class Network(nn.Module):  # type: ignore[misc]
    """One pass over a window gives sentence and word vectors and the scores of all heads.

    The heads read a learned mixture of the layers (Peters et al. 2018), so that the last layer can stay the
    teacher's. Arcs are scored by a deep biaffine form (Dozat and Manning 2017) in which a word that is its own head
    is the root.
    """

    def __init__(
        self,
        teacher: Path,
        sizes: Sizes,
        arc: int = 256,
        relation: int = 200,
        dropout: float = 0.2,
        attention: str = "sdpa",
    ) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(teacher, add_pooling_layer=False, attn_implementation=attention)
        width = self.encoder.config.hidden_size
        self.shape = nn.Embedding(2 * len(SHAPES), width)
        nn.init.zeros_(self.shape.weight)
        self.mixture = nn.Parameter(torch.zeros(self.encoder.config.num_hidden_layers))
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(width, sizes.tags)
        self.pos = nn.Linear(width, sizes.pos)
        self.starts = nn.Sequential(nn.Linear(width, 64), nn.GELU(), nn.Linear(64, 1))
        self.entities = nn.Sequential(
            nn.Linear(width, 192), nn.GELU(), nn.Dropout(dropout), nn.Linear(192, sizes.entities)
        )
        self.arc_child = nn.Sequential(nn.Linear(width, arc), nn.GELU(), nn.Dropout(dropout))
        self.arc_head = nn.Sequential(nn.Linear(width, arc), nn.GELU(), nn.Dropout(dropout))
        self.arc_form = nn.Parameter(torch.zeros(arc + 1, arc))
        nn.init.xavier_uniform_(self.arc_form)
        self.relation_child = nn.Linear(width, relation)
        self.relation_head = nn.Linear(width, relation)
        self.relations = nn.Linear(relation, sizes.relations)

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor | None, pool: Tensor) -> dict[str, Tensor]:
        """Scores and vectors by word; `meaning` is the last layer, from which sentence vectors are averaged."""
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.shape(shapes)
        layers = self.encoder(inputs_embeds=embedded, attention_mask=mask, output_hidden_states=True).hidden_states[1:]
        weights = self.mixture.softmax(0)
        mixed = sum(weight * layer for weight, layer in zip(weights, layers, strict=True))
        words = self.dropout(pool @ mixed.float())
        child = self.arc_child(words)
        child = torch.cat([child, torch.ones_like(child[..., :1])], -1)
        return {
            "meaning": pool @ layers[-1].float(),
            "tags": self.tags(words),
            "pos": self.pos(words),
            "starts": self.starts(words).squeeze(-1),
            "entities": self.entities(words),
            "arcs": (child @ self.arc_form) @ self.arc_head(words).transpose(1, 2),
            "relation_child": self.relation_child(words),
            "relation_head": self.relation_head(words),
        }

    def score_relations(self, child: Tensor, head: Tensor) -> Tensor:
        """The scores of the relations between words and their heads."""
        return self.relations(self.dropout(nn.functional.gelu(child + head)))
