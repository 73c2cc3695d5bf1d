"""The whole page as its template takes it: stories, what stands alone, problems."""

import re
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from recension.records import Dossier, Edge, Problem, Story
from recension.writers.evidence import Mark
from recension.writers.headline import Headline, make_headline
from recension.writers.labels import name_articles, name_nodes
from recension.writers.page.account import QuestionView, find_told_marks, make_questions, name_passages
from recension.writers.page.cast import Cast, LineBadge, Witness, make_badges, make_cast
from recension.writers.page.facts import FactView, find_fact_marks, make_fact_views
from recension.writers.page.reports import Report, make_report
from recension.writers.page.speakers import Speaker, find_statement_marks, make_speakers
from recension.writers.page.table import TableView, make_table
from recension.writers.page.timeline import Step, make_steps
from recension.writers.page.words import write_confidence, write_range
from recension.writers.readings import VERDICTS
from recension.writers.stemma.picture import render_stemma_svg

# The ids by which the note of one line names another.
_LINE_ID = re.compile(r"\bl\d+\b")


class LineView(NamedTuple):
    """A line of reporting with its articles; `lost` where its root is not among them, `note` what limits its weight."""

    badge: LineBadge
    lost: bool
    witnesses: tuple[Witness, ...]
    note: str


class EdgeView(NamedTuple):
    """A derivation in words."""

    parent: str
    child: str
    edge: Edge
    evidence: tuple[str, ...]
    confidence: str


class Once(NamedTuple):
    """What a single article says, and why it would matter."""

    witness: Witness
    anchor: str
    text: str
    why: str


class StoryView(NamedTuple):
    """A story as the page shows it."""

    anchor: str
    story: Story
    headline: Headline
    published: str
    questions: tuple[QuestionView, ...]
    timeline: tuple[Step, ...]
    lines: tuple[LineView, ...]
    wide: Markup
    narrow: Markup
    edges: tuple[EdgeView, ...]
    facts: tuple[FactView, ...]
    verdicts: tuple[tuple[str, int], ...]
    table: TableView | None
    speakers: tuple[Speaker, ...]
    once: tuple[Once, ...]
    reports: tuple[Report, ...]


class Page(NamedTuple):
    """Everything on the page."""

    dossier: Dossier
    stories: tuple[StoryView, ...]
    alone: tuple[Report, ...]
    problems: tuple[Problem, ...]


def make_page(dossier: Dossier) -> Page:
    """The page of a dossier: stories of several articles, largest first, then the articles that share none."""
    cast = make_cast(dossier)
    shared = sorted((s for s in dossier.stories if len(s.article_ids) > 1), key=lambda s: -len(s.article_ids))
    views = tuple(_make_story(story, f"story-{n}", dossier, cast) for n, story in enumerate(shared, 1))
    told = {article for story in shared for article in story.article_ids}
    alone = tuple(make_report(w._replace(line=None), ()) for i, w in cast.witnesses.items() if i not in told)
    return Page(dossier, views, alone, dossier.problems)


def _make_story(story: Story, anchor: str, dossier: Dossier, cast: Cast) -> StoryView:
    witnesses = [cast.witnesses[i] for i in story.article_ids if i in cast.witnesses]
    facts = make_fact_views(story, anchor, cast)
    once, once_marks = _find_once(story, anchor, cast)
    anchors = name_passages(story, anchor)
    said = find_statement_marks(story, anchor, cast)
    kinds = (said, find_fact_marks(facts), once_marks, find_told_marks(anchors, cast))
    names = name_nodes(story, name_articles(dossier))
    return StoryView(
        anchor,
        story,
        make_headline(story),
        write_range([w.article.published for w in witnesses if isinstance(w.article.published, date)]),
        make_questions(story, anchors, cast),
        make_steps(story, facts, anchors, cast),
        _make_lines(story, dossier, cast),
        render_stemma_svg(story, cast, "wide", anchor),
        render_stemma_svg(story, cast, "narrow", anchor),
        _make_edges(story, names),
        facts,
        tuple((verdict, sum(v.fact.verdict == verdict for v in facts)) for verdict in VERDICTS),
        make_table(story, facts, witnesses),
        make_speakers(story, anchor, cast),
        once,
        tuple(make_report(w, [mark for kind in kinds for mark in kind.get(w.article.id, [])]) for w in witnesses),
    )


def _make_edges(story: Story, names: dict[str, str]) -> tuple[EdgeView, ...]:
    return tuple(
        EdgeView(
            names[edge.parent],
            names[edge.child],
            edge,
            tuple(name_ids(sentence, names) for sentence in edge.evidence),
            write_confidence(edge.confidence),
        )
        for edge in story.stemma.edges
        if edge.parent in names and edge.child in names
    )


def name_ids(sentence: str, names: dict[str, str]) -> str:
    """The sentence with the names of articles in place of their ids; an id without a digit may be a plain word.

    >>> name_ids("14 passages with a02", {"a02": "Coast Daily"})
    '14 passages with Coast Daily'
    """
    ids = sorted((i for i in names if any(map(str.isdigit, i))), key=len, reverse=True)
    if not ids:
        return sentence
    pattern = rf"(?<![\w-])(?:{'|'.join(map(re.escape, ids))})(?![\w-])"
    return re.sub(pattern, lambda match: names[match.group()], sentence)


def _make_lines(story: Story, dossier: Dossier, cast: Cast) -> tuple[LineView, ...]:
    lost = {node.id for node in story.stemma.nodes if node.kind == "lost"}
    badges = tuple(make_badges(story, name_articles(dossier)))
    labels = {line.id: badge.label for line, badge in badges}
    return tuple(
        LineView(
            badge,
            line.root in lost,
            tuple(cast.witnesses[i] for i in line.article_ids if i in cast.witnesses),
            _LINE_ID.sub(lambda match: labels.get(match.group(), match.group()), line.note or ""),
        )
        for line, badge in badges
    )


def _find_once(story: Story, anchor: str, cast: Cast) -> tuple[tuple[Once, ...], dict[str, list[Mark]]]:
    """What only one article says, the weightiest first, and the marks by article."""
    marks: dict[str, list[Mark]] = {}
    found: list[tuple[float, Once]] = []
    for rank, item in enumerate(story.unique):
        mark = Mark(item.start, item.end, "once", f"{anchor}-once-{rank}")
        marks.setdefault(item.article, []).append(mark)
        if witness := cast.witnesses.get(item.article):
            found.append((item.weight, Once(witness, mark.anchor, item.span.of(witness.article.text), item.why)))
    found.sort(key=lambda pair: -pair[0])
    return tuple(once for _, once in found), marks
