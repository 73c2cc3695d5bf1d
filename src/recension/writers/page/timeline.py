"""The timeline as the page shows it: what happened when, and who says so."""

from typing import NamedTuple

from recension.records import Happening, Passage, Story
from recension.writers.page.account import Place, find_places
from recension.writers.page.cast import Cast, LineBadge
from recension.writers.page.facts import FactView
from recension.writers.page.words import write_moment

# Dots grow up to this number of lines: three agree or more, one sees at a glance.
MOST_SIZES = 3


class Step(NamedTuple):
    """A happening: `day` is empty where it is that of the step before, `size` grows with the lines that tell it.

    `when` is the ISO date or time; `fact` what disputes the time; `ahead` what lay ahead when the last report was made.
    """

    when: str
    day: str
    time: str
    what: str
    size: int
    background: bool
    ahead: bool
    lines: tuple[LineBadge, ...]
    places: tuple[Place, ...]
    fact: FactView | None


def make_steps(story: Story, facts: tuple[FactView, ...], anchors: dict[Passage, str], cast: Cast) -> tuple[Step, ...]:
    """The happenings of the story in order of time."""
    published = [w.article.published for i in story.article_ids if (w := cast.witnesses.get(i)) and w.article.published]
    last = max((f"{moment:%Y-%m-%d}" for moment in published), default="9999")
    by_id = {view.fact.id: view for view in facts}
    days = [happening.when.partition("T")[0] for happening in story.timeline]
    return tuple(
        Step(
            happening.when,
            write_when(day) if day != before else "",
            write_clock(happening.when.partition("T")[2]),
            happening.what,
            min(MOST_SIZES, happening.lines),
            happening.background,
            day > last,
            cast.lines_of(passage.article for passage in happening.readings),
            find_places(_take_first(happening), anchors, cast),
            by_id.get(happening.disputed or ""),
        )
        for happening, day, before in zip(story.timeline, days, ["", *days], strict=False)
    )


def write_when(day: str) -> str:
    """A day, month or year as a reader says it.

    >>> write_when("2026-03-03"), write_when("2026-03"), write_when("2026")
    ('3 March 2026', 'March 2026', '2026')
    """
    if len(day) == len("2026-03"):
        return write_moment(f"{day}-01").partition(" ")[2]
    return write_moment(day) if len(day) > len("2026-03") else day


def write_clock(clock: str) -> str:
    """A time of day as a reader says it.

    >>> write_clock("00:15Z"), write_clock("")
    ('00:15 GMT', '')
    """
    return clock.removesuffix("Z") + " GMT" * clock.endswith("Z")


def _take_first(happening: Happening) -> list[Passage]:
    """The first passage of each article."""
    first: dict[str, Passage] = {}
    for passage in happening.readings:
        first.setdefault(passage.article, passage)
    return list(first.values())
