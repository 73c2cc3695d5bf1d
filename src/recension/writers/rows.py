"""Rows as JSON Lines, or as Parquet where the name of the file says so: written as they come."""

import itertools
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from recension.errors import SettingsError

# The type of each field: str, int, float, bool, or the columns of a record.
Columns = Mapping[str, Any]

# Rows that Parquet holds in memory at once.
_GROUP = 50_000


def write_rows(rows: Iterator[dict[str, Any]], target: str, columns: Columns) -> int:
    """Writes `rows` to the file `target`, wholly or not at all, or to standard output ("-"); returns how many.

    `columns` has the type of each field, or the columns of the record in it: Parquet has to know them beforehand.
    """
    if target == "-":
        return sum(1 for row in rows if sys.stdout.write(render_row(row)))
    path = Path(target)
    made = path.with_name(f".{path.name}.new")
    count = _write_parquet(rows, made, columns) if is_parquet(target) else _write_lines(rows, made)
    made.replace(path)
    return count


def render_row(row: dict[str, Any]) -> str:
    """One line of JSON. Characters that no UTF-8 file can hold are escaped.

    >>> render_row({"begin": 3, "text": "Málaga"})
    '{"begin": 3, "text": "Málaga"}\\n'
    """
    line = json.dumps(row, ensure_ascii=False) + "\n"
    return line if line.isascii() or not has_surrogate(line) else json.dumps(row) + "\n"


def is_parquet(target: str) -> bool:
    """Whether the name asks for Parquet."""
    return target.lower().endswith((".parquet", ".pq"))


def check_parquet() -> None:
    """Raises SettingsError where Parquet cannot be written."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise SettingsError("Parquet needs pyarrow: pip install 'recension[parquet]', or name a .jsonl file") from error


def has_surrogate(line: str) -> bool:
    """Whether some character is half of one, which UTF-8 cannot hold."""
    return any("\ud800" <= character <= "\udfff" for character in line)


def _write_lines(rows: Iterator[dict[str, Any]], path: Path) -> int:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        return sum(1 for row in rows if file.write(render_row(row)))


def _write_parquet(rows: Iterator[dict[str, Any]], path: Path, columns: Columns) -> int:
    check_parquet()
    import pyarrow
    import pyarrow.parquet

    schema = pyarrow.schema(_make_struct(columns))
    count = 0
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        while group := list(itertools.islice(rows, _GROUP)):
            writer.write_table(pyarrow.Table.from_pylist(group, schema=schema))
            count += len(group)
    return count


def _make_struct(columns: Columns) -> Any:
    """The columns as Arrow's type."""
    import pyarrow

    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    return pyarrow.struct(
        [(name, types[kind] if isinstance(kind, type) else _make_struct(kind)) for name, kind in columns.items()]
    )
