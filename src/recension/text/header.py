"""The head of a text dump: masthead, menu, headline, byline and date above the first paragraph of the report."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from recension.records import Span
from recension.rules import load_rules
from recension.text.boilerplate import find_boilerplate_reason
from recension.text.lines import Line, find_fields, find_lines, is_open, is_prose, is_row
from recension.text.pagedates import PageDate, find_page_dates
from recension.text.words import find_words

# Mastheads measured have at most nine lines; what has more without a paragraph is no article with a head.
_MOST_LINES = 16
_BYLINE = re.compile(r"(?:by|from|words by|text by|reported by|story by|written by)\s+(?=(?-i:[A-Z]|the ))", re.I)
_DESK = re.compile(
    r"(?:editorial staff|staff writer|our .{2,30} (?:bureau|correspondent|desk|reporter)|by staff\b|posted by)\b", re.I
)
_PERSON = re.compile(r"(?:[A-ZÀ-Ž][\w’'.-]*[ ]){1,3}[A-ZÀ-Ž][\w’'-]+$")
_LABEL = re.compile(
    r"\b(?:updated?|saved|printed|refreshed|generated|modified|archived|cached|retrieved|accessed|today|copy|crawl\w*)\b",
    re.I,
)
# A headline stands apart; its standfirst follows close. Chosen by hand on the development stories.
_SET_OFF, _QUOTED = 1.6, 1.3
_TAGLINE = re.compile(r"\bsince (?:1[6-9]|20)\d\d\W*$|^(?:serving|your|the voice|all the news)\b", re.I)
# When a report could be published is part of the story, and stays.
_EMBARGO = re.compile(r"\bembargo", re.I)
_RAW_DATE = re.compile(r"\s*date:?\s+(?=\d{4}-\d\d-\d\d\b)", re.I)


@dataclass
class Header:
    """What the head of a text says, and which spans of it are not the report; `page_date` is the page's own date."""

    body: int = 0
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: date | datetime | None = None
    page_date: date | None = None
    furniture: list[tuple[Span, str]] = field(default_factory=list)


def find_header(text: str, title: str | None = None) -> Header:
    """The head of `text`; `title` is the headline where the carrier gave it."""
    header = Header()
    if match := _RAW_DATE.match(text):
        stamp = next(find_page_dates(text[match.end() : match.end() + 12]), None)
        if stamp:
            header.furniture.append((Span(0, match.end() + stamp.end), "page_date"))
            header.page_date = _to_day(stamp.value)
            header.body = match.end() + stamp.end
            return header
    head = _find_head(text)
    if not head:
        return header
    header.body = head[-1].end
    others = [line for line in head if not _read_line(header, line, line is head[0], len(head))]
    stems = {w.stem for w in find_words(text[header.body : header.body + 6000])}
    headline = _choose_headline(others, stems, title)
    if headline:
        header.title = headline.text
    elif dated := [
        line for line in head if line.words >= 5 and (_first_date(line.text)) and not _LABEL.search(line.text)
    ]:
        header.title = dated[0].text
    seen: list[str] = [make_key(headline.text)] if headline else []
    for line in others:
        if line is headline:
            continue
        reason = _judge_other(header, line, headline, seen, _score_headline(line, others, stems) >= 1.5)
        if reason:
            header.furniture.append((line.span, reason))
    header.furniture.sort()
    return header


def make_key(text: str) -> str:
    """The letters and digits of `text` in lower case.

    >>> make_key("Fire, at last!")
    'fireatlast'
    """
    return "".join(c for c in text.lower() if c.isalnum())


def _find_head(text: str) -> list[Line]:
    """The lines above the first paragraph; none where no paragraph follows within sight."""
    head: list[Line] = []
    for line in find_lines(text[:20_000]):
        if is_prose(line.text) and not find_boilerplate_reason(line.text) and not _is_note(line.text):
            return head
        if len(head) == _MOST_LINES:
            return []
        head.append(line)
    return []


def _is_note(line: str) -> bool:
    """Whether the line stands in brackets as a whole: an editor's note to subscribers."""
    return line.startswith(("(", "[")) and line.rstrip(".").endswith((")", "]"))


def _read_line(header: Header, line: Line, is_first: bool, lines: int) -> bool:
    """Whether the line is a date, a byline or furniture by its wording; what it says goes into `header`."""
    if _EMBARGO.search(line.text):
        header.published = header.published or _first_date(line.text)
        return True
    stamps = list(find_page_dates(line.text))
    reason = find_boilerplate_reason(line.text)
    if stamps and _count_rest(line.text, stamps[0]) <= 14:
        _read_date_line(header, line, stamps[0], is_first, lines)
        return True
    if not reason and _DESK.match(line.text):
        reason = "byline"
    if not reason and (match := _BYLINE.match(line.text)) and line.words <= 16 and is_open(line.text.rstrip(".")):
        header.byline = header.byline or find_fields(line.text[match.end() :])[0]
        reason = "byline"
    if not reason and _is_note(line.text):
        reason = "note"
    if reason:
        header.furniture.append((line.span, reason))
    return reason is not None


def _first_date(text: str) -> date | datetime | None:
    return next((stamp.value for stamp in find_page_dates(text)), None)


