"""The table of readings as CSV: what stands where, and that no spreadsheet executes any of it."""

import csv
from collections.abc import Iterable
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.records import Article, Dossier, Fact, Generator, Reading, Story
from recension.writers.csv import COLUMNS, make_inert, render_csv


def read_table(document: str) -> list[list[str]]:
    """The cells as a program reads them."""
    return list(csv.reader(StringIO(document, newline=""), strict=True))


def make_dossier(values: Iterable[str], outlet: str | None = None) -> Dossier:
    """One fact with a reading of these values, all of one article."""
    readings = tuple(Reading("a01", 0, 1, value) for value in values)
    fact = Fact("f1", "hurt", "number", "agree", readings, (("a01",),), 1, 0.5, "the same")
    article = Article("a01", "a01.txt", "Rain.", outlet)
    return Dossier(Generator("recension", "0"), (article,), (Story("s1", "Rain", ("a01",), facts=(fact,)),))


def test_a_row_is_a_fact_and_a_column_an_article(dossier: Dossier) -> None:
    """Conflicts come first; an article that says nothing of a fact has an empty cell."""
    head, *rows = read_table(render_csv(dossier))
    assert tuple(head[:8]) == COLUMNS
    assert head[8:11] == ["a01 Harbour Courier", "a02 Coast Daily", "a03 Vale Observer"]
    assert head[12] == "a05"
    assert [row[1] for row in rows] == ["f3", "f5", "f2", "f4", "f6", "f7", "f1"]
    assert rows[0] == [
        "s1", "f3", "conflict", "money", "damage", "EUR 3000000 is not EUR 8000000; both are the owner's figure",
        "0.87", "1", "3 million euros", "3 million euros", "8 million euros", "3 million euros", "", "", "",
    ]  # fmt: skip


def test_several_values_stand_in_one_cell() -> None:
    """Each once, in the order of the text."""
    assert read_table(render_csv(make_dossier(["two", "three", "two"])))[1][-1] == "two / three"


def test_lines_end_as_rfc_4180_has_it(dossier: Dossier) -> None:
    """Carriage return and line feed after each record, and none within: a line is a fact."""
    document = render_csv(dossier)
    assert document.endswith("\r\n")
    assert len(document.split("\r\n")) == len(document.splitlines()) + 1 == 9


def test_a_dossier_without_facts_is_a_head(dossier: Dossier) -> None:
    """Programs find the columns all the same."""
    assert len(read_table(render_csv(replace(dossier, stories=())))) == 1


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "-3 men", "+49 30 1", '=HYPERLINK("x")'],
)
def test_a_formula_is_made_inert(cell: str) -> None:
    """Whatever a spreadsheet would execute begins with an apostrophe, in every column and in the head."""
    assert make_inert(cell) == f"'{cell}"
    head, row = read_table(render_csv(make_dossier([cell], cell)))
    assert row[-1] == f"'{cell.strip()}"
    assert head[-1].startswith("a01")


def test_a_cell_is_inert_where_a_semicolon_parts_the_cells() -> None:
    """Spreadsheets of some countries part at semicolons, and do not heed the quotation marks of this file."""
    assert make_inert("two; =1+1") == "two; '=1+1"


@pytest.mark.parametrize("cell", ["-3.5 %", "+7", "-1,200.50", "14", "3–4", "two; three", "a = b", ""])
def test_numbers_and_plain_words_stay(cell: str) -> None:
    """A sign before a mere number is not taken for a formula."""
    assert make_inert(cell) == cell


# Half characters, which st.text() leaves out, among them.
TEXT = st.text(alphabet=st.characters())


@given(st.lists(TEXT, min_size=1, max_size=3), TEXT)
def test_any_text_comes_back_in_its_cell(values: list[str], outlet: str) -> None:
    """Quotation marks, commas, line breaks and half characters break no record; nothing begins a formula."""
    document = render_csv(make_dossier(values, outlet))
    head, row = read_table(document.encode("utf-8").decode("utf-8"))
    assert len(head) == len(row) == 9
    assert make_inert(row[-1]) == row[-1]
    plain = [value for value in values if value.isprintable() and make_inert(value) == value]
    assert all(" ".join(value.split()) in row[-1] for value in plain)
