"""The blocks of text of a web page, and which of them its markup shows to be no part of the report."""

import re
from functools import cache
from typing import NamedTuple

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from recension.rules import load_rules

BLOCK_TAGS = frozenset(load_rules("page")["blocks"])
_SPLIT = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

# A wrapper may carry a telling word and still hold the report ("page has-sidebar-ad"): what holds more than this
# share of the page's running text is never cut by its class alone.
_LARGEST_CUT = 0.3


class Block(NamedTuple):
    """A stretch of a page without inner blocks; `reason` is why it is no report, None where the markup is silent."""

    text: str
    tag: str
    reason: str | None


def find_blocks(root: HtmlElement) -> list[Block]:
    """The blocks of the page in order, each with the reason that its tag or class gives, if any."""
    total = max(1, _count_prose(root))
    found: list[Block] = []
    parts: list[str] = []
    state: list[tuple[str, str | None]] = [("body", None)]

    def flush() -> None:
        text = re.sub(r"[ \t\r\n\f\v]+", " ", "".join(parts)).strip()
        parts.clear()
        if text:
            found.append(Block(text, *state[-1]))

    # An explicit stack: a page may nest deeper than Python recurses.
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if closing:
            if tag in BLOCK_TAGS:
                flush()
                state.pop()
            parts.append(element.tail or "")
            continue
        if not tag or tag in load_rules("page")["tags"]["unseen"]:
            parts.append(element.tail or "")
            continue
        if tag in BLOCK_TAGS:
            flush()
            inner = state[-1][1] or find_reason(element)
            if inner and inner != state[-1][1] and _count_prose(element) > _LARGEST_CUT * total:
                inner = None
            state.append((tag, inner))
        elif tag == "br":
            flush()
        parts.append(element.text or "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    flush()
    return found


def find_reason(element: HtmlElement) -> str | None:
    """Why the tag, class or id of `element` shows it to be no report; None where they do not."""
    for reason, tags in load_rules("page")["tags"].items():
        if element.tag in tags:
            return str(reason)
    if element.tag in {"html", "body", "article", "main"}:
        return None
    return find_reason_in(f"{element.get('class') or ''} {element.get('id') or ''}"[:300])


def find_reason_in(attribute: str) -> str | None:
    """The reason that the words of a class or id give.

    >>> find_reason_in("widget ad-slot top"), find_reason_in("story-body")
    ('advertisement', None)
    """
    words = _SPLIT.split(_CAMEL.sub(" ", attribute).lower())
    return next((_reasons()[word] for word in words if word in _reasons()), None)


@cache
def _reasons() -> dict[str, str]:
    return {word: reason for reason, words in load_rules("page")["words"].items() for word in words}


def _count_prose(element: HtmlElement) -> int:
    """Characters of running text below `element`: of its paragraphs of some length."""
    return sum(
        len(text)
        for text in element.itertext("p", "div", "td", "section", "article", with_tail=False)
        if len(text) > 80
    )
