"""Origins: which of the articles, or which absent outlet, an article credits."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from recension.records import Article
from recension.text.credits import find_credits
from recension.text.words import fold, load_stopwords

# Names of one outlet differ by an article, an ending or a diacritic; two outlets that share a word stay below 90.
_SAME_NAME = 90.0


@dataclass(frozen=True)
class Origins:
    """Whom an article names: articles of the story by number, and outlets that none of them belongs to.

    `heading` holds the absent outlets that the dateline or byline names: they stand for the whole report.
    """

    articles: dict[int, int]
    absent: dict[str, int]
    heading: tuple[str, ...]
    heading_articles: tuple[int, ...]


def find_origins(articles: Sequence[Article]) -> tuple[Origins, ...]:
    """For each article whom it credits, and how many mentions there are; its own outlet is no origin."""
    names = [find_own_names(article) for article in articles]
    return tuple(_find_origins_of(number, article, names) for number, article in enumerate(articles))


def _find_origins_of(number: int, article: Article, names: Sequence[tuple[str, ...]]) -> Origins:
    credits = find_credits(article.text)
    mentions = Counter(c.name for c in credits)
    heading = {c.name for c in credits if c.kind != "report"}
    for name in article.credited:
        mentions[name] += name not in mentions
    for removed in article.removed:
        for credit in find_credits(removed.text):
            if credit.name in article.credited and credit.kind != "report":
                heading.add(credit.name)
    inside: Counter[int] = Counter()
    absent: Counter[str] = Counter()
    for name, count in sorted(mentions.items()):
        if any(is_same_outlet(name, own) for own in names[number]):
            continue
        owners = [i for i, own in enumerate(names) if i != number and any(is_same_outlet(name, o) for o in own)]
        for owner in owners:
            inside[owner] += count
        if not owners and not _is_vague(name):
            absent[name] += count
    for other, own in enumerate(names):
        if other != number and other not in inside and (count := _count_mentions(article.text, own)):
            inside[other] = count
    return Origins(
        articles=dict(inside),
        absent=dict(absent),
        heading=tuple(sorted(n for n in heading if n in absent)),
        heading_articles=tuple(
            sorted({i for n in heading for i in inside if any(is_same_outlet(n, o) for o in names[i])})
        ),
    )


def find_own_names(article: Article) -> tuple[str, ...]:
    """What an article's outlet is called: its name, and the short form by which its dateline or byline calls it."""
    if not article.outlet:
        return ()
    own = [article.outlet]
    own += [c.name for c in find_credits(article.text) if _is_short_for(c.name, article.outlet)]
    return tuple(dict.fromkeys(own))


def _is_short_for(short: str, outlet: str) -> bool:
    """Whether one is the other's initials or first word.

    >>> _is_short_for("MWS", "Meridian World Service"), _is_short_for("Orr", "Orr Wire"), _is_short_for("Vale", "Orr Wire")
    (True, True, False)
    """
    words = outlet.split()
    return len(words) > 1 and short in {words[0], "".join(w[0] for w in words if w[0].isupper())}


@lru_cache(maxsize=16384)
def is_same_outlet(left: str, right: str) -> bool:
    """Whether two names are one outlet's, as written, shortened or in another spelling.

    >>> is_same_outlet("The Harbour Courier", "Harbour Courier"), is_same_outlet("Orr Wire", "Vale Wire")
    (True, False)
    """
    a, b = _plain(left), _plain(right)
    if not a or not b:
        return False
    if a == b or _is_short_for(left, right) or _is_short_for(right, left):
        return True
    return min(len(a), len(b)) > 4 and fuzz.ratio(a, b) >= _SAME_NAME


def _plain(name: str) -> str:
    words = [w for w in re.findall(r"\w+", fold(name)) if w not in load_stopwords()]
    return " ".join(w for w in words if w not in {"news", "agency", "newspaper", "online", "com"}) or " ".join(words)


def _is_vague(name: str) -> bool:
    return name.islower() or "state media" in name or "state television" in name


def _count_mentions(text: str, names: Sequence[str]) -> int:
    """How often an outlet of two words or more is named at all; a single word may be anything."""
    return sum(len(re.findall(rf"\b{re.escape(name)}\b", text)) for name in names if " " in name)
