"""Aligns what a story's articles say, and tells what agrees, was updated, or cannot both be true."""

from collections.abc import Sequence

from recension.protocols import Comparer, Encoder
from recension.records import Article, Collation, Statement, Story, Trace
from recension.stages.collate.facts import make_facts
from recension.stages.collate.sheet import make_sheet
from recension.stages.collate.unique import find_unique


def collate(
    story: Story,
    articles: Sequence[Article],
    statements: Sequence[Statement],
    trace: Trace,
    encoder: Encoder,
    comparer: Comparer | None = None,
) -> Collation:
    """The facts of the story with their verdicts, most important first, and what only one article states.

    Without a comparer only figures, dates, names and listed words are set against each other.
    """
    members = sorted((a for a in articles if a.id in set(story.article_ids)), key=lambda a: a.id)
    if len(members) < 2:
        return Collation()
    sheet = make_sheet(members, encoder)
    facts = make_facts(sheet, statements, trace, encoder, comparer)
    return Collation(facts, find_unique(sheet, facts, encoder))
