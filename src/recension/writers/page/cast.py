"""Who appears on the page: articles and lines with their names, letters and anchors."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from recension.records import Article, Dossier, Line, Story
from recension.writers.labels import name_articles

# As many colours as page.css gives lines; the letter tells two lines of one colour apart.
COLOURS = 8

UNNAMED = "an unnamed source"


class LineBadge(NamedTuple):
    """How a line is told apart: by a letter first, by a colour as well."""

    letter: str
    colour: int
    label: str


class Witness(NamedTuple):
    """An article as the other parts of the page refer to it."""

    article: Article
    name: str
    anchor: str
    line: LineBadge | None


@dataclass(frozen=True, slots=True)
class Cast:
    """Every article of the dossier by id, and the lines of the stories by the ids of their articles."""

    witnesses: dict[str, Witness]

    def lines_of(self, article_ids: Iterable[str]) -> tuple[LineBadge, ...]:
        """The lines to which the articles belong, each once, by letter."""
        found = {w.line for i in article_ids if (w := self.witnesses.get(i)) and w.line}
        return tuple(sorted(found, key=lambda badge: (len(badge.letter), badge.letter)))


def make_cast(dossier: Dossier) -> Cast:
    """The cast of a dossier; articles are numbered as they come."""
    names = name_articles(dossier)
    badges = {
        article: badge
        for story in dossier.stories
        for line, badge in make_badges(story, names)
        for article in line.article_ids
    }
    return Cast(
        {
            article.id: Witness(article, names[article.id], f"report-{number}", badges.get(article.id))
            for number, article in enumerate(dossier.articles, 1)
        }
    )


def make_badges(story: Story, names: dict[str, str]) -> list[tuple[Line, LineBadge]]:
    """The story's lines with their badges, the one with most articles first."""
    lines = sorted(story.lines, key=lambda line: -len(line.article_ids))
    labels = {node.id: node.label for node in story.stemma.nodes if node.label} | names
    return [
        (
            line,
            LineBadge(write_letter(rank), rank % COLOURS, line.label or labels.get(line.root) or "an unnamed source"),
        )
        for rank, line in enumerate(lines)
    ]


def write_letter(rank: int) -> str:
    """A letter for the line of this rank, two where the alphabet ends.

    >>> write_letter(0), write_letter(25), write_letter(26)
    ('A', 'Z', 'AA')
    """
    letter = chr(ord("A") + rank % 26)
    return letter if rank < 26 else write_letter(rank // 26 - 1) + letter
