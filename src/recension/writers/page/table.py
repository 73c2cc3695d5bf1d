"""The table of readings on the page: a row a fact, a column a report, and who stands with whom."""

from base64 import b64encode
from collections.abc import Sequence
from typing import NamedTuple

from recension.records import Story
from recension.writers.csv import render_table
from recension.writers.page.cast import Witness
from recension.writers.page.facts import FactView
from recension.writers.visible import write_line

# Cells of the largest table on a page, as 200 reports and 100 facts have them: it adds 1.5 MB at most and opens in
# Chromium in 0.8 s on one core; three times as many take 1.6 s there, and a phone is several times slower.
MOST_CELLS = 20_000

# A sign for each of the grounds that page.css gives to groups.
SIGNS = "●▲■◆▼★○△"


class CellView(NamedTuple):
    """What one report says for a fact: the places in it, with the value at each; `group` where reports differ."""

    places: tuple[tuple[str, str], ...]
    group: int | None

    @property
    def ground(self) -> int:
        """Which of the grounds the group has."""
        return (self.group or 0) % len(SIGNS)

    @property
    def sign(self) -> str:
        """The sign of the group, none where reports do not differ."""
        return "" if self.group is None else write_sign(self.group)


class RowView(NamedTuple):
    """A fact, and a cell for each report, None where it says nothing of the fact."""

    fact: FactView
    cells: tuple[CellView | None, ...]


class TableView(NamedTuple):
    """The table, and the address under which the page holds the same as CSV."""

    witnesses: tuple[Witness, ...]
    rows: tuple[RowView, ...]
    csv: str


def make_table(story: Story, facts: Sequence[FactView], witnesses: Sequence[Witness]) -> TableView | None:
    """The facts of the story against its reports; None where a browser would be slow to show them."""
    if not facts or len(facts) * len(witnesses) > MOST_CELLS:
        return None
    rows = tuple(_make_row(fact, witnesses) for fact in facts)
    return TableView(tuple(witnesses), rows, _write_address(story, witnesses))


def write_sign(group: int) -> str:
    """The sign of a group, with a number where the signs begin anew.

    >>> write_sign(0), write_sign(9)
    ('●', '▲2')
    """
    return SIGNS[group % len(SIGNS)] + (str(group // len(SIGNS) + 1) if group >= len(SIGNS) else "")


def _make_row(fact: FactView, witnesses: Sequence[Witness]) -> RowView:
    places: dict[str, dict[str, str]] = {}
    for reading in sorted((r for column in fact.columns for r in column.readings), key=lambda r: r.rank):
        value = write_line(fact.fact.readings[reading.rank].value)
        places.setdefault(reading.witness.anchor, {}).setdefault(value, reading.anchor)
    groups = _find_groups(fact)
    cells = {
        report: CellView(tuple((anchor, value) for value, anchor in known.items()), groups.get(report))
        for report, known in places.items()
    }
    return RowView(fact, tuple(cells.get(witness.anchor) for witness in witnesses))


def _find_groups(fact: FactView) -> dict[str, int]:
    """The rank of the group of each report, where reports differ."""
    if fact.fact.verdict not in ("conflict", "update"):
        return {}
    return {r.witness.anchor: group for group, column in enumerate(fact.columns) for r in column.readings}


def _write_address(story: Story, witnesses: Sequence[Witness]) -> str:
    """A data URI: it needs neither the network nor a script, and what it holds is what --csv writes.

    It begins with the byte order mark, by which spreadsheets know UTF-8.
    """
    document = "\ufeff" + render_table([story], [witness.article for witness in witnesses])
    return f"data:text/csv;charset=utf-8;base64,{b64encode(document.encode('utf-8')).decode('ascii')}"
