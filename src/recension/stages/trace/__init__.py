"""Trace: the articles of a story go in; who copied whom and the independent lines of reporting come out."""

from collections.abc import Sequence

from recension.protocols import Encoder
from recension.records import Article, Story, Trace
from recension.scorers.sentences import make_sentence_table
from recension.stages.trace.aliases import resolve_aliases
from recension.stages.trace.lines import count_lines
from recension.stages.trace.links import is_related
from recension.stages.trace.notes import add_notes
from recension.stages.trace.origins import find_origins
from recension.stages.trace.reuse import find_reuse
from recension.stages.trace.stemma import make_stemma
from recension.stages.trace.witness import make_witness

__all__ = ["trace"]


def trace(story: Story, articles: Sequence[Article], encoder: Encoder) -> Trace:
    """The reused passages, the stemma and the lines of a story, whatever the order of its articles."""
    wanted = set(story.article_ids)
    members = sorted((a for a in articles if a.id in wanted), key=lambda a: a.id)
    table = make_sentence_table([a.text for a in members], encoder)
    witness = resolve_aliases(make_witness(members, table, find_origins(members)))
    stemma = make_stemma(witness)
    reuse = [
        passage
        for (a, b), found in sorted(witness.alignments.items())
        if is_related(witness, a, b)
        for passage in find_reuse(members, table, a, b, found)
    ]
    lines = add_notes(count_lines(stemma, witness), stemma, witness)
    return Trace(tuple(reuse), stemma, lines)
