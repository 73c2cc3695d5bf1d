"""When: the day of the main event, with the time of day where reports agree on one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from recension.records import Answer, Fact, Findings, Passage, Trace
from recension.stages.compose.backing import count_lines, make_answer
from recension.stages.compose.clocks import find_time, is_same_time
from recension.stages.compose.frame import Frame
from recension.stages.compose.tellings import Telling

# A day that only sentences far from the event give is that of something else.
LEAST_CLOSE = 0.3
# An article's say. Where it grows with closeness without this end, the latest turn, which headlines tell, outweighs
# the event that all reports go back to: of 8 labelled stories 4 instead of 6 get their day.
FULL = 0.25

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def answer_when(tellings: Sequence[Telling], findings: Findings, frame: Frame | None) -> list[Answer]:
    """The day on which most reports put the event, by their sentences that are close to it.

    Where none is close, the day of the facts that most lines agree on.
    """
    if frame is None:
        return []
    days = defaultdict[str, list[Telling]](list)
    for telling in tellings:
        if _is_news(telling.when, frame):
            days[telling.when].append(telling)
    best = max(days, key=lambda day: (_support(days[day]), day), default=None)
    if best is not None and max(telling.closeness for telling in days[best]) >= LEAST_CLOSE:
        return [_answer_day(best, days[best], findings.trace)]
    fact = _find_best_date(findings.collation.facts, frame)
    if fact is None:
        return []
    passages = [Passage(reading.article, reading.start, reading.end) for reading in fact.readings]
    return [make_answer("when", fact.readings[0].normal or "", passages, findings.trace)]


def _is_news(when: str, frame: Frame) -> bool:
    """Whether it is a day not long before the reports, or between them."""
    return _DAY.fullmatch(when) is not None and not frame.is_past(when) and when <= str(frame.last)


def _support(tellings: Iterable[Telling]) -> float:
    """How many articles put the event on this day: each by its closest sentence, up to `FULL`."""
    articles: dict[str, float] = {}
    for telling in tellings:
        name = telling.moment.article
        articles[name] = max(articles.get(name, 0.0), min(telling.closeness, FULL))
    return sum(articles.values())


def _answer_day(day: str, tellings: Sequence[Telling], trace: Trace) -> Answer:
    """The day with the time that two lines or half of the day's articles give, else the day alone."""
    timed = [telling for telling in tellings if telling.clock]
    groups = [[other for other in timed if other is telling or is_same_time(telling, other)] for telling in timed]
    same = max(groups, key=lambda group: count_lines(_name(group), trace), default=[])
    many = len(_name(same)) > 1 and 2 * len(_name(same)) >= len(_name(tellings))
    time = find_time(day, same)
    if time and (many or count_lines(_name(same), trace) > 1):
        return make_answer("when", time, (telling.moment for telling in same), trace)
    close = [telling for telling in tellings if telling.closeness >= LEAST_CLOSE]
    return make_answer("when", day, (telling.moment for telling in close), trace)


def _name(tellings: Iterable[Telling]) -> set[str]:
    return {telling.moment.article for telling in tellings}


def _find_best_date(facts: Iterable[Fact], frame: Frame) -> Fact | None:
    """The day not long before publication on which the most independent lines, then the most articles, agree."""
    dated = [
        (-fact.independent_lines, -len(fact.readings), fact.id, fact)
        for fact in facts
        if fact.slot == "date" and fact.verdict in ("agree", "equivalent")
        if _is_news(fact.readings[0].normal or "", frame)
    ]
    return min(dated)[3] if dated else None
