"""The speech of an article: unit by unit the attributed contents, loose quotations, and the article's own words."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from recension.records import Article, Force, SourceKind, Span, StatementKind
from recension.stages.attribute.cast import make_cast
from recension.stages.attribute.chains import join_chains
from recension.stages.attribute.clauses import find_attributions
from recension.stages.attribute.contents import Attribution, Range, has_quote
from recension.stages.attribute.dialogue import Turn, ends_with_cue, find_announced, find_turn, is_utterance
from recension.stages.attribute.force import has_reserve, is_hearsay, tell_force
from recension.stages.attribute.scene import Scene, find_introduced
from recension.stages.attribute.sources import name_source, name_via
from recension.stages.attribute.standing import tell_source
from recension.stages.attribute.titles import find_titles
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
    role: str | None = None
    force: Force = "asserted"
    source: SourceKind | None = None


# How much of the text behind a source, in characters, may tell that its name is kept back.
_AROUND = 120
_NOBODY = Turn(-1)


@dataclass
class _Reading:
    """An article being read: its scene and names, whose turn it is, what was found, and what waits for a speaker.

    `block` is who speaks in the next paragraph if that stands without marks, as behind "Ruiz writes:".
    """

    article: Article
    scene: Scene
    names: frozenset[str]
    turn: Turn = _NOBODY
    block: Turn | None = None
    found: list[Speech] = field(default_factory=list)
    open: list[int] = field(default_factory=list)


def find_speech(article: Article) -> list[Speech]:
    """The speech of the article, ordered by where it stands."""
    text = article.text
    names, quotes = find_names(text), find_quotes(text)
    reading = _Reading(article, Scene(make_cast(text, names)), frozenset(n.text for n in names))
    name_at = quote_at = 0
    for unit in find_units(text, quotes):
        inner_names, name_at = _take(names, name_at, unit.end)
        inner_quotes, quote_at = _take(quotes, quote_at, unit.end)
        tokens = find_tokens(text, unit.span, inner_names, inner_quotes)
        outside = {t.start for t in tokens if t.kind == "name"}
        reading.scene.enter(unit.start, [n for n in inner_names if n.start in outside])
        _read_unit(reading, unit, tokens, [q for q in inner_quotes if q.depth == 0])
    titles = find_titles(text, names)
    found = {s._replace(role=titles.get(s.speaker)) if s.speaker else s for s in reading.found}
    return sorted(found, key=_order)


def _order(speech: Speech) -> tuple[str | int, ...]:
    """By place, the wider first; the rest only keeps the order the same in every run."""
    return (speech.start, -speech.end, speech.kind, speech.speaker or "", speech.via or "", speech.force)


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
    block, reading.block = reading.block, None
    if len(reading.found) == known:
        if block and block.paragraph == unit.paragraph and not quotes:
            reading.found.append(_make_speech(unit.span, "direct", block, "asserted"))
            reading.block = turn = block
        else:
            turn = _read_own(reading, unit, tokens, turn)
    reading.turn = turn or Turn(unit.paragraph)


def _read_own(reading: _Reading, unit: Unit, tokens: Sequence[Token], turn: Turn | None) -> Turn:
    """Add the unit as the article's own words; it may say who speaks next."""
    reading.found.append(_make_own(unit, tokens))
    reading.open.clear()
    announced = find_announced(reading.scene, tokens) if tokens[-1:] and tokens[-1].text == ":" else None
    if announced and announced in reading.names and ends_with_cue(tokens):
        source = tell_source(announced, is_name=announced in reading.names)
        reading.block = Turn(unit.paragraph + 1, announced, source=source)
    person = announced or find_introduced(reading.scene)
    same = reading.turn.paragraph == unit.paragraph
    return turn or (Turn(unit.paragraph, person) if person or not same else reading.turn)


