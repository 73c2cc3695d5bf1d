"""Web pages: the report by trafilatura, the rest set aside with the reason that the markup gives."""

import logging
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
# Below this share of its letters found in the page's blocks, the extracted text is taken as it is.
_COVERED = 0.6
_BYLINE = re.compile(r"(?:by|from|source)\b", re.I)
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
    headline = _find_headline(blocks, kept)
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

    # What it cannot read is told by us, once and with the next step.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.extract(markup, include_comments=False, include_tables=True, favor_recall=True)
    except (ValueError, RecursionError, AssertionError, MemoryError):
        return ""
    return found or ""


def _choose(blocks: list["Block"], extracted: str) -> tuple[list[str], list[Removed]]:
    """The blocks that are the report or its head, and the others with the reason why not."""
    wanted = _match(blocks, extracted)
    if extracted and not wanted:
        keys = make_key(extracted)
        return extracted.splitlines(), [_drop(b) for b in blocks if make_key(b.text) not in keys]
    body = wanted or {i for i, b in enumerate(blocks) if b.reason is None and is_prose(b.text)}
    body = body or {i for i, b in enumerate(blocks) if b.reason is None} or set(range(len(blocks)))
    running = {i for i in body if is_prose(blocks[i].text)} or body
    first, last = min(running), max(body)
    head = _find_head(blocks, first)
    parents = {blocks[i].parent for i in running}
    kept, dropped = [], []
    for i, block in enumerate(blocks):
        is_between = first < i < last and block.tag == "p" and block.parent in parents and is_prose(block.text)
        is_ours = (i in body and i >= head) or (head <= i < first and _is_of_head(block, i == head)) or is_between
        if is_ours and (i in body or block.reason is None):
            kept.append(block.text)
        else:
            dropped.append(_drop(block))
    return kept, dropped


def _match(blocks: list["Block"], extracted: str) -> set[int]:
    """The indices of the blocks that stand in the extracted text; none where most of it stands in no block."""
    cells = [make_key(cell) for line in extracted.splitlines() for cell in line.strip(" -").split(" | ")]
    lines, whole = set(cells), make_key(extracted)
    keys = [make_key(b.text) for b in blocks]
    found = {i for i, key in enumerate(keys) if key and (key in lines or (len(key) > 40 and key in whole))}
    if sum(len(keys[i]) for i in found) < _COVERED * len(whole):
        return set()
    # Where the report itself stands in what a class calls a side matter, the class is mistaken.
    silent = {i for i in found if blocks[i].reason is None}
    is_mistaken = sum(len(keys[i]) for i in silent) < 0.5 * len(whole)
    return found if is_mistaken else silent


def _find_headline(blocks: list["Block"], kept: list[str]) -> str | None:
    """The heading at the head of what is kept."""
    headings = {b.text for b in blocks if b.tag in {"h1", "h2"} and b.reason is None}
    return next((text for text in kept[:3] if text in headings), None)


def _drop(block: "Block") -> Removed:
    return Removed(block.text, block.reason or "navigation")


def _find_head(blocks: list["Block"], first: int) -> int:
    """Where the head of the report begins: its headline, or a date line right above it."""
    headings = [i for i in range(first + 1) if blocks[i].tag in {"h1", "h2"} and blocks[i].reason is None]
    if not headings:
        return first
    head = next((i for i in reversed(headings) if blocks[i].tag == "h1"), headings[-1])
    if head > 0 and blocks[head - 1].reason is None and _YEAR.search(blocks[head - 1].text[:100]):
        head -= 1
    return head


def _is_of_head(block: "Block", is_first: bool) -> bool:
    """Whether a block between headline and report is a standfirst, byline or date."""
    is_line = len(block.text) < 200 and bool(_YEAR.search(block.text) or _BYLINE.match(block.text))
    return is_first or block.tag in {"h1", "h2"} or block.is_head or is_line


def is_prose(text: str) -> bool:
    """Whether `text` is a running sentence at least: a dozen words with a full stop.

    >>> is_prose("Most read"), is_prose("The mill burned for six hours before the wind turned at last, she said.")
    (False, True)
    """
    return len(text.split()) >= 12 and text.rstrip("\"'”’»)]").endswith((".", "!", "?", "…", ":"))


def _find_title(root: "HtmlElement") -> str | None:
    found = root.xpath("string(//title)")[:1000]
    return re.sub(r"\s+", " ", found).strip() or None
