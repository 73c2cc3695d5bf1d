"""`recension reuse`: an archive in, the passages that its articles share out."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from recension.cli.output import find_unwritable_targets
from recension.cli.sources import add_sources

if TYPE_CHECKING:
    from recension.cli.output import Subparsers
    from recension.engine.reuse import ReuseFound

EXAMPLES = """\
examples:
  recension reuse archive.jsonl.gz --out reuse.jsonl
  recension reuse archive/ --index archive.index --out reuse.parquet --derivations who-from-whom.jsonl
  recension reuse new-articles/ --index archive.index --out reuse.jsonl     only these are read, all are compared
"""


def add_command(commands: "Subparsers") -> None:
    """Adds the command and its options."""
    parser = commands.add_parser(
        "reuse",
        help="find the passages that the articles of an archive share",
        description="Compares every article of an archive with every other and writes the passages that two of them "
        "share, word for word or edited, with their places. What is read is kept in an index: a run that "
        "was interrupted goes on where it was, and further articles are added.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_sources(parser)
    parser.add_argument(
        "--out", required=True, metavar="FILE", help="write the passages: JSON Lines, Parquet where it ends in .parquet"
    )
    parser.add_argument("--derivations", metavar="FILE", help="write how much of each article stands in which other")
    parser.add_argument("--index", metavar="DIR", help="keep the index in this folder; without it, it is thrown away")
    parser.add_argument("--jobs", type=parse_jobs, metavar="N", help="processes to use; without it, one for each core")
    parser.add_argument("--quiet", action="store_true", help="print no summary and no progress, only problems")
    parser.add_argument("--no-color", dest="color", action="store_false", help="print without colour")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Finds the reuse in the sources and writes it."""
    if problem := find_unwritable_targets({"--out": options.out, "--derivations": options.derivations}):
        print(f"recension reuse: {problem}", file=sys.stderr)  # noqa: T201
        return 2
    from recension.cli.progress import ProgressBar
    from recension.engine.pool import count_cores
    from recension.engine.reuse import find_reuse
    from recension.writers.rows import check_parquet, is_parquet

    if any(is_parquet(target) for target in _get_targets(options)):
        check_parquet()
    with _open_index(options.index) as index, ProgressBar(quiet=options.quiet, color=options.color) as progress:
        found = find_reuse(options.sources, index, jobs=options.jobs or count_cores(), progress=progress)
        return _write(found, options)


def _write(found: "ReuseFound", options: argparse.Namespace) -> int:
    """Writes the files, names the problems, and sums up."""
    from recension.engine.rows import DERIVATION_COLUMNS, PASSAGE_COLUMNS
    from recension.writers.rows import write_rows
    from recension.writers.visible import make_visible

    for problem in found.problems:
        print(make_visible(f"recension: {problem.uri}: {problem.what}"), file=sys.stderr)  # noqa: T201
    count = len(found.plan.entries)
    if not count:
        return 1
    passages = write_rows(found.make_rows(), options.out, PASSAGE_COLUMNS)
    if options.derivations:
        write_rows(found.make_derivations(), options.derivations, DERIVATION_COLUMNS)
    if not options.quiet and "-" not in _get_targets(options):
        print(f"{count:,} articles · {passages:,} pairs of passages: {Path(options.out).resolve()}")  # noqa: T201
    return 0


@contextmanager
def _open_index(named: str | None) -> Iterator[Path]:
    """The folder of the index: the one that was named, else one for this run only."""
    if named:
        yield Path(named)
        return
    with tempfile.TemporaryDirectory(prefix="recension-") as folder:
        yield Path(folder)


def _get_targets(options: argparse.Namespace) -> list[str]:
    return [target for target in (options.out, options.derivations) if target]


def parse_jobs(text: str) -> int:
    """A number of processes, at least one."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes: give 1 or more")
    return int(text)
