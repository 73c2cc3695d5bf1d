"""Read: what a reader found in a file, page or feed item becomes an Article."""

import hashlib
import re
import unicodedata

from recension.errors import ReadError
from recension.records import Article, Draft
from recension.text.language import find_language
from recension.text.pagedates import parse_date

# The shortest agency flash is one sentence of about 20 words; navigation or an error page has less of running text.
MIN_WORDS = 20
# Ten times the longest of 12,000 news articles measured; repair takes some 10 seconds for that much in the worst case.
MAX_CHARACTERS = 500_000


def read(draft: Draft) -> Article:
    """The article in `draft`, its text as it came.

    The id is the item's own name (the stem of a file, the id of a feed's item), else the first twelve hexadecimal
    digits of the text's SHA-256. The date is the first that the carrier states and that can be parsed.
    Raises ReadError where the text is too short to be an article.
    """
    text = draft.text.replace("\r\n", "\n").strip()
    words = len(re.findall(r"\w+", text[:10_000]))
    if words < MIN_WORDS:
        raise ReadError(
            f"not an article: {words} words of text; if the page loads its text by a script, save it from a browser"
        )
    if len(text) > MAX_CHARACTERS:
        raise ReadError(f"not an article: {len(text):,} characters of text; cut it into its articles")
    stated = ((source, parse_date(value)) for source, value in draft.dates)
    origin, published = next(((s, p) for s, p in stated if p is not None), (None, None))
    return Article(
        id=make_id(draft.name) or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        uri=draft.uri,
        text=text,
        outlet=draft.outlet,
        title=draft.title,
        byline=draft.byline,
        published=published,
        published_from=origin,
        language=find_language(text, draft.language),
        removed=draft.removed,
    )


def make_id(name: str | None) -> str | None:
    """`name` as an id: letters, digits and `._-`, at most 80; None where nothing is left.

    >>> make_id("Fire at mill (2)"), make_id("../..")
    ('Fire-at-mill-2', None)
    """
    folded = unicodedata.normalize("NFC", name or "")
    return re.sub(r"[^\w.-]+", "-", folded).strip("-._")[:80] or None
