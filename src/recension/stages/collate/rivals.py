"""Rivals: words that exclude each other, standing in the same place of two articles."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import numpy as np

from recension.rules import load_rules
from recension.stages.collate.contrast import Contrast
from recension.stages.collate.mentions import Mention, compare_contexts
from recension.stages.collate.sheet import Sentence, Sheet

_LEAST_LIKENESS = 0.4
_LEAST_SCORE = 0.45


class Rival(NamedTuple):
    """What a word stands for: its kind, and its class among those that exclude each other."""

    kind: int
    group: int


def find_rival_contrasts(sheet: Sheet) -> Iterator[Contrast]:
    """Pairs of words of one kind and two classes in like surroundings, where neither sentence has both."""
    mentions = tuple(find_rivals(sheet))
    if not mentions:
        return
    around = [m.sentence for m in mentions]
    likeness = sheet.likeness[around][:, around]
    scores = 0.5 * likeness + 0.5 * compare_contexts(sheet, mentions)
    classes: dict[int, set[Rival]] = {}
    for mention in mentions:
        classes.setdefault(mention.sentence, set()).add(_rival_of(mention))
    for i, j in np.argwhere((scores >= _LEAST_SCORE) & (likeness >= _LEAST_LIKENESS)):
        left, right = mentions[i], mentions[j]
        a, b = _rival_of(left), _rival_of(right)
        if left.article >= right.article or a.kind != b.kind or a.group == b.group:
            continue
        if b not in classes[left.sentence] and a not in classes[right.sentence]:
            place = _best_place(sheet, left), _best_place(sheet, right)
            yield Contrast(left, right, (a, min(place)), (b, min(place)), float(scores[i, j]))


def _best_place(sheet: Sheet, mention: Mention) -> int:
    """The first sentence of the sheet that is most like the mention's: tells apart two matters of one kind."""
    row = sheet.likeness[mention.sentence]
    return int(np.flatnonzero(row >= 0.6).min(initial=mention.sentence))


def _rival_of(mention: Mention) -> Rival:
    assert isinstance(mention.thing, Rival)
    return mention.thing


def find_rivals(sheet: Sheet) -> Iterator[Mention]:
    """The words of the sheet that have rivals, the longest phrase first where several begin at one word."""
    for number, sentence in enumerate(sheet.sentences):
        words = [t.text.lower() for t in sentence.tokens]
        position = 0
        while position < len(words):
            length, rival = _match(words, position)
            if rival is not None and not (sentence.tokens[position].is_capital and position):
                yield _make_mention(number, sentence, position, length, rival)
            position += max(1, length)


def _make_mention(number: int, sentence: Sentence, position: int, length: int, rival: Rival) -> Mention:
    start, end = sentence.tokens[position].start, sentence.tokens[position + length - 1].end
    value = sentence.text[start - sentence.start : end - sentence.start]
    rule = load_rules("rivals")["kinds"][rival.kind]
    normal: str = rule["classes"][rival.group].split(", ")[0]
    return Mention(number, sentence.article, start, end, rule["slot"], value, normal, rival)


def _match(words: list[str], position: int) -> tuple[int, Rival | None]:
    for length in range(min(3, len(words) - position), 0, -1):
        rival = _load_table().get(" ".join(words[position : position + length]))
        if rival is not None:
            return length, rival
    return 0, None


@cache
def _load_table() -> dict[str, Rival]:
    table: dict[str, Rival] = {}
    for kind, rule in enumerate(load_rules("rivals")["kinds"]):
        for group, words in enumerate(rule["classes"]):
            for word in words.split(", "):
                table.setdefault(word, Rival(kind, group))
    return table
