"""The facts of a story as the page shows them: conflicts first, readings side by side."""

from typing import NamedTuple

from recension.records import Fact, Reading, Story
from recension.writers.evidence import Excerpt, Mark, find_excerpt
from recension.writers.page.cast import Cast, LineBadge, Witness
from recension.writers.page.words import VERDICT_MEANINGS, VERDICT_SIGNS, write_confidence
from recension.writers.readings import sort_facts

# Readings of one value shown with their sentence; the others are named and linked. More would make the page of
# a story with two hundred reports several times larger and the columns unreadable.
MOST_EXCERPTS = 8


class ReadingView(NamedTuple):
    """What one article says for a fact, by its rank there, and where in the text; quoted unless the column is full."""

    rank: int
    witness: Witness
    anchor: str
    excerpt: Excerpt | None


class Column(NamedTuple):
    """One value of a fact and all who give it; `best` says that more stands behind it than behind any other.

    `note` tells why the value weighs little though reports have it: that it came in by copying.
    """

    value: str
    normal: str | None
    lines: tuple[LineBadge, ...]
    readings: tuple[ReadingView, ...]
    roots: int
    best: bool
    note: str | None

    @property
    def quoted(self) -> tuple[ReadingView, ...]:
        """The readings that are shown in their sentence."""
        return self.readings[:MOST_EXCERPTS]

    @property
    def others(self) -> tuple[ReadingView, ...]:
        """The readings that are only named."""
        return self.readings[MOST_EXCERPTS:]

    @property
    def reports(self) -> int:
        """How many articles give the value."""
        return len({reading.witness.anchor for reading in self.readings})


class FactView(NamedTuple):
    """A fact with its readings in columns, one a value."""

    anchor: str
    number: int
    fact: Fact
    sign: str
    meaning: str
    columns: tuple[Column, ...]
    confidence: str


def make_fact_views(story: Story, anchor: str, cast: Cast) -> tuple[FactView, ...]:
    """The story's facts, conflicts first, then updates, then what is settled and best supported."""
    ranked = enumerate(sort_facts(story.facts), 1)
    return tuple(_make_view(fact, f"{anchor}-fact-{n}", n, cast) for n, fact in ranked)


def find_fact_marks(facts: tuple[FactView, ...]) -> dict[str, list[Mark]]:
    """The readings of the facts as marks, by article."""
    marks: dict[str, list[Mark]] = {}
    for view in facts:
        for rank, reading in enumerate(view.fact.readings):
            mark = Mark(
                reading.start, reading.end, view.fact.verdict, f"{view.anchor}-{rank}", view.anchor, str(view.number)
            )
            marks.setdefault(reading.article, []).append(mark)
    return marks


def _make_view(fact: Fact, anchor: str, number: int, cast: Cast) -> FactView:
    known = [(rank, reading) for rank, reading in enumerate(fact.readings) if reading.article in cast.witnesses]
    columns = [_make_column(fact, members, anchor, cast) for members in _sort_into_columns(fact, known)]
    columns.sort(key=_date_of if fact.verdict == "update" else _weakness_of)
    return FactView(
        anchor,
        number,
        fact,
        VERDICT_SIGNS[fact.verdict],
        VERDICT_MEANINGS[fact.verdict],
        tuple(columns),
        write_confidence(fact.confidence),
    )


def _sort_into_columns(fact: Fact, readings: list[tuple[int, Reading]]) -> list[list[tuple[int, Reading]]]:
    """A column a group; one a wording where the fact is equivalent, as the wordings are what is compared there."""
    columns: dict[str | int, list[tuple[int, Reading]]] = {}
    place = {article: n for n, group in enumerate(fact.groups) for article in group}
    for rank, reading in readings:
        group = place.get(reading.article, len(fact.groups))
        key = reading.value.casefold() if fact.verdict == "equivalent" else group
        columns.setdefault(key, []).append((rank, reading))
    return list(columns.values())


def _date_of(column: Column) -> str:
    """When the value was first reported; values without a date come last."""
    dates = [reading.witness.article.published for reading in column.readings]
    return min((moment.isoformat() for moment in dates if moment), default="~")


def _weakness_of(column: Column) -> tuple[int, int]:
    return -len(column.lines), -len(column.readings)


def _make_column(fact: Fact, members: list[tuple[int, Reading]], anchor: str, cast: Cast) -> Column:
    views = []
    for place, (rank, reading) in enumerate(members):
        witness = cast.witnesses[reading.article]
        excerpt = find_excerpt(witness.article.text, reading.span) if place < MOST_EXCERPTS else None
        views.append(ReadingView(rank, witness, f"{anchor}-{rank}", excerpt))
    first = members[0][1]
    lines = cast.lines_of(reading.article for _, reading in members)
    group = next((n for n, articles in enumerate(fact.groups) if first.article in articles), None)
    support = fact.support[group] if group is not None and group < len(fact.support) else None
    differs = fact.verdict in {"conflict", "update"}
    return Column(
        first.value,
        first.normal if first.normal != first.value else None,
        lines,
        tuple(views),
        len(support.roots) if support and differs else 0,
        differs and fact.best is not None and fact.best == group,
        support.note if support and differs else None,
    )
