"""What every command that makes a dossier can write, and where to."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from recension.records import Dossier, Problem

    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]

FORMATS = ("html", "json", "markdown", "csv", "tei", "annotations", "stemma")


def add_output_options(parser: argparse.ArgumentParser) -> None:
    """Adds an option for each format, --quiet and --no-color."""
    group = parser.add_argument_group(
        "output", "FILE may be - for standard output, but for --stemma; the summary then stays away."
    )
    group.add_argument("--html", metavar="FILE", help="write the dossier as one self-contained page")
    group.add_argument("--json", metavar="FILE", help="write the dossier as JSON (schema recension.dossier/1)")
    group.add_argument("--markdown", metavar="FILE", help="write the dossier as Markdown")
    group.add_argument("--csv", metavar="FILE", help="write the readings as a table: a row a fact, a column an article")
    group.add_argument("--tei", metavar="FILE", help="write the facts as a critical apparatus (TEI P5), with the texts")
    group.add_argument("--annotations", metavar="FILE", help="write the evidence as Web Annotations in JSON-LD")
    group.add_argument(
        "--stemma",
        metavar="FILE",
        help="write who derives from whom, in the format of the suffix: GraphViz (.dot .gv), GraphML (.graphml), "
        "Newick (.nwk .newick) or PROV-O (.jsonld)",
    )
    group.add_argument("--quiet", action="store_true", help="print no summary and no progress, only problems")
    group.add_argument("--no-color", dest="color", action="store_false", help="print without colour")


def find_unwritable(options: argparse.Namespace) -> str | None:
    """What is wrong with the named output files, found before the work rather than after it."""
    if options.stemma is not None and (problem := _find_unknown_format(options.stemma)):
        return problem
    return find_unwritable_targets({f"--{name}": target for name, target in _targets(options).items()})


def find_unwritable_targets(targets: "Mapping[str, str | None]") -> str | None:
    """What is wrong with the files that the options of a command name, found before the work; - is standard output."""
    named = [target for target in targets.values() if target]
    problems = (find_unwritable_target(Path(target)) for target in named if target != "-")
    if problem := next((problem for problem in problems if problem), None):
        return problem
    doubled = [option for option, target in targets.items() if target and named.count(target) > 1]
    if not doubled:
        return None
    place = "standard output" if targets[doubled[0]] == "-" else targets[doubled[0]]
    return f"only one of {' and '.join(doubled)} can go to {place}: name a file for each other"


def find_unwritable_target(target: Path) -> str | None:
    """What is wrong with a file to be written, and the next step."""
    if target.is_dir():
        return f"{target} is a folder: name a file in it"
    if not target.parent.is_dir():
        return f"{target}: there is no folder {target.parent}; make it first"
    if not os.access(target if target.exists() else target.parent, os.W_OK):
        return f"{target} cannot be written: choose another place"
    return None


def print_problems(problems: "Iterable[Problem]") -> None:
    """Names every input that could not be used on standard error."""
    for problem in problems:
        _warn(f"{problem.uri}: {problem.what}")


def write_dossier(dossier: "Dossier", options: argparse.Namespace) -> None:
    """Writes every document asked for, the problems to standard error, and the summary to the terminal."""
    from recension.writers import WRITERS

    print_problems(dossier.problems)
    targets = _targets(options)
    for name, target in targets.items():
        document = _render_stemma(dossier, target) if name == "stemma" else WRITERS[name](dossier)
        if target == "-":
            sys.stdout.write(document)
        else:
            # As it was made: the line ends of CSV are its own on every system.
            Path(target).write_text(document, encoding="utf-8", newline="")
    if options.quiet or "-" in targets.values() or not dossier.articles:
        return
    from recension.writers.terminal import print_summary

    print_summary(dossier, color=options.color)
    for name, target in targets.items():
        print(f"{name}: {Path(target).resolve()}")  # noqa: T201


def _targets(options: argparse.Namespace) -> dict[str, str]:
    """The documents asked for, by format."""
    return {name: target for name in FORMATS if (target := getattr(options, name)) is not None}


def _find_unknown_format(target: str) -> str | None:
    """What is wrong with the name of a stemma's file: its suffix tells the format."""
    from recension.writers.stemma import STEMMA_WRITERS

    known = " ".join(STEMMA_WRITERS)
    if target == "-":
        return f"--stemma cannot go to standard output: name a file, its suffix tells the format ({known})"
    suffix = Path(target).suffix.lower()
    if suffix not in STEMMA_WRITERS:
        return f"--stemma {target}: the suffix tells the format, and {suffix or 'none'} is unknown; choose of {known}"
    return None


def _render_stemma(dossier: "Dossier", target: str) -> str:
    """The stemma in the format of the file's suffix; what Newick cannot hold is named on standard error."""
    from recension.writers.stemma import STEMMA_WRITERS, find_left_out, render_newick

    render = STEMMA_WRITERS[Path(target).suffix.lower()]
    if render is render_newick:
        for derivation in find_left_out(dossier):
            _warn(f"{target}: {derivation}, which Newick cannot hold; .dot, .graphml and .jsonld do")
    return render(dossier)


def _warn(message: str) -> None:
    from recension.writers.visible import make_visible

    print(make_visible(f"recension: {message}"), file=sys.stderr)  # noqa: T201
