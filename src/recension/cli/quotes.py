"""`recension quotes`: articles in, who says what and through whom out."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from recension.cli.output import find_unwritable_target, print_problems
from recension.cli.sources import add_sources

if TYPE_CHECKING:
    from recension.cli.output import Subparsers

EXAMPLES = """\
examples:
  recension quotes report.html                        who is quoted, as what, and through whom
  recension quotes reports/ --jsonl statements.jsonl  every statement with its place, one a line
  recension quotes reports/ --jsonl - | jq 'select(.force == "denied")'
"""


def add_command(commands: "Subparsers") -> None:
    """Adds the command and its options."""
    parser = commands.add_parser(
        "quotes",
        help="find who says what, and through whom",
        description="Prints the attributed statements of each article: the speaker with the role that the article "
        "gives, the agency or outlet through which the words came, and the words.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_sources(parser)
    parser.add_argument(
        "--jsonl",
        metavar="FILE",
        help="write all statements, the articles' own too, as JSON Lines; - for standard output",
    )
    parser.add_argument("--quiet", action="store_true", help="print no statements and no progress, only problems")
    parser.add_argument("--no-color", dest="color", action="store_false", help="print without colour")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Attributes the articles of the sources and prints or writes their statements."""
    target = options.jsonl
    if target not in (None, "-") and (problem := find_unwritable_target(Path(target))):
        print(f"recension quotes: {problem}", file=sys.stderr)  # noqa: T201
        return 2
    from recension.cli.progress import ProgressBar
    from recension.engine.gather import gather
    from recension.stages.attribute import attribute

    with ProgressBar(quiet=options.quiet, color=options.color) as progress:
        gathered = gather(options.sources, progress)
    print_problems(gathered.problems)
    statements = (statement for article in gathered.articles for statement in attribute(article))
    if target is not None:
        from recension.writers.quotes import COLUMNS, make_rows
        from recension.writers.rows import write_rows

        count = write_rows(make_rows(gathered.articles, statements), target, COLUMNS)
        if target != "-" and not options.quiet:
            print(f"{count:,} statements of {len(gathered.articles):,} articles: {Path(target).resolve()}")  # noqa: T201
    elif not options.quiet:
        from recension.writers.quotes import print_quotes

        print_quotes(gathered.articles, statements, color=options.color)
    return 0 if gathered.articles else 1
