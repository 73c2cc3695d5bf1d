"""What every command that reads articles takes: files, folders, web addresses, standard input."""

import argparse


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Adds the sources, one or more."""
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="PATH|URL",
        help="a file (.txt .md .html .htm .json .jsonl, each also with .gz), a folder of them, a web address, or - for "
        "standard input",
    )
