"""The command line: `recension COMMAND …`; one module a command, heavy imports inside the one that needs them."""

import argparse
import sys
from collections.abc import Sequence

from recension.cli import compare, demo, models, quotes, reuse, stories
from recension.errors import RecensionError, SettingsError
from recension.version import __version__

COMMANDS = (compare, demo, quotes, stories, reuse, models)

EXAMPLES = """\
examples:
  recension demo                                   a packaged story, and a page to look at
  recension compare reports/                       every article in a folder
  recension compare a.html b.txt --html out.html   two files, and the dossier as one page
  recension compare reports/ --json - | jq .       the dossier as JSON on standard output
  recension quotes report.html                     who says what, and through whom
  recension stories archive.jsonl.gz               which articles report one event
"""


def make_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="recension",
        description="Compares the reports of an event: what happened, who says so, who copied whom, "
        "and where the reports disagree.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"recension {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add_command(commands)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit status: 0 done, 1 nothing could be read, 2 a wrong command line."""
    options = make_parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except RecensionError as error:
        print(f"recension: {error}", file=sys.stderr)  # noqa: T201
        return 2 if isinstance(error, SettingsError) else 1
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: nothing is wrong.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130
