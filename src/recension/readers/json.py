"""JSON and JSON Lines: articles as news-please, trafilatura and other crawlers save them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from recension.errors import ReadError
from recension.readers.source import MAX_BYTES, read_bounded
from recension.readers.text import decode_or_raise
from recension.records import Draft, Problem, PublishedFrom

# The names that crawlers give to one thing, the most telling first.
TEXT = ("maintext", "text", "articleBody", "raw_text", "content", "body", "article", "full_text", "story", "html")
TITLE = ("title", "headline", "name")
OUTLET = (
    "outlet",
    "publisher",
    "sitename",
    "source_name",
    "site_name",
    "source",
    "source_domain",
    "hostname",
    "domain",
)
BYLINE = ("byline", "authors", "author", "creator")
DATE = ("published", "date_publish", "datePublished", "publish_date", "published_at", "pubDate", "date", "timestamp")
LANGUAGE = ("language", "lang", "inLanguage")
ADDRESS = ("url", "link", "source_url", "uri")
NAME = ("id", "_id", "guid", "fingerprint")
WRAPPERS = ("articles", "items", "entries", "data", "results", "docs", "documents")


def read_json(stream: IO[bytes], uri: str) -> Iterator[Draft | Problem]:
    """The drafts in a JSON file: one object, a list of objects, or an object that wraps such a list."""
    text = decode_or_raise(read_bounded(stream, uri), uri)
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise ReadError(f"{uri}: nested too deeply to be articles; save one object an article") from error
    except ValueError as error:
        raise ReadError(f"{uri}: not valid JSON ({error}); for one object a line, name it .jsonl") from error
    items = _unwrap(value)
    if items is None:
        raise ReadError(f"{uri}: {_tell_shape(value)}")
    for number, item in enumerate(items, 1):
        yield _make_item(item, uri, number if len(items) > 1 else None)


def read_json_lines(stream: IO[bytes], uri: str) -> Iterator[Draft | Problem]:
    """The drafts in a JSON Lines file, one an object a line; a bad line becomes a Problem and the rest is read."""
    number = 0
    try:
        while line := stream.readline(MAX_BYTES):
            number += 1
            if line.strip():
                yield _read_line(line, uri, number)
    except EOFError:
        yield Problem(f"{uri}:{number + 1}", "the compressed file ends too early; the lines before it were read")
    if number == 0:
        raise ReadError(f"{uri}: the file is empty")


def _read_line(line: bytes, uri: str, number: int) -> Draft | Problem:
    try:
        return _make_item(json.loads(decode_or_raise(line, uri)), uri, number)
    except (ValueError, RecursionError, ReadError) as error:
        return Problem(f"{uri}:{number}", f"not valid JSON ({str(error)[:120]}); correct or delete this line")


def _unwrap(value: Any) -> list[Any] | None:
    """The list of items that `value` is or wraps; None where it is neither an article nor a list."""
    if isinstance(value, list):
        return value or None
    if not isinstance(value, dict):
        return None
    if _pick(value, TEXT) is None:
        for key in WRAPPERS:
            if isinstance(value.get(key), list) and value[key]:
                return list(value[key])
        return None
    return [value]


def _make_item(item: Any, uri: str, number: int | None) -> Draft | Problem:
    """The draft in one object; a Problem where it holds no text."""
    where = uri if number is None else f"{uri}:{number}"
    if not isinstance(item, dict) or (text := _pick(item, TEXT)) is None:
        return Problem(where, _tell_shape(item))
    dates: tuple[tuple[PublishedFrom, str], ...] = tuple(
        ("feed", d) for d in (_pick(item, (key,)) for key in DATE) if d
    )
    draft = Draft(
        uri=_pick(item, ADDRESS) or where,
        text=text,
        name=_pick(item, NAME) or (Path(uri).name.split(".")[0] if number is None and uri != "-" else None),
        title=_pick(item, TITLE),
        byline=_pick(item, BYLINE),
        outlet=_pick(item, OUTLET),
        language=_pick(item, LANGUAGE),
        dates=dates,
    )
    return _read_markup(draft) if text.lstrip()[:1] == "<" and "</" in text else draft


def _read_markup(draft: Draft) -> Draft | Problem:
    """The draft with the report of the page that stands in its text; what the item says of itself goes first."""
    from dataclasses import replace

    from recension.readers.html import make_draft

    try:
        page = make_draft(draft.text, draft.uri)
    except ReadError as error:
        return Problem(draft.uri, str(error))
    return replace(
        page,
        name=draft.name,
        title=draft.title or page.title,
        byline=draft.byline or page.byline,
        outlet=draft.outlet or page.outlet,
        language=draft.language or page.language,
        dates=draft.dates + page.dates,
    )


def _pick(item: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first of `keys` that holds a string, a list of strings, or an object with a name."""
    for key in keys:
        value = item.get(key)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, list):
            value = ", ".join(v for v in value[:10] if isinstance(v, str))
        if isinstance(value, int) and not isinstance(value, bool) and keys in (NAME, (key,)):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value if keys is TEXT else " ".join(value.split())[:500]
    return None


def _tell_shape(value: Any) -> str:
    """What was found in place of an article, and what is looked for."""
    if isinstance(value, dict):
        found = f"an object with {', '.join(map(repr, list(value)[:6])) or 'nothing'}"
    else:
        found = "an empty list" if value == [] else f"a {type(value).__name__}"
    return f"no article in this JSON: {found[:200]}; a text is looked for under {', '.join(TEXT[:5])}"
