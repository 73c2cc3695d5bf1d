"""The second half of repair: what is not the report is set aside, and what the head says is kept."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from recension.records import Article, Removed, Repair, Span
from recension.text.boilerplate import find_boilerplate_reason
from recension.text.captions import find_caption_credits
from recension.text.confusables import is_of_other_script
from recension.text.dateline import find_dateline_day, find_year
from recension.text.edits import cut_text
from recension.text.footer import find_closing_sentences, find_footer
from recension.text.header import Header, find_header
from recension.text.lines import find_lines
from recension.text.pagedates import find_page_dates
from recension.text.sentences import find_sentences

# A dateline and the page differ by a day where an editor held the copy overnight; by more, the page's is another's.
_DAYS_APART = 2


def set_aside(article: Article) -> Article:
    """The article without masthead, byline, links, prompts and comments; title, outlet and date from its head."""
    header = find_header(article.text, article.title)
    spans = [*header.furniture, *_find_inside(article.text, header.body), *find_footer(article.text)]
    spans += find_closing_sentences(article.text)
    text, repairs, removed = article.text, article.repairs, list(article.removed)
    chosen = _choose(spans)
    if chosen:
        removed += [Removed(span.of(text).strip(), reason) for span, reason in chosen]
        text, repairs = cut_text(text, [_with_space(text, span) for span, _ in chosen], repairs)
        text, repairs = _trim(text, repairs)
    published = article.published or _find_published(header, article)
    return replace(
        article,
        text=text,
        repairs=repairs,
        removed=tuple(removed),
        title=article.title or header.title,
        outlet=article.outlet or _spell(header.outlet, article.text),
        byline=article.byline or header.byline,
        published=published,
        published_from=article.published_from or ("text" if published else None),
    )


def _find_inside(text: str, body: int) -> list[tuple[Span, str]]:
    """Lines and sentences between head and end that their wording alone shows to be no report."""
    found: list[tuple[Span, str]] = [(span, "caption_credit") for span in find_caption_credits(text)]
    parts = [line.span for line in find_lines(text)] + list(find_sentences(text))
    judged = ((span, find_boilerplate_reason(span.of(text))) for span in parts if span.start >= body)
    found += [(line.span, "other_script") for line in find_lines(text) if is_of_other_script(line.text, text)]
    return found + [(span, reason) for span, reason in judged if reason]


def _choose(spans: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """The spans in order, none inside another."""
    chosen: list[tuple[Span, str]] = []
    for span, reason in sorted(spans, key=lambda s: (s[0].start, -s[0].end)):
        if span.end > span.start and (not chosen or span.start >= chosen[-1][0].end):
            chosen.append((span, reason))
    return chosen


def _with_space(text: str, span: Span) -> Span:
    """The span with the white space that would be left over: its line break, or the space beside it."""
    start, end = span
    is_line = start == 0 or text[start - 1] == "\n"
    while end < len(text) and (text[end] in " \t" or (is_line and text[end] == "\n")):
        end += 1
    while not is_line and start > 0 and text[start - 1] in " \t" and (end == len(text) or text[end] == "\n"):
        start -= 1
    return Span(start, end)


def _trim(text: str, repairs: tuple[Repair, ...]) -> tuple[str, tuple[Repair, ...]]:
    """The text without white space around it."""
    stripped = text.strip()
    start = text.index(stripped) if stripped else 0
    return cut_text(text, [Span(0, start), Span(start + len(stripped), len(text))], repairs)


def _spell(name: str | None, text: str) -> str | None:
    """A name in capitals as the text spells it elsewhere, else in title case."""
    if name is None or not name.isupper():
        return name
    others = (m.group() for m in re.finditer(re.escape(name), text[:50_000], re.I))
    spelled = next((other for other in others if other != name and other[0].isupper()), None)
    return spelled or (name.title().replace("'S", "'s") if " " in name else name)


def _find_page_date(header: Header, removed: Sequence[Removed]) -> date | None:
    """The page's own date: what its head says, else the latest in what was set aside."""
    found = [stamp.value for r in removed if len(r.text) < 160 for stamp in find_page_dates(r.text)]
    days = [d.date() if isinstance(d, datetime) else d for d in found]
    return header.page_date or max(days, default=None)


def _find_published(header: Header, article: Article) -> date | datetime | None:
    """The date that head and dateline agree on; None where the page's date is not the report's."""
    body = article.text[header.body :].lstrip()
    day = find_dateline_day(body)
    stated = header.published
    if day is None:
        return stated
    stated_day = stated.date() if isinstance(stated, datetime) else stated
    if stated_day is not None:
        near = [stated_day + timedelta(days=d) for d in range(-_DAYS_APART, _DAYS_APART + 1)]
        if any((d.month, d.day) == day for d in near):
            return stated
    latest = stated_day or _find_page_date(header, article.removed)
    return find_year(day, body, latest) if latest else None
