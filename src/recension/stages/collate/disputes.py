"""Disputes: conflicts of which the sides are speakers, and of which an article may report both."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from recension.records import Statement
from recension.scorers.names import is_same_name
from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import Sheet

Told = Mapping[str, Sequence[Statement]]


def group_statements(statements: Sequence[Statement]) -> Told:
    """The statements by the id of their article."""
    told: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        told[statement.article].append(statement)
    return told


def find_statement(mention: Mention, article: str, told: Told) -> Statement | None:
    """The innermost statement in which the words of a mention stand, in the article of that id."""
    around = [s for s in told.get(article, ()) if s.start <= mention.start and mention.end <= s.end]
    return min(around, key=lambda s: (s.end - s.start, s.id), default=None)


def find_speakers(groups: Sequence[Sequence[Mention]], sheet: Sheet, told: Told) -> tuple[str, ...]:
    """The speaker of each of two groups, where every article attributes its value and the two are not the same."""
    if len(groups) < 2:
        return ()
    named = []
    for group in groups[:2]:
        said = [_find_speaker(mention, sheet, told) for mention in group]
        speakers = sorted(speaker for speaker in set(said) if speaker)
        if None in said or not speakers:
            return ()
        named.append(max(speakers, key=said.count))
    return () if is_same_name(named[0], named[1]) else tuple(named)


def _find_speaker(mention: Mention, sheet: Sheet, told: Told) -> str | None:
    """Who says the words of a mention, as the innermost statement with a speaker around it tells."""
    article = sheet.articles[mention.article].id
    spoken = {article: [statement for statement in told.get(article, ()) if statement.speaker]}
    statement = find_statement(mention, article, spoken)
    return statement.speaker if statement else None


def part_tellers_of_both(groups: Sequence[tuple[Mention, ...]]) -> list[tuple[Mention, ...]]:
    """The groups, and last one of the articles that give two values: they report the dispute and take no side."""
    articles = [{mention.article for mention in group} for group in groups]
    both = {a for n, some in enumerate(articles) for a in some if any(a in other for other in articles[n + 1 :])}
    sides = [tuple(m for m in group if m.article not in both) for group in groups]
    told = tuple(m for group in groups for m in group if m.article in both)
    return [side for side in (*sides, told) if side]
