"""The names of an article as its words tell them, with the kinds that its entities give."""

from collections.abc import Iterator

from recension.records import Article, Entity, EntityKind
from recension.text.name_kinds import NameKind
from recension.text.names import Name, find_names

# What the kinds of entities are among names; nations, events and products are names of no kind that is compared.
NAME_KINDS: dict[EntityKind, NameKind] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "facility": "place",
}


def list_names(article: Article) -> tuple[Name, ...]:
    """The names in the article's text in order, each of the kind of the entity that it shares most letters with."""
    if not article.entities:
        return find_names(article.text)
    return tuple(_take_kinds(find_names(article.text), article.entities))


def _take_kinds(names: tuple[Name, ...], entities: tuple[Entity, ...]) -> Iterator[Name]:
    """The names with the kinds of the entities beside them; both are in order."""
    first = 0
    for name in names:
        while first < len(entities) and entities[first].end <= name.start:
            first += 1
        near = [e for e in entities[first : first + 4] if e.span.overlaps(name.span) and e.kind in NAME_KINDS]
        best = max(near, key=lambda e: min(e.end, name.end) - max(e.start, name.start), default=None)
        yield name._replace(kind=NAME_KINDS[best.kind]) if best else name
