"""Addresses in linked data: the web's where an article has one, else one made from what it addresses."""

import json
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_OID, uuid5

from recension.records import Article
from recension.writers.visible import write_line


def find_web_address(article: Article) -> str | None:
    """The article's address on the web, with nothing in it that would end or break an address.

    >>> find_web_address(Article("a01", "https://vale.example/a b", "Rain."))
    'https://vale.example/a%20b'
    """
    if not article.uri.startswith(("https://", "http://")):
        return None
    return quote(write_line(article.uri), safe=":/?#@!$&'()*+,;=%~")


def make_urn(content: Any) -> str:
    """An address that is the same for the same content, and no other's.

    >>> make_urn(["a01", "Rain."]) == make_urn(["a01", "Rain."]) != make_urn(["a02", "Rain."])
    True
    """
    return f"urn:uuid:{uuid5(NAMESPACE_OID, json.dumps(content))}"
