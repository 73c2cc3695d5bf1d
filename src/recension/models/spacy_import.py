"""spaCy without its command line: that takes as long to import as all the rest, and no pipeline needs it."""

import sys
from types import ModuleType
from typing import Any

_COMMANDS = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Imports the library spaCy; its `spacy.cli` is imported when somebody first asks for it."""
    if "spacy" not in sys.modules:
        # spaCy imports all its commands for the sake of one function, `spacy.info`.
        sys.modules |= {name: ModuleType(name) for name in _COMMANDS}
        sys.modules["spacy.cli.info"].info = _show_info  # type: ignore[attr-defined]
        try:
            import spacy  # noqa: F401
        finally:
            for name in _COMMANDS:
                del sys.modules[name]


def _show_info(*arguments: Any, **options: Any) -> Any:
    """What `spacy.info` tells."""
    from spacy.cli.info import info

    return info(*arguments, **options)
