"""`recension models`: which models there are; and the options by which other commands name one."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recension.cli.output import Subparsers


def add_command(commands: "Subparsers") -> None:
    """Adds the command and its options."""
    parser = commands.add_parser(
        "models",
        help="list the models and what they can do",
        description="Lists the models inside the package and the spaCy pipelines that are installed, with size, "
        "licence and figures. The name of an encoder goes with --encoder, that of a pipeline with --pipeline; "
        "the network that compares sentences is always the packaged one.",
    )
    parser.add_argument("--no-color", dest="color", action="store_false", help="print without colour")
    parser.set_defaults(run=run)


def add_model_options(parser: argparse.ArgumentParser) -> None:
    """Adds --encoder and --pipeline; without them the packaged models do the work."""
    group = parser.add_argument_group("models", "What there is: recension models. Nothing is downloaded.")
    group.add_argument(
        "--encoder",
        metavar="NAME",
        help="what turns sentences into vectors: static (the default), tuned, contextual, or a folder with a model of "
        "model2vec's or sentence-transformers'",
    )
    group.add_argument(
        "--pipeline",
        metavar="NAME",
        help="what reads sentences and names: reader (the default), an installed spaCy pipeline or a folder with one",
    )


def run(options: argparse.Namespace) -> int:
    """Prints the models."""
    from recension.models import list_models
    from recension.writers.models import print_models

    print_models(list_models(), color=options.color)
    return 0
