"""The speech of an article: each unit's attributions, quotations without a cue, and the article's own words."""

from collections.abc import Sequence
from typing import NamedTuple

from recension.records import Article, Span, StatementKind
from recension.rules import load_rules
from recension.stages.attribute.clauses import Attribution, Range, find_attributions
from recension.stages.attribute.phrases import Phrase, load_class
from recension.stages.attribute.speakers import Cast, find_pronoun, is_person, make_cast, resolve_name
from recension.stages.attribute.tokens import Token, Unit, find_tokens, find_units
from recension.text.names import find_names
from recension.text.quotes import Quote, find_quotes


class Speech(NamedTuple):
    """A piece of what an article says, before it becomes a statement."""

    start: int
    end: int
    kind: StatementKind
    speaker: str | None
    via: str | None


class _State:
    """What is known while the units are read in order: speakers so far, the paragraph's, an open quotation."""

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.names = find_names(article.text)
        self.quotes = find_quotes(article.text)
        self.cast: Cast = make_cast(article.text, self.names)
        self.recent: list[tuple[int, str]] = []
        self.pending: list[int] = []
        self.found: list[Speech] = []


def find_speech(article: Article) -> list[Speech]:
    """The speech of the article, ordered by where it stands."""
    state = _State(article)
    units = find_units(article.text, state.quotes)
    name_at = quote_at = 0
    previous: tuple[int, str | None, str | None] = (-1, None, None)
    for unit in units:
        names = [n for n in state.names if unit.start <= n.start < unit.end]
        quotes = [q for q in state.quotes if unit.start <= q.start < unit.end]
        tokens = find_tokens(article.text, unit.span, names, quotes)
        previous = _read_unit(state, unit, tokens, quotes, previous)
    _ = name_at, quote_at
    return sorted(set(state.found), key=lambda s: (s.start, -s.end, s.kind))


def _read_unit(
    state: _State,
    unit: Unit,
    tokens: Sequence[Token],
    quotes: Sequence[Quote],
    previous: tuple[int, str | None, str | None],
) -> tuple[int, str | None, str | None]:
    before = len(state.found)
    attributions = _nest(state, tokens, find_attributions(tokens))
    subject: str | None = None
    for attribution in attributions:
        speaker, via = _name_source(state, unit, tokens, attribution, subject)
        if speaker is None:
            continue
        subject = speaker
        state.recent.append((tokens[min(attribution.frame.first, len(tokens) - 1)].start, speaker))
        for content in attribution.contents:
            _add_content(state, tokens, quotes, content, speaker, via)
        if not attribution.contents:
            _settle(state, speaker, via)
    covered = [s for s in state.found[before:]]
    last = (unit.paragraph, covered[-1].speaker, covered[-1].via) if covered else None
    loose = [q for q in quotes if q.depth == 0 and not any(Span(s.start, s.end).overlaps(q.inner) for s in covered)]
    loose = [q for q in loose if _is_speech(state.text, q, unit)]
    if loose:
        last = _assign_loose(state, unit, tokens, loose, last, previous)
    if last and last[1]:
        _settle(state, last[1], last[2])
    elif not loose:
        _forget(state)
    if not state.found[before:]:
        state.found.append(Speech(unit.start, unit.end, "own", None, None))
        person = _introduced(state, unit, quotes)
        return (
            (unit.paragraph, person, None)
            if person
            else (previous if previous[0] == unit.paragraph else (unit.paragraph, None, None))
        )
    return last or (unit.paragraph, None, None)


def _is_speech(text: str, quote: Quote, unit: Unit) -> bool:
    """Whether the quotation is long enough to be somebody's words rather than a title or a scare quote."""
    words = quote.inner.of(text).split()
    whole = quote.end - quote.start > 0.7 * (unit.end - unit.start)
    return len(words) >= 4 or whole


def _assign_loose(
    state: _State, unit: Unit, tokens: Sequence[Token], loose: Sequence[Quote],
    last: tuple[int, str | None, str | None] | None, previous: tuple[int, str | None, str | None],
) -> tuple[int, str | None, str | None]:  # fmt: skip
    """Quotations without a cue of their own: the speaker of the unit, the paragraph, or the one before."""
    speaker, via = (last[1], last[2]) if last and last[1] else (None, None)
    whole = sum(q.end - q.start for q in loose) > 0.7 * (unit.end - unit.start)
    if speaker is None and not whole:
        speaker = _subject_of(state, unit, tokens)
    if speaker is None and previous[0] == unit.paragraph:
        speaker, via = previous[1], previous[2]
    if speaker is None and whole and previous[0] == unit.paragraph - 1 and state.found:
        carried = state.found[-1]
        if state.text[carried.end : carried.end + 1] not in '"”»' or carried.kind != "direct" or True:
            speaker, via = previous[1], previous[2]
    for quote in loose:
        inner = quote.inner
        if inner.start < inner.end:
            state.found.append(Speech(inner.start, inner.end, "direct", speaker, via))
            if speaker is None or (whole and unit.opens):
                state.pending.append(len(state.found) - 1)
    return (unit.paragraph, speaker, via)


def _subject_of(state: _State, unit: Unit, tokens: Sequence[Token]) -> str | None:
    """The first person, or else name, that the unit itself names outside quotations."""
    named = [
        n
        for n in state.names
        if unit.start <= n.start < unit.end and any(t.start == n.start and t.kind == "name" for t in tokens)
    ]
    person = next((n for n in named if is_person(state.cast, n)), None)
    if person:
        return resolve_name(state.cast, person.text)
    if tokens and tokens[0].lower in {"he", "she"}:
        return find_pronoun(state.cast, tokens[0].lower, tokens[0].start, state.recent, max(0, unit.start - 600))
    return named[0].text if named else None


