"""Recension: what the reports of an event say, who says so, who copied whom, and where they disagree.

import recension

dossier = recension.compare(["reports/"])
for fact in dossier.stories[0].facts:
    print(fact.verdict, fact.label, [reading.value for reading in fact.readings])
"""

from typing import TYPE_CHECKING

from recension.version import __version__

if TYPE_CHECKING:
    from recension.engine import compare, find_stories
    from recension.errors import ReadError, RecensionError, RulesError, SettingsError
    from recension.records import (
        Answer,
        Article,
        Change,
        Dossier,
        Edge,
        Fact,
        Generator,
        Happening,
        Line,
        Member,
        Node,
        Passage,
        Problem,
        Reading,
        Removed,
        Repair,
        Reuse,
        Span,
        Statement,
        Stemma,
        Story,
        Summary,
        Unique,
    )

__all__ = [
    "Answer",
    "Article",
    "Change",
    "Dossier",
    "Edge",
    "Fact",
    "Generator",
    "Happening",
    "Line",
    "Member",
    "Node",
    "Passage",
    "Problem",
    "ReadError",
    "Reading",
    "RecensionError",
    "Removed",
    "Repair",
    "Reuse",
    "RulesError",
    "SettingsError",
    "Span",
    "Statement",
    "Stemma",
    "Story",
    "Summary",
    "Unique",
    "__version__",
    "compare",
    "find_stories",
]


def __getattr__(name: str) -> object:
    """A public name, from its module when it is first asked for: the command line starts without the records."""
    if name in __all__:
        from recension import engine, errors, records

        for module in (engine, errors, records):
            if hasattr(module, name):
                return getattr(module, name)
    raise AttributeError(f"module 'recension' has no attribute {name!r}")
