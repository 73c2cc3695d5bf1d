"""JSON as crawlers write it, and JSON that is something else."""

import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest

from recension.errors import ReadError
from recension.readers import find_sources, read_source
from recension.readers.json import read_json, read_json_lines
from recension.records import Draft, Problem

TEXT = "A mill burned in Vale for six hours on Tuesday before the wind turned at last and nine crews could go in."
NEWS_PLEASE = {
    "title": "Fire at mill", "maintext": TEXT, "authors": ["Jon Reed", "Ana Orr"], "source_domain": "orr.example",
    "date_publish": "2026-03-04 09:10:00", "language": "en", "url": "https://orr.example/fire", "filename": "x.html",
}  # fmt: skip
TRAFILATURA = {
    "title": "Fire at mill", "author": "Jon Reed", "hostname": "orr.example", "sitename": "Orr Gazette",
    "date": "2026-03-04", "text": TEXT, "raw_text": TEXT, "source": "https://orr.example/fire", "fingerprint": "ab12",
}  # fmt: skip


def read_value(value: Any) -> list[Draft | Problem]:
    return list(read_json(io.BytesIO(json.dumps(value).encode()), "a.json"))


def test_news_please_is_read() -> None:
    [draft] = read_value(NEWS_PLEASE)
    assert isinstance(draft, Draft)
    assert (draft.uri, draft.title, draft.byline) == ("https://orr.example/fire", "Fire at mill", "Jon Reed, Ana Orr")
    assert (draft.outlet, draft.language, draft.text) == ("orr.example", "en", TEXT)
    assert draft.dates == (("feed", "2026-03-04 09:10:00"),)
    assert draft.name == "a"


def test_trafilatura_is_read() -> None:
    [draft] = read_value(TRAFILATURA)
    assert isinstance(draft, Draft)
    assert (draft.outlet, draft.byline, draft.name) == ("Orr Gazette", "Jon Reed", "ab12")


@pytest.mark.parametrize("wrap", [lambda i: [i, i], lambda i: {"articles": [i, i]}, lambda i: {"items": [i, i]}])
def test_a_list_of_articles_is_read_item_by_item(wrap: Any) -> None:
    assert [type(item) for item in read_value(wrap({"text": TEXT}))] == [Draft, Draft]


def test_an_item_without_text_does_not_lose_the_others() -> None:
    found = read_value([{"text": TEXT}, {"price": 3}, 7, {"text": TEXT}])
    assert [type(item) for item in found] == [Draft, Problem, Problem, Draft]
    assert isinstance(found[1], Problem)
    assert found[1].uri == "a.json:2"
    assert found[1].what.startswith("no article in this JSON: an object with 'price'; a text is looked for under")


@pytest.mark.parametrize("value", [{"price": 3}, [], 7, "text", None])
def test_another_shape_is_told(value: Any) -> None:
    with pytest.raises(ReadError, match="no article in this JSON"):
        read_value(value)


@pytest.mark.parametrize("data", [b"{", b"{'a': 1}", b"[" * 100_000, b'{"text": "a"}\n{"text": "b"}'])
def test_broken_json_is_told(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"not valid JSON|nested too deeply"):
        list(read_json(io.BytesIO(data), "a.json"))


def test_a_bad_line_does_not_lose_the_others() -> None:
    lines = [json.dumps({"text": TEXT}), "{broken", "", json.dumps({"id": 5, "text": TEXT}), "[" * 50_000]
    found = list(read_json_lines(io.BytesIO("\n".join(lines).encode()), "a.jsonl"))
    assert [type(item) for item in found] == [Draft, Problem, Draft, Problem]
    assert isinstance(found[2], Draft)
    assert (found[2].uri, found[2].name) == ("a.jsonl:4", "5")


def test_a_text_that_is_a_page_is_read_as_one() -> None:
    [draft] = read_value({"title": "Fire", "html": f"<html><nav>Menu</nav><p>{TEXT}</p></html>", "date": "2026-03-04"})
    assert isinstance(draft, Draft)
    assert (draft.text, draft.dates) == (TEXT, (("feed", "2026-03-04"),))


def test_packed_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress((json.dumps({"text": TEXT}) + "\n").encode()))
    [source] = find_sources([str(tmp_path)])
    assert [type(item) for item in read_source(source)] == [Draft]
