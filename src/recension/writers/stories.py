"""The stories of many articles: for the terminal, as JSON, and as rows."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from rich.console import Console

from recension.records import Article, Change, Problem, Story
from recension.version import __version__
from recension.writers.terminal import escape

SCHEMA = "recension.stories/1"

# The fields of a row, one an article of a story, with their types.
COLUMNS = {
    "story": str, "size": int, "story_title": str, "first": str, "last": str, "article": str, "uri": str,
    "outlet": str, "title": str, "published": str, "confidence": float, "why": str,
}  # fmt: skip

# As many articles of a story as keep a hundred stories readable; the files have all.
MOST_SHOWN = 5
# So much of a text stands for a headline that it lacks.
_TITLE = 80


def make_rows(stories: Iterable[Story], articles: Iterable[Article]) -> Iterator[dict[str, Any]]:
    """One row for each article of each story, in the order of the stories and of publication."""
    known = {article.id: article for article in articles}
    for story in stories:
        first, last = find_span(story, known)
        head = {"story": story.id, "size": len(story.article_ids), "story_title": story.title}
        for member in _sort_members(story, known):
            yield {**head, "first": first, "last": last, **member}


def render_stories(stories: Iterable[Story], articles: Iterable[Article], problems: Iterable[Problem]) -> str:
    """One JSON object: every story with its members, and the inputs that could not be used."""
    known = {article.id: article for article in articles}
    document = {
        "schema": SCHEMA,
        "generator": {"name": "recension", "version": __version__},
        "stories": [_make_document(story, known) for story in stories],
        "problems": [asdict(problem) for problem in problems],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def make_change_rows(changes: Iterable[Change]) -> Iterator[dict[str, Any]]:
    """One row for each change, in the order in which they happened."""
    return ({**asdict(change), "number": number} for number, change in enumerate(changes, 1))


def print_stories(
    stories: Sequence[Story], articles: Sequence[Article], *, why: bool = False, color: bool = True
) -> None:
    """Prints the stories of two or more articles, and how many articles stand alone; with `why` all and the reasons."""
    console = Console(no_color=not color, highlight=False)
    known = {article.id: article for article in articles}
    shared = [story for story in stories if len(story.article_ids) > 1]
    for story in shared:
        _print_story(console, story, known, why)
    alone = len(stories) - len(shared)
    told = "story" if len(shared) == 1 else "stories"
    console.print(f"{len(articles):,} articles · {len(shared):,} {told} of two or more · {alone:,} articles alone")


def find_span(story: Story, known: Mapping[str, Article]) -> tuple[str | None, str | None]:
    """The days of the first and the last publication, where there are any."""
    days = sorted(day for article_id in story.article_ids if (day := _write_day(known[article_id])))
    return (days[0], days[-1]) if days else (None, None)


def _print_story(console: Console, story: Story, known: Mapping[str, Article], why: bool) -> None:
    first, last = find_span(story, known)
    when = "no date" if first is None else first if first == last else f"{first} – {last}"
    console.print(
        f"[bold]{escape(story.title)}[/]  [dim]{len(story.article_ids)} articles · {when} · {story.id}[/]",
        soft_wrap=True,
    )
    members = _sort_members(story, known)
    for member in members if why else members[:MOST_SHOWN]:
        who = escape(member["outlet"] or member["article"])
        day = (member["published"] or "")[:10]
        title = member["title"] or known[member["article"]].text[:_TITLE]
        console.print(f"  [dim]{day:10}[/] [cyan]{who}[/] {escape(title)}", soft_wrap=True)
        if why:
            console.print(f"    [dim]{member['confidence']:.2f} {escape(member['why'])}[/]", soft_wrap=True)
    if not why and len(members) > MOST_SHOWN:
        console.print(f"  [dim]and {len(members) - MOST_SHOWN} more[/]")
    console.print()


def _make_document(story: Story, known: Mapping[str, Article]) -> dict[str, Any]:
    first, last = find_span(story, known)
    return {
        "id": story.id,
        "title": story.title,
        "first": first,
        "last": last,
        "members": _sort_members(story, known),
    }


def _sort_members(story: Story, known: Mapping[str, Article]) -> list[dict[str, Any]]:
    """What is told of each article, in the order of publication, those without a date last."""
    rows = [
        {
            "article": member.article,
            "uri": known[member.article].uri,
            "outlet": known[member.article].outlet,
            "title": known[member.article].title,
            "published": _write_time(known[member.article]),
            "confidence": member.confidence,
            "why": member.why,
        }
        for member in story.members
    ]
    return sorted(rows, key=lambda row: (row["published"] is None, row["published"] or "", row["article"]))


def _write_time(article: Article) -> str | None:
    return article.published.isoformat() if article.published else None


def _write_day(article: Article) -> str | None:
    published: date | None = article.published
    return f"{published:%Y-%m-%d}" if published else None
