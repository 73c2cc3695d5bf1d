"""Who says what, and through whom: Article → statements, its own and attributed ones."""

from recension.records import Article, Statement
from recension.stages.attribute.speech import find_speech

__all__ = ["attribute"]


def attribute(article: Article) -> tuple[Statement, ...]:
    """The statements of `article` in order: every sentence is covered by at least one."""
    found = find_speech(article)
    return tuple(
        Statement(f"{article.id}-st{number}", article.id, s.start, s.end, s.kind, s.speaker, s.via)
        for number, s in enumerate(found, 1)
    )
