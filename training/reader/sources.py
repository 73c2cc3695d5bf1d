"""What the reader learns from: which corpora, and how much of each."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from training.reader.corpora import (
    Sentence,
    Tokenizer,
    load_annotated_treebank,
    load_entities,
    load_marked_text,
    load_treebank,
)
from training.reader.labels import ENTITY_LABELS

ANNOTATIONS = Path(__file__).parent / "annotations"


@dataclass(slots=True)
class Source:
    """Sentences of one corpus and the share of them that an epoch reads."""

    name: str
    sentences: list[Sentence]
    share: float = 1.0


def load_sources(data: Path) -> list[Source]:
    """What the reader learns from; the test sets of UNER and of the treebanks are left out."""
    ewt = load_treebank(data / "ud-ewt" / "en_ewt-ud-train.conllu.gz")
    load_annotated_treebank(ewt, ANNOTATIONS / "ewt-train.tsv")
    tokenize = Tokenizer()
    news = [s for path in sorted(ANNOTATIONS.glob("news-*.txt")) for s in load_marked_text(path, tokenize)]
    tweets = [s for part in "abefgh" for s in load_entities(data / "btc/CONLL-format/data" / f"{part}.conll", "btc")]
    emerging = [
        s
        for name, column in (("wnut17train.conll", 1), ("emerging.dev.conll", 1), ("emerging.test.annotated", 1))
        for s in load_entities(data / "wnut17" / name, "wnut17", column)
    ]
    wikipedia = load_entities(data / "wikigold/CONLL-format/data/wikigold.conll.txt", "wikigold")
    uner = load_entities(data / "uner-ewt" / "en_ewt-ud-dev.iob2", "uner", 2)
    return [
        Source("ewt", ewt),
        Source("gum", load_treebank(data / "gum" / "gum-train.conllu.gz")),
        Source("uner", [s for n, s in enumerate(uner) if n % 4]),
        Source("news", news),
        Source("btc", tweets, 0.25),
        Source("wnut17", emerging, 0.5),
        Source("wikigold", wikipedia),
    ]


def make_labels(sources: list[Source]) -> dict[str, list[str]]:
    """The labels of the heads, the most frequent first; relations that stand fewer than ten times are left out."""
    parsed = [s for source in sources for s in source.sentences if s.heads]
    counts = {
        "tags": Counter(t for s in parsed for t in s.tags or ()),
        "pos": Counter(t for s in parsed for t in s.pos or ()),
        "relations": Counter(r for s in parsed for r in s.relations or ()),
    }
    labels = {head: [label for label, n in count.most_common() if n >= 10] for head, count in counts.items()}
    return labels | {"entities": list(ENTITY_LABELS)}
