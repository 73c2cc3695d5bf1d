"""Rows as JSON Lines, or as Parquet where the name of the file says so: written as they come."""

import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from recension.errors import SettingsError

# Rows that Parquet holds in memory at once.
_GROUP = 50_000


def write_rows(rows: Iterator[dict[str, Any]], target: str) -> int:
    """Writes `rows` to the file `target`, wholly or not at all, or to standard output ("-"); returns how many."""
    if target == "-":
        return sum(1 for row in rows if sys.stdout.write(render_row(row)))
    path = Path(target)
    made = path.with_name(f".{path.name}.new")
    count = _write_parquet(rows, made) if is_parquet(target) else _write_lines(rows, made)
    made.replace(path)
    return count


def render_row(row: dict[str, Any]) -> str:
    """One line of JSON. Characters that no UTF-8 file can hold are escaped.

    >>> render_row({"begin": 3, "text": "Šolta"})
    '{"begin": 3, "text": "Šolta"}\\n'
    """
    line = json.dumps(row, ensure_ascii=False) + "\n"
    return line if line.isascii() or not _has_surrogate(line) else json.dumps(row) + "\n"


def is_parquet(target: str) -> bool:
    """Whether the name asks for Parquet."""
    return target.lower().endswith((".parquet", ".pq"))


def check_parquet() -> None:
    """Raises SettingsError where Parquet cannot be written."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise SettingsError("Parquet needs pyarrow: pip install 'recension[parquet]', or name a .jsonl file") from error


def _has_surrogate(line: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in line)


def _write_lines(rows: Iterator[dict[str, Any]], path: Path) -> int:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        return sum(1 for row in rows if file.write(render_row(row)))


def _write_parquet(rows: Iterator[dict[str, Any]], path: Path) -> int:
    check_parquet()
    import pyarrow
    import pyarrow.parquet

    writer, count = None, 0
    groups = iter(lambda: list(itertools.islice(rows, _GROUP)), [])
    for group in itertools.chain([next(groups, [])], groups):
        table = pyarrow.Table.from_pylist(group, schema=writer.schema if writer else None)
        writer = writer or pyarrow.parquet.ParquetWriter(path, table.schema)
        writer.write_table(table)
        count += len(group)
    if writer:
        writer.close()
    return count
