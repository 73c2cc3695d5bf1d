"""The table of readings on the page: what stands in a cell, who stands with whom, and how large it may grow."""

from dataclasses import replace

import pytest

from recension.records import Dossier, Reading
from recension.writers.html import render_html
from recension.writers.page import table
from recension.writers.page.cast import make_cast
from recension.writers.page.facts import make_fact_views
from recension.writers.page.table import MOST_CELLS, SIGNS, CellView, TableView, make_table, write_sign


def find_table(dossier: Dossier) -> TableView:
    """The table of the first story."""
    story, cast = dossier.stories[0], make_cast(dossier)
    found = make_table(story, make_fact_views(story, "s1", cast), [cast.witnesses[i] for i in story.article_ids])
    assert found
    return found


def find_cells(dossier: Dossier, label: str) -> list[CellView | None]:
    """The cells of one fact."""
    return next(list(row.cells) for row in find_table(dossier).rows if row.fact.fact.label == label)


def test_each_cell_leads_to_the_words(dossier: Dossier) -> None:
    """The place is the mark of the reading in its report; an article that is silent has no cell."""
    assert find_cells(dossier, "how far the smoke was seen") == [
        CellView((("s1-fact-4-0", "20 kilometres"),), None), None,
        CellView((("s1-fact-4-1", "12 miles"),), None), None, None, None,
    ]  # fmt: skip


def test_groups_are_told_apart_where_reports_differ(dossier: Dossier) -> None:
    """The best supported value of a conflict comes first, the earliest of an update; what is settled has no groups."""
    groups = {
        label: [cell.group if cell else None for cell in find_cells(dossier, label)]
        for label in ("damage", "people hurt", "the missing")
    }
    assert groups["damage"] == [0, 0, 1, 0, None, None]
    assert groups["people hurt"] == [0, 0, 1, 1, None, None]
    assert groups["the missing"] == [None] * 6


def test_two_values_of_one_report_share_a_cell(dossier: Dossier) -> None:
    """Each leads to its own place; the same value twice stands once."""
    story = dossier.stories[0]
    twice = (*story.facts[3].readings, Reading("a01", 0, 4, "20\nkilometres"), Reading("a01", 5, 9, "12 miles"))
    changed = replace(story, facts=(replace(story.facts[3], readings=twice),))
    cell = find_cells(replace(dossier, stories=(changed,)), "how far the smoke was seen")[0]
    assert cell == CellView((("s1-fact-1-0", "20 kilometres"), ("s1-fact-1-3", "12 miles")), None)


def test_a_group_has_a_sign_beside_its_ground() -> None:
    """Colour is not all that tells groups apart, however many there are."""
    signs = [CellView((), group).sign for group in range(3 * len(SIGNS))]
    assert len(set(signs)) == len(signs)
    assert signs[:9] == [*SIGNS, write_sign(8)]


def test_a_table_too_large_is_left_out(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says so, and where the table is to be had."""
    assert MOST_CELLS > 1000
    monkeypatch.setattr(table, "MOST_CELLS", 41)
    page = render_html(dossier)
    assert 'class="sheet"' not in page
    assert "7 facts in 6 reports are too many for a table on this page: <code>--csv</code> writes it." in page


def test_without_facts_there_is_neither(dossier: Dossier) -> None:
    """No table, and no excuse for it."""
    page = render_html(replace(dossier, stories=(replace(dossier.stories[0], facts=()),)))
    assert 'class="sheet"' not in page
    assert "--csv" not in page


def test_nothing_from_an_article_is_active(dossier: Dossier) -> None:
    """Values and outlets are text in the table."""
    sheet = render_html(dossier).split('class="sheet"')[1].split("</table>")[0]
    assert "&lt;b&gt;Nobody&lt;/b&gt; is missing" in sheet
    assert "<b>" not in sheet
