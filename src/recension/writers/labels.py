"""How articles and values are named for a reader, the same in every writer."""

from collections import Counter
from datetime import date, datetime

from recension.records import Dossier, Fact, Story

# A headline cut to this still tells which article is meant and fits a box of the stemma.
MOST_OF_A_TITLE = 32


def name_articles(dossier: Dossier) -> dict[str, str]:
    """A name for every article id: its outlet, else its title, with the id where two articles would share the name."""
    names = {article.id: article.outlet or _shorten(article.title) or article.id for article in dossier.articles}
    count = Counter(names.values())
    return {i: f"{name} ({i})" if count[name] > 1 else name for i, name in names.items()}


def name_nodes(story: Story, names: dict[str, str]) -> dict[str, str]:
    """A name for every node of the story's stemma; a lost original bears the name that its descendants give it."""
    return {
        node.id: names[node.id] if node.kind == "article" else f"{node.label or 'an unnamed source'} (lost)"
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


def _shorten(title: str | None) -> str:
    """The title in quotation marks, cut between two words."""
    plain = " ".join((title or "").split())
    if len(plain) > MOST_OF_A_TITLE:
        plain = plain[:MOST_OF_A_TITLE].rpartition(" ")[0] + "…"
    return f"“{plain}”" if plain else ""
