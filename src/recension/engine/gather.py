"""Reads every source into repaired articles, each with an id of its own; what cannot be used becomes a problem."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from recension.errors import ReadError
from recension.protocols import Progress
from recension.readers import Source, find_sources, make_digest, read_source
from recension.records import Article, Draft, Problem
from recension.stages import read, repair

# What the rules for speakers, quantities and boilerplate are written for.
LANGUAGE = "en"


class Gathered(NamedTuple):
    """The articles in the order of their ids, and the inputs that are none."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def gather(paths: Sequence[str], progress: Progress) -> Gathered:
    """The articles of all `paths`; the order of the paths makes no difference."""
    sources = sorted(set(find_sources(paths)), key=lambda source: source.uri)
    articles: list[Article] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for number, source in enumerate(sources):
        progress("reading", number, len(sources))
        for item in _read_new(source, seen):
            if isinstance(item, Article):
                articles.append(item)
            else:
                problems.append(item)
    progress("reading", len(sources), len(sources))
    return Gathered(_make_ids_unique(articles), tuple(problems))


def _read_new(source: Source, seen: dict[str, str]) -> Iterator[Article | Problem]:
    """The articles of one source, unless its bytes were seen before."""
    try:
        digest = make_digest(source)
        if digest in seen:
            yield Problem(source.uri, f"the same bytes as {seen[digest]}: counted once")
            return
        seen[digest] = source.uri
        for item in read_source(source):
            yield from [item] if isinstance(item, Problem) else _read_draft(item)
    except ReadError as error:
        yield _make_problem(source.uri, error)


def _read_draft(draft: Draft) -> Iterator[Article | Problem]:
    """The repaired article of a draft; a draft that is none leaves the others of its source alone."""
    try:
        article = repair(read(draft))
    except ReadError as error:
        yield _make_problem(draft.uri, error)
        return
    if not article.text.strip():
        yield Problem(draft.uri, "not an article: nothing is left without its menus, links and notices")
        return
    if article.language not in (None, LANGUAGE):
        yield Problem(
            draft.uri, f"in another language ({article.language}): kept, and compared as far as names and figures go"
        )
    yield article


def _make_problem(uri: str, error: ReadError) -> Problem:
    return Problem(uri, str(error).removeprefix(f"{uri}: "))


def _make_ids_unique(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles by id; those that share one are numbered in the order of their addresses: `a`, `a-2`, `a-3`."""
    ordered = sorted(articles, key=lambda article: (article.id, article.uri, article.text))
    taken = {article.id for article in ordered}
    count = Counter[str]()
    unique: list[Article] = []
    for article in ordered:
        count[article.id] += 1
        new = article.id
        while count[article.id] > 1 and new in taken:
            new = f"{article.id}-{count[article.id]}"
            count[article.id] += new in taken
        taken.add(new)
        unique.append(replace(article, id=new))
    return tuple(sorted(unique, key=lambda article: article.id))
