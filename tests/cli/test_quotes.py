"""`recension quotes` as a user meets it."""

import json
from pathlib import Path

import pytest

from recension.cli import main

TEXT = (
    "Pump fails in Vale\n\nThe pump in the harbour of Vale failed on Monday, and the town was under water. "
    "“It was dark,” harbour master Ana Ruiz told the Meridian Wire. The board has denied that the pump was old. "
    "Two boats are said to be lost. Nobody was hurt in the flood, which reached the market and two streets.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report with a speaker, a channel, a denial and hearsay."""
    path = tmp_path / "a01.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_statements_are_printed_with_their_way(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Speaker, role, channel, outlet, force and words stand on one line, without escape codes when piped."""
    assert main(["quotes", str(report)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  Ana Ruiz (harbour master) → Meridian Wire → a01: “It was dark,”" in lines
    assert "  The board → a01 [denied]: the pump was old" in lines
    assert len(lines) == 3


def test_every_statement_is_a_line_of_json(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rows cover the article's own words too, and the span is that of the text."""
    target = tmp_path / "statements.jsonl"
    assert main(["quotes", str(report), "--jsonl", str(target)]) == 0
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert f"{len(rows)} statements of 1 articles" in capsys.readouterr().out
    spoken = next(row for row in rows if row["speaker"] == "Ana Ruiz")
    assert (spoken["text"], spoken["via"], spoken["role"]) == ("It was dark,", "Meridian Wire", "harbour master")
    assert (spoken["article"], spoken["outlet"], spoken["kind"]) == ("a01", None, "direct")
    hearsay = next(row for row in rows if "said to be lost" in row["text"])
    assert (hearsay["kind"], hearsay["force"], hearsay["source"]) == ("own", "hedged", "nobody")


def test_a_dash_is_standard_output(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `-` the rows alone go to standard output."""
    assert main(["quotes", str(report), "--jsonl", "-"]) == 0
    assert all(json.loads(line)["uri"] == str(report) for line in capsys.readouterr().out.splitlines())


def test_quiet_leaves_only_problems(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A bad input is named on standard error; the good one is read, and nothing else printed."""
    (report.parent / "empty.txt").touch()
    assert main(["quotes", str(report.parent), "--quiet"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "empty.txt" in printed.err


def test_nothing_readable_is_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that does not exist is named."""
    assert main(["quotes", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_an_unwritable_target_is_status_2(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing folder ends the command before the work, with the next step."""
    assert main(["quotes", str(report), "--jsonl", str(tmp_path / "missing" / "s.jsonl")]) == 2
    assert "make it first" in capsys.readouterr().err


def test_nothing_of_an_article_acts_on_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Control characters and markup of an article are shown, not obeyed."""
    path = tmp_path / "a01.txt"
    path.write_text(TEXT.replace("It was dark", "It \x1b[31mwas [red]dark"), encoding="utf-8")
    assert main(["quotes", str(path)]) == 0
    printed = capsys.readouterr().out
    assert "\x1b" not in printed
    assert "[red]dark" in printed
