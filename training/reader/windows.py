"""Sentences of the corpora as windows of neighbouring ones, in batches of like size."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recension.models.windows import Cutter, Inputs, Window, make_inputs
from training.reader.corpora import Sentence, group_documents

# A window of 128 pieces holds four or five sentences of news; some are half and a quarter as long, as texts are short.
WINDOW = 126
LONGEST = 250
# Windows are padded to multiples of this many pieces and words: kernels are made anew for every shape.
STEP = 16
# The share of lessons written in another case, as headlines, transcripts and old wires are.
OTHER_CASE = 0.06


@dataclass(slots=True)
class Lesson:
    """Neighbouring sentences and the window that shows them."""

    sentences: list[Sentence]
    window: Window


def cut_lessons(sentences: list[Sentence], cutter: Cutter, shuffle: random.Random) -> Iterator[Lesson]:
    """Lessons of whole sentences; they begin at other places and are of other lengths every time."""
    for document in group_documents(sentences):
        held: list[Sentence] = []
        size, limit = 0, shuffle.choice((WINDOW, WINDOW, WINDOW // 2, WINDOW // 4))
        for sentence in document:
            length = sum(map(len, cutter.cut_words(sentence.words)))
            if length > LONGEST:
                continue
            if held and size + length > limit:
                yield _make_lesson(held, cutter, shuffle)
                held, size, limit = [], 0, shuffle.choice((WINDOW, WINDOW, WINDOW // 2, WINDOW // 4))
            held.append(sentence)
            size += length
        if held:
            yield _make_lesson(held, cutter, shuffle)


def _make_lesson(sentences: list[Sentence], cutter: Cutter, shuffle: random.Random) -> Lesson:
    """The lesson of the sentences, now and then all in capitals, without any, or with one to every word."""
    words = [word for sentence in sentences for word in sentence.words]
    if shuffle.random() < OTHER_CASE:
        recase = shuffle.choice((str.upper, str.lower, str.title))
        words = [recase(word) for word in words]
    opens = [sentence.opens and not n for sentence in sentences for n in range(len(sentence.words))]
    return Lesson(sentences, cutter.cut(words, opens))


def make_batches(lessons: list[Lesson], pieces: int, shuffle: random.Random) -> list[list[Lesson]]:
    """Lessons of like size together, at most `pieces` pieces a batch with padding, in random order."""
    batches: list[list[Lesson]] = []
    for lesson in sorted(lessons, key=lambda each: each.window.size + shuffle.random() * 12):
        size = _round_up(
            max(lesson.window.size, max((each.window.size for each in batches[-1]), default=0)) if batches else 0
        )
        if not batches or (len(batches[-1]) + 1) * size > pieces:
            batches.append([])
        batches[-1].append(lesson)
    shuffle.shuffle(batches)
    return batches


def make_padded(batch: list[Lesson]) -> Inputs:
    """The network's inputs for a batch, with pieces and words padded to multiples of `STEP`, and their `mask`."""
    rows = [make_inputs(lesson.window) for lesson in batch]
    length = _round_up(max(row["pieces"].shape[1] for row in rows))
    words = _round_up(max(row["pool"].shape[1] for row in rows))
    padded: Inputs = {name: np.concatenate([_pad(row[name], length) for row in rows]) for name in ("pieces", "shapes")}
    pool = np.concatenate([_pad(row["pool"], words, length) for row in rows])
    return padded | {"pool": pool, "mask": (padded["pieces"] != 0).astype(np.int64)}


def _pad(array: NDArray[np.generic], *lengths: int) -> NDArray[np.generic]:
    """The array with the axes behind the first filled up with zeros."""
    return np.pad(array, [(0, 0), *((0, n - have) for n, have in zip(lengths, array.shape[1:], strict=True))])


def _round_up(number: int) -> int:
    return -(-number // STEP) * STEP
