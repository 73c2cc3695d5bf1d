"""Web pages: the report by trafilatura, the rest set aside with the reason that the markup gives."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from recension.errors import ReadError
from recension.readers.source import read_bounded
from recension.readers.text import decode_or_raise
from recension.records import Draft, Removed

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

    from recension.readers.blocks import Block

# trafilatura takes seconds for pages of this size; beyond it the blocks of the page alone decide.
_LARGEST_FOR_EXTRACTION = 5_000_000
# libxml2 drops what lies more than 2,048 elements deep.
_DEEPEST = 2_000

_TITLE_SEPARATOR = re.compile(r"\s+[|–—\-·»:]+\s+")
_INNER_TAG = re.compile(r"</?(?!(?:p|h[1-6]|li|br|title|meta|link|script|style|time)\b)[a-z][^<>]*>", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def read_html(stream: IO[bytes], uri: str) -> Iterator[Draft]:
    """The one draft in a web page. Raises ReadError where it holds no text."""
    yield make_draft(decode_or_raise(read_bounded(stream, uri), uri), uri)


def make_draft(markup: str, uri: str) -> Draft:
    """The draft in the page `markup`: its report, what it says of itself, and what was set aside."""
    from recension.readers.blocks import find_blocks
    from recension.readers.page import find_facts

    root = _parse(markup, uri)
    facts = find_facts(root, uri)
    blocks = find_blocks(root)
    if not blocks:
        raise ReadError(f"{uri}: the page holds no text; if a script loads it, save the page from a browser")
    kept, dropped = _choose(blocks, _extract(markup))
    headline = next((b.text for b in blocks if b.tag == "h1" and b.reason is None), None)
    site, page_title = split_page_title(_find_title(root), headline or facts.title)
    return Draft(
        uri=uri,
        text="\n\n".join(kept),
        name=None if "://" in uri or uri == "-" else Path(uri).stem,
        title=facts.title or headline or page_title,
        byline=facts.byline,
        outlet=facts.outlet or site,
        language=facts.language,
        dates=facts.dates,
        removed=tuple(dropped),
    )


def split_page_title(page_title: str | None, headline: str | None) -> tuple[str | None, str | None]:
    """The site's name and the headline in a page's <title>, told apart by the headline.

    >>> split_page_title("Fire at mill | Orr Gazette", "Fire at mill")
    ('Orr Gazette', 'Fire at mill')
    >>> split_page_title("Orr Gazette – Fire at mill", "Fire at mill in Vale")
    ('Orr Gazette', 'Fire at mill')
    """
    parts = _TITLE_SEPARATOR.split(page_title) if page_title else []
    if len(parts) < 2 or not headline:
        return None, page_title
    key = make_key(headline)
    first, last = parts[0], parts[-1]
    if key.startswith(make_key(last)) and not key.startswith(make_key(first)):
        return _short(first), last
    if make_key(last) not in key:
        return _short(last), page_title[: page_title.rindex(last)].rstrip(" |–—-·»:") if page_title else None
    return None, page_title


def make_key(text: str) -> str:
    """The letters and digits of `text` in lower case: what two copies of a passage have in common.

    >>> make_key("Fire, at last!")
    'fireatlast'
    """
    return "".join(c for c in text.lower() if c.isalnum())


def _short(name: str) -> str | None:
    """`name` where it can be a site's: at most six words."""
    return name.strip() if 0 < len(name.split()) <= 6 else None


def _parse(markup: str, uri: str) -> "HtmlElement":
    """The tree of the page; one nested deeper than libxml2 follows is flattened first."""
    from lxml import etree, html  # type: ignore[import-untyped]

    for attempt in (markup, None):
        # Bytes, since lxml refuses a str that declares an encoding.
        data = (attempt if attempt is not None else _INNER_TAG.sub("\n", markup)).encode("utf-8", "replace")
        try:
            parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
            root = html.document_fromstring(data, parser=parser)
        except (etree.LxmlError, ValueError, AssertionError) as error:
            raise ReadError(f"{uri}: not a web page ({error}); if it is plain text, name it .txt") from error
        if not _is_cut_off(root):
            break
    return root


def _is_cut_off(root: "HtmlElement") -> bool:
    """Whether the tree reaches the depth at which libxml2 drops what follows."""
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True


def _extract(markup: str) -> str:
    """The report as trafilatura finds it; empty where it finds none."""
    if len(markup) > _LARGEST_FOR_EXTRACTION:
        return ""
    import trafilatura

    try:
        found = trafilatura.extract(markup, include_comments=False, include_tables=True, favor_recall=True)
    except (ValueError, RecursionError, AssertionError, MemoryError):
        return ""
    return found or ""


def _choose(blocks: list["Block"], extracted: str) -> tuple[list[str], list[Removed]]:
    """The blocks that are the report or its head, and the others with the reason why not."""
    lines = {make_key(line.strip(" -|")) for line in extracted.splitlines()}
    whole = make_key(extracted)
    wanted = [b.reason is None and _is_in(b.text, lines, whole) for b in blocks]
    prose = [b.reason is None and is_prose(b.text) for b in blocks]
    body = [i for i, w in enumerate(wanted) if w and prose[i]] or [i for i, p in enumerate(prose) if p]
    if not body:
        body = [i for i, b in enumerate(blocks) if b.reason is None] or list(range(len(blocks)))
    first, last = body[0], body[-1]
    head = _find_head(blocks, first)
    kept, dropped = [], []
    for i, block in enumerate(blocks):
        if (
            i in body
            or (head <= i < last and block.reason is None and (i < first or wanted[i] or prose[i]))
            or (wanted[i] and i > last)
        ):
            kept.append(block.text)
        else:
            dropped.append(Removed(block.text, block.reason or "navigation"))
    return kept, dropped


def _find_head(blocks: list["Block"], first: int) -> int:
    """Where the head of the report begins: its headline, or a date line right above it."""
    headings = [i for i in range(first + 1) if blocks[i].tag in {"h1", "h2"} and blocks[i].reason is None]
    if not headings:
        return first
    head = next((i for i in headings if blocks[i].tag == "h1"), headings[-1])
    while head > 0 and blocks[head - 1].reason is None and _YEAR.search(blocks[head - 1].text):
        head -= 1
    return head


def _is_in(text: str, lines: set[str], whole: str) -> bool:
    key = make_key(text)
    return key in lines or (len(key) > 40 and key in whole)


def is_prose(text: str) -> bool:
    """Whether `text` is a running sentence at least: a dozen words with a full stop.

    >>> is_prose("Most read"), is_prose("The mill burned for six hours before the wind turned at last, she said.")
    (False, True)
    """
    return len(text.split()) >= 12 and text.rstrip("\"'”’»)]").endswith((".", "!", "?", "…", ":"))


def _find_title(root: "HtmlElement") -> str | None:
    found = root.xpath("string(//title)")[:1000]
    return re.sub(r"\s+", " ", found).strip() or None
