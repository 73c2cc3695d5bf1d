"""The figures that stand at the head of every dossier, counted in one place for all writers."""

from typing import NamedTuple

from recension.records import Dossier, Fact, Story


class Headline(NamedTuple):
    """A story in six figures: how much there is, on how much it rests, and how far it holds together."""

    reports: int
    lines: int
    roots: int
    conflicts: int
    updates: int
    corroborated: int
    single: int


def make_headline(story: Story) -> Headline:
    """Counts the reports, independent lines, root sources, conflicts and updates of a story.

    Root sources are the texts, given or lost, that derive from no other. A fact whose readings go together is
    corroborated by two or more independent lines, or rests on a single one.
    """
    derived = {edge.child for edge in story.stemma.edges}
    settled = [fact for fact in story.facts if fact.verdict in ("agree", "equivalent")]
    corroborated = sum(fact.independent_lines >= 2 for fact in settled)
    return Headline(
        reports=len(story.article_ids),
        lines=len(story.lines),
        roots=sum(node.id not in derived for node in story.stemma.nodes),
        conflicts=_count(story.facts, "conflict"),
        updates=_count(story.facts, "update"),
        corroborated=corroborated,
        single=len(settled) - corroborated,
    )


def find_shared_stories(dossier: Dossier) -> tuple[Story, ...]:
    """The stories that two or more articles report; the only one where a single article was given."""
    shared = tuple(story for story in dossier.stories if len(story.article_ids) > 1)
    return shared or dossier.stories[:1]


def _count(facts: tuple[Fact, ...], verdict: str) -> int:
    return sum(fact.verdict == verdict for fact in facts)
