"""Contradictions: what two sentences in other words cannot both say, found by reading them together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, permutations

from recension.protocols import Comparer, Comparison
from recension.records import Span
from recension.stages.collate.clashes import Pair, Place, find_clashes
from recension.stages.collate.contrast import Draft
from recension.stages.collate.disputes import part_tellers_of_both
from recension.stages.collate.labels import make_label
from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import Sheet
from recension.stages.collate.slots import find_slot
from recension.stages.collate.wordings import Wording, find_wordings, pair_wordings
from recension.text.words import find_words

# Sessions of the network that run at once: as many as a small machine has cores.
_THREADS = 2


def find_contradictions(sheet: Sheet, comparer: Comparer) -> list[Draft]:
    """A conflict for each thing of which the articles say what cannot both be true."""
    wordings = find_wordings(sheet)
    compared = _compare(wordings, list(pair_wordings(sheet, wordings)), comparer)
    clashes = find_clashes(sheet, wordings, compared)
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
    weights = {pair: _weigh(*pair, clashes, compared, wordings) for pair in permutations(component, 2)}

    def weigh(left: list[Place], right: list[Place]) -> float:
        return sum(weights[a, b] for a in left for b in right) / len(left) / len(right)

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
