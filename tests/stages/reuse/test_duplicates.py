"""Near-duplicates: whole articles alike but for some words."""

import numpy as np

from recension.stages.reuse.duplicates import find_duplicates
from recension.text.wordcodes import encode_words


def make_text(seed: int) -> list[str]:
    """Three hundred invented words."""
    return [f"w{number}" for number in np.random.default_rng(seed).integers(0, 5000, 300)]


def test_changed_copies_are_found() -> None:
    """A copy with every twentieth word changed is alike by about seven tenths; other articles are not alike."""
    words = make_text(1)
    copy = [f"x{number}" if number % 20 == 0 else word for number, word in enumerate(words)]
    texts = [make_text(2), words, make_text(3), copy]
    found = find_duplicates([encode_words(" ".join(text)).codes for text in texts])
    assert (found.a.tolist(), found.b.tolist()) == ([1], [3])
    assert 0.6 < found.likeness[0] < 0.9


def test_nothing_is_alike_to_nothing() -> None:
    """Empty articles and none at all give no pairs."""
    assert len(find_duplicates([]).a) == 0
    assert len(find_duplicates([encode_words("").codes] * 2).a) == 0
