"""Roles: another name in the same place of two sentences that else say the same, or two names that change places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from recension.records import Slot
from recension.rules import load_rules
from recension.scorers.names import is_same_name, is_variant
from recension.stages.collate.contrast import Contrast
from recension.stages.collate.mentions import Mention
from recension.stages.collate.names import find_name_mentions
from recension.stages.collate.parallel import Parallel, find_place, make_clause, measure_frame
from recension.stages.collate.sheet import Sheet
from recension.text.words import fold

# How much of the words around must be the same: less where a name is unknown to the other article.
_LEAST_FRAME = 0.5
_LEAST_FRAME_KNOWN = 0.75
# Behind a name that tells by whose clock a time is given.
_ASIDE = re.compile(r" time\b|[”\"’']| agency\b| news\b", re.I)


def find_role_contrasts(sheet: Sheet, parallels: Sequence[Parallel]) -> Iterator[Contrast]:
    """Pairs of names that stand in the same place of parallel sentences, neither being in the other sentence."""
    by_sentence: dict[int, list[Mention]] = {}
    known: dict[int, set[str]] = {}
    for mention in find_name_mentions(sheet):
        by_sentence.setdefault(mention.sentence, []).append(mention)
        known.setdefault(mention.article, set()).add(mention.value)
    for pair in parallels:
        lefts, rights = by_sentence.get(pair.left, []), by_sentence.get(pair.right, [])
        yield from _find_exchanged(sheet, pair, lefts, rights)
        for left in _find_strangers(lefts, rights):
            for right in _find_strangers(rights, lefts):
                slot = _find_slot(left, right)
                score = _compare_places(sheet, pair, left, right)
                both_known = _knows(known[left.article], right.value) and _knows(known[right.article], left.value)
                least = _LEAST_FRAME_KNOWN if both_known or slot == "other" else _LEAST_FRAME
                if slot and score >= least and not is_aside(sheet, left):
                    values = fold(left.value), fold(right.value)
                    yield Contrast(replace(left, slot=slot), replace(right, slot=slot), *values, score)


def is_aside(sheet: Sheet, mention: Mention) -> bool:
    """Whether the name is the title of a work, an agency, or tells a time zone."""
    text = sheet.articles[mention.article].text
    opens = text[max(0, mention.start - 1) : mention.start] in set("“\"‘'«")
    return opens or bool(_ASIDE.match(text, mention.end))


def _find_strangers(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """The names that are not among the others in any spelling."""
    return [m for m in mentions if not any(is_variant(m.value, o.value) for o in others)]


def _find_slot(left: Mention, right: Mention) -> Slot | None:
    """The kind that both names have, as far as it is known; None where they are of two kinds."""
    kinds = {left.slot, right.slot} - {"other"}
    if kinds <= {"person", "organization"} and kinds:
        return left.slot if left.slot != "other" else right.slot
    return "place" if kinds == {"place"} else "other" if not kinds else None


def _compare_places(sheet: Sheet, pair: Parallel, left: Mention, right: Mention) -> float:
    """How like the two places are; 0 where no neighbour of one is the neighbour of the other."""
    here = find_place(sheet.sentences[pair.left], left.start, left.end)
    there = find_place(sheet.sentences[pair.right], right.start, right.end)
    before = here[0] > 0 and there[0] > 0 and pair.match[here[0] - 1] == there[0] - 1
    after = here[1] < len(pair.match) and pair.match[here[1]] == there[1]
    return measure_frame(sheet, pair, here, there) if before or after else 0.0


def _knows(names: set[str], name: str) -> bool:
    return any(is_same_name(name, other) for other in names)


def _find_exchanged(
    sheet: Sheet, pair: Parallel, lefts: Sequence[Mention], rights: Sequence[Mention]
) -> Iterator[Contrast]:
    """Two names that both sentences have, with one and the same verb between them, in opposite order."""
    for one, two in _find_pairs(lefts):
        for first, second in _find_pairs(rights):
            if not (is_same_name(one.value, second.value) and is_same_name(two.value, first.value)):
                continue
            here, there = _between(sheet, pair.left, one, two), _between(sheet, pair.right, first, second)
            a, b = (_find_link(sheet, n, p) for n, p in ((pair.left, here), (pair.right, there)))
            if a and a == b:
                left, right = (
                    make_clause(sheet, pair.left, *_cover(sheet, one, two)),
                    make_clause(sheet, pair.right, *_cover(sheet, first, second)),
                )
                sides = (fold(one.value), fold(two.value)), (fold(first.value), fold(second.value))
                yield Contrast(replace(left, slot="role"), replace(right, slot="role"), *sides, 0.8)


def _find_pairs(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Names that follow each other, near enough to belong to one clause."""
    ordered = sorted(mentions, key=lambda m: m.start)
    for left, right in pairwise(ordered):
        if not is_variant(left.value, right.value) and 0 < right.start - left.end <= 40:
            yield left, right


def _between(sheet: Sheet, number: int, left: Mention, right: Mention) -> tuple[int, int]:
    sentence = sheet.sentences[number]
    return find_place(sentence, left.end, right.start)


def _cover(sheet: Sheet, left: Mention, right: Mention) -> tuple[int, int]:
    first, end = find_place(sheet.sentences[left.sentence], left.start, right.end)
    return first, end - 1


def _find_link(sheet: Sheet, number: int, place: tuple[int, int]) -> tuple[str, ...]:
    """The words between two names, where a verb or a direction is among them and no list or pause."""
    tokens = sheet.sentences[number].tokens[place[0] : place[1]]
    words = tuple(t.text.lower() for t in tokens)
    rules = load_rules("grammar")
    if not words or len(words) > 5 or "and" in words or "or" in words:
        return ()
    closed = {*rules["prepositions"], *rules["determiners"], *rules["auxiliaries"], *rules["subordinators"]}
    links = not closed.issuperset(words) and words[-1] not in rules["relatives"]
    return words if links or words == ("to",) else ()
