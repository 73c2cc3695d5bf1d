"""Tellings: each place where a report says what happened when, with the date resolved."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from recension.protocols import Pipeline
from recension.records import Fact, Passage, Span
from recension.stages.collate.figures import find_day
from recension.stages.compose.dated import DatedClause, find_dated_clause
from recension.stages.compose.event import list_stems
from recension.stages.compose.reading import Sentence, read
from recension.text.dates import Moment, find_dates

# Characters between a day and a time of day that is still of it: two or three sentences.
REACH = 300

_CLOCK = re.compile(r" ?T(?=\d\d:)")
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
_NO_YEAR = re.compile(r"--(\d\d-\d\d)")
_WEEKDAY = re.compile(r"weekday (\d)")


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause at `passage` that tells what was `when` (a day, month or year), at which `clock` time where it says so.

    `moment` is where the `date` stands, `zone` the time in Greenwich where it is known, `fact` the fact about a time
    that the moment is a reading of. `closeness` is how much of the event its sentence tells; `unsure` marks a weekday
    in an article without a date.
    """

    passage: Passage
    moment: Passage
    when: str
    clock: str | None
    zone: str | None
    date: str
    text: str
    stems: frozenset[str]
    closeness: float
    fact: Fact | None = None
    unsure: bool = False


def find_tellings(
    sentences: Sequence[Sentence], facts: Sequence[Fact], pipeline: Pipeline | None, near: date | None
) -> list[Telling]:
    """What the sentences say happened when, in the order of articles and texts; `near` is a day of the news,
    where one is known.

    Without a pipeline the clause around a date is its whole sentence. A time of day alone is of the day that a fact
    gives it, or that the sentence names beside it.
    """
    dated = [(sentence, moments) for sentence in sentences if (moments := _find_moments(sentence))]
    by_place = _find_time_facts(facts)
    found = []
    for sentence, moment, clause in _cut_clauses(dated, pipeline):
        telling = _make_telling(sentence, moment, clause, near)
        found.append(replace(telling, fact=_find_fact(telling.moment, by_place)))
    found.sort(key=lambda t: (t.moment.article, t.moment.start, t.moment.end))
    return list(_give_days(found))


def _find_moments(sentence: Sentence) -> tuple[Moment, ...]:
    """The dates and times inside the sentence, counted in its article."""
    end = sentence.start + len(sentence.text)
    found = find_dates(sentence.article.text, find_day(sentence.article))
    return tuple(moment for moment in found if sentence.start <= moment.start and moment.end <= end)


def _cut_clauses(
    dated: Sequence[tuple[Sentence, tuple[Moment, ...]]], pipeline: Pipeline | None
) -> Iterator[tuple[Sentence, Moment, DatedClause]]:
    """Each moment with the clause that it dates, a span of its sentence; those that date none are left out."""
    if pipeline is None:
        whole = ((sentence, DatedClause(Span(0, len(sentence.text))), found) for sentence, found in dated)
        yield from ((sentence, moment, clause) for sentence, clause, found in whole for moment in found)
        return
    by_place = {(sentence.article.id, sentence.start): moments for sentence, moments in dated}
    for sentence, doc in read([sentence for sentence, _ in dated], pipeline):
        for moment in by_place[sentence.article.id, sentence.start]:
            when = Span(moment.start - sentence.start, moment.end - sentence.start)
            clause = find_dated_clause(doc, when)
            if clause is not None:
                yield sentence, moment, clause


def _make_telling(sentence: Sentence, moment: Moment, clause: DatedClause, near: date | None) -> Telling:
    day, _, clock = _CLOCK.sub("\0", moment.normal).partition("\0")
    when, unsure = resolve_day(day, near)
    if clause.is_past and not any(map(str.isdigit, moment.text)):
        when = _put_back(when, find_day(sentence.article))
    text = clause.span.of(sentence.text)
    stems = frozenset(list_stems(text)) - frozenset(list_stems(moment.text))
    return Telling(
        sentence.place(clause.span),
        Passage(sentence.article.id, moment.start, moment.end),
        when,
        # Midnight at a day's end is no time of that day.
        clock.removesuffix("Z") or None if clock != "24:00" else None,
        moment.zone,
        moment.text,
        " ".join(text.split()),
        stems,
        sentence.closeness,
        unsure=unsure,
    )


def resolve_day(normal: str, near: date | None) -> tuple[str, bool]:
    """The day, month or year that a normal value stands for, "" for none; and whether that is a guess.

    >>> resolve_day("--03-04", date(2026, 3, 9)), resolve_day("weekday 2", date(2026, 3, 5)), resolve_day("200x", None)
    (('2026-03-04', False), ('2026-03-03', True), ('', False))
    """
    if _ISO.fullmatch(normal):
        return normal, False
    if near is None:
        return "", False
    if day := _NO_YEAR.fullmatch(normal):
        return f"{near.year}-{day[1]}", False
    if weekday := _WEEKDAY.fullmatch(normal):
        # The nearest such day: three days before the news to three after.
        return str(near + timedelta(days=(int(weekday[1]) - near.isoweekday() + 3) % 7 - 3)), True
    return "", False


def _put_back(when: str, published: date | None) -> str:
    """The weekday of the week before where the day lies after publication: what is over was last Sunday, not next."""
    if published is None or len(when) < len("2026-03-04") or when <= str(published):
        return when
    return str(date.fromisoformat(when) - timedelta(days=7))


def _find_time_facts(facts: Iterable[Fact]) -> dict[str, list[tuple[Span, Fact]]]:
    """Where each article's readings of days and times stand, with their facts."""
    found: dict[str, list[tuple[Span, Fact]]] = {}
    for fact in facts:
        if fact.slot in {"date", "time"}:
            for reading in fact.readings:
                found.setdefault(reading.article, []).append((reading.span, fact))
    return found


def _find_fact(moment: Passage, facts: Mapping[str, list[tuple[Span, Fact]]]) -> Fact | None:
    """The fact that the moment is a reading of; of two the one about the time of day, which is of one thing only."""
    found = [fact for span, fact in facts.get(moment.article, ()) if span.overlaps(moment.span)]
    return min(found, key=lambda fact: (fact.slot != "time", fact.id), default=None)


def _give_days(tellings: Sequence[Telling]) -> Iterator[Telling]:
    """The tellings that have a day: their own, or for a time of day that of its clause, fact or the text before."""
    by_clause = {telling.passage: telling.when for telling in tellings if telling.when}
    by_fact = {t.fact.id: t.when for t in tellings if t.when and not t.unsure and t.clock and t.fact}
    last: Telling | None = None
    for telling in tellings:
        when = telling.when
        if not when and telling.clock:
            when = by_clause.get(telling.passage) or by_fact.get(telling.fact.id if telling.fact else "", "")
            when = when or (last.when if last is not None and _is_near(last, telling) else "")
        if when:
            yield replace(telling, when=when)
        if telling.when:
            last = telling


def _is_near(last: Telling, telling: Telling) -> bool:
    """Whether a day stands so shortly before a time of day that it is most likely its day."""
    return (
        last.moment.article == telling.moment.article
        and len(last.when) == len("2026-03-04")
        and telling.moment.start - last.moment.end <= REACH
    )
