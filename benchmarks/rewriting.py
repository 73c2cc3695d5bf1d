"""Rewriting: the reports of an event made into many, by rule: reprints, rewrites, merged reports, other figures."""

import html
import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from eval.rewording import REWORDINGS
from eval.slots import SLOTS
from recension.engine.gather import gather
from recension.records import Article
from recension.stages import group
from recension.text.sentences import find_sentences

# Of ten reports that are made, so many are made in each way: most of what is printed of a large event is copied, and
# put together from several. With fewer merged reports grouping parts the story, and the largest costs less.
MIX = (("reprint", 2), ("rewrite", 3), ("merge", 4), ("update", 1))
# A reprint keeps at least this part of the report, and so many paragraphs: desks cut from the end.
_LEAST_KEPT, _LEAST_PARAGRAPHS = 0.4, 8
# How many kinds of other words a rewrite takes, and how many sentences of an update say something else.
_REWORDINGS, _CHANGES = 3, 2
_REORDERED, _TITLES_REWORDED = 0.5, 0.5
# Sentences in a stretch of a merged report.
_STRETCH = 3


class Report(NamedTuple):
    """A report as an outlet publishes it; `published` is empty where the page does not say."""

    title: str
    text: str
    outlet: str
    published: str = ""


def load_reports(folder: Path) -> list[Report]:
    """The reports of the largest story in a folder, as they stand there."""
    gathered = gather([str(folder)], lambda *_: None, with_terms=True)
    members = set(group(gathered.articles, gathered.terms)[0].article_ids)
    return [_make_report(article) for article in gathered.articles if article.id in members]


def _make_report(article: Article) -> Report:
    title = article.title or article.text.partition("\n")[0]
    published = article.published.isoformat() if article.published else ""
    return Report(title, article.text.removeprefix(title).lstrip(), article.outlet or article.id, published)


def multiply(reports: Sequence[Report], count: int) -> list[Report]:
    """`count` reports: the given ones, then others, each made of those before it and an hour later; always the same."""
    source = random.Random(1)
    made = list(reports[:count])
    latest = datetime.fromisoformat(max(report.published for report in reports)[:10])
    ways = [way for way, share in MIX for _ in range(share)]
    while len(made) < count:
        if len(made) % len(ways) == 0:
            source.shuffle(ways)
        model = source.choice(made)
        text = WAYS[ways[len(made) % len(ways)]](model.text, made, source)
        title = REWORDINGS["synonyms"](model.title) if source.random() < _TITLES_REWORDED else model.title
        hour = latest + timedelta(hours=len(made))
        made.append(Report(title, text, f"Courier {len(made)}", hour.isoformat()))
    return made


def reprint(text: str, _: Sequence[Report], source: random.Random) -> str:
    """The beginning of the report, in whole paragraphs."""
    paragraphs = text.split("\n\n")
    kept = source.uniform(_LEAST_KEPT, 1) * len(paragraphs)
    return "\n\n".join(paragraphs[: max(_LEAST_PARAGRAPHS, round(kept))])


def rewrite(text: str, _: Sequence[Report], source: random.Random) -> str:
    """The report in other words, in some cases in another order."""
    for name in source.sample(sorted(REWORDINGS), _REWORDINGS):
        text = "\n\n".join(filter(None, map(REWORDINGS[name], text.split("\n\n"))))
    paragraphs = text.split("\n\n")
    if source.random() < _REORDERED:
        head, *rest = paragraphs
        source.shuffle(rest)
        paragraphs = [head, *rest]
    return "\n\n".join(paragraphs)


def merge(text: str, others: Sequence[Report], source: random.Random) -> str:
    """Stretches of the report, and of another, by turns."""
    stretches = [_cut(text), _cut(source.choice(others).text)]
    length = max(len(stretch) for stretch in stretches)
    return "\n\n".join(
        " ".join(sentences[start : start + _STRETCH])
        for start in range(0, length, 2 * _STRETCH)
        for sentences in stretches
        if start < len(sentences)
    )


def _cut(text: str) -> list[str]:
    return [" ".join(sentence.of(text).split()) for sentence in find_sentences(text)]


def update(text: str, _: Sequence[Report], source: random.Random) -> str:
    """The report with a few sentences that say something else: another figure, day, place or name."""
    sentences = [sentence.of(text) for sentence in find_sentences(text)]
    for sentence in source.sample(sentences, min(_CHANGES, len(sentences))):
        changes = (SLOTS[name](sentence) for name in source.sample(sorted(SLOTS), len(SLOTS)))
        change = next((change for change in changes if change), None)
        if change:
            start, end = change.span
            text = text.replace(sentence, f"{sentence[:start]}{change.new}{sentence[end:]}", 1)
    return text


WAYS: dict[str, Callable[[str, Sequence[Report], random.Random], str]] = {
    "reprint": reprint,
    "rewrite": rewrite,
    "merge": merge,
    "update": update,
}


def save_reports(reports: Sequence[Report], folder: Path) -> None:
    """One file a report, every other one a web page."""
    folder.mkdir(parents=True)
    for number, report in enumerate(reports):
        if number % 2:
            (folder / f"r{number:03}.html").write_text(render_page(report), encoding="utf-8")
        else:
            (folder / f"r{number:03}.txt").write_text(render_text(report), encoding="utf-8")


def render_text(report: Report) -> str:
    """The report as it is copied from a page."""
    return "\n\n".join(filter(None, (report.outlet, report.title, report.published[:10], report.text)))


def render_page(report: Report) -> str:
    """The report as a page with its metadata."""
    title, outlet, published = (html.escape(part) for part in (report.title, report.outlet, report.published))
    text = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in report.text.split("\n\n"))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | {outlet}</title>\n'
        f'<meta property="og:site_name" content="{outlet}">\n'
        f'<meta property="article:published_time" content="{published}"></head>\n'
        f"<body><nav><a href='/'>Home</a> <a href='/world'>World</a></nav>\n"
        f"<article><h1>{title}</h1>\n{text}</article><footer>All rights reserved.</footer></body></html>\n"
    )
