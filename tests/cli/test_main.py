"""The command line as a user meets it: exit statuses, outputs, messages."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from recension.cli import main
from recension.writers.stemma import STEMMA_WRITERS


def test_compare_prints_what_matters(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The summary has the figures, the derivation and the conflicts, without escape codes when piped."""
    assert main(["compare", str(reports)]) == 0
    printed = capsys.readouterr().out
    assert "3 reports · 2 independent lines" in printed
    assert "Harbour Courier" in printed
    assert "conflict" in printed
    assert "\x1b" not in printed


def test_documents_are_written(reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each format goes to its file, and the summary says where the files are."""
    targets = {name: tmp_path / f"dossier.{name}" for name in ("html", "json", "markdown", "csv", "tei", "annotations")}
    options = [word for name, target in targets.items() for word in (f"--{name}", str(target))]
    assert main(["compare", str(reports), *options]) == 0
    assert json.loads(targets["json"].read_text(encoding="utf-8"))["schema"] == "recension.dossier/1"
    assert targets["html"].read_text(encoding="utf-8").startswith("<!doctype html>")
    assert targets["markdown"].read_text(encoding="utf-8").startswith("# ")
    assert targets["csv"].read_bytes().startswith(b"story,fact id,verdict,")
    assert b"\r\r" not in targets["csv"].read_bytes()
    assert targets["tei"].read_text(encoding="utf-8").endswith("</TEI>\n")
    assert json.loads(targets["annotations"].read_text(encoding="utf-8"))["type"] == "AnnotationCollection"
    assert str(targets["html"]) in capsys.readouterr().out


def test_a_dash_is_standard_output(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `-` the document alone goes to standard output."""
    assert main(["compare", str(reports), "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["stories"]


def test_quiet_leaves_only_problems(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--quiet` prints no summary; a problem still goes to standard error."""
    (reports / "empty.txt").touch()
    assert main(["compare", str(reports), "--quiet"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "empty.txt" in printed.err


def test_nothing_readable_is_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that does not exist is named, and with nothing left the status is 1."""
    assert main(["compare", str(tmp_path / "nowhere")]) == 1
    assert "nowhere" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [[], ["compare"], ["compare", "x", "--no-such-option"], ["collate"]],
    ids=["no command", "no source", "unknown option", "unknown command"],
)
def test_a_wrong_command_line_is_status_2(arguments: list[str]) -> None:
    """argparse explains and ends with 2."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_an_unwritable_target_is_found_before_the_work(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing folder ends the command with status 2 and the next step."""
    assert main(["compare", str(reports), "--json", str(tmp_path / "missing" / "d.json")]) == 2
    assert "make it first" in capsys.readouterr().err


def test_only_one_document_goes_to_standard_output(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two documents in one stream could not be told apart."""
    assert main(["compare", str(reports), "--json", "-", "--html", "-"]) == 2
    assert "only one" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", STEMMA_WRITERS)
def test_the_stemma_is_written_by_suffix(
    suffix: str, reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every format is asked for by the suffix of the file, capitals or not, and named in the help."""
    target = tmp_path / f"stemma{suffix.upper()}"
    assert main(["compare", str(reports), "--stemma", str(target)]) == 0
    assert "Harbour Courier" in target.read_text(encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["compare", "--help"])
    assert re.search(rf"\{suffix}\b", capsys.readouterr().out)


@pytest.mark.parametrize("target", ["stemma.json", "stemma", "-"])
def test_an_unknown_format_of_the_stemma_is_status_2(
    target: str, reports: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message lists the suffixes that there are."""
    assert main(["compare", str(reports), "--stemma", target]) == 2
    assert ".dot .gv .graphml .jsonld .newick .nwk" in capsys.readouterr().err


def test_standard_input_is_a_source(reports: Path) -> None:
    """`-` reads one article from the pipe."""
    command = [sys.executable, "-m", "recension", "compare", "-", str(reports / "own.txt"), "--json", "-"]
    text = (reports / "wire.txt").read_bytes()
    done = subprocess.run(command, input=text, capture_output=True, check=True)
    assert len(json.loads(done.stdout)["articles"]) == 2


def test_the_demo_says_where_its_page_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The packaged story is compared, and its page lies in the working folder."""
    monkeypatch.chdir(tmp_path)
    assert main(["demo"]) == 0
    assert str(tmp_path / "dossier.html") in capsys.readouterr().out
    assert (tmp_path / "dossier.html").stat().st_size > 10_000
