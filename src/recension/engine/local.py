"""The whole flow in one process: paths and URLs in, a dossier out."""

from collections.abc import Iterable, Sequence
from os import PathLike, fspath

from recension.protocols import Encoder, Progress
from recension.records import Article, Dossier, Findings, Generator, Story
from recension.version import __version__

# The stages and readers are imported where they run: `recension --help` needs none of them.


def compare(
    sources: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    encoder: Encoder | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """The dossier of the articles in `sources`: files, folders (recursively), URLs, or "-" for standard input.

    What cannot be read becomes an entry in `problems`, and the rest is done; where nothing can be read the
    dossier has no articles. `encoder` takes the place of the packaged one; `progress` hears of finished work.
    """
    from recension.engine.gather import gather
    from recension.stages import compose, group

    report = progress or _be_silent
    named = [sources] if isinstance(sources, str | PathLike) else sources
    articles, problems, terms = gather([fspath(source) for source in named], report, with_terms=True)
    chosen = encoder or _load_encoder()
    stories = group(articles, terms)
    by_id = {article.id: article for article in articles}
    found = []
    for number, story in enumerate(stories):
        report("comparing stories", number, len(stories))
        found.append(_investigate(story, [by_id[name] for name in sorted(story.article_ids)], chosen))
    return compose(Generator("recension", __version__), articles, found, problems)


def _investigate(story: Story, members: Sequence[Article], encoder: Encoder) -> Findings:
    """What trace, attribute and collate find about one story and its articles."""
    from recension.stages import attribute, collate, trace

    traced = trace(story, members, encoder)
    statements = tuple(statement for article in members for statement in attribute(article))
    collation = collate(story, members, statements, traced, encoder)
    return Findings(story, traced, statements, collation)


def _load_encoder() -> Encoder:
    from recension.models import StaticEncoder

    return StaticEncoder()


def _be_silent(stage: str, done: int, total: int) -> None:
    """Hears the progress and says nothing."""
