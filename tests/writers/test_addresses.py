"""Addresses in linked data: nothing from an article breaks one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.records import Article
from recension.writers.addresses import find_web_address, make_urn


@given(st.text(alphabet=st.characters()))
def test_any_web_address_is_ascii(rest: str) -> None:
    """White space, quotation marks, brackets and half characters are encoded."""
    address = find_web_address(Article("a01", f"https://vale.example/{rest}", ""))
    assert address
    assert re.fullmatch(r"https://[\w.:/?#@!$&'()*+,;=%~-]+", address, re.ASCII)


@pytest.mark.parametrize("uri", ["reports/a01.txt", "javascript:alert(1)", "file:///etc/passwd", ""])
def test_only_the_web_has_web_addresses(uri: str) -> None:
    """A path, a script or nothing is none."""
    assert find_web_address(Article("a01", uri, "")) is None


@given(st.text(alphabet=st.characters()), st.text(alphabet=st.characters()))
def test_an_urn_tells_contents_apart(left: str, right: str) -> None:
    """The same for the same, another for another."""
    assert (make_urn([left]) == make_urn([right])) == (left == right)
