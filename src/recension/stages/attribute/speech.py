"""The speech of an article: unit by unit the attributed contents, loose quotations, and the article's own words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from recension.records import Article, Span, StatementKind
from recension.stages.attribute.cast import make_cast
from recension.stages.attribute.chains import join_chains
from recension.stages.attribute.clauses import find_attributions
from recension.stages.attribute.contents import Attribution, Range, has_quote
from recension.stages.attribute.dialogue import Turn, find_announced, find_turn, is_utterance
from recension.stages.attribute.scene import Scene, find_introduced
from recension.stages.attribute.sources import name_source, name_via
from recension.stages.attribute.tokens import Token, find_tokens
from recension.stages.attribute.units import Unit, find_units
from recension.text.names import Name, find_names
from recension.text.quotes import Quote, find_quotes

_T = TypeVar("_T", Name, Quote)


class Speech(NamedTuple):
    """A piece of what an article says, before it becomes a statement."""

    start: int
    end: int
    kind: StatementKind
    speaker: str | None = None
    via: str | None = None


_NOBODY = Turn(-1)


@dataclass
class _Reading:
    """An article being read: its scene, whose turn it is, what was found, and quotations that wait for a speaker."""

    article: Article
    scene: Scene
    turn: Turn = _NOBODY
    found: list[Speech] = field(default_factory=list)
    open: list[int] = field(default_factory=list)


def find_speech(article: Article) -> list[Speech]:
    """The speech of the article, ordered by where it stands."""
    text = article.text
    names, quotes = find_names(text), find_quotes(text)
    reading = _Reading(article, Scene(make_cast(text, names)))
    name_at = quote_at = 0
    for unit in find_units(text, quotes):
        inner_names, name_at = _take(names, name_at, unit.end)
        inner_quotes, quote_at = _take(quotes, quote_at, unit.end)
        tokens = find_tokens(text, unit.span, inner_names, inner_quotes)
        outside = {t.start for t in tokens if t.kind == "name"}
        reading.scene.enter(unit.start, [n for n in inner_names if n.start in outside])
        _read_unit(reading, unit, tokens, [q for q in inner_quotes if q.depth == 0])
    return sorted(set(reading.found), key=lambda s: (s.start, -s.end, s.kind))


def _take(items: Sequence[_T], at: int, end: int) -> tuple[list[_T], int]:
    """The items from `at` on that start before `end`, and the position behind them."""
    last = at
    while last < len(items) and items[last].start < end:
        last += 1
    return list(items[at:last]), last


def _read_unit(reading: _Reading, unit: Unit, tokens: Sequence[Token], quotes: Sequence[Quote]) -> None:
    """Find what the unit says and by whom; afterwards it is the turn of who spoke last in it."""
    known = len(reading.found)
    turn = _read_attributions(reading, unit, tokens, quotes)
    spoken = [Span(s.start, s.end) for s in reading.found[known:]]
    loose = [q for q in quotes if not any(s.overlaps(q.inner) for s in spoken)]
    loose = [q for q in loose if is_utterance(reading.article.text, q, unit)]
    if loose:
        turn = _read_loose(reading, unit, tokens, loose, turn)
    elif turn and turn.speaker:
        _answer(reading, turn)
    if len(reading.found) == known:
        reading.found.append(Speech(unit.start, unit.end, "own"))
        reading.open.clear()
        is_announced = tokens[-1:] and tokens[-1].text == ":"
        person = (is_announced and find_announced(reading.scene, tokens)) or find_introduced(reading.scene)
        same = reading.turn.paragraph == unit.paragraph
        turn = turn or (Turn(unit.paragraph, person) if person or not same else reading.turn)
    reading.turn = turn or Turn(unit.paragraph)


def _read_attributions(reading: _Reading, unit: Unit, tokens: Sequence[Token], quotes: Sequence[Quote]) -> Turn | None:
    """Add what the cues of the unit attribute, and return whose turn it is then."""
    turn: Turn | None = None
    for attribution in join_chains(tokens, find_attributions(tokens)):
        speaker = name_source(reading.scene, tokens, attribution.source, turn.speaker if turn else None)
        if speaker is None:
            continue
        via = _name_channel(reading, tokens, attribution, speaker)
        turn = Turn(unit.paragraph, speaker, via)
        reading.scene.hear(speaker)
        for content in _join_clauses(tokens, attribution):
            _add_content(reading, tokens[content.first : content.last], quotes, turn)
    return turn


def _join_clauses(tokens: Sequence[Token], attribution: Attribution) -> tuple[Range, ...]:
    """The contents, as one where an insertion only interrupts a clause: "The pump, Ruiz said, was old"."""
    contents = attribution.contents
    if len(contents) < 2 or any(has_quote(tokens, c) for c in contents):
        return contents
    return (Range(contents[0].first, contents[-1].last),)


def _name_channel(reading: _Reading, tokens: Sequence[Token], attribution: Attribution, speaker: str) -> str | None:
    via = name_via(reading.scene, tokens, attribution, reading.article.outlet)
    return via if via != speaker else None


def _add_content(reading: _Reading, inside: Sequence[Token], quotes: Sequence[Quote], turn: Turn) -> None:
    """Add what stands in a content: quotations by themselves, or a clause and the quotations in it."""
    starts = {t.start for t in inside if t.kind == "quote"}
    quoted = [q for q in quotes if q.start in starts and q.inner_start < q.inner_end]
    text = reading.article.text
    if any(t.kind not in {"quote", "punctuation"} for t in inside):
        reading.found.append(Speech(inside[0].start, inside[-1].end, "indirect", turn.speaker, turn.via))
        quoted = [q for q in quoted if len(q.inner.of(text).split()) > 1]
    for quote in quoted:
        reading.found.append(Speech(quote.inner_start, quote.inner_end, "direct", turn.speaker, turn.via))


def _read_loose(
    reading: _Reading, unit: Unit, tokens: Sequence[Token], loose: Sequence[Quote], turn: Turn | None
) -> Turn:
    """Add quotations without a cue of their own: by the unit's speaker, or whoever's turn it is."""
    found = find_turn(reading.scene, unit, tokens, turn, reading.turn)
    if found.speaker:
        _answer(reading, found)
        reading.scene.hear(found.speaker)
    for quote in loose:
        if quote.inner_start < quote.inner_end:
            reading.found.append(Speech(quote.inner_start, quote.inner_end, "direct", found.speaker, found.via))
            if found.speaker is None:
                reading.open.append(len(reading.found) - 1)
    return found


def _answer(reading: _Reading, turn: Turn) -> None:
    """Give the quotations that wait for a speaker the one that has been found."""
    for index in reading.open:
        reading.found[index] = reading.found[index]._replace(speaker=turn.speaker, via=turn.via)
    reading.open.clear()
