"""Names that are taken for one another: alike in letters and surroundings, yet two names."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from recension.records import Slot
from recension.rules import load_rules
from recension.scorers.names import is_same_name, is_spelling_of, is_variant
from recension.stages.collate.contrast import Contrast
from recension.stages.collate.mentions import Mention, compare_contexts
from recension.stages.collate.sheet import Matrix, Sentence, Sheet
from recension.stages.identify.names import list_names
from recension.text.names import Name
from recension.text.words import fold

# At 0.25 names of two regions of one sentence come in (three more false), at 0.4 two of seven true ones are lost.
_LEAST_SCORE = 0.3
_LEAST_RATIO = 65.0
# Names that differ in a letter or two are taken for one another wherever they stand.
_LEAST_NEAR, _NEAR_RATIO = 0.2, 85.0
# Two rivers, two regions: at 0.35 those of neighbouring sentences come in.
_LEAST_OF_KIND = 0.4


def find_name_mentions(sheet: Sheet) -> tuple[Mention, ...]:
    """All names of the sheet's sentences."""
    found = []
    names = [list_names(article) for article in sheet.articles]
    for number, sentence in enumerate(sheet.sentences):
        for name in names[sentence.article]:
            if sentence.start <= name.start and name.end <= sentence.end:
                slot = _find_slot(sentence, name)
                found.append(Mention(number, sentence.article, name.start, name.end, slot, name.text))
    return tuple(found)


def _find_slot(sentence: Sentence, name: Name) -> Slot:
    """The kind of the name; a place too where the words before it lead to one, as in "to Vale", "the town of Vale"."""
    if name.kind != "name":
        return name.kind
    rules = load_rules("names")
    before = [t.text.lower() for t in sentence.tokens if t.end <= name.start][-2:]
    leads = bool(before) and before[-1] in rules["place_prepositions"]
    titled = before[-1:] == ["of"] and before[0] in rules["place_words"]
    return "place" if leads or titled else "other"


def find_name_contrasts(sheet: Sheet) -> Iterator[Contrast]:
    """Pairs of look-alike places, each unknown to the other's article, the best with all that know either name."""
    mentions = find_name_mentions(sheet)
    if not mentions:
        return
    around = [m.sentence for m in mentions]
    scores = 0.5 * sheet.likeness[around][:, around] + 0.5 * compare_contexts(sheet, mentions)
    places = _count_places(mentions)
    known: dict[int, set[str]] = {}
    for mention in mentions:
        known.setdefault(mention.article, set()).add(mention.value)
    for i, j in _find_near(sheet, mentions, scores):
        left, right = mentions[i], mentions[j]
        if not _may_be_confused(sheet, left, right, float(scores[i, j])):
            continue
        strangers = not (_knows(known[left.article], right.value) or _knows(known[right.article], left.value))
        if strangers and places[fold(left.value)] + places[fold(right.value)] > 0:
            yield from _call_witnesses(mentions, left, right, float(scores[i, j]))


def _find_near(sheet: Sheet, mentions: Sequence[Mention], scores: Matrix) -> NDArray[np.intp]:
    """The pairs of mentions, the earlier article's first, that are worth a look: by their letters, or by their kinds.

    Letters are compared once for every two names, however often they stand.
    """
    names, named = np.unique([m.value for m in mentions], return_inverse=True)
    alike = np.array([[is_look_alike(str(one), str(other)) for other in names] for one in names])
    has_kind = np.array([m.slot == "place" and bool(_find_kinds(sheet, m)) for m in mentions])
    owners = np.array([m.article for m in mentions])
    near = (scores >= _LEAST_NEAR) & (owners[:, None] < owners)
    near &= alike[named][:, named] | ((scores >= _LEAST_OF_KIND) & has_kind[:, None] & has_kind)
    return np.argwhere(near)


def _may_be_confused(sheet: Sheet, left: Mention, right: Mention, score: float) -> bool:
    """Whether the two are look-alikes, or two of a kind ("the … river"), in surroundings that are like enough."""
    if is_look_alike(left.value, right.value):
        near = fuzz.ratio(fold(left.value), fold(right.value)) >= _NEAR_RATIO
        return score >= (_LEAST_NEAR if near else _LEAST_SCORE)
    if score < _LEAST_OF_KIND or left.slot != "place" or right.slot != "place" or is_variant(left.value, right.value):
        return False
    return bool(_find_kinds(sheet, left) & _find_kinds(sheet, right))


def _find_kinds(sheet: Sheet, mention: Mention) -> set[str]:
    """What the words beside a name say it is: "river" in "the Vale river", "island" in "the island of Vale"."""
    tokens, words = sheet.sentences[mention.sentence].tokens, load_rules("names")["place_words"]
    before = [t.text.lower() for t in tokens if t.end <= mention.start][-2:]
    after = [t.text.lower() for t in tokens if t.start >= mention.end][:1]
    beside = after + (before[:1] if before[-1:] == ["of"] else [])
    return {word.removesuffix("s") for word in beside if word in words or word.removesuffix("s") in words}


def _count_places(mentions: tuple[Mention, ...]) -> Counter[str]:
    """For each name how much more often it stands as a place than as a person, by any word of the person's name."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.slot == "person":
            counts.subtract(fold(word) for word in mention.value.split())
        counts[fold(mention.value)] += {"place": 1, "person": -1}.get(mention.slot, 0)
    return counts


def _call_witnesses(mentions: tuple[Mention, ...], left: Mention, right: Mention, score: float) -> Iterator[Contrast]:
    """The contrast itself, then every other article that has either name, set against the first to bear the other."""
    names = fold(left.value), fold(right.value)
    left, right = replace(left, slot="place"), replace(right, slot="place")
    yield Contrast(left, right, *names, score)
    for mention in mentions:
        if mention.article not in (left.article, right.article):
            if fold(mention.value) == names[0]:
                yield Contrast(replace(mention, slot="place"), right, *names, score / 2)
            elif fold(mention.value) == names[1]:
                yield Contrast(left, replace(mention, slot="place"), *names, score / 2)


def _knows(names: set[str], name: str) -> bool:
    return any(is_same_name(name, other) for other in names)


@lru_cache(maxsize=65536)
def is_look_alike(left: str, right: str) -> bool:
    """Whether two names differ in one word, and these words are alike in letters but no spellings of one name.

    >>> is_look_alike("Upper Vale", "Upper Dale"), is_look_alike("Orlavitsa", "Orlavica")
    (True, False)
    """
    a, b = re.findall(r"[^\W_]+", fold(left)), re.findall(r"[^\W_]+", fold(right))
    if len(a) != len(b) or is_same_name(left, right):
        return False
    other = [(x, y) for x, y in zip(a, b, strict=True) if not is_spelling_of(x, y)]
    return len(other) == 1 and fuzz.ratio(*other[0]) >= _LEAST_RATIO
