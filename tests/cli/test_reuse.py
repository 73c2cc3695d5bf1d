"""`recension reuse` as a user meets it."""

import gzip
import json
from pathlib import Path

import pytest

from recension.cli import main

PASSAGE = (
    "The harbour board of Vale had known since the spring that the northern mole was giving way, and had put off its "
    "repair twice, because the money was wanted for the new fish hall that the mayor had promised before the election."
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three articles, of which two share a passage."""
    rows = [
        {
            "id": "first",
            "text": f"Nobody was hurt when the crane fell. {PASSAGE} Work begins in May.",
            "date": "2026-03-04",
        },
        {
            "id": "second",
            "text": f"Ana Ruiz has left the board after nine years in office. {PASSAGE}",
            "date": "2026-03-09",
        },
        {"id": "third", "text": "Rain is expected over the islands until the weekend, then sun with light winds."},
    ]
    path = tmp_path / "archive.jsonl.gz"
    path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
    return path


def test_passages_and_derivations_are_written(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The later article's passage with its source, and how much of each stands in the other."""
    out, derivations = tmp_path / "out.jsonl", tmp_path / "derivations.jsonl"
    options = ["--out", str(out), "--derivations", str(derivations), "--jobs", "1"]
    assert main(["reuse", str(archive), *options]) == 0
    (row,) = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert (row["id"], row["src"]["id"], row["kind"], row["dated"]) == ("second", "first", "verbatim", True)
    assert row["text"] == PASSAGE.rstrip(".")
    (derivation,) = map(json.loads, derivations.read_text(encoding="utf-8").splitlines())
    assert (derivation["id"], derivation["src"]) == ("second", "first")
    assert "3 articles · 1 pairs of passages" in capsys.readouterr().out


def test_the_index_is_kept_where_it_is_named(archive: Path, tmp_path: Path) -> None:
    """A second run finds everything read and gives the same bytes."""
    options = ["--index", str(tmp_path / "index"), "--jobs", "1", "--quiet"]
    assert main(["reuse", str(archive), *options, "--out", str(tmp_path / "one.jsonl")]) == 0
    assert main(["reuse", str(archive), *options, "--out", str(tmp_path / "two.jsonl")]) == 0
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes() != b""


def test_nothing_readable_is_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong is named, and no file is written."""
    assert main(["reuse", str(tmp_path / "nowhere"), "--out", str(tmp_path / "out.jsonl"), "--jobs", "1"]) == 1
    assert "nowhere" in capsys.readouterr().err
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize("out", ["no/such/folder/out.jsonl", "."])
def test_an_unwritable_file_is_status_2(archive: Path, out: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is found before the work."""
    assert main(["reuse", str(archive), "--out", out]) == 2
    assert out.split("/")[0] in capsys.readouterr().err


@pytest.mark.parametrize("target", ["-", "reuse.jsonl"])
def test_one_file_is_not_written_twice(archive: Path, target: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The options that name it are told."""
    assert main(["reuse", str(archive), "--out", target, "--derivations", target]) == 2
    assert "only one of --out and --derivations can go to" in capsys.readouterr().err


@pytest.mark.parametrize("options", [[], ["--out", "x", "--jobs", "0"]], ids=["no file", "no processes"])
def test_a_wrong_command_line_is_status_2(options: list[str]) -> None:
    """argparse tells what is wrong."""
    with pytest.raises(SystemExit, match="2"):
        main(["reuse", "archive", *options])
