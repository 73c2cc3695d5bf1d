"""Rows: JSON Lines always, Parquet where pyarrow is installed."""

import json
import sys
from pathlib import Path

import pytest

from recension.errors import SettingsError
from recension.writers.rows import check_parquet, render_row, write_rows

COLUMNS = {"id": str, "begin": int, "date": str, "src": {"id": str, "text": str}}
ROWS = [{"id": "a", "begin": 3, "date": None, "src": {"id": "b", "text": "Málaga"}}, {"id": "c", "begin": 1}]


def test_lines_are_written_whole(tmp_path: Path) -> None:
    """One object a line, in order; nothing else is left beside the file."""
    target = tmp_path / "out.jsonl"
    assert write_rows(iter(ROWS), str(target), COLUMNS) == 2
    assert [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()] == ROWS
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    """Rows that cannot all be made replace nothing."""
    target = tmp_path / "out.jsonl"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        write_rows(({"n": 1 // n} for n in (1, 0)), str(target), COLUMNS)
    assert target.read_text(encoding="utf-8") == "old"


def test_a_dash_is_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """The rows alone go there."""
    assert write_rows(iter(ROWS[1:]), "-", COLUMNS) == 1
    assert json.loads(capsys.readouterr().out) == ROWS[1]


def test_half_characters_are_escaped() -> None:
    """A lone surrogate, which no UTF-8 file can hold, comes back as it was."""
    line = render_row({"text": "a\ud800"})
    assert line.encode("utf-8")
    assert json.loads(line) == {"text": "a\ud800"}


def test_parquet_without_pyarrow_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says how to install what is missing."""
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(SettingsError, match=r"recension\[parquet\]"):
        check_parquet()


def test_parquet_holds_the_same_rows(tmp_path: Path) -> None:
    """The same columns and values, also where a value lacks in all rows; an empty result has its columns too."""
    parquet = pytest.importorskip("pyarrow.parquet")
    write_rows(iter(ROWS), str(tmp_path / "out.parquet"), COLUMNS)
    assert parquet.read_table(tmp_path / "out.parquet").to_pylist()[0] == ROWS[0]
    write_rows(iter([]), str(tmp_path / "empty.parquet"), COLUMNS)
    assert parquet.read_table(tmp_path / "empty.parquet").column_names == list(COLUMNS)
