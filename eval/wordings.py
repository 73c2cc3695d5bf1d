"""Quantities, money, durations, dates and times in wordings of the news: span, kind and normal value all right.

    python -m eval.wordings

The tables are those of the tests, which name each case that fails.
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from recension.text.dates import find_dates
from recension.text.quantities import find_quantities

TABLES = Path(__file__).parent.parent / "tests" / "text"


def measure() -> dict[str, float]:
    """The share of cases in which everything is found as it should be, and nothing else."""
    quantities, moments = load_cases("quantity_cases"), load_cases("moment_cases")
    right = sum(map(is_quantity_right, quantities)) + sum(map(is_moment_right, moments))
    return {"wordings": right / (len(quantities) + len(moments))}


def load_cases(table: str) -> list[dict[str, Any]]:
    """The cases of a table: a text and what stands in it."""
    cases: list[dict[str, Any]] = tomllib.loads((TABLES / f"{table}.toml").read_text(encoding="utf-8"))["cases"]
    return cases


def is_quantity_right(case: dict[str, Any]) -> bool:
    """Whether just the quantities of the case are found, in as many columns as it gives."""
    found = find_quantities(case["text"])
    return fits(case, [[q.text, q.kind, q.normal, q.counted or "-", q.state or "-"] for q in found])


def is_moment_right(case: dict[str, Any]) -> bool:
    """Whether just the dates and times of the case are found, seen from its day of publication."""
    published = case.get("published", "2025-10-16")
    found = find_dates(case["text"], date.fromisoformat(published) if published else None)
    return fits(case, [[m.text, m.kind, m.normal, m.zone or "-"] for m in found])


def fits(case: dict[str, Any], found: list[list[str]]) -> bool:
    """Whether the rows found are those of the case, as far as its columns go."""
    wanted = [[cell.strip() for cell in row.split("|")] for row in case["found"]]
    return len(found) == len(wanted) and all(
        row[: len(cells)] == cells for row, cells in zip(found, wanted, strict=True)
    )


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:<40} {value:.3f}")
