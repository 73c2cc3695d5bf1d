"""Reuse in an archive: found, in its place, whatever the order; interrupted runs go on."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recension.engine import comparing, indexing, plan
from recension.engine.reuse import find_reuse
from recension.engine.rows import DERIVATION_COLUMNS, PASSAGE_COLUMNS, compare_dates
from recension.errors import SettingsError
from recension.readers import Source, read_source
from recension.records import Draft, Problem

SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


def make_text(seed: int, words: int = 300) -> str:
    """Invented words in sentences, the same for the same seed."""
    source = random.Random(seed)
    vocabulary = ["".join(source.choices(SYLLABLES, k=source.randint(1, 4))) for _ in range(words)]
    return " ".join(word + ("." if number % 15 == 14 else "") for number, word in enumerate(vocabulary))


def save_articles(path: Path, texts: list[str], **more: str) -> str:
    """Writes one article a line; ids are a0, a1 and so on."""
    rows = [{"id": f"a{number}", "text": text, **more} for number, text in enumerate(texts)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def be_silent(stage: str, done: int, total: int) -> None:
    """Hears nothing."""


def find_rows(path: str, index: Path, jobs: int = 1) -> list[dict[str, Any]]:
    """The rows of reuse in one file."""
    return list(find_reuse([path], index, jobs=jobs, progress=be_silent).make_rows())


def plant(texts: list[str], passage: str, *hosts: int) -> list[str]:
    """The texts with `passage` in the middle of some."""
    halves = [(text[: len(text) // 2], text[len(text) // 2 :]) for text in texts]
    return [f"{a} {passage} {b}" if n in hosts else a + b for n, (a, b) in enumerate(halves)]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.integers(30, 120))
def test_a_verbatim_passage_of_thirty_words_is_always_found(
    tmp_path_factory: pytest.TempPathFactory, seed: int, words: int
) -> None:
    """It is found in the right pair, its spans hold it, and nothing else is found."""
    folder = tmp_path_factory.mktemp("archive")
    passage = make_text(seed + 100_000, words)
    texts = plant([make_text(seed * 4 + n) for n in range(4)], passage, 1, 3)
    (row,) = find_rows(save_articles(folder / "a.jsonl", texts), folder / "index")
    assert (row["id"], row["src"]["id"]) == ("a3", "a1")
    assert passage.rstrip(".") in row["text"]
    for side, text in ((row, texts[3]), (row["src"], texts[1])):
        assert text[side["begin"] : side["end"]] == side["text"]


def test_an_edited_passage_is_found_as_edited(tmp_path: Path) -> None:
    """With every fifth word changed the passage is still one."""
    passage = make_text(7, 80).split()
    edited = [f"other{n}" if n % 5 == 2 else word for n, word in enumerate(passage)]
    texts = [make_text(n) for n in range(3)]
    texts = plant(plant(texts, " ".join(passage), 0), " ".join(edited), 2)
    (row,) = find_rows(save_articles(tmp_path / "a.jsonl", texts), tmp_path / "index")
    assert row["kind"] == "edited"
    assert 0.7 < row["score"] < 0.9
    assert len(row["text"].split()) > 70


def test_the_order_of_articles_makes_no_difference(tmp_path: Path) -> None:
    """The same articles in another order, in other files, give the same rows."""
    texts = plant([make_text(n) for n in range(6)], make_text(50, 60), 0, 2, 5)
    rows = [{"id": f"a{number}", "text": text} for number, text in enumerate(texts)]
    for name, some in (("one", rows), ("other", rows[::-1])):
        (tmp_path / name).mkdir()
        for number, part in enumerate((some[:2], some[2:])):
            lines = "".join(json.dumps(row) + "\n" for row in part)
            (tmp_path / name / f"{number}.jsonl").write_text(lines, encoding="utf-8")
    one, other = (find_rows(str(tmp_path / name), tmp_path / f"{name}.index") for name in ("one", "other"))

    def strip(row: dict[str, Any]) -> dict[str, Any]:
        source = {key: value for key, value in row["src"].items() if key != "uri"}
        return {**row, "src": source, "uri": None}

    assert [strip(row) for row in one] == [strip(row) for row in other]
    assert len(one) == 3


def test_an_interrupted_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped while it indexes, joins or aligns, the next run gives what an undisturbed one gives."""
    monkeypatch.setattr(indexing, "SEGMENT_ARTICLES", 2)
    texts = plant([make_text(n) for n in range(7)], make_text(60, 50), 1, 4, 6)
    path = save_articles(tmp_path / "a.jsonl", texts)
    whole = find_rows(path, tmp_path / "whole")
    for module, name, allowed in (
        ("recension.engine.indexing", "save_segment", 2),
        ("recension.engine.reuse", "join_band", 0),
        ("recension.engine.reuse", "align_block", 0),
    ):
        with monkeypatch.context() as patch:
            stop_after(patch, f"{module}.{name}", allowed)
            with pytest.raises(KeyboardInterrupt):
                find_rows(path, tmp_path / "broken")
    assert find_rows(path, tmp_path / "broken") == whole
    assert len(whole) == 3


