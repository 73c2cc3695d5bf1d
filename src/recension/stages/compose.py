"""Compose: all that was found about each story goes in, the dossier comes out."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from recension.records import Article, Dossier, Fact, Findings, Generator, Problem, Story, Summary, Trace
from recension.stages.identify.names import NAME_KINDS
from recension.text.dateline import cut_dateline
from recension.text.name_kinds import NameKind
from recension.text.names import find_names
from recension.text.sentences import find_sentences
from recension.text.words import fold

# A name belongs to the summary if this part of the articles has it: at a third, a content farm's invented
# places come in; at two thirds, garbled spellings push the true ones out.
COMMON_SHARE = 0.5
MOST_NAMES = 5

# Headlines, crossheads and most captions left in a text are shorter; few leads are.
SHORTEST_LEAD = 15

# What is reported happened within this time before the first report; days further back are background.
NEWS_AGE = timedelta(days=14)

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def compose(
    generator: Generator, articles: Sequence[Article], found: Iterable[Findings], problems: Sequence[Problem]
) -> Dossier:
    """The dossier of the given articles: one composed story for each of the findings, in their order."""
    by_id = {article.id: article for article in articles}
    stories = tuple(_compose_story(by_id, findings) for findings in found)
    return Dossier(generator, tuple(articles), stories, tuple(problems))


def _compose_story(by_id: dict[str, Article], findings: Findings) -> Story:
    members = [by_id[article_id] for article_id in findings.story.article_ids]
    model = _find_model(findings.trace, members)
    title = (model.title if model else None) or findings.story.title
    return replace(
        findings.story,
        title=title,
        w=_summarize(findings, members, _find_lead(model or members[0]) or title),
        reuse=findings.trace.reuse,
        stemma=findings.trace.stemma,
        lines=findings.trace.lines,
        statements=findings.statements,
        facts=findings.collation.facts,
        unique=findings.collation.unique,
    )


def _find_model(trace: Trace, members: Sequence[Article]) -> Article | None:
    """The titled article whose words most others have too: what is found again in most reports tells the story.

    Of two that share alike, the one fewer derivations away from its original.
    """
    shared = Counter[str]()
    for reuse in trace.reuse:
        for passage in (reuse.a, reuse.b):
            shared[passage.article] += round((passage.end - passage.start) * reuse.score)
    parents = Counter(edge.child for edge in trace.stemma.edges)
    titled = [article for article in members if article.title and shared[article.id]]
    return min(titled, key=lambda article: (-shared[article.id], parents[article.id], article.id), default=None)


def _find_lead(article: Article) -> str | None:
    """The first running sentence of the report, which by the habit of news tells what happened."""
    sentences = (cut_dateline(sentence.of(article.text)) for sentence in find_sentences(article.text))
    return next((s for s in sentences if s != article.title and len(s.split()) >= SHORTEST_LEAD), None)


def _summarize(findings: Findings, members: Sequence[Article], what: str) -> Summary:
    """Who, what, when and where by the best supported readings; why and how are left open."""
    names = _common_names(members)
    return Summary(
        who=names.get("person", ()) + names.get("organization", ()),
        what=what,
        when=_best_date(findings.collation.facts, members),
        where=names.get("place", ()),
    )


def _common_names(members: Sequence[Article]) -> dict[NameKind, tuple[str, ...]]:
    """The names that most articles have, by kind, those in most articles first; the full name for its parts."""
    articles, kinds = Counter[str](), defaultdict[str, Counter[NameKind]](Counter)
    spellings = defaultdict[str, Counter[str]](Counter)
    for article in members:
        mentions = _list_names(article)
        for name, kind in mentions:
            kinds[fold(name)][kind] += 1
            spellings[fold(name)][name] += 1
        articles.update({fold(name) for name, _ in mentions})
    common = [name for name, count in articles.items() if count >= COMMON_SHARE * len(members)]
    full = [name for name in common if not any(name in other.split() for other in common if other != name)]
    full.sort(key=lambda name: (-articles[name], -kinds[name].total(), name))
    found = defaultdict[NameKind, list[str]](list)
    for name in full:
        found[_tell_kind(kinds[name])].append(_choose_spelling(spellings[name]))
    return {kind: tuple(names[:MOST_NAMES]) for kind, names in found.items()}


def _list_names(article: Article) -> list[tuple[str, NameKind]]:
    """The names of an article's mentions: its entities by their bearers, or what the text alone tells."""
    if article.entities:
        return [(e.name, NAME_KINDS[e.kind]) for e in article.entities if e.kind in NAME_KINDS]
    return [(name.text, name.kind) for name in find_names(article.text)]


def _choose_spelling(counts: Counter[str]) -> str:
    """The most frequent spelling; one in capitals throughout, as datelines have it, only where there is no other."""
    return min(counts, key=lambda text: (text.isupper(), -counts[text], text))


def _tell_kind(counts: Counter[NameKind]) -> NameKind:
    """The kind that most mentions tell; mentions that tell none do not count against it."""
    telling = [(-count, kind) for kind, count in counts.items() if kind != "name"]
    return min(telling)[1] if telling else "name"


def _best_date(facts: Iterable[Fact], members: Sequence[Article]) -> str | None:
    """The day not long before publication on which the most independent lines, then the most articles, agree."""
    published = sorted(f"{article.published:%Y-%m-%d}" for article in members if article.published)
    if not published:
        return None
    first = f"{date.fromisoformat(published[0]) - NEWS_AGE:%Y-%m-%d}"
    dated = [
        (-fact.independent_lines, -len(fact.readings), fact.id, normal)
        for fact in facts
        if fact.slot == "date" and fact.verdict in ("agree", "equivalent")
        if (normal := fact.readings[0].normal) and _DAY.fullmatch(normal) and first <= normal <= published[-1]
    ]
    return min(dated)[3] if dated else None
