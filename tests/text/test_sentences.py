"""Sentences and paragraphs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.rules import load_rules
from recension.text.sentences import find_paragraphs, find_sentences


@pytest.mark.parametrize("example", load_rules("abbreviations")["examples"], ids=lambda example: example["in"][:30])
def test_examples_of_the_rules(example: dict[str, object]) -> None:
    """The examples beside the abbreviations are split as they say."""
    text = str(example["in"])
    assert [sentence.of(text) for sentence in find_sentences(text)] == example["out"]


@given(st.text(alphabet="aB. \n\t!?”\"'…Mr1", max_size=80))
def test_sentences_cover_everything_but_white_space(text: str) -> None:
    """No character that is not white space is lost, doubled or out of order."""
    sentences = find_sentences(text)
    assert "".join("".join(s.of(text) for s in sentences).split()) == "".join(text.split())
    assert all(s.start < s.end for s in sentences)
    assert list(sentences) == sorted(sentences)
    assert all(left.end <= right.start for left, right in pairwise(sentences))


@given(st.text(max_size=60))
def test_a_sentence_lies_in_one_paragraph(text: str) -> None:
    """Paragraphs are never crossed."""
    paragraphs = find_paragraphs(text)
    assert all(any(p.contains(s) for p in paragraphs) for s in find_sentences(text))
