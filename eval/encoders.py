"""The static encoders against the contextual one: do both find the same counterpart of a sentence?

    python -m eval.encoders

For every sentence of six words or more of the newsroom stories, the best match among the sentences of the other
articles of its story, by each encoder. Where the contextual encoder sees no counterpart (its best match lies below
`COUNTERPART`), best matches are chance and not counted. Reprints hold one sentence several times, and which copy is
the best match hangs on a hair: a match is as good where the contextual encoder finds it at most `HAIR` less like.

The contextual encoder stands for the teacher of all, all-MiniLM-L6-v2, to which its card says how closely it keeps.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from eval.newsroom import STORIES
from eval.reading import load_articles
from recension.models import load_encoder
from recension.models.choice import STATIC
from recension.protocols import Encoder
from recension.text.sentences import find_sentences

COUNTERPART, HAIR = 0.7, 0.05
SHORTEST = 6

Likeness = NDArray[np.float32]


def measure() -> dict[str, float]:
    """For both static encoders the share of sentences with the same best match, and with one as good."""
    figures: dict[str, float] = {}
    for name in STATIC:
        same: list[bool] = []
        good: list[bool] = []
        for story in sorted(path.name for path in STORIES.iterdir() if path.is_dir()):
            sentences, owners = list_sentences(story)
            taught = compare_sentences(load_encoder("contextual"), sentences, owners)
            found = compare_sentences(load_encoder(name), sentences, owners).argmax(axis=1)
            best = taught.max(axis=1)
            chosen = best >= COUNTERPART
            same += (found == taught.argmax(axis=1))[chosen].tolist()
            good += (taught[np.arange(len(found)), found] >= best - HAIR)[chosen].tolist()
        figures |= {f"{name} same match": sum(same) / len(same), f"{name} match as good": sum(good) / len(good)}
    return figures


def list_sentences(story: str) -> tuple[list[str], NDArray[np.int64]]:
    """The sentences of a story's articles, and the number of the article that each stands in."""
    rows = [
        (sentence.of(article.text), number)
        for number, article in enumerate(load_articles(story))
        for sentence in find_sentences(article.text)
        if len(sentence.of(article.text).split()) >= SHORTEST
    ]
    return [text for text, _ in rows], np.array([number for _, number in rows])


def compare_sentences(encoder: Encoder, sentences: Sequence[str], owners: NDArray[np.int64]) -> Likeness:
    """How like each sentence is to each of another article; -1 within one."""
    rows = encoder.encode(sentences)
    likeness = rows @ rows.T
    likeness[owners[:, None] == owners[None]] = -1
    return likeness


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:<40} {value:.3f}")
