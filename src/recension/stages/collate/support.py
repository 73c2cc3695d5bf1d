"""How many independent lines of reporting stand behind a value."""

from collections.abc import Iterable

from recension.records import Trace


def count_lines(article_ids: Iterable[str], trace: Trace) -> int:
    """The lines to which the articles belong; an article that no line names counts for itself."""
    line_of = {article: line.id for line in trace.lines for article in line.article_ids}
    return len({line_of.get(article, article) for article in article_ids})
