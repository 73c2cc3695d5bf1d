"""The whole flow in one process: paths and URLs in, a dossier out."""

from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from typing import NamedTuple

from recension.protocols import Comparer, Encoder, Pipeline, Progress
from recension.records import Article, Dossier, Findings, Generator, Story
from recension.version import __version__

# The stages, readers and models are imported where they run: `recension --help` needs none of them.


# Components of pipelines that no stage asks for, and that take long to load.
LEFT_OUT = ("recension_lemmatizer", "lemmatizer")


class Models(NamedTuple):
    """What the stages that ask for it encode and read with."""

    encoder: Encoder
    pipeline: Pipeline
    comparer: Comparer


def compare(
    sources: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    encoder: Encoder | str | None = None,
    pipeline: Pipeline | str | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """The dossier of the articles in `sources`: files, folders (recursively), URLs, or "-" for standard input.

    What cannot be read becomes an entry in `problems`, and the rest is done; where nothing can be read the
    dossier has no articles. `encoder` and `pipeline` take the place of the packaged ones, by name as
    `recension models` lists them or as objects; `progress` hears of finished work. Raises SettingsError for a
    model that is not there.
    """
    from recension.engine.gather import gather
    from recension.stages import compose, group

    report = progress or _be_silent
    models = _load_models(encoder, pipeline)
    named = [sources] if isinstance(sources, str | PathLike) else sources
    articles, problems, terms = gather([fspath(source) for source in named], report, with_terms=True)
    by_id = {article.id: article for article in articles}
    stories = group(articles, terms)
    found = []
    for number, story in enumerate(stories):
        report("comparing stories", number, len(stories))
        members = _identify([by_id[name] for name in sorted(story.article_ids)], models.pipeline)
        by_id |= {article.id: article for article in members}
        found.append(_investigate(story, members, models))
    settings = {"encoder": _name_model(encoder), "pipeline": _name_model(pipeline)}
    generator = Generator("recension", __version__, {name: value for name, value in settings.items() if value})
    return compose(generator, tuple(by_id.values()), found, problems, models.pipeline)


def _identify(members: Sequence[Article], pipeline: Pipeline) -> Sequence[Article]:
    """The articles of a story with the entities that they name; one that stands alone is not compared, nor read."""
    from recension.stages import identify

    return identify(members, pipeline) if len(members) > 1 else members


def _investigate(story: Story, members: Sequence[Article], models: Models) -> Findings:
    """What trace, attribute and collate find about one story and its articles."""
    from recension.stages import attribute, collate, trace

    traced = trace(story, members, models.encoder)
    statements = tuple(statement for article in members for statement in attribute(article))
    collation = collate(story, members, statements, traced, models.encoder, models.comparer)
    return Findings(story, traced, statements, collation)


def _load_models(encoder: Encoder | str | None, pipeline: Pipeline | str | None) -> Models:
    from recension.engine.memory import RememberingPipeline
    from recension.models import DEFAULT_ENCODER, DEFAULT_PIPELINE, load_comparer, load_encoder, load_pipeline

    named = encoder or DEFAULT_ENCODER, pipeline or DEFAULT_PIPELINE
    return Models(
        load_encoder(named[0]) if isinstance(named[0], str) else named[0],
        RememberingPipeline(load_pipeline(named[1], LEFT_OUT) if isinstance(named[1], str) else named[1]),
        load_comparer(),
    )


def _name_model(model: object) -> str | None:
    """What the dossier calls a model that took the place of a packaged one."""
    return model if isinstance(model, str) else type(model).__name__ if model else None


def _be_silent(stage: str, done: int, total: int) -> None:
    """Hears the progress and says nothing."""
