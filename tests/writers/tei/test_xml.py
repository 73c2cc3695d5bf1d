"""Ids that XML takes, and text that it can hold."""

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from recension.writers.tei.xml import keep_allowed, make_id, write_document


@given(st.text(alphabet=st.characters()))
def test_any_id_is_a_name(name: str) -> None:
    """An NCName to every edition of XML: ASCII but for the middle dot, a letter or underscore first."""
    assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.·-]*", make_id(name))


@given(st.lists(st.text(), min_size=1, max_size=3), st.lists(st.text(), min_size=1, max_size=3))
def test_different_names_have_different_ids(left: list[str], right: list[str]) -> None:
    """Nothing that is replaced can be mistaken for what replaces it."""
    assert (make_id(*left) == make_id(*right)) == (left == right)


@given(st.text(alphabet=st.characters()))
def test_text_keeps_its_places(text: str) -> None:
    """What XML forbids is replaced one for one, and a parser gives back all else, carriage returns too."""
    allowed = keep_allowed(text)
    assert len(allowed) == len(text)
    root = ElementTree.Element("ab")
    root.text = allowed
    parsed = ElementTree.fromstring(write_document(root).encode("utf-8"))
    assert (parsed.text or "") == allowed
