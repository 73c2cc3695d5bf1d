"""Contradictions: what two sentences in other words cannot both say, found by reading them together."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import combinations

from recension.protocols import Clash, Comparer, Comparison
from recension.records import Span
from recension.stages.collate.contrast import Draft
from recension.stages.collate.disputes import part_tellers_of_both
from recension.stages.collate.labels import make_label
from recension.stages.collate.mentions import Mention
from recension.stages.collate.moments import find_moments
from recension.stages.collate.sheet import Sentence, Sheet
from recension.stages.collate.slots import find_slot
from recension.stages.collate.wordings import Wording, find_wordings, pair_wordings
from recension.text.quantities import find_quantities
from recension.text.words import find_words

# How many false alarms a story is allowed: the more pairs are compared, the surer a contradiction must be.
_ALARMS = 1.0
# How likely two spans must clash.
_LEAST_CLASH = 0.6
# How much of what stands around both must be the same.
_LEAST_FRAME = 0.5
# Telling words on either side of the clashing ones, and characters of the other sentence in which they must be found.
_NEAR, _REACH = 3, 50
# Sessions of the network that run at once: as many as a small machine has cores.
_THREADS = 2

_MOMENT = re.compile(r"day\b|\b(?:week|month|year|today|tomorrow|night|morning|noon|evening)", re.I)

_DAY = re.compile(r"\d{4}-\d\d-\d\d|weekday \d")

Pair = tuple[int, int]
Days = Mapping[int, Sequence[tuple[Span, str]]]


@dataclass(frozen=True, slots=True)
class Place:
    """Characters of a wording that clash with those of another."""

    wording: int
    span: Span


def find_contradictions(sheet: Sheet, comparer: Comparer) -> list[Draft]:
    """A conflict for each thing of which the articles say what cannot both be true."""
    wordings = find_wordings(sheet)
    compared = _compare(wordings, list(pair_wordings(sheet, wordings)), comparer)
    clashes = _join_places(sheet, wordings, compared)
    drafts = []
    for component in _find_components(clashes):
        groups = _group(component, clashes, compared, wordings)
        told = [tuple(m for place in group for m in _find_mentions(sheet, wordings, place)) for group in groups]
        sides = part_tellers_of_both(told)
        if len(sides) > 1 and _differ(sides):
            score = max(clashes[pair] for pair in combinations(component, 2) if pair in clashes)
            drafts.append(_make_draft(sheet, sides, score))
    return drafts


def _compare(wordings: Sequence[Wording], pairs: Sequence[Pair], comparer: Comparer) -> dict[Pair, Comparison]:
    """What the comparer says of each pair; the network works outside of Python's lock, so two can be read at once."""
    with ThreadPoolExecutor(_THREADS) as pool:
        texts = ((wordings[a].text, wordings[b].text) for a, b in pairs)
        return dict(zip(pairs, pool.map(lambda both: comparer.compare(*both), texts), strict=True))


def _join_places(
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
    if compared.contradiction < least:
        return
    left, right = (sheet.sentences[wordings[number].sentences[0]] for number in pair)
    for clash in compared.clashes:
        if clash.score < _LEAST_CLASH or _is_left_to_values(clash, left, right, days):
            continue
        if _measure_frame(left, right, compared, clash) >= _LEAST_FRAME:
            yield clash


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


def _find_components(clashes: Mapping[tuple[Place, Place], float]) -> list[list[Place]]:
    """The places that hang together by clashes, in order."""
    beside: dict[Place, list[Place]] = defaultdict(list)
    for left, right in clashes:
        beside[left].append(right)
    seen: set[Place] = set()
    components = []
    for place in sorted(beside, key=_order):
        if place in seen:
            continue
        component, waiting = [], [place]
        seen.add(place)
        while waiting:
            component.append(here := waiting.pop())
            fresh = [other for other in beside[here] if other not in seen]
            seen.update(fresh)
            waiting += fresh
        components.append(sorted(component, key=_order))
    return components


def _order(place: Place) -> tuple[int, Span]:
    return place.wording, place.span


def _group(
    component: Sequence[Place],
    clashes: Mapping[tuple[Place, Place], float],
    compared: Mapping[Pair, Comparison],
    wordings: Sequence[Wording],
) -> list[list[Place]]:
    """The places that say one thing together: the two groups that go together best are joined while any do."""
    groups = [[place] for place in component]

    def weigh(left: list[Place], right: list[Place]) -> float:
        return sum(_weigh(a, b, clashes, compared, wordings) for a in left for b in right) / len(left) / len(right)

    while len(groups) > 1:
        score, a, b = max((weigh(groups[a], groups[b]), -a, -b) for a, b in combinations(range(len(groups)), 2))
        if score <= 0:
            break
        groups[-a] += groups.pop(-b)
    return groups


def _weigh(
    left: Place,
    right: Place,
    clashes: Mapping[tuple[Place, Place], float],
    compared: Mapping[Pair, Comparison],
    wordings: Sequence[Wording],
) -> float:
    """How well two places go together: below 0 where they clash."""
    if (left, right) in clashes:
        return -clashes[left, right]
    one, two = (_find_telling(place.span.of(wordings[place.wording].text)) for place in (left, right))
    if one and two and (one <= two or two <= one):
        return 1.0
    found = compared.get((min(left.wording, right.wording), max(left.wording, right.wording)))
    return found.same - found.contradiction if found else 0.0


def _find_telling(words: str) -> frozenset[str]:
    """The stems of the words that tell; of "the museum's insurer" those of museum and insurer."""
    return frozenset(word.stem for word in find_words(words) if word.is_content)


def _find_mentions(sheet: Sheet, wordings: Sequence[Wording], place: Place) -> Iterator[Mention]:
    """Where the words of a place stand in the articles; of a copy with other white space, the sentence."""
    value = place.span.of(wordings[place.wording].text)
    for number in wordings[place.wording].sentences:
        sentence = sheet.sentences[number]
        at = sentence.text.find(value, max(0, place.span.start - 20))
        start, end = (at, at + len(value)) if at >= 0 else (0, len(sentence.text))
        start, end = start + sentence.start, end + sentence.start
        slot = find_slot(sheet, number, Span(start, end))
        yield Mention(number, sentence.article, start, end, slot, " ".join(value.split()))


def _differ(sides: Sequence[Sequence[Mention]]) -> bool:
    """Whether some two sides rest on different articles."""
    articles = [{mention.article for mention in side} for side in sides]
    return any(a - b and b - a for a, b in combinations(articles, 2))


def _make_draft(sheet: Sheet, sides: list[tuple[Mention, ...]], score: float) -> Draft:
    ranked = sorted(sides, key=lambda side: (-len({m.article for m in side}), side[0].article, side[0].start))
    left, right = ranked[0][0], ranked[1][0]
    why = f"“{left.value}” and “{right.value}” cannot both be true of the same thing"
    return Draft(
        make_label(sheet, [m for side in ranked for m in side]), tuple(ranked), "conflict", why, score, "read together"
    )
