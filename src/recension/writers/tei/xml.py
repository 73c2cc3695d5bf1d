"""XML as TEI wants it: ids of any name, elements, and no character that XML forbids."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

# Every code point but those of the production Char of XML 1.0.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Letters beyond ASCII are names to some parsers only: editions of XML 1.0 differ.
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]")


def make_id(*parts: str) -> str:
    """An xml:id of its own for every sequence of parts, the first of which is not empty.

    >>> make_id("a01"), make_id("2026 fire", "text")
    ('a01', '_2026·20·fire.text')
    """
    name = ".".join(_NO_NAME.sub(lambda match: f"·{ord(match.group()):x}·", part) for part in parts)
    return name if re.match("[A-Za-z]", name) else f"_{name}"


def keep_allowed(text: str) -> str:
    """`text` with U+FFFD for each character that XML forbids, so that all others keep their places.

    >>> keep_allowed("two\\x00men")
    'two\ufffdmen'
    """
    return _FORBIDDEN.sub("\ufffd", text)


def add(parent: Element, tag: str, text: str | None = None, attributes: dict[str, str] | None = None) -> Element:
    """A new element at the end of `parent`."""
    element = SubElement(parent, tag, attributes or {})
    element.text = text
    return element


def write_document(root: Element) -> str:
    """The document, indented where that changes no text."""
    indent(root, " ")
    # A parser takes a carriage return for a line feed, unless it is written as a reference.
    body = tostring(root, encoding="unicode").replace("\r", "&#13;")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'
