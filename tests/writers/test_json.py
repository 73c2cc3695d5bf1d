"""The JSON of a dossier keeps to the schema that other programs read."""

import json
from dataclasses import fields

from recension.records import Dossier, Fact, Story
from recension.writers.json import render_json


def test_the_document_has_the_schema(dossier: Dossier) -> None:
    """The top level names the schema, and every record its fields."""
    document = json.loads(render_json(dossier))
    assert list(document) == ["schema", "generator", "articles", "stories", "problems"]
    assert document["schema"] == "recension.dossier/1"
    story = document["stories"][0]
    assert list(story) == [field.name for field in fields(Story)]
    assert list(story["facts"][0]) == [field.name for field in fields(Fact)]
    assert story["reuse"][0]["a"] == {"article": "a01", "start": 74, "end": 105}


def test_dates_are_iso(dossier: Dossier) -> None:
    """A day stays a day, a moment keeps its zone, and nothing is null."""
    published = [article["published"] for article in json.loads(render_json(dossier))["articles"]]
    assert published[0] == "2026-03-04T07:10:00+00:00"
    assert published[1] == "2026-03-04"
    assert published[4] is None


def test_any_script_stays_as_it_is(dossier: Dossier) -> None:
    """Text is written as itself, not as escapes."""
    assert "ехplоsiоn" in render_json(dossier)
