"""Who says what, and through whom: takes an Article, gives its statements, its own and attributed ones."""

from recension.records import Article, Statement
from recension.stages.attribute.speech import find_speech

__all__ = ["attribute"]


def attribute(article: Article) -> tuple[Statement, ...]:
    """The statements of `article` in order: every sentence is covered by at least one.

    A quotation inside an attributed clause is a direct statement inside an indirect one; ids are unique across
    articles, as they begin with the article's.

    >>> text = "“It is out,” Ruiz told the Vale Wire. Two men were hurt."
    >>> [(s.speaker, s.via, s.kind) for s in attribute(Article("a01", "a01.txt", text))]
    [('Ruiz', 'Vale Wire', 'direct'), (None, None, 'own')]
    """
    return tuple(
        Statement(f"{article.id}-st{number}", article.id, *speech)
        for number, speech in enumerate(find_speech(article), 1)
    )
