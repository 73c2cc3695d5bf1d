"""Entities from the scores of labels."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from recension.models.entities import find_entity_spans

LABELS = ("O", "B-PERSON", "I-PERSON", "B-PLACE", "I-PLACE")


@given(st.integers(1, 12), st.integers(0, 2**32 - 1))
def test_spans_are_in_order_and_apart(words: int, seed: int) -> None:
    """Whatever the scores, entities lie in the sentence, one behind the other, and each has one type."""
    scores = np.random.default_rng(seed).normal(size=(words, len(LABELS))).astype(np.float32)
    end = 0
    for entity in find_entity_spans(scores, LABELS):
        assert end <= entity.start < entity.end <= words
        assert entity.label in {"PERSON", "PLACE"}
        end = entity.end


def test_an_inside_never_follows_another_kind() -> None:
    """A word that looks inside a place, right behind a person's first name, goes on with the person."""
    scores = np.array([[0, 5, 0, 0, 0], [0, 0, 3, 0, 4]], dtype=np.float32)
    assert [tuple(entity) for entity in find_entity_spans(scores, LABELS)] == [(0, 2, "PERSON")]
