"""Routes: where from and where to, exchanged between two articles."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from recension.rules import load_rules
from recension.scorers.names import is_same_name
from recension.stages.collate.contrast import Contrast
from recension.stages.collate.mentions import Mention
from recension.stages.collate.names import find_name_mentions
from recension.stages.collate.parallel import find_place, make_clause
from recension.stages.collate.sheet import Sheet
from recension.text.words import fold

_FROM, _TO = frozenset({"from", "leaving"}), frozenset({"to", "for", "towards", "toward", "into", "reaching"})
# Words between the preposition and its name: "from the outlying island of Vale".
_REACH = 6
# Names of one route stand no farther apart, in characters.
_FARTHEST = 60
# Two journeys along one route are told of in sentences that are less alike.
_LEAST_LIKENESS = 0.25


class Route(NamedTuple):
    """A way from one place to another, as a sentence tells it."""

    origin: Mention
    target: Mention


def find_route_contrasts(sheet: Sheet) -> Iterator[Contrast]:
    """Pairs of routes that lead the opposite way, in two articles of which neither tells of both ways."""
    routes = list(find_routes(sheet))
    for place, left in enumerate(routes):
        for right in routes[place + 1 :]:
            one, two = left.origin, right.origin
            if one.article == two.article or not _is_opposite(left, right):
                continue
            likeness = float(sheet.likeness[one.sentence, two.sentence])
            if likeness >= _LEAST_LIKENESS and not any(_is_both_ways(routes, m.article) for m in (one, two)):
                sides = _make_mention(sheet, left), _make_mention(sheet, right)
                classes = [(fold(r.origin.value), fold(r.target.value)) for r in (left, right)]
                yield Contrast(*sides, classes[0], classes[1], max(likeness, 0.5))


def find_routes(sheet: Sheet) -> Iterator[Route]:
    """The pairs of names of which one follows "from" and the other "to" or "for"."""
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in find_name_mentions(sheet):
        by_sentence[mention.sentence].append(mention)
    for mentions in by_sentence.values():
        led = [(m, _find_leading(sheet, m)) for m in mentions]
        origins = [m for m, word in led if word in _FROM]
        targets = [m for m, word in led if word in _TO]
        for origin in origins:
            near = [t for t in targets if max(t.start - origin.end, origin.start - t.end) <= _FARTHEST]
            if near:
                yield Route(origin, min(near, key=lambda t: abs(t.start - origin.start)))


def _find_leading(sheet: Sheet, mention: Mention) -> str | None:
    """The preposition that leads to a name over articles, adjectives and what the place is."""
    tokens = [t for t in sheet.sentences[mention.sentence].tokens if t.end <= mention.start][-_REACH:]
    prepositions = load_rules("grammar")["prepositions"]
    for token in reversed(tokens):
        word = token.text.lower()
        if word in _FROM or word in _TO:
            return word
        if token.is_capital or (word != "of" and word in prepositions):
            return None
    return None


def _is_opposite(left: Route, right: Route) -> bool:
    return is_same_name(left.origin.value, right.target.value) and is_same_name(left.target.value, right.origin.value)


def _is_both_ways(routes: list[Route], article: int) -> bool:
    """Whether an article tells of a way there and a way back."""
    own = [r for r in routes if r.origin.article == article]
    return any(_is_opposite(one, two) for one in own for two in own)


def _make_mention(sheet: Sheet, route: Route) -> Mention:
    """The words from one name to the other, with some around them."""
    ends = sorted(route, key=lambda m: m.start)
    first, end = find_place(sheet.sentences[ends[0].sentence], ends[0].start, ends[1].end)
    return replace(make_clause(sheet, ends[0].sentence, first, end - 1), slot="place")
