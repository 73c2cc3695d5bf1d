"""The timeline: what happened when, each thing once, by the best supported tellings."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from recension.records import Article, Happening, Precision, Trace
from recension.stages.compose.backing import count_lines, sort_passages
from recension.stages.compose.clocks import find_time, is_same_time
from recension.stages.compose.frame import Frame
from recension.stages.compose.tellings import Telling

# More would not be looked at; so few are all shown.
MOST_NEWS, MOST_BACKGROUND, FEW = 14, 4, 6
# Clauses that share this part of the shorter one's words tell the same of one day: at a third two things become one,
# at two thirds a thing told in other words stands twice.
SAME_THING = 0.4
# Sentences this close to the event tell of the event itself, in whatever words.
MAIN = 0.5
# What a single article tells is kept where there is much if its sentence is this close to the event.
CLOSE = 0.4

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OPENING = re.compile(r"[A-ZÀ-ÞĀ-Ž]|(?:the|an?|its|his|her|their) ")
_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day", 16: "minute", 17: "minute"}


class Group(NamedTuple):
    """Tellings of one thing, the one closest to the event first."""

    tellings: tuple[Telling, ...]
    lines: int
    background: bool

    @property
    def is_news(self) -> bool:
        """Whether it gives a full day in the time of the news."""
        return not self.background and _DAY.fullmatch(self.tellings[0].when) is not None

    @property
    def is_guess(self) -> bool:
        """Whether it hangs on one weekday in an article without a date."""
        return self.articles == 1 and all(telling.unsure for telling in self.tellings)

    @property
    def is_told_by_number(self) -> bool:
        """Whether a date with a figure stands in the text: "last year" tells when, but is no date to remember."""
        return any(any(map(str.isdigit, telling.date)) for telling in self.tellings)

    @property
    def closeness(self) -> float:
        """How much of the event the closest sentence tells."""
        return max(telling.closeness for telling in self.tellings)

    @property
    def articles(self) -> int:
        """How many articles tell it."""
        return len({telling.moment.article for telling in self.tellings})

    @property
    def score(self) -> float:
        """What puts it before others: lines first, then articles and closeness."""
        return self.lines + 0.25 * self.articles + 2 * self.closeness

    @property
    def is_sure(self) -> bool:
        """Whether more than a single telling far from the event stands behind it."""
        return self.articles > 1 or self.closeness >= CLOSE


def make_timeline(groups: Sequence[Group], members: Sequence[Article]) -> tuple[Happening, ...]:
    """The happenings in order of time: those that are sure, others only where they are few; some background."""
    news = [group for group in groups if group.is_news and not group.is_guess]
    past = [group for group in groups if group.background and group.articles > 1 and group.is_told_by_number]
    ranked = sorted(_rank(news), key=lambda group: not group.is_sure)
    kept = ranked[: max(FEW, min(MOST_NEWS, sum(group.is_sure for group in news)))]
    found = [_make_happening(group, members) for group in (*kept, *_rank(past)[:MOST_BACKGROUND])]
    return tuple(sorted(found, key=lambda h: (h.when, h.what)))


def _rank(groups: Iterable[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: (-group.score, group.tellings[0].when))


def group_tellings(tellings: Iterable[Telling], trace: Trace, frame: Frame | None) -> list[Group]:
    """The tellings of one day that tell the same, by their words or by the fact that their times belong to.

    Without a frame nothing tells news from background, and all is news.
    """
    found: list[list[Telling]] = []
    for telling in sorted(tellings, key=lambda t: (t.unsure, -t.closeness, t.moment.article, t.moment.start)):
        like = next((group for group in found if any(_is_same(telling, other) for other in group)), None)
        if like is None:
            found.append([telling])
        else:
            like.append(telling)
    return [
        Group(tuple(g), _count(g, trace), frame is not None and frame.is_past(g[0].when))
        for g in found
        if not (frame and frame.is_far(g[0].when))
    ]


def _count(tellings: Sequence[Telling], trace: Trace) -> int:
    return count_lines({telling.moment.article for telling in tellings}, trace)


def _is_same(left: Telling, right: Telling) -> bool:
    """Whether two tellings are of one day, and of one fact, time or the main event, or share most of their words."""
    if left.when != right.when:
        return False
    if left.fact is not None and left.fact == right.fact and left.fact.slot == "date":
        return True
    shared = len(left.stems & right.stems)
    if shared and is_same_time(left, right):
        return True
    if min(left.closeness, right.closeness) >= MAIN and shared:
        return True
    return shared > 1 and shared >= SAME_THING * min(len(left.stems), len(right.stems))


def _make_happening(group: Group, members: Sequence[Article]) -> Happening:
    when = find_when(group)
    facts = [t.fact for t in group.tellings if t.fact and t.fact.verdict in {"conflict", "update"}]
    return Happening(
        when,
        _PRECISIONS[len(when)],
        _choose_words(group.tellings),
        sort_passages((telling.passage for telling in group.tellings), members),
        group.lines,
        min((fact.id for fact in facts), default=None),
        group.background,
    )


def find_when(group: Group) -> str:
    """The day, with the time of day where several of its articles or the only one give one."""
    day = group.tellings[0].when
    timed = {telling.moment.article for telling in group.tellings if telling.clock}
    if len(timed) > 1 or group.articles == 1:
        return find_time(day, group.tellings) or day
    return day


def _choose_words(tellings: Sequence[Telling]) -> str:
    """The clause that can stand alone and dates one thing, whose words most of the others have; the shorter of two."""
    words = Counter(stem for telling in tellings for stem in telling.stems)
    dates = Counter(telling.passage for telling in tellings)

    def rank(telling: Telling) -> tuple[bool, bool, float, int, str]:
        share = sum(words[stem] for stem in telling.stems) / (len(telling.stems) + 3)
        return not _OPENING.match(telling.text), dates[telling.passage] > 1, -share, len(telling.text), telling.text

    return min(tellings, key=rank).text
