"""`recension models`, and the options that name one."""

import json
from pathlib import Path

import pytest

from recension.cli import main


def test_models_are_listed_by_option(capsys: pytest.CaptureFixture[str]) -> None:
    """Every packaged model stands under the option that names it, with its size and licence."""
    assert main(["models", "--no-color"]) == 0
    shown = capsys.readouterr().out
    encoders, pipelines = shown.split("--pipeline NAME")
    assert "--encoder NAME" in encoders
    assert "static" in encoders
    assert "contextual" in encoders
    assert "reader" in pipelines
    assert " MB" in pipelines
    assert "CC BY-SA 4.0" in pipelines


def test_a_model_that_no_option_names_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """The network that compares sentences stands last, and under no option."""
    assert main(["models", "--no-color"]) == 0
    options, always = capsys.readouterr().out.split("always at work")
    assert "contradiction" in always
    assert "contradiction" not in options
    assert "--comparer" not in options + always


@pytest.mark.parametrize(("option", "next_step"), [("--encoder", "Available: static"), ("--pipeline", "reader")])
def test_an_unknown_model_is_an_error(option: str, next_step: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The name, what there is instead, and no work done."""
    assert main(["compare", "nowhere", option, "no-such-model", "--quiet"]) == 2
    error = capsys.readouterr().err
    assert "no-such-model" in error
    assert next_step in error


def test_the_dossier_says_which_models_took_the_place(tmp_path: Path) -> None:
    """A model that was named stands in the settings; entities stand with their articles."""
    for name, text in {
        "a": "Fog shut the port of Lisbon on Monday.",
        "b": "The port of Lisbon was shut by fog.",
    }.items():
        (tmp_path / f"{name}.txt").write_text(f"Fog shuts port\n\n{text} Ana Ruiz said so. " * 4, encoding="utf-8")
    target = tmp_path / "out.json"
    assert main(["compare", str(tmp_path), "--encoder", "contextual", "--json", str(target), "--quiet"]) == 0
    dossier = json.loads(target.read_text(encoding="utf-8"))
    assert dossier["generator"]["settings"] == {"encoder": "contextual"}
    named = {entity["name"] for article in dossier["articles"] for entity in article["entities"]}
    assert {"Lisbon", "Ana Ruiz"} <= named
