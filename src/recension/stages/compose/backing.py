"""What stands behind an answer: how many independent lines, and one passage an article."""

from collections.abc import Iterable, Sequence

from recension.records import Answer, Article, Passage, Question, Trace


def count_lines(article_ids: Iterable[str], trace: Trace) -> int:
    """The lines to which the articles belong; an article that no line names counts for itself."""
    line_of = {article: line.id for line in trace.lines for article in line.article_ids}
    return len({line_of.get(article, article) for article in article_ids})


def make_answer(question: Question, value: str, passages: Iterable[Passage], trace: Trace) -> Answer:
    """The answer with the first passage of each article, in the order of the articles."""
    first: dict[str, Passage] = {}
    for passage in sorted(passages, key=lambda p: (p.article, p.start)):
        first.setdefault(passage.article, passage)
    return Answer(question, value, tuple(first.values()), count_lines(first, trace))


def sort_passages(passages: Iterable[Passage], members: Sequence[Article]) -> tuple[Passage, ...]:
    """The passages in the order of the members and of their texts, each once."""
    order = {article.id: number for number, article in enumerate(members)}
    return tuple(sorted(set(passages), key=lambda p: (order[p.article], p.start, p.end)))
