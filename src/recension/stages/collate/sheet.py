"""The collation sheet: the sentences of a story's articles side by side, and how like each is to each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from recension.protocols import Encoder
from recension.records import Article
from recension.scorers.names import is_spelling_of, make_skeleton
from recension.text.sentences import find_sentences
from recension.text.words import find_words, make_stem

Matrix = NDArray[np.float32]

# Of 0.0, 0.4 and 1.0 the middle put the right sentence first most often (66 %, against 63 % and 59 %).
_VECTOR_SHARE = 0.4
# Bounds the square matrix of similarities to some 100 MB, whatever comes in.
_MOST_SENTENCES = 5000
_NUMERALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_SMALL_NUMBERS = {make_stem(word): str(number) for number, word in enumerate(_NUMERALS.split())}


class Token(NamedTuple):
    """A word of a sentence with what it is compared by: the same key, whatever its spelling or ending."""

    start: int
    end: int
    text: str
    key: int
    is_content: bool
    is_capital: bool


class Sentence(NamedTuple):
    """A sentence of the article at index `article` of the sheet."""

    article: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True)
class Sheet:
    """All sentences of a story; row and column i of `likeness` are sentence i.

    `weights` tells how much each key says in this story (inverse document frequency); `words` has a vector
    a key.
    """

    articles: tuple[Article, ...]
    sentences: tuple[Sentence, ...]
    weights: Matrix
    words: Matrix
    likeness: Matrix
    keys: Mapping[str, int]

    def vector_of(self, stem: str | None) -> Matrix:
        """The vector of a word by its stem; zero for one that the sheet does not have."""
        key = self.keys.get(stem or "")
        return np.zeros_like(self.words[0]) if key is None else self.words[key]

    def article_of(self, sentence: int) -> Article:
        """The article in which the sentence stands."""
        return self.articles[self.sentences[sentence].article]


def make_sheet(articles: Sequence[Article], encoder: Encoder) -> Sheet:
    """The sheet of the articles: sentences compared by their vectors and by the rare words they share."""
    vocabulary = _Vocabulary(articles)
    sentences = tuple(_find_all_sentences(articles, vocabulary))
    weights = _weigh_keys(sentences, len(vocabulary.shown))
    words = encoder.encode(vocabulary.shown)
    vectors = encoder.encode([s.text for s in sentences])
    shared = compare_rows(_count_keys(sentences, weights))
    likeness = _VECTOR_SHARE * (vectors @ vectors.T) + (1 - _VECTOR_SHARE) * shared
    return Sheet(tuple(articles), sentences, weights, words, np.asarray(likeness, dtype=np.float32), vocabulary.keys)


def compare_rows(rows: Matrix) -> Matrix:
    """The cosine of each row with each."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit = rows / np.maximum(lengths, 1e-9)
    return np.asarray(unit @ unit.T, dtype=np.float32)


class _Vocabulary:
    """Gives each word of the articles its key: one for all endings, spellings of a name, and numerals."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.shown: list[str] = []
        self.keys: dict[str, int] = {}
        self._spellings = _find_spellings(articles)

    def key_of(self, stem: str, text: str) -> int:
        """The key of a word, a new one where the word is new."""
        form = self._spellings.get(stem) or _SMALL_NUMBERS.get(stem) or stem.replace(",", "")
        if form not in self.keys:
            self.keys[form] = len(self.shown)
            self.shown.append(text.lower())
        return self.keys[form]


def _find_spellings(articles: Sequence[Article]) -> dict[str, str]:
    """For each stem of a capitalised word the stem of its most frequent spelling."""
    seen: Counter[tuple[str, str]] = Counter()
    for article in articles:
        seen.update((w.stem, w.text) for w in find_words(article.text) if w.text[0].isupper() and w.is_content)
    bins: dict[str, list[tuple[str, str]]] = defaultdict(list)
    found: dict[str, str] = {}
    for stem, text in sorted(seen, key=lambda form: (-seen[form], form)):
        like = bins[make_skeleton(text)]
        first = next((other for other, shown in like[:50] if is_spelling_of(text, shown)), stem)
        found.setdefault(stem, first)
        like.append((found[stem], text))
    return found


def _find_all_sentences(articles: Sequence[Article], vocabulary: _Vocabulary) -> Iterator[Sentence]:
    most = max(20, _MOST_SENTENCES // max(1, len(articles)))
    for index, article in enumerate(articles):
        words = find_words(article.text)
        position = 0
        for span in find_sentences(article.text)[:most]:
            tokens = []
            while position < len(words) and words[position].start < span.end:
                word = words[position]
                key = vocabulary.key_of(word.stem, word.text)
                tokens.append(Token(word.start, word.end, word.text, key, word.is_content, word.text[0].isupper()))
                position += 1
            yield Sentence(index, span.start, span.end, span.of(article.text), tuple(tokens))


def _weigh_keys(sentences: Sequence[Sentence], count: int) -> Matrix:
    """How much each key tells: the logarithm of how few sentences have it; function words tell nothing."""
    frequency = np.zeros(count, dtype=np.float32)
    for sentence in sentences:
        frequency[list({t.key for t in sentence.tokens if t.is_content})] += 1
    weights = np.log((len(sentences) + 1) / (frequency + 0.5))
    return np.where(frequency > 0, np.maximum(weights, 0.1), 0).astype(np.float32)


def _count_keys(sentences: Sequence[Sentence], weights: Matrix) -> Matrix:
    rows = np.zeros((len(sentences), len(weights)), dtype=np.float32)
    for row, sentence in zip(rows, sentences, strict=True):
        keys = [t.key for t in sentence.tokens]
        row[keys] = weights[keys]
    return rows


__all__ = ["Matrix", "Sentence", "Sheet", "Token", "compare_rows", "make_sheet"]
