"""The dossier as JSON, schema `recension.dossier/1`: a public promise, the same bytes for the same input."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from recension.records import Dossier

SCHEMA = "recension.dossier/1"


def render_json(dossier: Dossier) -> str:
    """One JSON object with a line feed at its end; keys in the order of the records' fields."""
    return json.dumps(make_document(dossier), ensure_ascii=False, indent=1, default=_write_date) + "\n"


def make_document(dossier: Dossier) -> dict[str, Any]:
    """The dossier as plain dicts and lists, under the names of the schema."""
    return {"schema": SCHEMA, **asdict(dossier)}


def _write_date(value: object) -> str:
    if isinstance(value, date):  # a datetime is a date too
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a dossier")
