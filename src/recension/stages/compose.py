"""Compose: all that was found about each story goes in, the dossier comes out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from recension.records import Article, Dossier, Fact, Findings, Generator, Problem, Story, Summary
from recension.text.names import Name, NameKind, find_names

# A name belongs to the summary if this part of the articles has it: at a third, a content farm's invented
# places come in; at two thirds, garbled spellings push the true ones out.
COMMON_SHARE = 0.5
MOST_NAMES = 5


def compose(
    generator: Generator, articles: Sequence[Article], found: Iterable[Findings], problems: Sequence[Problem]
) -> Dossier:
    """The dossier of the given articles: one composed story for each of the findings, in their order."""
    by_id = {article.id: article for article in articles}
    stories = tuple(_compose_story(by_id, findings) for findings in found)
    return Dossier(generator, tuple(articles), stories, tuple(problems))


def _compose_story(by_id: dict[str, Article], findings: Findings) -> Story:
    members = [by_id[article_id] for article_id in findings.story.article_ids]
    return replace(
        findings.story,
        w=_summarize(findings, members),
        reuse=findings.trace.reuse,
        stemma=findings.trace.stemma,
        lines=findings.trace.lines,
        statements=findings.statements,
        facts=findings.collation.facts,
        unique=findings.collation.unique,
    )


def _summarize(findings: Findings, members: Sequence[Article]) -> Summary:
    """Who, what, when and where by the best supported readings; why and how are left open."""
    return Summary(
        who=_common_names(members, ("person", "organization")),
        what=findings.story.title,
        when=_best_date(findings.collation.facts),
        where=_common_names(members, ("place",)),
    )


def _common_names(members: Sequence[Article], kinds: tuple[NameKind, ...]) -> tuple[str, ...]:
    """The names of these kinds that most articles have, those in most articles first."""
    articles, mentions = Counter[str](), Counter[str]()
    for article in members:
        names = [name.text for name in find_names(article.text) if _is_kind(name, kinds)]
        articles.update(set(names))
        mentions.update(names)
    common = [name for name, count in articles.items() if count >= COMMON_SHARE * len(members)]
    common.sort(key=lambda name: (-articles[name], -mentions[name], name))
    return tuple(common[:MOST_NAMES])


def _is_kind(name: Name, kinds: tuple[NameKind, ...]) -> bool:
    return name.kind in kinds


def _best_date(facts: Iterable[Fact]) -> str | None:
    """The day that the most independent lines, then the most articles, give in agreement."""
    dated = [
        (-fact.independent_lines, -len(fact.readings), fact.id, fact.readings[0].normal)
        for fact in facts
        if fact.slot == "date" and fact.verdict in ("agree", "equivalent") and fact.readings[0].normal
    ]
    return min(dated)[3] if dated else None
