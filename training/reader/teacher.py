"""The teacher's sentence vectors, which the reader keeps to while it learns to read."""

from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer as Pieces
from torch.nn import functional
from transformers import BertModel

BATCH = 64
LONGEST = 256


def load_meanings(teacher: Path, texts: list[str], kept: Path) -> dict[str, NDArray[np.float32]]:
    """The teacher's vectors of the texts, from the file `kept` where it holds just these, else made and saved there."""
    ordered = sorted(set(texts), key=lambda text: (len(text), text))
    if kept.is_file():
        with np.load(kept) as saved:
            if saved["texts"].tolist() == ordered:
                return dict(zip(ordered, saved["vectors"], strict=True))
    vectors = make_meanings(teacher, ordered)
    np.savez(kept, texts=np.array(ordered), vectors=vectors)
    return dict(zip(ordered, vectors, strict=True))


def make_meanings(teacher: Path, texts: list[str]) -> NDArray[np.float32]:
    """The teacher's vector of each text, of unit length: the mean over its pieces, as sentence-transformers does."""
    pieces = Pieces.from_file(str(teacher / "tokenizer.json"))
    pieces.enable_truncation(LONGEST)
    pieces.enable_padding(pad_to_multiple_of=8)
    encoder = BertModel.from_pretrained(teacher, add_pooling_layer=False, attn_implementation="sdpa").eval()
    found = []
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        for first in range(0, len(texts), BATCH):
            encodings = pieces.encode_batch(texts[first : first + BATCH])
            ids = torch.tensor([e.ids for e in encodings])
            mask = torch.tensor([e.attention_mask for e in encodings])
            hidden = encoder(ids, attention_mask=mask).last_hidden_state.float()
            mean = (hidden * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)
            found.append(functional.normalize(mean, dim=-1).numpy())
    return np.concatenate(found)
