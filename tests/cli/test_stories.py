"""`recension stories` as a user meets it."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from recension.cli import main


@pytest.fixture
def feed(reports: Path, tmp_path: Path) -> Path:
    """A JSON Lines file with the three reports of the mill fire, one of a ferry, and a line that is none."""
    ferry = (
        "The ferry Heron ran aground off Tarnby on Monday with 40 people on board. Captain Lena Park blamed fog. "
        "Two tugs are on their way from Lakeport, and nobody was hurt, the coast guard said in the evening."
    )
    rows = [{"id": path.stem, "text": path.read_text(encoding="utf-8")} for path in sorted(reports.iterdir())]
    rows += [
        {"id": "ferry", "text": ferry, "title": "Ferry runs aground", "outlet": "Tarnby Post", "date": "2026-03-02"}
    ]
    path = tmp_path / "feed.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in [*rows, {"id": "none"}]), encoding="utf-8")
    return path


def test_stories_are_printed_largest_first(feed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A story with its articles in order of time, then how many stand alone; what is no article is named."""
    assert main(["stories", str(feed), "--jobs", "1"]) == 0
    printed = capsys.readouterr()
    head, first, *_ = printed.out.splitlines()
    assert head.endswith("3 articles · 2026-03-04 – 2026-03-05 · s1")
    assert first.startswith("  2026-03-04 ")
    assert "4 articles · 1 story of two or more · 1 articles alone" in printed.out
    assert "feed.jsonl:5: no article" in printed.err


def test_every_membership_is_explained(feed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --why, what an article shares with its nearest neighbour stands below it."""
    assert main(["stories", str(feed), "--jobs", "1", "--why"]) == 0
    assert capsys.readouterr().out.count("shares with ") == 3


def test_the_files_hold_every_article(feed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON has the stories with their members, JSON Lines the members with their stories; twice gives the same."""
    for name in ("one", "two"):
        options = ["--json", str(tmp_path / f"{name}.json"), "--jsonl", str(tmp_path / f"{name}.jsonl")]
        assert main(["stories", str(feed), "--jobs", "1", "--quiet", *options]) == 0
    assert capsys.readouterr().out == ""
    document = json.loads((tmp_path / "one.json").read_text(encoding="utf-8"))
    assert document["schema"] == "recension.stories/1"
    assert [len(story["members"]) for story in document["stories"]] == [3, 1]
    assert len(document["problems"]) == 1
    rows = [json.loads(line) for line in (tmp_path / "one.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["size"] for row in rows] == [3, 3, 3, 1]
    assert rows[3]["outlet"] == "Tarnby Post"
    assert all(row["why"] for row in rows)
    for suffix in ("json", "jsonl"):
        assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"two.{suffix}").read_bytes()


def test_changes_are_written_as_they_happen(feed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One at a time, in the order of publication."""
    assert main(["stories", str(feed), "--jobs", "1", "--changes", "-"]) == 0
    changes = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [change["kind"] for change in changes] == ["opened", "opened", "joined", "joined"]
    assert changes[0]["article_ids"] == ["ferry"]
    assert len(changes[-1]["article_ids"]) == 3


@pytest.mark.skipif(find_spec("pyarrow") is None, reason="needs recension[parquet]")
def test_parquet_has_the_same_rows(feed: Path, tmp_path: Path) -> None:
    """One row an article."""
    import pyarrow.parquet

    target = tmp_path / "stories.parquet"
    assert main(["stories", str(feed), "--jobs", "1", "--quiet", "--parquet", str(target)]) == 0
    assert pyarrow.parquet.read_table(target).num_rows == 4


@pytest.mark.skipif(find_spec("pyarrow") is not None, reason="only where pyarrow is missing")
def test_parquet_names_the_extra_that_it_needs(feed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is found before the work."""
    assert main(["stories", str(feed), "--parquet", str(tmp_path / "stories.parquet")]) == 2
    assert "recension[parquet]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [
        ["--json", "-", "--jsonl", "-"],
        ["--json", "out", "--jsonl", "out"],
        ["--json", "no/such/folder/out.json"],
        ["--parquet", "out.csv"],
    ],
    ids=["two documents on standard output", "two documents in one file", "no folder", "no parquet"],
)
def test_a_wrong_command_line_is_status_2(feed: Path, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong is said before the work."""
    assert main(["stories", str(feed), *options]) == 2
    assert capsys.readouterr().err.startswith("recension stories: ")


def test_nothing_readable_is_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The input is named."""
    assert main(["stories", str(tmp_path / "nowhere"), "--jobs", "1"]) == 1
    assert "nowhere" in capsys.readouterr().err
