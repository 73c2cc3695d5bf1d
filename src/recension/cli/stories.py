"""`recension stories`: any number of articles in, the stories that they report out."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from recension.cli.output import find_unwritable_targets, print_problems
from recension.cli.reuse import parse_jobs
from recension.cli.sources import add_sources

if TYPE_CHECKING:
    from recension.cli.output import Subparsers
    from recension.engine.stories import StoriesFound

EXAMPLES = """\
examples:
  recension stories archive.jsonl.gz                    the stories, largest first
  recension stories articles/ --why                     and what holds each article in its story
  recension stories archive.jsonl.gz --parquet s.parquet
  recension stories feed.jsonl --changes changes.jsonl  one article at a time, and what each changed
"""

# The options that name a file to write.
_TARGETS = ("json", "jsonl", "parquet", "changes")


def add_command(commands: "Subparsers") -> None:
    """Adds the command and its options."""
    parser = commands.add_parser(
        "stories",
        help="group articles into the stories that they report",
        description="Puts the articles that report one event together, in any number and order, without a list of "
        "topics, and says of each why it belongs to its story.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_sources(parser)
    parser.add_argument("--json", metavar="FILE", help="write all stories with their articles; - for standard output")
    parser.add_argument(
        "--jsonl", metavar="FILE", help="write one line an article, with its story; - for standard output"
    )
    parser.add_argument("--parquet", metavar="FILE", help="write the same as Parquet")
    parser.add_argument(
        "--changes",
        metavar="FILE",
        help="group one article at a time, in the order of publication, and write what each arrival changed as JSON "
        "Lines: stories opened, joined, merged, split; - for standard output",
    )
    parser.add_argument("--why", action="store_true", help="print all articles of a story, and why each belongs to it")
    parser.add_argument("--jobs", type=parse_jobs, metavar="N", help="processes to use; without it, one for each core")
    parser.add_argument("--quiet", action="store_true", help="print no stories and no progress, only problems")
    parser.add_argument("--no-color", dest="color", action="store_false", help="print without colour")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Finds the stories of the sources, and prints or writes them."""
    if problem := _find_unwritable(options):
        print(f"recension stories: {problem}", file=sys.stderr)  # noqa: T201
        return 2
    from recension.cli.progress import ProgressBar
    from recension.engine.stories import find_stories
    from recension.writers.rows import check_parquet

    if options.parquet:
        check_parquet()
    online = options.changes is not None
    with ProgressBar(quiet=options.quiet, color=options.color) as progress:
        found = find_stories(options.sources, jobs=options.jobs, online=online, progress=progress)
    print_problems(found.problems)
    if not found.articles:
        return 1
    _write(found, options)
    if not options.quiet and "-" not in _get_targets(options):
        from recension.writers.stories import print_stories

        print_stories(found.stories, found.articles, why=options.why, color=options.color)
        for target in _get_targets(options):
            print(Path(target).resolve())  # noqa: T201
    return 0


def _write(found: "StoriesFound", options: argparse.Namespace) -> None:
    """Writes every file that was asked for."""
    from recension.writers.rows import write_rows
    from recension.writers.stories import COLUMNS, make_change_rows, make_rows, render_stories

    if options.json == "-":
        sys.stdout.write(render_stories(found.stories, found.articles, found.problems))
    elif options.json:
        Path(options.json).write_text(render_stories(found.stories, found.articles, found.problems), encoding="utf-8")
    for target in filter(None, (options.jsonl, options.parquet)):
        write_rows(make_rows(found.stories, found.articles), target, COLUMNS)
    if options.changes:
        write_rows(make_change_rows(found.changes), options.changes, {})


def _get_targets(options: argparse.Namespace) -> list[str]:
    return [target for name in _TARGETS if (target := getattr(options, name))]


def _find_unwritable(options: argparse.Namespace) -> str | None:
    """What is wrong with the named output files, found before the work rather than after it."""
    if options.parquet and not options.parquet.lower().endswith((".parquet", ".pq")):
        return f"--parquet {options.parquet}: name a file that ends in .parquet"
    return find_unwritable_targets({f"--{name}": getattr(options, name) for name in _TARGETS})
