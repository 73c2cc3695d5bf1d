"""How articles and values are named for a reader, the same in every writer."""

from datetime import date, datetime

from recension.records import Article, Dossier, Fact, Story


def name_articles(dossier: Dossier) -> dict[str, str]:
    """A name for every article id: its outlet, with the id where two articles would share the name."""
    outlets = [article.outlet for article in dossier.articles]
    return {
        article.id: article.outlet if article.outlet and outlets.count(article.outlet) == 1 else _name_with_id(article)
        for article in dossier.articles
    }


def name_nodes(dossier: Dossier, story: Story) -> dict[str, str]:
    """A name for every node of the story's stemma; a lost original bears the name that its descendants give it."""
    articles = name_articles(dossier)
    return {
        node.id: articles[node.id] if node.kind == "article" else f"{node.label or 'an unnamed source'} (lost)"
        for node in story.stemma.nodes
    }


def write_date(published: date | datetime | None) -> str:
    """The day, and the minute where one is known, in the time zone as published.

    >>> write_date(date(2026, 3, 4)), write_date(None)
    ('4 March 2026', 'no date')
    """
    if published is None:
        return "no date"
    day = f"{published.day} {published:%B %Y}"
    return f"{day}, {published:%H:%M}" if isinstance(published, datetime) else day


def group_values(fact: Fact) -> list[tuple[str, list[str]]]:
    """For each group of the fact, the value it gives, as first written, and its article ids."""
    values = {reading.article: reading.value for reading in reversed(fact.readings)}
    return [(values.get(group[0], ""), list(group)) for group in fact.groups]


def _name_with_id(article: Article) -> str:
    return f"{article.outlet} ({article.id})" if article.outlet else article.id
