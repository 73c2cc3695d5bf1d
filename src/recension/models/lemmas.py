"""Base forms of English words, by LemmInflect, as a component of a spaCy pipeline."""

from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

FACTORY = "recension_lemmatizer"
# The parts of speech whose words have other forms.
INFLECTED = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})


@Language.component(FACTORY, assigns=["token.lemma"], requires=["token.pos"])
def add_lemmas(doc: Doc) -> Doc:
    """The same document with the base form of each word."""
    for token in doc:
        token.lemma_ = find_lemma(token.text, token.pos_)
    return doc


@lru_cache(maxsize=1 << 16)
def find_lemma(word: str, part: str) -> str:
    """The base form of a word of a part of speech of Universal Dependencies; a name is its own.

    >>> find_lemma("Collided", "VERB"), find_lemma("Waters", "PROPN")
    ('collide', 'Waters')
    """
    from lemminflect import getLemma

    if part in INFLECTED:
        return str(next(iter(getLemma(word.lower(), part)), word.lower()))
    return word if part == "PROPN" else word.lower()
