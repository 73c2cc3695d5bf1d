"""Mentions: the places of a sheet where an article says something that can be compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recension.protocols import Encoder
from recension.records import Slot
from recension.rules import load_rules
from recension.stages.collate.sheet import Matrix, Sentence, Sheet, compare_rows

# The words before and after a mention that make its context.
_REACH = 6
# A phrase is shown whole as the value of a reading, so it has to stay short.
MOST_LETTERS = 80
_LEAST_PHRASE_LETTERS = 12
# What is left of the likeness of two phrases that name other names or figures.
_STRANGERS = 0.6
_PAUSE = re.compile(r"[,;:()\[\]\"“”«»–—…]|\s-\s|[.!?]\s")
_OPENERS = frozenset(load_rules("linking")["before"].split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a sentence that says one thing: a figure, moment, name or phrase; `value` is how it reads."""

    sentence: int
    article: int
    start: int
    end: int
    slot: Slot
    value: str
    normal: str | None = None
    thing: object = None


def find_phrases(sheet: Sheet) -> tuple[Mention, ...]:
    """The phrases of all sentences: cut at pauses, and where still too long before a linking word."""
    found: list[Mention] = []
    for number, sentence in enumerate(sheet.sentences):
        found.extend(
            Mention(number, sentence.article, start, end, "other", _show(sheet, sentence, start, end))
            for start, end in cut_phrases(sheet.articles[sentence.article].text, sentence)
        )
    return tuple(found)


def _show(sheet: Sheet, sentence: Sentence, start: int, end: int) -> str:
    return " ".join(sheet.articles[sentence.article].text[start:end].split())


def cut_phrases(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the phrases of a sentence start and end; those that say hardly anything are left out."""
    run: list[int] = []
    tokens = sentence.tokens
    for position, token in enumerate(tokens):
        if run and _PAUSE.search(text, tokens[position - 1].end, token.start):
            yield from _cut_long(sentence, run)
            run = []
        run.append(position)
    yield from _cut_long(sentence, run)


def _cut_long(sentence: Sentence, run: list[int]) -> Iterator[tuple[int, int]]:
    """The run itself where it is short, else its halves, parted at the linking word nearest the middle."""
    if not run:
        return
    tokens = sentence.tokens
    start, end = tokens[run[0]].start, tokens[run[-1]].end
    if end - start <= MOST_LETTERS:
        if end - start >= _LEAST_PHRASE_LETTERS and sum(tokens[p].is_content for p in run) >= 2:
            yield start, end
        return
    middle = len(run) / 2
    inner = range(1, len(run))
    if not inner:
        return
    cut = min(inner, key=lambda k: (abs(k - middle) - (2.5 if tokens[run[k]].text.lower() in _OPENERS else 0), k))
    yield from _cut_long(sentence, run[:cut])
    yield from _cut_long(sentence, run[cut:])


def compare_contexts(sheet: Sheet, mentions: tuple[Mention, ...]) -> Matrix:
    """How like the words around each mention are to those around each, nearer words counting more: 0..1."""
    keys = np.zeros((len(mentions), len(sheet.weights)), dtype=np.float32)
    for row, mention in zip(keys, mentions, strict=True):
        _fill_context(row, sheet, mention)
    meanings = keys @ sheet.words
    return np.asarray(0.6 * compare_rows(keys) + 0.4 * np.maximum(compare_rows(meanings), 0), dtype=np.float32)


def _fill_context(row: Matrix, sheet: Sheet, mention: Mention) -> None:
    tokens = sheet.sentences[mention.sentence].tokens
    before = [t for t in tokens if t.end <= mention.start and t.is_content][-_REACH:]
    after = [t for t in tokens if t.start >= mention.end and t.is_content][:_REACH]
    for side in (before[::-1], after):
        for distance, token in enumerate(side):
            row[token.key] = max(row[token.key], sheet.weights[token.key] / (1 + 0.25 * distance))


def compare_phrases(sheet: Sheet, mentions: tuple[Mention, ...], encoder: Encoder) -> Matrix:
    """How like the words of each phrase are to those of each: 0..1."""
    keys = np.zeros((len(mentions), len(sheet.weights)), dtype=np.float32)
    for row, mention in zip(keys, mentions, strict=True):
        for token in sheet.sentences[mention.sentence].tokens:
            if mention.start <= token.start < mention.end:
                row[token.key] = sheet.weights[token.key]
    vectors = encoder.encode([m.value for m in mentions])
    # In place: the matrix has a row and a column a phrase, which in a story of 200 reports are 9,000.
    alike = compare_rows(keys)
    alike *= 0.6
    meant = vectors @ vectors.T
    meant *= 0.4
    alike += meant
    del meant, keys
    np.multiply(alike, _STRANGERS, out=alike, where=_find_strangers(sheet, mentions))
    return alike


def _find_strangers(sheet: Sheet, mentions: tuple[Mention, ...]) -> NDArray[np.bool_]:
    """For each two phrases whether both have names or figures and share none of them."""
    telling = np.zeros((len(mentions), len(sheet.weights)), dtype=np.float32)
    for row, mention in zip(telling, mentions, strict=True):
        for token in sheet.sentences[mention.sentence].tokens:
            if mention.start <= token.start < mention.end and (token.is_capital or token.text[0].isdigit()):
                row[token.key] = token.is_content
    some: NDArray[np.bool_] = np.asarray(telling.any(axis=1))
    strangers: NDArray[np.bool_] = np.asarray(telling @ telling.T == 0)
    strangers &= some[:, None]
    strangers &= some
    return strangers
