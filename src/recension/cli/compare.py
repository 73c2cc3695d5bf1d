"""`recension compare`: the reports of an event in, a dossier out."""

import argparse
import sys
from typing import TYPE_CHECKING

from recension.cli.models import add_model_options
from recension.cli.output import add_output_options, find_unwritable, write_dossier
from recension.cli.sources import add_sources

if TYPE_CHECKING:
    from recension.cli.output import Subparsers

EXAMPLES = """\
examples:
  recension compare reports/
  recension compare a.html b.txt https://example.org/story --html dossier.html
  cat report.txt | recension compare - other.txt --json -
"""


def add_command(commands: "Subparsers") -> None:
    """Adds the command and its options."""
    parser = commands.add_parser(
        "compare",
        help="compare the reports of an event",
        description="Reads articles, groups them into stories, and tells for each story who copied whom, how many "
        "independent lines of reporting there are, who says what, and where the reports disagree.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_sources(parser)
    add_output_options(parser)
    add_model_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Compares the sources and writes what was asked for."""
    if problem := find_unwritable(options):
        print(f"recension compare: {problem}", file=sys.stderr)  # noqa: T201
        return 2
    from recension.cli.progress import ProgressBar
    from recension.engine import compare

    with ProgressBar(quiet=options.quiet, color=options.color) as progress:
        dossier = compare(options.sources, encoder=options.encoder, pipeline=options.pipeline, progress=progress)
    write_dossier(dossier, options)
    return 0 if dossier.articles else 1
