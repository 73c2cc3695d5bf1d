"""The stemmata of a dossier as its exports write them: named texts, and derivations of which one a text is the main."""

from typing import NamedTuple

from recension.records import Article, Dossier, Edge, Node, Story
from recension.writers.headline import find_shared_stories
from recension.writers.labels import name_articles
from recension.writers.stemma.arrows import WEAK
from recension.writers.stemma.tree import Tree, add_missing, make_tree
from recension.writers.visible import write_line


class Text(NamedTuple):
    """An article, or where that is None a lost original; `id` is unique in the dossier, `name` stands on one line.

    The `outlet` of a lost original is the one that its descendants name.
    """

    id: str
    name: str
    outlet: str | None
    article: Article | None
    line: str | None


class Derivation(NamedTuple):
    """An edge of the stemma, with the ids of the texts at its ends; `main` where most of the child comes this way."""

    parent: str
    child: str
    main: bool
    edge: Edge

    @property
    def dashed(self) -> bool:
        """Whether it is drawn dashed: a further source of a text that has another, or a weak inference."""
        return not self.main or self.edge.confidence < WEAK


class Graph(NamedTuple):
    """The stemma of one story; `tree` has its nodes by their ids in the story."""

    story: Story
    texts: dict[str, Text]
    derivations: tuple[Derivation, ...]
    tree: Tree


def make_graphs(dossier: Dossier) -> tuple[Graph, ...]:
    """A graph for every story that two or more articles share; for the only story where there is one article."""
    names, articles = name_articles(dossier), {article.id: article for article in dossier.articles}
    return tuple(_make_graph(story, names, articles) for story in find_shared_stories(dossier))


def _make_graph(story: Story, names: dict[str, str], articles: dict[str, Article]) -> Graph:
    stemma = add_missing(story)
    tree = make_tree(stemma, {node.id: place for place, node in enumerate(stemma.nodes)})
    lines = {i: line.id for line in story.lines for i in (line.root, *line.article_ids)}
    texts = {node.id: _make_text(node, story, names, articles, lines) for node in stemma.nodes}
    derivations = tuple(
        Derivation(texts[edge.parent].id, texts[edge.child].id, tree.main.get(edge.child) == edge.parent, edge)
        for edge in stemma.edges
        if edge.parent in texts and edge.child in texts
    )
    return Graph(story, texts, derivations, tree)


def _make_text(
    node: Node, story: Story, names: dict[str, str], articles: dict[str, Article], lines: dict[str, str]
) -> Text:
    if node.kind == "article":
        article = articles[node.id]
        return Text(node.id, write_line(names[node.id]), article.outlet, article, lines.get(node.id))
    # Every story counts its lost originals from one; no article's id has a slash.
    name = write_line(node.label or "an unnamed source")
    return Text(f"{story.id}/{node.id}", name, node.label, None, lines.get(node.id))
