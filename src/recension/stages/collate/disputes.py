"""Disputes: conflicts of which the sides are speakers, and of which an article may report both."""

from collections.abc import Sequence

from recension.records import Statement
from recension.scorers.names import is_same_name
from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import Sheet


def find_speakers(
    groups: Sequence[Sequence[Mention]], sheet: Sheet, statements: Sequence[Statement]
) -> tuple[str, ...]:
    """The speaker of each of two groups, where every article attributes its value and the two are not the same."""
    if len(groups) < 2:
        return ()
    named = []
    for group in groups[:2]:
        speakers = {speaker for mention in group if (speaker := _find_speaker(mention, sheet, statements))}
        said = [_find_speaker(mention, sheet, statements) for mention in group]
        if None in said or not speakers:
            return ()
        named.append(max(sorted(speakers), key=said.count))
    return () if is_same_name(named[0], named[1]) else tuple(named)


def _find_speaker(mention: Mention, sheet: Sheet, statements: Sequence[Statement]) -> str | None:
    """Who says the words of a mention, as the innermost statement around it tells."""
    article = sheet.articles[mention.article].id
    around = [
        s for s in statements
        if s.article == article and s.start <= mention.start and mention.end <= s.end and s.speaker
    ]  # fmt: skip
    return min(around, key=lambda s: (s.end - s.start, s.id)).speaker if around else None


def part_tellers_of_both(groups: Sequence[tuple[Mention, ...]]) -> list[tuple[Mention, ...]]:
    """The groups, and last one of the articles that give two values: they report the dispute and take no side."""
    articles = [{mention.article for mention in group} for group in groups]
    both = {a for n, some in enumerate(articles) for a in some if any(a in other for other in articles[n + 1 :])}
    sides = [tuple(m for m in group if m.article not in both) for group in groups]
    told = tuple(m for group in groups for m in group if m.article in both)
    return [side for side in (*sides, told) if side]
