"""Compose: all that was found about each story goes in, the dossier comes out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from recension.records import Article, Dossier, Fact, Findings, Generator, Problem, Story, Summary, Trace
from recension.text.name_kinds import NameKind
from recension.text.names import find_names
from recension.text.words import fold

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
    title = _find_headline(findings.trace, by_id) or findings.story.title
    return replace(
        findings.story,
        title=title,
        w=_summarize(findings, members, title),
        reuse=findings.trace.reuse,
        stemma=findings.trace.stemma,
        lines=findings.trace.lines,
        statements=findings.statements,
        facts=findings.collation.facts,
        unique=findings.collation.unique,
    )


def _find_headline(trace: Trace, by_id: dict[str, Article]) -> str | None:
    """The headline of the article that stands nearest to the original of the line with most articles."""
    if not trace.lines:
        return None
    largest = max(trace.lines, key=lambda line: len(line.article_ids))
    steps = _count_steps(trace, largest.root)
    share = {edge.child: edge.share for edge in sorted(trace.stemma.edges, key=lambda edge: edge.share)}
    titled = [article_id for article_id in largest.article_ids if by_id[article_id].title]
    titled.sort(key=lambda article_id: (steps.get(article_id, len(steps)), -share.get(article_id, 0.0), article_id))
    return by_id[titled[0]].title if titled else None


def _count_steps(trace: Trace, root: str) -> dict[str, int]:
    """How many derivations lie between `root` and each text that goes back to it."""
    steps, front = {root: 0}, [root]
    while front:
        children = {edge.child for edge in trace.stemma.edges if edge.parent in front}
        front = sorted(children - steps.keys())
        steps |= dict.fromkeys(front, max(steps.values()) + 1)
    return steps


def _summarize(findings: Findings, members: Sequence[Article], title: str) -> Summary:
    """Who, what, when and where by the best supported readings; why and how are left open."""
    names = _common_names(members)
    return Summary(
        who=names.get("person", ()) + names.get("organization", ()),
        what=title,
        when=_best_date(findings.collation.facts),
        where=names.get("place", ()),
    )


def _common_names(members: Sequence[Article]) -> dict[NameKind, tuple[str, ...]]:
    """The names that most articles have, by kind, those in most articles first; the full name for its parts."""
    articles, kinds, written = Counter[str](), defaultdict[str, Counter[NameKind]](Counter), dict[str, str]()
    for article in members:
        mentions = find_names(article.text)
        for mention in mentions:
            kinds[fold(mention.text)][mention.kind] += 1
            written.setdefault(fold(mention.text), mention.text)
        articles.update({fold(mention.text) for mention in mentions})
    common = [name for name, count in articles.items() if count >= COMMON_SHARE * len(members)]
    full = [name for name in common if not any(name in other.split() for other in common if other != name)]
    full.sort(key=lambda name: (-articles[name], -kinds[name].total(), name))
    found = defaultdict[NameKind, list[str]](list)
    for name in full:
        found[_tell_kind(kinds[name])].append(written[name])
    return {kind: tuple(names[:MOST_NAMES]) for kind, names in found.items()}


def _tell_kind(counts: Counter[NameKind]) -> NameKind:
    """The kind that most mentions tell; mentions that tell none do not count against it."""
    telling = [(-count, kind) for kind, count in counts.items() if kind != "name"]
    return min(telling)[1] if telling else "name"


def _best_date(facts: Iterable[Fact]) -> str | None:
    """The day that the most independent lines, then the most articles, give in agreement."""
    dated = [
        (-fact.independent_lines, -len(fact.readings), fact.id, fact.readings[0].normal)
        for fact in facts
        if fact.slot == "date" and fact.verdict in ("agree", "equivalent") and fact.readings[0].normal
    ]
    return min(dated)[3] if dated else None
