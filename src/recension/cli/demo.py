"""`recension demo`: a packaged story, compared, and its dossier page."""

import argparse
import sys
from typing import TYPE_CHECKING

from recension.cli.output import add_output_options, find_unwritable, write_dossier

if TYPE_CHECKING:
    from recension.cli.output import Subparsers

PAGE = "dossier.html"


def add_command(commands: "Subparsers") -> None:
    """Adds the command and its options."""
    parser = commands.add_parser(
        "demo",
        help="compare a packaged story and write its page",
        description="Compares nine reports of a fictional ferry accident that come with the package, and writes the "
        f"dossier page to {PAGE} unless --html names another file.",
    )
    add_output_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compares the packaged story, writes the page, and says where it is."""
    options.html = options.html or PAGE
    if problem := find_unwritable(options):
        print(f"recension demo: {problem}", file=sys.stderr)  # noqa: T201
        return 2
    from importlib.resources import as_file, files

    from recension.cli.progress import ProgressBar
    from recension.engine import compare

    with (
        as_file(files("recension.demo") / "articles") as folder,
        ProgressBar(quiet=options.quiet, color=options.color) as progress,
    ):
        dossier = compare([folder], progress=progress)
    write_dossier(dossier, options)
    return 0
