"""Recension: what the reports of an event say, who says so, who copied whom, and where they disagree.

import recension

dossier = recension.compare(["reports/"])
for fact in dossier.stories[0].facts:
    print(fact.verdict, fact.label, [reading.value for reading in fact.readings])
"""

from recension.engine import compare
from recension.errors import ReadError, RecensionError, RulesError, SettingsError
from recension.records import (
    Article,
    Dossier,
    Edge,
    Fact,
    Generator,
    Line,
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
)
from recension.version import __version__

__all__ = [
    "Article",
    "Dossier",
    "Edge",
    "Fact",
    "Generator",
    "Line",
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
    "__version__",
    "compare",
]
