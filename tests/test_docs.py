"""The documentation keeps up: every stage, command, option, rule file, dependency and word has its place."""

import argparse
import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from recension.cli import COMMANDS, make_parser
from recension.records import Slot, Verdict
from recension.rules import load_rules
from recension.stages import STAGES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
RULES = sorted(
    path.name.removesuffix(".toml") for path in files("recension.rules").iterdir() if path.name.endswith(".toml")
)


@pytest.mark.parametrize(
    ("number", "stage"), list(enumerate(STAGES, 1)), ids=lambda value: getattr(value, "__name__", "")
)
def test_every_stage_has_a_page(number: int, stage: object) -> None:
    """The pages are numbered in the order of running."""
    page = ROOT / "docs" / f"{number}-{stage.__name__}.md"  # type: ignore[attr-defined]
    assert len(page.read_text(encoding="utf-8").split()) > 100


def test_every_command_and_option_is_documented() -> None:
    """Each command stands in the README, each option in the page on the command line."""
    page = (ROOT / "docs" / "how-to" / "command-line.md").read_text(encoding="utf-8")
    subparsers = next(a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction))
    assert len(subparsers.choices) == len(COMMANDS)
    for name, parser in subparsers.choices.items():
        assert f"recension {name}" in README
        assert parser.description
        for action in parser._actions:
            assert action.help
            assert all(option in page for option in action.option_strings if option not in {"-h", "--help"})


@pytest.mark.parametrize("name", RULES)
def test_every_rules_file_has_examples(name: str) -> None:
    """Rules are cases: a file without an example cannot be read or tested."""
    text = (files("recension.rules") / f"{name}.toml").read_text(encoding="utf-8")
    assert load_rules(name)
    assert re.search(r"\bexamples?\b", text)


def test_every_dependency_earns_its_place() -> None:
    """The README's table names each dependency of the core and of the extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        assert f"| {re.split('[<>=~]', requirement)[0]} |" in README
        assert ">=" in requirement


def test_every_word_of_the_records_is_in_the_glossary() -> None:
    """The verdicts, slots and kinds of record are explained."""
    for word in [*Verdict.__args__, *Slot.__args__]:
        assert re.search(rf"\b{word}\b", GLOSSARY)


def test_links_between_pages_lead_somewhere() -> None:
    """A relative link in the README or the docs names a file that is there."""
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        prose = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.S)
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", prose):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
