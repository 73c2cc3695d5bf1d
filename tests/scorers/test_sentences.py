"""The table of sentences tells how alike they are."""

import numpy as np

from recension.models import StaticEncoder
from recension.scorers.sentences import MOST_SENTENCES_OF_ONE, make_sentence_table

TEXTS = (
    "The barge hit the road bridge at Vale on Tuesday night.\nNine passengers were taken to hospital.",
    "A grain barge rammed the bridge in Vale late on Tuesday.\nThe football coach named three new players.",
    "",
)


def test_rows_belong_to_their_texts() -> None:
    """Each text has its own rows, whose spans are its sentences."""
    table = make_sentence_table(TEXTS, StaticEncoder())
    assert table.bounds == (0, 2, 4, 4)
    assert table.spans[2].of(TEXTS[1]) == "A grain barge rammed the bridge in Vale late on Tuesday."
    assert table.between(0, 1).shape == (2, 2)
    assert table.between(0, 2).shape == (2, 0)


def test_a_paraphrase_is_nearer_than_a_stranger() -> None:
    """The sentence that says the same in other words is the nearest."""
    similarity = make_sentence_table(TEXTS, StaticEncoder()).between(0, 1)
    assert similarity[0, 0] > 0.4 > similarity[0, 1]
    assert similarity[0, 0] > similarity[1, 0]


def test_similarity_is_symmetric_and_bounded() -> None:
    """Every value lies in 0..1, and left and right may be swapped."""
    similarity = make_sentence_table(TEXTS, StaticEncoder()).similarity
    assert np.allclose(similarity, similarity.T)
    assert similarity.min() >= 0.0
    assert similarity.max() <= 1.0 + 1e-6


def test_spellings_of_a_name_count_as_one() -> None:
    """A transliterated name ties two sentences more than another name does."""
    texts = ("Officer Kharnov opened the lock.", "Officer Harnov opened the lock.", "Officer Belling opened the lock.")
    table = make_sentence_table(texts, StaticEncoder())
    assert table.between(0, 1)[0, 0] > table.between(0, 2)[0, 0]


def test_a_very_long_text_keeps_its_first_sentences() -> None:
    """The table stays bounded, whatever the length of a text."""
    table = make_sentence_table(("The barge hit the road bridge. " * 2000, TEXTS[0]), StaticEncoder())
    assert table.bounds == (0, MOST_SENTENCES_OF_ONE, MOST_SENTENCES_OF_ONE + 2)
