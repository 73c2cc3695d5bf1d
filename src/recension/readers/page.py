"""What a web page says of itself: JSON-LD, meta tags and time elements."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from recension.records import PublishedFrom

_ARTICLE_TYPES = re.compile(r"(?:News|Reportage|Opinion|Analysis|Background|Blog)?\w{0,20}(?:Article|Posting|Report)$")
_SITE_META = (
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "citation_journal_title",
    "twitter:app:name:iphone",
)
_AUTHOR_META = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_TITLE_META = ("og:title", "twitter:title", "dc.title", "headline")
_DATE_META = (
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "article.published",
)  # fmt: skip
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=[/-]|$)")
_TIMES = (
    "//article//time[@datetime]/@datetime",
    "//main//time[@datetime]/@datetime",
    "//*[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
)
_MAX_SCRIPTS, _MAX_JSON = 20, 500_000


class Facts(NamedTuple):
    """What a page's markup says; `None` where it says nothing."""

    title: str | None
    byline: str | None
    outlet: str | None
    language: str | None
    dates: tuple[tuple[PublishedFrom, str], ...]


def find_facts(root: HtmlElement, uri: str) -> Facts:
    """What the markup of the page at `uri` says of its title, author, outlet, language and date."""
    item = _find_article_item(root)
    meta = _read_meta(root)
    address = _first(root.xpath("//link[@rel='canonical']/@href")) or meta.get("og:url") or uri
    dates: list[tuple[PublishedFrom, str]] = []
    if isinstance(item.get("datePublished"), str):
        dates.append(("json-ld", item["datePublished"]))
    dates += [("meta", meta[name]) for name in _DATE_META if name in meta]
    dates += [("meta", value) for value in _find_times(root)]
    if match := _URL_DATE.search(urlsplit(address).path if "://" in address else ""):
        dates.append(("url", "-".join(part.zfill(2) for part in match.groups())))
    return Facts(
        title=_plain(item.get("headline")) or _pick(meta, _TITLE_META),
        byline=_name(item.get("author")) or _no_url(_pick(meta, _AUTHOR_META)),
        outlet=_name(item.get("publisher")) or _pick(meta, _SITE_META),
        language=_plain(item.get("inLanguage")) or _first(root.xpath("/html/@lang")) or meta.get("og:locale"),
        dates=tuple(dict.fromkeys(dates)),
    )


def _find_article_item(root: HtmlElement) -> dict[str, Any]:
    """The schema.org item that describes the article, {} where there is none."""
    for script in root.xpath("//script[@type='application/ld+json']/text()")[:_MAX_SCRIPTS]:
        try:
            value = json.loads(script.strip()[:_MAX_JSON])
        except (ValueError, RecursionError):
            continue
        for item in _walk(value, 4):
            kinds = item.get("@type")
            for kind in kinds if isinstance(kinds, list) else [kinds]:
                if isinstance(kind, str) and _ARTICLE_TYPES.match(kind):
                    return item
    return {}


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """The objects in `value`, outer ones first, at most `depth` levels down."""
    if isinstance(value, dict):
        yield value
    if depth and isinstance(value, dict | list):
        for inner in list(value.values() if isinstance(value, dict) else value)[:200]:
            yield from _walk(inner, depth - 1)


def _read_meta(root: HtmlElement) -> dict[str, str]:
    """Meta tags by lower-case name; the first of several counts."""
    found: dict[str, str] = {}
    for tag in root.xpath("//meta[@content]")[:500]:
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        if name and (value := _plain(tag.get("content"))):
            found.setdefault(name, value)
    return found


def _find_times(root: HtmlElement) -> list[str]:
    """Machine-readable times that stand with the headline or at the top of the article."""
    near = root.xpath(" | ".join(_TIMES))
    return [str(value) for value in near[:1]]


def _name(value: Any) -> str | None:
    """The name of a schema.org person or organisation; of several, all."""
    if isinstance(value, list):
        names = [n for n in map(_name, value[:5]) if n]
        return ", ".join(names) or None
    return _no_url(_plain(value.get("name") if isinstance(value, dict) else value))


def _plain(value: Any) -> str | None:
    """`value` as one line of text, at most 300 characters; None where it is none."""
    if not isinstance(value, str):
        return None
    return re.sub(r"\s+", " ", value[:2000]).strip()[:300] or None


def _no_url(value: str | None) -> str | None:
    return None if value and value.startswith(("http://", "https://", "/", "@")) else value


def _pick(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _first(values: list[Any]) -> str | None:
    return _plain(str(values[0])) if values else None