def _read_attributions(reading: _Reading, unit: Unit, tokens: Sequence[Token], quotes: Sequence[Quote]) -> Turn | None:
    """Add what the cues of the unit attribute, and return whose turn it is then."""
    turn: Turn | None = None
    for attribution in join_chains(tokens, find_attributions(tokens)):
        speaker = name_source(reading.scene, tokens, attribution.source, turn.speaker if turn else None)
        if speaker is None:
            continue
        via = _name_channel(reading, tokens, attribution, speaker)
        turn = Turn(unit.paragraph, speaker, via, _tell_source(reading, tokens, attribution, speaker))
        reading.scene.hear(speaker)
        force = tell_force(tokens, attribution)
        for content in _join_clauses(tokens, attribution):
            _add_content(reading, tokens[content.first : content.last], quotes, turn, force)
    return turn


def _tell_source(reading: _Reading, tokens: Sequence[Token], attribution: Attribution, speaker: str) -> SourceKind:
    """On whom the words rest, by the speaker and what the text says beside it."""
    around = tokens[min(attribution.source.last, len(tokens) - 1)].start
    return tell_source(speaker, reading.article.text[around : around + _AROUND], is_name=speaker in reading.names)


def _make_own(unit: Unit, tokens: Sequence[Token]) -> Speech:
    """The unit as the article's own words; it may pass on what nobody in particular says."""
    if is_hearsay(tokens):
        return Speech(unit.start, unit.end, "own", force="hedged", source="nobody")
    force: Force = "hedged" if has_reserve([t.lower for t in tokens]) else "asserted"
    return Speech(unit.start, unit.end, "own", force=force)


def _join_clauses(tokens: Sequence[Token], attribution: Attribution) -> tuple[Range, ...]:
    """The contents, as one where an insertion only interrupts a clause: "The pump, Ruiz said, was old"."""
    contents = attribution.contents
    if len(contents) < 2 or any(has_quote(tokens, c) for c in contents):
        return contents
    return (Range(contents[0].first, contents[-1].last),)


def _name_channel(reading: _Reading, tokens: Sequence[Token], attribution: Attribution, speaker: str) -> str | None:
    via = name_via(reading.scene, tokens, attribution, reading.article.outlet)
    return via if via != speaker else None


def _add_content(reading: _Reading, inside: Sequence[Token], quotes: Sequence[Quote], turn: Turn, force: Force) -> None:
    """Add what stands in a content: quotations by themselves, or a clause and the quotations in it."""
    starts = {t.start for t in inside if t.kind == "quote"}
    quoted = [q for q in quotes if q.start in starts and q.inner_start < q.inner_end]
    text = reading.article.text
    if any(t.kind not in {"quote", "punctuation"} for t in inside):
        reading.found.append(_make_speech(Span(inside[0].start, inside[-1].end), "indirect", turn, force))
        quoted = [q for q in quoted if len(q.inner.of(text).split()) > 1]
    for quote in quoted:
        reading.found.append(_make_speech(quote.inner, "direct", turn, force))


def _make_speech(span: Span, kind: StatementKind, turn: Turn, force: Force) -> Speech:
    """A piece of what somebody says; role and name are added when the article is read."""
    return Speech(span.start, span.end, kind, turn.speaker, turn.via, None, force, turn.source)


def _read_loose(
    reading: _Reading, unit: Unit, tokens: Sequence[Token], loose: Sequence[Quote], turn: Turn | None
) -> Turn:
    """Add quotations without a cue of their own: by the unit's speaker, or whoever's turn it is."""
    found = find_turn(reading.scene, unit, tokens, turn, reading.turn)
    if found.source is None:
        found = found._replace(source=tell_source(found.speaker, is_name=found.speaker in reading.names))
    if found.speaker:
        _answer(reading, found)
        reading.scene.hear(found.speaker)
    for quote in loose:
        if quote.inner_start < quote.inner_end:
            force: Force = "hedged" if has_reserve(quote.inner.of(reading.article.text).lower().split()) else "asserted"
            reading.found.append(_make_speech(quote.inner, "direct", found, force))
            if found.speaker is None:
                reading.open.append(len(reading.found) - 1)
    return found


def _answer(reading: _Reading, turn: Turn) -> None:
    """Give the quotations that wait for a speaker the one that has been found."""
    for index in reading.open:
        speech = reading.found[index]
        reading.found[index] = speech._replace(speaker=turn.speaker, via=turn.via, source=turn.source)
    reading.open.clear()