def _introduced(state: _State, unit: Unit, quotes: Sequence[Quote]) -> str | None:
    """The last person whom a sentence without speech names, who may speak next."""
    named = [n for n in state.names if unit.start <= n.start < unit.end and is_person(state.cast, n)]
    named = [n for n in named if not any(q.start <= n.start < q.end for q in quotes)]
    return resolve_name(state.cast, named[0].text) if named else None


def _settle(state: _State, speaker: str, via: str | None) -> None:
    """Give the quotations that wait for a speaker the one that has been found."""
    for index in state.pending:
        if state.found[index].speaker is None:
            state.found[index] = state.found[index]._replace(speaker=speaker, via=via)
    state.pending.clear()


def _forget(state: _State) -> None:
    state.pending.clear()


def _add_content(
    state: _State, tokens: Sequence[Token], quotes: Sequence[Quote], content: Range, speaker: str, via: str | None
) -> None:
    """What stands in a range of tokens: quotations by themselves, or the clause and the quotations in it."""
    inside = tokens[content.first : content.last]
    by_start = {q.start: q for q in quotes}
    quoted = [by_start[t.start] for t in inside if t.kind == "quote" and t.start in by_start]
    words = [t for t in inside if t.kind not in {"quote", "punctuation"}]
    if quoted and not words:
        for quote in quoted:
            state.found.append(Speech(quote.inner_start, quote.inner_end, "direct", speaker, via))
        return
    state.found.append(Speech(inside[0].start, inside[-1].end, "indirect", speaker, via))
    for quote in quoted:
        if len(quote.inner.of(state.text).split()) >= 2:
            state.found.append(Speech(quote.inner_start, quote.inner_end, "direct", speaker, via))


def _nest(state: _State, tokens: Sequence[Token], found: Sequence[Attribution]) -> list[Attribution]:
    """Chains put together: "Y said that X said Z", "X said Z, according to Y" become X via Y."""
    kept = list(found)
    for outer in found:
        for inner in found:
            if outer is inner or outer not in kept or inner not in kept:
                continue
            if not any(r.first <= inner.frame.first and inner.frame.last <= r.last for r in outer.contents):
                continue
            if not inner.contents or inner.source is None or outer.source is None:
                continue
            if outer.verb == "cite":
                kept[kept.index(inner)] = inner._replace(source=outer.source, via=inner.source)
                kept.remove(outer)
            elif _is_channel(state, tokens, outer.source) or (
                outer.verb == "according" and inner.source.kind != "elided"
            ):
                kept[kept.index(inner)] = inner._replace(via=inner.via or outer.source)
                kept.remove(outer)
            else:
                kept.remove(inner)
    return kept


def _is_channel(state: _State, tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the phrase names something that publishes."""
    words = load_rules("speech")["channels"]["words"]
    return any(w in words for t in tokens[phrase.first : phrase.last] for w in t.lower.split())


def _name_source(
    state: _State, unit: Unit, tokens: Sequence[Token], attribution: Attribution, subject: str | None
) -> tuple[str | None, str | None]:
    """Speaker and via as the article names them."""
    source = attribution.source
    if source is None:
        return None, None
    speaker = _name_phrase(state, unit, tokens, source, subject)
    via = None
    if attribution.via is not None and attribution.via.kind == "noun":
        via = _name_via(state, tokens, attribution)
    return speaker, via if via != speaker else None


def _name_via(state: _State, tokens: Sequence[Token], attribution: Attribution) -> str | None:
    phrase = attribution.via
    assert phrase is not None
    inside = tokens[phrase.first : phrase.last]
    if inside[0].lower in load_rules("speech")["channels"]["listeners"]:
        return None
    names = [t for t in inside if t.kind == "name"]
    if names:
        name = names[0].text
        return (
            None if name.split()[-1] in state.cast.full or " ".join(name.split()[-1:]) in state.cast.genders else name
        )
    if _is_channel(state, tokens, phrase) and attribution.verb != "tell":
        return " ".join(t.text for t in inside)
    return None


def _name_phrase(state: _State, unit: Unit, tokens: Sequence[Token], phrase: Phrase, subject: str | None) -> str | None:
    """The speaker that a phrase names."""
    if phrase.kind == "elided":
        return subject or _clause_subject(state, unit, tokens, phrase.first)
    inside = tokens[phrase.first : phrase.last]
    if phrase.kind == "pronoun":
        lower = inside[0].lower
        if lower in {"i", "we", "you"}:
            return None
        if lower == "one":
            return "one"
        return find_pronoun(state.cast, lower, inside[0].start, state.recent, max(0, unit.start - 800))
    return _name_noun(state, inside)


def _clause_subject(state: _State, unit: Unit, tokens: Sequence[Token], before: int) -> str | None:
    """The subject that an elided one repeats: the first name, or pronoun, of the unit."""
    for token in tokens[:before]:
        if token.kind == "name":
            return resolve_name(state.cast, token.text)
        if token.lower in {"he", "she", "they"}:
            return find_pronoun(state.cast, token.lower, token.start, state.recent, max(0, unit.start - 800))
    return None


def _name_noun(state: _State, inside: Sequence[Token]) -> str | None:
    """The name that heads a phrase, else the phrase itself."""
    text = state.text[inside[0].start : inside[-1].end]
    core = len(inside)
    for index, token in enumerate(inside):
        if index and token.kind == "word" and token.lower in load_class("prepositions"):
            core = index
            break
    if inside[core - 1].kind == "name":
        return resolve_name(state.cast, inside[core - 1].text)
    if inside[-1].kind == "name" and core < len(inside) and inside[-2].kind == "name":
        return resolve_name(state.cast, inside[-1].text)
    return text
