"""Origins: which of the articles, or which absent outlet, an article credits."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rapidfuzz import fuzz

from recension.records import Article
from recension.text.credits import find_byline_credits, find_credits
from recension.text.sentences import find_sentences
from recension.text.words import fold, load_stopwords

# Names of one outlet differ by an article, an ending or a diacritic; two outlets that share a word stay below 90.
_SAME_NAME = 90.0
_MASTHEAD_LINES = 3
_MASTHEAD_LENGTH = 60
_STATEMENT = re.compile(r"\b(?:in a statement|statement (?:from|by|put out)|press release|announced)\b")


@dataclass(frozen=True)
class Origins:
    """Whom an article names: articles of the story by number and outlets that are not there, with how often.

    A dateline or byline (`heads`) stands for the whole report, a mention only for what it is put to. `statements` are
    given articles whose outlet's statement or announcement is reported. `printed` holds the name in the text for an
    outlet that was recognised under another.
    """

    articles: dict[int, int] = field(default_factory=dict)
    absent: dict[str, int] = field(default_factory=dict)
    article_heads: frozenset[int] = frozenset()
    absent_heads: frozenset[str] = frozenset()
    own_head: bool = False
    statements: frozenset[int] = frozenset()
    printed: dict[str, str] = field(default_factory=dict)

    def say_credit(self, outlet: str) -> str:
        """The credit to an outlet in words, with the name that stands in the text where it is another."""
        printed = self.printed.get(outlet)
        return f"credits {outlet} (as “{printed}”)" if printed else f"credits {outlet}"


def find_origins(articles: Sequence[Article]) -> tuple[Origins, ...]:
    """For each article whom it credits, and how often; its own outlet is no origin."""
    credited = sorted({name for article in articles for name in find_mentions(article)[0]})
    names = [find_own_names(article, credited) for article in articles]
    return _unify_names([_find_origins_of(number, article, names) for number, article in enumerate(articles)])


def _find_origins_of(number: int, article: Article, names: Sequence[tuple[str, ...]]) -> Origins:
    mentions, heads = find_mentions(article)
    inside: Counter[int] = Counter()
    absent: Counter[str] = Counter()
    article_heads, absent_heads, statements, own_head = set(), set(), set(), False
    for name, count in sorted(mentions.items()):
        if _is_among(name, names[number]):
            own_head |= name in heads
            continue
        owners = [i for i, own in enumerate(names) if i != number and _is_among(name, own)]
        inside.update(dict.fromkeys(owners, count))
        if name in heads:
            article_heads.update(owners)
        if not owners and not _is_vague(name):
            absent[name] += count
            absent_heads |= {name} & heads
    for other, own in enumerate(names):
        if other != number and other not in inside and _has_statement_of(article.text, own):
            inside[other] = 1
            statements.add(other)
    return Origins(
        dict(inside),
        dict(absent),
        article_heads=frozenset(article_heads),
        absent_heads=frozenset(absent_heads),
        own_head=own_head,
        statements=frozenset(statements),
    )


def _unify_names(found: Sequence[Origins]) -> tuple[Origins, ...]:
    """The origins with each absent outlet under one name: the one that is used most, of equals the longest."""
    uses: Counter[str] = Counter()
    for origins in found:
        uses.update(origins.absent)
    names = sorted(uses, key=lambda n: (-uses[n], -len(n), n))
    chosen: dict[str, str] = {}
    for name in names:
        chosen[name] = next((c for c in chosen.values() if is_same_outlet(name, c)), name)
    return tuple(
        replace(o, absent=_sum_by(o.absent, chosen), absent_heads=frozenset(chosen[n] for n in o.absent_heads))
        for o in found
    )


def _sum_by(counts: Mapping[str, int], chosen: Mapping[str, str]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for name, count in counts.items():
        total[chosen[name]] += count
    return dict(total)


def find_mentions(article: Article) -> tuple[dict[str, int], set[str]]:
    """How often an article credits each name, and the names in its dateline, its byline or the lines set aside."""
    credits = find_credits(article.text)
    mentions = Counter(c.name for c in credits)
    heads = {c.name for c in credits if c.kind != "report"}
    for name in article.credited:
        mentions[name] = max(mentions[name], 1)
    aside = [r.text for r in article.removed] + [article.byline or ""]
    for credit in (c for text in aside for c in find_credits(text) if c.kind != "report"):
        if credit.name in mentions:
            heads.add(credit.name)
    heads.update(name for name in find_byline_credits(article.byline or "") if name in mentions)
    return dict(mentions), heads


def find_own_names(article: Article, credited: Sequence[str]) -> tuple[str, ...]:
    """What an article's outlet is called: its name, and the short or full forms by which its text calls it.

    Where the outlet is not known, a masthead tells: a line by itself that is a name `credited` in the story.
    """
    outlet = article.outlet or _find_masthead(article, credited)
    if not outlet:
        return ()
    own = [outlet]
    names = sorted(find_mentions(article)[0])
    # Twice: the dateline's initials tell the short name, and that the full one.
    for _ in range(2):
        own += [n for n in names if n not in own and any(is_same_outlet(n, o) for o in own)]
    return tuple(own)


def _find_masthead(article: Article, credited: Sequence[str]) -> str | None:
    lines = [*article.text.splitlines()[:_MASTHEAD_LINES], *(r.text for r in article.removed)]
    short = [line.strip(" |-–—©.") for line in lines if len(line) <= _MASTHEAD_LENGTH]
    names = {_plain(name) for name in credited} - {""}
    return next((line for line in short if _plain(line) in names), None)


def is_clipped(short: str, outlet: str) -> bool:
    """Whether one is the other's initials, first word or last.

    >>> is_clipped("MWS", "Meridian World-Service"), is_clipped("Orr", "Orr Wire"), is_clipped("Vale", "Orr Wire")
    (True, True, False)
    """
    words = re.findall(r"\w+", outlet)
    initials = "".join(w[0] for w in words if w[0].isupper())
    single = {words[0].casefold(), words[-1].casefold()} if words else set()
    return len(words) > 1 and len(short) > 1 and (short == initials or short.casefold() in single)


@lru_cache(maxsize=16384)
def is_same_outlet(left: str, right: str) -> bool:
    """Whether two names are one outlet's, as written, shortened or in another spelling.

    >>> is_same_outlet("The Harbour Courier", "Harbour Courier"), is_same_outlet("Orr Wire", "Vale Wire")
    (True, False)
    """
    a, b = _plain(left), _plain(right)
    if not a or not b:
        return False
    if a == b or is_clipped(left, right) or is_clipped(right, left):
        return True
    return min(len(a), len(b)) > 4 and fuzz.ratio(a, b) >= _SAME_NAME


def _is_among(name: str, names: Sequence[str]) -> bool:
    return any(is_same_outlet(name, own) for own in names)


def _plain(name: str) -> str:
    words = [w for w in re.findall(r"\w+", fold(name)) if w not in load_stopwords()]
    return " ".join(w for w in words if w not in {"news", "agency", "newspaper", "online", "com"}) or " ".join(words)


def _has_statement_of(text: str, names: Sequence[str]) -> bool:
    """Whether a sentence puts a statement or announcement to one of the names, of two words or more."""
    long = [name for name in names if " " in name and name in text]
    return bool(long) and any(
        name in clause and _STATEMENT.search(clause)
        for s in find_sentences(text)
        if (clause := s.of(text))
        for name in long
    )


def _is_vague(name: str) -> bool:
    return name.islower() or name.endswith((" state media", " state television", " state TV", " state radio"))
