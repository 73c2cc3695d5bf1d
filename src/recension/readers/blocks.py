"""The blocks of text of a web page, and which of them its markup shows to be no part of the report."""

import re
from functools import cache
from typing import NamedTuple

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from recension.rules import load_rules

BLOCK_TAGS = frozenset(load_rules("page")["blocks"])
# A class of these describes the page as a whole.
_WHOLE = frozenset({"html", "body", "article", "main"})
_SPLIT = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

# A wrapper may carry a telling word and still hold the report ("page has-sidebar-ad"): what holds more than this
# share of the page's running text is never cut by its class alone.
_LARGEST_CUT = 0.3


class Block(NamedTuple):
    """A stretch of a page without inner blocks.

    `reason` is why the markup shows it to be no report, None where it is silent; `is_head` whether the markup calls
    it a byline, date or standfirst; `parent` numbers the element that it stands in.
    """

    text: str
    tag: str
    reason: str | None
    is_head: bool
    parent: int


class _Place(NamedTuple):
    """Where the walk through the page stands: what holds for the text of the current element."""

    tag: str
    reason: str | None
    is_head: bool
    parent: int
    number: int


def find_blocks(root: HtmlElement) -> list[Block]:
    """The blocks of the page in order, each with the reason that its tag or class gives, if any."""
    total = max(1, _count_prose(root))
    found: list[Block] = []
    parts: list[str] = []
    places = [_Place("body", None, False, 0, 0)]
    count = 0

    def flush() -> None:
        text = re.sub(r"[ \t\r\n\f\v]+", " ", "".join(parts)).strip()
        parts.clear()
        if text:
            place = places[-1]
            found.append(Block(text, place.tag, place.reason, place.is_head, place.parent))

    # An explicit stack: a page may nest deeper than Python recurses.
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        element, closing = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if closing:
            if tag in BLOCK_TAGS:
                flush()
                places.pop()
            parts.append(element.tail or "")
            continue
        if not tag or tag in load_rules("page")["tags"]["unseen"]:
            parts.append(element.tail or "")
            continue
        if tag in BLOCK_TAGS:
            flush()
            count += 1
            places.append(_enter(element, tag, places[-1], count, total))
        elif tag == "br":
            flush()
        parts.append(element.text or "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
    flush()
    return found


def _enter(element: HtmlElement, tag: str, outer: _Place, number: int, total: int) -> _Place:
    """What holds inside `element`; a reason does not where the element holds much of the page's running text."""
    reason = outer.reason or find_reason(element)
    if reason and reason != outer.reason and _count_prose(element) > _LARGEST_CUT * total:
        reason = None
    is_head = outer.is_head or (tag not in _WHOLE and has_word(_get_words(element), load_rules("page")["head"]))
    return _Place(tag, reason, is_head, outer.number, number)


def has_word(attribute: str, words: list[str]) -> bool:
    """Whether one of `words` is a part of a class or id.

    >>> has_word("entry-byline big", ["byline"]), has_word("bylines", ["byline"])
    (True, False)
    """
    return not set(words).isdisjoint(_SPLIT.split(_CAMEL.sub(" ", attribute).lower()))


def _get_words(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"[:300]


def find_reason(element: HtmlElement) -> str | None:
    """Why the tag, class or id of `element` shows it to be no report; None where they do not."""
    for reason, tags in load_rules("page")["tags"].items():
        if element.tag in tags:
            return str(reason)
    return None if element.tag in _WHOLE else find_reason_in(_get_words(element))


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
