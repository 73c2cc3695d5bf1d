"""Quotations are found whatever their marks, and apostrophes are none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.text.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('"It was 19.40. Go," she said. "Now."', ["It was 19.40. Go,", "Now."]),
        ("He said ‘the workers’ strike is over’ and left. It’s ok.", ["the workers’ strike is over"]),
        ("'No fast lane,' said Orr's boss. The '90s were 'fun'.", ["No fast lane,", "fun"]),
        ("«Да» said „Nein“ he, ``no'' ›", ["Да", "Nein", "no"]),
        ("“It never ends.\n“Here it does,” said Orr.", ["It never ends.", "Here it does,"]),
        ('5\'10" tall, with a 6" pipe and a 7" pipe', []),
        ("“He calls it “home” and left.” “Go!", ["He calls it “home” and left.", "Go!"]),
        ("the captains' boats and the owners' men", []),
    ],
)
def test_marks_of_every_kind(text: str, inner: list[str]) -> None:
    """The quoted words come without their marks."""
    assert [q.inner.of(text) for q in find_quotes(text) if q.depth == 0] == inner


def test_a_quotation_in_another_has_a_depth() -> None:
    """An inner quotation is reported with the depth at which it stands."""
    text = "“It’s ‘no helm’ again,” said Orr."
    assert [(q.inner.of(text), q.depth) for q in find_quotes(text)] == [("It’s ‘no helm’ again,", 0), ("no helm", 1)]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`"))
def test_spans_lie_inside_the_text_and_each_other(text: str) -> None:
    """Every quotation lies in the text with its words inside its marks, and outer ones do not overlap."""
    found = find_quotes(text)
    assert all(0 <= q.start <= q.inner_start <= q.inner_end <= q.end <= len(text) for q in found)
    outer = [q for q in found if q.depth == 0]
    assert all(a.end <= b.start for a, b in pairwise(outer))
