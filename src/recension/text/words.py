"""Words of a text with their spans and stems, and which of them carry content."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

import snowballstemmer

from recension.records import Span
from recension.rules import load_rules

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


class Word(NamedTuple):
    """A word or number as it stands in a text; `stem` is what it is compared by."""

    start: int
    end: int
    text: str
    stem: str

    @property
    def span(self) -> Span:
        """Where in the text the word stands."""
        return Span(self.start, self.end)

    @property
    def is_content(self) -> bool:
        """Whether the word says something by itself: no article, pronoun, auxiliary or preposition."""
        return self.text.lower() not in load_stopwords()


@lru_cache(maxsize=4096)
def find_words(text: str) -> tuple[Word, ...]:
    """The words and numbers of `text` in order; a possessive 's belongs to its word, a hyphen parts two.

    >>> [w.stem for w in find_words("Málaga's 1,200 fishermen")]
    ['malaga', '1,200', 'fishermen']
    """
    return tuple(Word(m.start(), m.end(), m.group(), make_stem(m.group())) for m in _WORD.finditer(text))


def find_word_forms(text: str) -> list[str]:
    """The words and numbers of `text` as they stand there: for counting, where spans and stems are not needed.

    >>> find_word_forms("Málaga's 1,200 fishermen")
    ["Málaga's", '1,200', 'fishermen']
    """
    return _WORD.findall(text)


@cache
def load_stopwords() -> frozenset[str]:
    """English words without content of their own, lower case."""
    return frozenset(load_rules("stopwords")["words"].split())


@lru_cache(maxsize=65536)
def make_stem(word: str) -> str:
    """The form by which a word is compared: folded, without a possessive, stemmed (Snowball, English).

    >>> make_stem("Collisions"), make_stem("ministry's")
    ('collis', 'ministri')
    """
    folded = re.sub(r"['’]s?$", "", fold(word))
    return str(_stemmer().stemWord(folded))


def fold(text: str) -> str:
    """`text` in lower case and without diacritics, for comparing.

    >>> fold("Brač")
    'brac'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@cache
def _stemmer() -> "snowballstemmer.EnglishStemmer":
    return snowballstemmer.stemmer("english")
