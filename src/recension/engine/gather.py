"""Reads every source into repaired articles, each with an id of its own; what cannot be used becomes a problem."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from recension.engine.pool import run_tasks
from recension.errors import ReadError
from recension.protocols import Progress
from recension.readers import Source, find_sources, make_digest, read_source
from recension.records import Article, Draft, Problem
from recension.stages import read, repair
from recension.text.terms import Terms, find_terms

# What the rules for speakers, quantities and boilerplate are written for.
LANGUAGE = "en"
# Drafts that a process is handed at once: enough that handing them over costs little, few enough to share the work.
_BATCH = 100
# Some 650 words: the 400 that tell an event, and menus, bylines and captions before and among them.
_BEGINNING = 4_000


class Gathered(NamedTuple):
    """The articles in the order of their ids, the inputs that are none, and the terms of each article if asked for."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]
    terms: tuple[Terms, ...] = ()


class _Read(NamedTuple):
    """An article with what was found in it."""

    article: Article
    terms: Terms | None


def gather(
    paths: Sequence[str], progress: Progress, *, jobs: int = 1, with_terms: bool = False, cut: bool = False
) -> Gathered:
    """The articles of all `paths`; the order of the paths makes no difference. `jobs` processes read them.

    `cut` keeps only the beginnings of their texts, which tell the event and cost less to repair, and no credits.
    """
    sources = sorted(set(find_sources(paths)), key=lambda source: source.uri)
    tasks = ((batch, with_terms, cut) for batch in _make_batches(_find_drafts(sources, progress)))
    done = dict(run_tasks(_read_drafts, tasks, jobs))
    items = [item for number in sorted(done) for item in done[number]]
    progress("reading", len(sources), len(sources))
    found = _make_ids_unique([item for item in items if isinstance(item, _Read)])
    return Gathered(
        tuple(item.article for item in found),
        tuple(item for item in items if isinstance(item, Problem)),
        tuple(item.terms for item in found if item.terms),
    )


def _find_drafts(sources: Sequence[Source], progress: Progress) -> Iterator[Draft | Problem]:
    """What the sources hold, those left out whose bytes were seen before."""
    seen: dict[str, str] = {}
    for number, source in enumerate(sources):
        progress("reading", number, len(sources))
        try:
            digest = make_digest(source)
            if digest in seen:
                yield Problem(source.uri, f"the same bytes as {seen[digest]}: counted once")
                continue
            seen[digest] = source.uri
            yield from read_source(source)
        except ReadError as error:
            yield _make_problem(source.uri, error)


def _make_batches(items: Iterator[Draft | Problem]) -> Iterator[list[Draft | Problem]]:
    batch: list[Draft | Problem] = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _read_drafts(batch: Sequence[Draft | Problem], with_terms: bool, cut: bool) -> list[_Read | Problem]:
    """The repaired articles of drafts, and what is none, in their order."""
    found: list[_Read | Problem] = []
    for item in batch:
        for made in [item] if isinstance(item, Problem) else _read_draft(item, cut):
            if isinstance(made, Problem):
                found.append(made)
            else:
                found.append(_Read(made, find_terms(made.text, made.title, made.language) if with_terms else None))
    return found


def _read_draft(draft: Draft, cut: bool) -> Iterator[Article | Problem]:
    """The repaired article of a draft; a draft that is none leaves the others of its source alone."""
    try:
        article = read(draft)
        if cut:
            article = replace(article, text=_find_beginning(article.text))
        article = repair(article, with_origins=not cut)
    except ReadError as error:
        yield _make_problem(draft.uri, error)
        return
    if not article.text.strip():
        yield Problem(draft.uri, "not an article: nothing is left without its menus, links and notices")
        return
    # Grouping knows other languages, and needs no more than the beginning; the other stages do not.
    if article.language not in (None, LANGUAGE) and not cut:
        yield Problem(
            draft.uri,
            f"in another language ({article.language}): kept, grouped with others in it, and compared as far as names "
            "and figures go",
        )
    yield article


def _find_beginning(text: str) -> str:
    """The first lines of the text, whole where they are not too long.

    >>> len(_find_beginning("Orr. " * 900)), len(_find_beginning("Orr\\n" * 900))
    (3999, 3600)
    """
    if len(text) <= _BEGINNING:
        return text
    ends = [text.rfind(mark, 0, _BEGINNING) for mark in ("\n", ". ")]
    return text[: max(ends) + 1].rstrip() or text[:_BEGINNING]


def _make_problem(uri: str, error: ReadError) -> Problem:
    return Problem(uri, str(error).removeprefix(f"{uri}: "))


def _make_ids_unique(found: Sequence[_Read]) -> list[_Read]:
    """The articles by id; those that share one are numbered in the order of their addresses: `a`, `a-2`, `a-3`."""
    ordered = sorted(found, key=lambda item: (item.article.id, item.article.uri, item.article.text))
    taken = {item.article.id for item in ordered}
    count = Counter[str]()
    unique: list[_Read] = []
    for item in ordered:
        name = item.article.id
        count[name] += 1
        new = name
        while count[name] > 1 and new in taken:
            new = f"{name}-{count[name]}"
            count[name] += new in taken
        taken.add(new)
        unique.append(item._replace(article=replace(item.article, id=new)))
    return sorted(unique, key=lambda item: item.article.id)
