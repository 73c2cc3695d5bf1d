"""How alike sentences are, in words and in meaning: one table over all articles of a story."""

import math
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from recension.protocols import Encoder
from recension.records import Span
from recension.scorers.names import make_skeleton
from recension.text.sentences import find_sentences
from recension.text.words import Word, find_words

FloatMatrix = NDArray[np.float32]

# Words and meaning count alike: on the labelled stories 0.3 to 0.5 for words tell derived pairs from independent
# ones best (area under the curve 0.90); words alone give 0.79.
WORDS_WEIGHT = 0.5
# Shorter lines are headings and scraps, alike by chance.
LEAST_WORDS = 4
# The table of this many sentences takes 0.6 GB; a text keeps its first ones, at most as many as a long feature has.
MOST_SENTENCES = 12_000
MOST_SENTENCES_OF_ONE = 500
_DIMENSIONS = 1024
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)


@dataclass(frozen=True)
class SentenceTable:
    """The sentences of several texts in order, and the similarity of each to each, 0..1.

    `bounds[i]:bounds[i + 1]` are the rows of text `i`; `spans` point into that text; `sizes` counts words.
    """

    bounds: tuple[int, ...]
    spans: tuple[Span, ...]
    sizes: NDArray[np.int64]
    similarity: FloatMatrix

    def rows_of(self, text: int) -> slice:
        """The rows of the table that hold the sentences of text number `text`."""
        return slice(self.bounds[text], self.bounds[text + 1])

    def between(self, a: int, b: int) -> FloatMatrix:
        """The similarities of the sentences of text `a` (rows) to those of text `b` (columns)."""
        return self.similarity[self.rows_of(a), self.rows_of(b)]


def make_sentence_table(texts: Sequence[str], encoder: Encoder) -> SentenceTable:
    """The table of all sentences of four words or more, of a very long text its first; the encoder is asked once."""
    most = min(MOST_SENTENCES_OF_ONE, MOST_SENTENCES // max(1, len(texts)))
    sentences = [find_long_sentences(text)[:most] for text in texts]
    spans = tuple(span for own in sentences for span in own)
    strings = [span.of(text) for text, own in zip(texts, sentences, strict=True) for span in own]
    terms = [make_terms(s) for s in strings]
    bounds = tuple(accumulate((len(own) for own in sentences), initial=0))
    rarity = _measure_rarity([terms[a:b] for a, b in pairwise(bounds)])
    meaning = np.asarray(encoder.encode(strings), dtype=np.float32)
    # One product gives both similarities: the rows are scaled by the roots of their weights.
    parts = (WORDS_WEIGHT**0.5 * _weigh(terms, rarity), (1 - WORDS_WEIGHT) ** 0.5 * meaning)
    rows = np.hstack(parts) * np.array([[_trust(t) ** 0.5] for t in terms], dtype=np.float32).reshape(-1, 1)
    similarity = np.clip(rows @ rows.T, 0.0, 1.0)
    sizes = np.array([len(find_words(s)) for s in strings], dtype=np.int64)
    return SentenceTable(bounds, spans, sizes, similarity)


def find_long_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of `text` that are long enough to be compared."""
    return tuple(s for s in find_sentences(text) if len(find_words(s.of(text))) >= LEAST_WORDS)


def make_terms(sentence: str) -> tuple[str, ...]:
    """The content words by which a sentence is compared: stems, numbers as digits, names by their consonants.

    >>> make_terms("Two ferries of Karad collided")
    ('2', 'ferri', 'name krd', 'collid')
    """
    return tuple(_make_term(word) for word in find_words(sentence) if word.is_content)


def _make_term(word: Word) -> str:
    lower = word.text.lower()
    if lower in _numbers():
        return _numbers()[lower]
    return f"name {make_skeleton(word.stem)}" if word.text[0].isupper() and len(word.text) > 1 else word.stem


@cache
def _numbers() -> dict[str, str]:
    return {word: str(number) for number, word in enumerate(_NUMBERS.split())}


def _trust(terms: tuple[str, ...]) -> float:
    """How far a similarity of the sentence can be trusted: with few content words it is like any other."""
    return min(1.0, 0.4 + 0.15 * len(terms))


def _measure_rarity(texts: Sequence[Sequence[tuple[str, ...]]]) -> dict[str, float]:
    """The weight of each term: what few of the story's texts say tells more."""
    spread = Counter(term for text in texts for term in {t for sentence in text for t in sentence})
    return {term: math.log(1 + len(texts) / count) for term, count in spread.items()}


def _weigh(terms: Sequence[tuple[str, ...]], rarity: dict[str, float]) -> FloatMatrix:
    """One row of unit length a sentence: its weighted terms, hashed to a fixed number of columns."""
    rows = np.zeros((len(terms), _DIMENSIONS), dtype=np.float32)
    for row, own in enumerate(terms):
        for term in own:
            rows[row, zlib.crc32(term.encode()) % _DIMENSIONS] += rarity[term]
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), dtype=np.float32)
