"""Clashes: the words of two wordings that cannot both be true, as far as the reading of both can be relied on."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recension.protocols import Clash, Comparison
from recension.records import EntityKind, Span
from recension.scorers.names import is_variant
from recension.stages.collate.moments import find_moments
from recension.stages.collate.sheet import Sentence, Sheet
from recension.stages.collate.wordings import Wording
from recension.text.quantities import find_quantities

# How many false alarms a story is allowed: the more pairs are compared, the surer a contradiction must be. On the
# labelled stories 0.5 finds one conflict in fifty less; above, more come in of which the labels know nothing.
_ALARMS = 1.0
# Names of two bearers of one kind are known to differ: of their sentences less is asked, whatever is compared.
_LEAST_OF_NAMES = 0.9
# How likely two spans must clash.
_LEAST_CLASH = 0.6
# How much of what stands around both must be the same: at 0.7 one true conflict in fifty is lost.
_LEAST_FRAME = 0.5
# Telling words on either side of the clashing ones, and characters of the other sentence in which they must be found.
_NEAR, _REACH = 3, 50

_MOMENT = re.compile(r"day\b|\b(?:week|month|year|today|tomorrow|night|morning|noon|evening)", re.I)
_DAY = re.compile(r"\d{4}-\d\d-\d\d|weekday \d")

Pair = tuple[int, int]
Days = Mapping[int, Sequence[tuple[Span, str]]]


@dataclass(frozen=True, slots=True)
class Place:
    """Characters of a wording that clash with those of another."""

    wording: int
    span: Span


def find_clashes(
    sheet: Sheet, wordings: Sequence[Wording], compared: Mapping[Pair, Comparison]
) -> dict[tuple[Place, Place], float]:
    """The clashes between places, each with its score; spans of one wording that overlap are one place."""
    days = _find_days(sheet)
    least = 1 - _ALARMS / (len(compared) + 1)
    sure = {pair: list(_find_sure(sheet, wordings, pair, found, least, days)) for pair, found in compared.items()}
    spans: dict[int, list[Span]] = defaultdict(list)
    for (a, b), found in sure.items():
        spans[a] += [clash.left for clash in found]
        spans[b] += [clash.right for clash in found]
    whole = {wording: _merge(found) for wording, found in spans.items()}
    clashes: dict[tuple[Place, Place], float] = {}
    for (a, b), found in sure.items():
        for clash in found:
            left, right = Place(a, _find_over(whole[a], clash.left)), Place(b, _find_over(whole[b], clash.right))
            clashes[left, right] = clashes[right, left] = max(clash.score, clashes.get((left, right), 0.0))
    return clashes


def _find_sure(
    sheet: Sheet, wordings: Sequence[Wording], pair: Pair, compared: Comparison, least: float, days: Days
) -> Iterator[Clash]:
    """The clashes of two wordings that can be relied on: around them both say the same."""
    if compared.contradiction < min(least, _LEAST_OF_NAMES):
        return
    left, right = (sheet.sentences[wordings[number].sentences[0]] for number in pair)
    for clash in compared.clashes:
        if clash.score < _LEAST_CLASH or _is_left_to_values(clash, left, right, days):
            continue
        if compared.contradiction < least and not _has_two_bearers(sheet, clash, left, right):
            continue
        if _measure_frame(left, right, compared, clash) >= _LEAST_FRAME:
            yield clash


def _has_two_bearers(sheet: Sheet, clash: Clash, left: Sentence, right: Sentence) -> bool:
    """Whether the clashing words name two of one kind, and neither sentence names the other's."""
    here, there = _find_bearers(sheet, left, clash.left), _find_bearers(sheet, right, clash.right)
    if not {kind for kind, _ in here} & {kind for kind, _ in there}:
        return False
    if any(is_variant(one, two) for _, one in here for _, two in there):
        return False
    return not (any(name in right.text for _, name in here) or any(name in left.text for _, name in there))


def _find_bearers(sheet: Sheet, sentence: Sentence, span: Span) -> list[tuple[EntityKind, str]]:
    """Kind and name of what the words name."""
    place = Span(span.start + sentence.start, span.end + sentence.start)
    return [(e.kind, e.name) for e in sheet.articles[sentence.article].entities if e.span.overlaps(place)]


def _is_left_to_values(clash: Clash, left: Sentence, right: Sentence, days: Days) -> bool:
    """Whether the clashing words tell an amount or a moment, but for two days that are known not to be the same."""
    sides = ((clash.left, left), (clash.right, right))
    told = [_find_day(span, sentence, days) for span, sentence in sides]
    if None not in told:
        return told[0] == told[1]
    return any(_is_figure(span.of(sentence.text)) for span, sentence in sides)


def _find_day(span: Span, sentence: Sentence, days: Days) -> str | None:
    """The one day that the words name."""
    there = Span(span.start + sentence.start, span.end + sentence.start)
    found = {normal for place, normal in days.get(sentence.article, ()) if place.overlaps(there)}
    return found.pop() if len(found) == 1 else None


def _find_days(sheet: Sheet) -> Days:
    """Where each article names a day, and which."""
    days: dict[int, list[tuple[Span, str]]] = defaultdict(list)
    for mention in find_moments(sheet, "date"):
        if mention.normal and _DAY.fullmatch(mention.normal):
            days[mention.article].append((Span(mention.start, mention.end), mention.normal))
    return days


def _is_figure(words: str) -> bool:
    """Whether the words tell an amount or a moment: these are compared by value, not by reading."""
    return bool(_MOMENT.search(words) or any(c.isdigit() for c in words) or find_quantities(words))


def _measure_frame(left: Sentence, right: Sentence, compared: Comparison, clash: Clash) -> float:
    """How much of what stands around the clashing words of one side corresponds to what stands around the other's.

    The telling words nearest to them are counted, on the side on which it is less.
    """
    turned = [(b, a) for a, b in compared.matches]
    return min(
        _measure_side(left, clash.left, clash.right, compared.matches),
        _measure_side(right, clash.right, clash.left, turned),
    )


def _measure_side(here: Sentence, own: Span, other: Span, matches: Sequence[tuple[Span, Span]]) -> float:
    places = [Span(t.start - here.start, t.end - here.start) for t in here.tokens]
    telling = [p for p, token in zip(places, here.tokens, strict=True) if token.is_content and not p.overlaps(own)]
    near = [p for p in telling if p.end <= own.start][-_NEAR:] + [p for p in telling if p.start >= own.end][:_NEAR]
    around = Span(other.start - _REACH, other.end + _REACH)
    beside = [pair for pair in matches if pair[1].overlaps(around) and not pair[1].overlaps(other)]
    found = sum(any(pair[0].overlaps(p) for pair in beside) for p in near)
    return found / len(near) if near else 0.0


def _merge(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _find_over(spans: Sequence[Span], span: Span) -> Span:
    return next(each for each in spans if each.contains(span))