def stop_after(patch: pytest.MonkeyPatch, name: str, allowed: int) -> None:
    """Makes the function `name` behave as on Ctrl-C once it was called `allowed` times."""
    import importlib

    module, _, function = name.rpartition(".")
    real = getattr(importlib.import_module(module), function)
    calls = iter(range(allowed))

    def call(*arguments: object) -> object:
        if next(calls, None) is None:
            raise KeyboardInterrupt
        return real(*arguments)

    patch.setattr(name, call)


def test_further_articles_are_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run reads only what is new, and compares it with what was there."""
    passage = make_text(70, 50)
    first = save_articles(tmp_path / "a.jsonl", plant([make_text(n) for n in range(3)], passage, 0))
    assert find_rows(first, tmp_path / "index") == []
    (tmp_path / "b.txt").write_text(f"{make_text(9)} {passage}", encoding="utf-8")
    read: list[str] = []

    def note(source: Source) -> Iterator[Draft | Problem]:
        read.append(source.uri)
        return read_source(source)

    monkeypatch.setattr(indexing, "read_source", note)
    found = find_reuse([first, str(tmp_path / "b.txt")], tmp_path / "index", jobs=1, progress=be_silent)
    assert [(row["id"], row["src"]["id"]) for row in found.make_rows()] == [("b", "a0")]
    assert read == [str(tmp_path / "b.txt")]


def test_what_a_file_no_longer_holds_is_dropped(tmp_path: Path) -> None:
    """A changed file is read again; the article that is gone from it makes no more pairs."""
    texts = plant([make_text(n) for n in range(3)], make_text(80, 50), 0, 1)
    path = save_articles(tmp_path / "a.jsonl", texts)
    assert len(find_rows(path, tmp_path / "index")) == 1
    save_articles(tmp_path / "a.jsonl", texts[:1])
    assert find_rows(path, tmp_path / "index") == []
    save_articles(tmp_path / "a.jsonl", texts)
    assert len(find_rows(path, tmp_path / "index")) == 1


def test_boilerplate_of_one_outlet_is_no_reuse(tmp_path: Path) -> None:
    """What one outlet says in all its articles pairs none of them, but does pair another outlet's copy."""
    texts = plant([make_text(n) for n in range(6)], make_text(90, 40), *range(6))
    path = save_articles(tmp_path / "a.jsonl", texts, source="Vale Post")
    assert find_rows(path, tmp_path / "index") == []
    other = {"id": "b", "text": f"{make_text(10)} {make_text(90, 40)}", "source": "Orr Gazette"}
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(json.dumps(other) + "\n")
    assert {row["id"] for row in find_rows(path, tmp_path / "index")} == {"b"}


def test_dates_tell_which_is_earlier(tmp_path: Path) -> None:
    """The earlier article is the source, whatever its id."""
    passage = make_text(95, 40)
    rows = [
        {"id": "a", "text": f"{make_text(1)} {passage}", "date": "2026-03-05"},
        {"id": "b", "text": f"{make_text(2)} {passage}", "date": "2026-03-04T10:00:00Z"},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    found = find_reuse([str(path)], tmp_path / "index", jobs=1, progress=be_silent)
    (row,), (derivation,) = list(found.make_rows()), list(found.make_derivations())
    assert (row["id"], row["src"]["id"], row["dated"]) == ("a", "b", True)
    assert (derivation["id"], derivation["src"], derivation["words"]) == ("a", "b", 40)
    assert derivation["share"] == pytest.approx(40 / 340, abs=0.001)
    assert compare_dates("2026-03-05T10:00:00+02:00", "2026-03-05T09:00:00+00:00") == -1


def test_rows_have_the_columns_that_are_promised(tmp_path: Path) -> None:
    """Every field in its order, with its type, in passages and derivations."""
    path = save_articles(tmp_path / "a.jsonl", plant([make_text(n) for n in range(2)], make_text(97, 40), 0, 1))
    found = find_reuse([path], tmp_path / "index", jobs=1, progress=be_silent)
    for (row,), columns in (
        (list(found.make_rows()), PASSAGE_COLUMNS),
        (list(found.make_derivations()), DERIVATION_COLUMNS),
    ):
        assert list(row) == list(columns)
        for name, kind in columns.items():
            assert list(row[name]) == list(kind) if isinstance(kind, dict) else isinstance(row[name], kind | None)


def test_several_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of processes makes no difference."""
    monkeypatch.setattr(indexing, "SEGMENT_ARTICLES", 1)
    monkeypatch.setattr(plan, "BLOCK_WORDS", 400)
    monkeypatch.setattr(plan, "BAND_POSTINGS", 400)
    path = save_articles(tmp_path / "a.jsonl", plant([make_text(n) for n in range(4)], make_text(99, 50), 0, 3))
    assert find_rows(path, tmp_path / "two", jobs=2) == find_rows(path, tmp_path / "one")


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    """An index is not made among other files."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(SettingsError, match="new or empty folder"):
        find_rows(str(tmp_path), tmp_path)


def test_an_empty_archive_has_no_reuse(tmp_path: Path) -> None:
    """Nothing to read is a problem, not a crash; so is a text without words."""
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "…"}\n{"id": "b", "text": "one two"}\nbroken\n', "utf-8")
    found = find_reuse([str(tmp_path / "a.jsonl"), "nowhere"], tmp_path / "index", jobs=1, progress=be_silent)
    assert list(found.make_rows()) == []
    assert len(found.problems) == 2
    assert comparing.PASSAGE.names is not None
