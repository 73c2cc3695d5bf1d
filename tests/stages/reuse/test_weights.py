"""Weights: rare words say most, words that were to be expected least."""

import numpy as np

from recension.stages.reuse.weights import Counts, count_words, make_counts, weigh_words
from recension.text.wordcodes import encode_words


def make_archive(*texts: str) -> Counts:
    """The counts of some texts."""
    counts = make_counts()
    codes = [encode_words(text).codes for text in texts]
    starts = np.cumsum([0, *map(len, codes)])
    count_words(counts, np.concatenate(codes), starts)
    return counts


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    """By how often it stands in the archive."""
    archive = make_archive("the " * 500 + "harbour " * 20 + "aground")
    the, harbour, aground = (
        weigh_words(encode_words(word).codes, archive, 5)[0] for word in ("the", "harbour", "aground")
    )
    assert the < harbour < aground


def test_a_name_weighs_less_after_its_first_word() -> None:
    """What the word before foretells weighs half; where both words are free, it weighs in full."""
    filler = " ".join(f"w{number}" for number in range(2000))
    fixed = make_archive(*(f"{filler} orr valley" for _ in range(20)))
    free = make_archive(*(f"valley {filler} orr" for _ in range(20)))
    codes = encode_words("orr valley").codes
    assert weigh_words(codes, fixed, 2)[1] < 0.7 * weigh_words(codes, free, 2)[1]


def test_the_order_of_articles_makes_no_difference() -> None:
    """The last word of one article and the first of the next are no pair."""
    one, other = make_archive("a b c", "d e", "f"), make_archive("f", "d e", "a b c")
    assert all((left == right).all() for left, right in zip(one, other, strict=True))