def _read_date_line(header: Header, line: Line, stamp: PageDate, is_first: bool, lines: int) -> None:
    """Files the date as the report's or the page's, and a name beside it as the author's."""
    rest = line.text[: stamp.start] + " | " + line.text[stamp.end :]
    # Today's date stands at the very top of many a site, above its name; a report's stands with its headline.
    is_masthead = is_first and lines > 3 and _count_rest(line.text, stamp) <= 1
    if _LABEL.search(rest) or is_masthead or find_boilerplate_reason(line.text) in {"page_date", "rights"}:
        header.page_date = _to_day(stamp.value)
        header.furniture.append((line.span, "page_date"))
        return
    header.published = header.published or stamp.value
    for part in find_fields(rest):
        name = _BYLINE.sub("", part)
        if _PERSON.match(name) and not header.byline and (name != part or not _is_calendar(name)):
            header.byline = name
    header.furniture.append((line.span, "dateline"))


def _count_rest(line: str, stamp: PageDate) -> int:
    """Words of the line besides the date, the time, weekdays and labels."""
    rest = line[: stamp.start] + " " + line[stamp.end :]
    return sum(1 for w in re.findall(r"[^\W\d_]{2,}", rest) if not _is_calendar(w))


def _is_calendar(word: str) -> bool:
    return word[:3].lower() in {"mon", "tue", "wed", "thu", "fri", "sat", "sun"} and len(word.split()) == 1


def _to_day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _choose_headline(lines: list[Line], stems: set[str], title: str | None) -> Line | None:
    """The line that the report below it is about: most of its words come again in it."""
    key = make_key(title or "")
    for line in lines:
        if key and (make_key(line.text) == key or (len(key) > 20 and make_key(line.text).startswith(key))):
            return line
    able = [line for line in lines if line.words >= 3 and not is_row(line.text) and not _TAGLINE.search(line.text)]
    scores = {line: _score_headline(line, lines, stems) for line in able}
    if len(able) > 1 and able[0] is lines[0] and _looks_like_outlet(able[0].text):
        del scores[able[0]]
    best = max(scores, key=lambda line: (scores[line], -line.start), default=None)
    return best if best and scores[best] > 0 else None


def _score_headline(line: Line, lines: list[Line], stems: set[str]) -> float:
    """How much the report takes up the line; more where a blank line sets it off, or it is all a quotation."""
    content = [w for w in find_words(line.text[:400]) if w.is_content]
    shared = sum(w.stem in stems for w in content)
    score = shared * shared / max(1, len(content))
    at = lines.index(line)
    if at == 0 or line.start - lines[at - 1].end > 1:
        score *= _SET_OFF
    return score * (_QUOTED if line.text[0] in "\"“'‘" and line.text[-1] in "\"”'’" else 1.0)


def _looks_like_outlet(line: str) -> bool:
    """Whether the top line is a masthead: a short name in capitals or title case, without a verb's small letters."""
    words = line.split()
    return len(words) <= 5 and all(
        w[0].isupper() or w.lower() in load_rules("header")["small"] or not w[0].isalpha() for w in words
    )


def _judge_other(header: Header, line: Line, headline: Line | None, seen: list[str], is_told: bool) -> str | None:
    """Why a line beside the headline is not the report; None where it may be, as a standfirst is.

    `is_told` tells whether the report takes the line up.
    """
    key = make_key(line.text)
    if headline and any(key == other or (len(key) > 20 and _share_words(line.text, headline.text)) for other in seen):
        return "duplicate"
    is_above = headline is not None and line.start < headline.start
    if (is_above or is_row(line.text)) and header.outlet is None:
        header.outlet = find_outlet(line.text)
        if header.outlet:
            return "masthead"
    if is_row(line.text):
        return "navigation"
    if is_above:
        return None if line.words > 5 and not _TAGLINE.search(line.text) and is_told else "masthead"
    if headline and _PERSON.match(line.text) and line.words <= 4:
        header.byline = header.byline or line.text
        return "byline"
    return "navigation" if headline and line.words <= 2 and is_open(line.text) else None


def _share_words(left: str, right: str) -> bool:
    """Whether four of five words of the shorter stand in the other too."""
    a, b = ({w.stem for w in find_words(t[:400])} for t in (left, right))
    return len(a & b) >= 0.8 * max(len(a), len(b), 1)


def find_outlet(line: str) -> str | None:
    """The name of the outlet in a masthead line; None where the line is a menu or no name.

    >>> find_outlet("Orr Gazette / English version"), find_outlet("Home | News | Sport")
    ('Orr Gazette', None)
    """
    fields = find_fields(line)
    name = fields[0] if fields else ""
    name = re.sub(
        r"(?: \d+\.\d+| ?\((?:beta|English)\)| EN| in English)$",
        "",
        name.split(", ")[0] if len(name.split(", ")[0].split()) > 1 else name,
    )
    words = name.split()
    if not words or len(words) > 6 or not name[0].isalnum() or name[0].islower() or not is_open(name.rstrip("!")):
        return None
    if words[0].lower() in load_rules("header")["menu"] and len(words) <= 2:
        return None
    return name if any(c.isalpha() for c in name) else None
