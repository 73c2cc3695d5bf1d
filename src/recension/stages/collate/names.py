"""Names that are taken for one another: alike in letters and surroundings, yet two names."""

import re
from collections.abc import Iterator

import numpy as np
from rapidfuzz import fuzz

from recension.compare.names import is_same_name, is_spelling_of
from recension.stages.collate.contrast import Contrast
from recension.stages.collate.mentions import Mention, compare_contexts
from recension.stages.collate.sheet import Sheet
from recension.text.names import find_names
from recension.text.words import fold

_LEAST_SCORE = 0.33
_LEAST_RATIO = 65.0


def find_name_mentions(sheet: Sheet) -> tuple[Mention, ...]:
    """All names of the sheet's sentences."""
    found = []
    names = [find_names(article.text) for article in sheet.articles]
    for number, sentence in enumerate(sheet.sentences):
        for name in names[sentence.article]:
            if sentence.start <= name.start and name.end <= sentence.end:
                slot = "other" if name.kind == "name" else name.kind
                found.append(Mention(number, sentence.article, name.start, name.end, slot, name.text))
    return tuple(found)


def find_name_contrasts(sheet: Sheet) -> Iterator[Contrast]:
    """Pairs of look-alike places, each unknown to the other's article, the best with all that know either name."""
    mentions = find_name_mentions(sheet)
    if not mentions:
        return
    around = [m.sentence for m in mentions]
    scores = 0.5 * sheet.likeness[around][:, around] + 0.5 * compare_contexts(sheet, mentions)
    known: dict[int, set[str]] = {}
    for mention in mentions:
        known.setdefault(mention.article, set()).add(mention.value)
    for i, j in np.argwhere(scores >= _LEAST_SCORE):
        left, right = mentions[i], mentions[j]
        if left.article >= right.article or not is_look_alike(left.value, right.value):
            continue
        strangers = not (_knows(known[left.article], right.value) or _knows(known[right.article], left.value))
        if strangers and "place" in (left.slot, right.slot):
            yield from _call_witnesses(mentions, left, right, float(scores[i, j]))


def _call_witnesses(mentions: tuple[Mention, ...], left: Mention, right: Mention, score: float) -> Iterator[Contrast]:
    """The contrast itself, then every other article that has either name, set against the first to bear the other."""
    names = fold(left.value), fold(right.value)
    yield Contrast(left, right, *names, score)
    for mention in mentions:
        if mention.article not in (left.article, right.article):
            if fold(mention.value) == names[0]:
                yield Contrast(mention, right, *names, score / 2)
            elif fold(mention.value) == names[1]:
                yield Contrast(left, mention, *names, score / 2)


def _knows(names: set[str], name: str) -> bool:
    return any(is_same_name(name, other) for other in names)


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
