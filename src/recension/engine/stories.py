"""Stories of an archive or a feed: paths in, the stories that their articles report out."""

from collections.abc import Iterable
from os import PathLike, fspath
from typing import TYPE_CHECKING, NamedTuple

from recension.engine.pool import count_cores
from recension.protocols import Progress
from recension.records import Article, Change, Problem, Story

if TYPE_CHECKING:
    from recension.engine.gather import Gathered

# The stages and readers are imported where they run: `recension --help` needs none of them.


class StoriesFound(NamedTuple):
    """The articles, their texts cut behind the beginning, with their stories, the largest first.

    `problems` are the inputs that are no articles, `changes` what each arrival did, where they came one at a time.
    """

    articles: tuple[Article, ...]
    stories: tuple[Story, ...]
    problems: tuple[Problem, ...]
    changes: tuple[Change, ...] = ()


def find_stories(
    sources: str | PathLike[str] | Iterable[str | PathLike[str]],
    *,
    jobs: int | None = None,
    online: bool = False,
    progress: Progress | None = None,
) -> StoriesFound:
    """The stories of the articles in `sources`, all at once, or `online`: one at a time in the order of publication.

    `jobs` processes read the sources, without it as many as there are cores.
    """
    from recension.engine.gather import gather
    from recension.stages.group import group

    report = progress or (lambda *_: None)
    named = [sources] if isinstance(sources, str | PathLike) else sources
    paths = [fspath(source) for source in named]
    gathered = gather(paths, report, jobs=jobs or count_cores(), with_terms=True, cut=True)
    if online:
        return _follow(gathered, report)
    report("grouping", 0, 1)
    stories = group(gathered.articles, gathered.terms)
    report("grouping", 1, 1)
    return StoriesFound(gathered.articles, stories, gathered.problems)


def _follow(gathered: "Gathered", progress: Progress) -> StoriesFound:
    """The stories as they stand after the last arrival, with all that happened on the way."""
    from recension.stages.group.stream import StoryStream
    from recension.stages.group.telling import name_stories

    stream = StoryStream()
    changes: list[Change] = []
    order = sorted(range(len(gathered.articles)), key=lambda n: _tell_time(gathered.articles[n]))
    for done, number in enumerate(order):
        if done % 100 == 0:
            progress("grouping", done, len(order))
        changes += stream.add(gathered.articles[number], gathered.terms[number])
    progress("grouping", len(order), len(order))
    stories = name_stories(stream.get_stories(), gathered.articles, gathered.terms)
    return StoriesFound(gathered.articles, stories, gathered.problems, tuple(changes))


def _tell_time(article: Article) -> tuple[str, str]:
    """Dated articles first, in order; times without a zone count as Greenwich's."""
    return f"{article.published or '9999'}", article.id
