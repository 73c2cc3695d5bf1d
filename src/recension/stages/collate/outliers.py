"""Outliers: the place or person that one article alone names where most others, telling the same, name another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from recension.records import Slot
from recension.rules import load_rules
from recension.scorers.names import is_variant
from recension.stages.collate.contrast import Contrast
from recension.stages.collate.mentions import Mention
from recension.stages.collate.names import find_name_mentions
from recension.stages.collate.roles import is_aside
from recension.stages.collate.sheet import Sheet
from recension.text.words import fold

# Content words on either side in which two places have to agree, how many at least, and how much these must tell,
# counted in words that stand nowhere else: at 1.6 lists of countries come in, at 2.6 a true one is lost.
_REACH = 10
_LEAST_SHARED = 3
_LEAST_TELLING = 2.0
# Sentences less alike than this share no three telling words.
_LEAST_LIKENESS = 0.2
# So many of the other articles have to know the other name.
_LEAST_KNOWN = 0.5


def find_outlier_contrasts(sheet: Sheet) -> Iterator[Contrast]:
    """Pairs of names of one kind: the left in one article only, the right in most others but not in that one.

    Each lone name is set against the one that stands in the most telling surroundings like its own.
    """
    mentions = [replace(m, slot=slot) for m in find_name_mentions(sheet) if (slot := _find_kind(sheet, m))]
    known = _find_knowing(sheet, mentions)
    most = max(2.0, _LEAST_KNOWN * (len(sheet.articles) - 1))
    lone = [m for m in mentions if len(known[m.value]) == 1 and not is_aside(sheet, m)]
    usual = [m for m in mentions if len(known[m.value]) >= most]
    sentences = [m.sentence for m in usual]
    found: dict[str, list[Contrast]] = {}
    for left in lone:
        for place in np.flatnonzero(sheet.likeness[left.sentence, sentences] >= _LEAST_LIKENESS):
            right = usual[place]
            if right.slot == left.slot and left.article not in known[right.value]:
                telling = _compare_surroundings(sheet, left, right)
                if telling >= _LEAST_TELLING:
                    score = min(1.0, 0.4 + telling / 10)
                    contrast = Contrast(left, right, fold(left.value), fold(right.value), score)
                    found.setdefault(fold(left.value), []).append(contrast)
    for contrasts in found.values():
        best = max(contrasts, key=lambda c: (c.score, c.right.value))
        yield from (c for c in contrasts if is_variant(c.right.value, best.right.value))


def _compare_surroundings(sheet: Sheet, left: Mention, right: Mention) -> float:
    """How much the words tell that stand around both; 0 where they are too few."""
    shared = _find_around(sheet, left) & _find_around(sheet, right)
    telling = sum(float(sheet.weights[key]) for key in sorted(shared)) / max(float(sheet.weights.max()), 1e-9)
    return telling if len(shared) >= _LEAST_SHARED else 0.0


def _find_kind(sheet: Sheet, mention: Mention) -> Slot | None:
    """The kind of the name: a place also behind an adjective ("in beautiful Vale") or as the name of what it is."""
    if mention.slot in {"person", "place"}:
        return mention.slot
    tokens = [t for t in sheet.sentences[mention.sentence].tokens if t.end <= mention.start][-2:]
    words = [t.text.lower() for t in tokens]
    rules = load_rules("names")
    if mention.slot != "other" or not words:
        return None
    described = len(words) == 2 and words[0] in rules["place_prepositions"] and tokens[1].is_content
    led = described and not tokens[1].is_capital
    return "place" if led or words[-1] in rules["place_words"] or words[-1] == "capital" else None


def _find_knowing(sheet: Sheet, mentions: Sequence[Mention]) -> dict[str, frozenset[int]]:
    """For each name the articles that have it in any spelling, of those that begin with one letter."""
    texts = [fold(article.text) for article in sheet.articles]
    having: dict[str, set[int]] = {}
    for mention in mentions:
        having.setdefault(mention.value, set()).add(mention.article)
    initials: dict[str, list[str]] = {}
    for name in sorted(having):
        for letter in sorted({word[0] for word in fold(name).split()}):
            initials.setdefault(letter, []).append(name)
    known = {}
    for name in having:
        alike = {n for word in fold(name).split() for n in initials[word[0]] if is_variant(n, name)}
        spelled = {k for k, text in enumerate(texts) if fold(name) in text}
        known[name] = frozenset(spelled.union(*(having[n] for n in alike)))
    return known


def _find_around(sheet: Sheet, mention: Mention) -> frozenset[int]:
    """The keys of the content words before and after a mention in its sentence."""
    tokens = [t for t in sheet.sentences[mention.sentence].tokens if t.is_content]
    before = [t.key for t in tokens if t.end <= mention.start][-_REACH:]
    after = [t.key for t in tokens if t.start >= mention.end][:_REACH]
    return frozenset((*before, *after))
