"""Lessons: pairs of texts, what they are to each other, and which of their words contradict each other."""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Literal

from recension.records import Span
from training.contradiction.aligned import Aligned, Pairs
from training.contradiction.choices import Group, Template, choose
from training.contradiction.versions import Mark, Version

Verdict = Literal["contradiction", "same", "other"]
VERDICTS: tuple[Verdict, ...] = ("contradiction", "same", "other")
# How often a sentence comes with others around it, as it does in an article.
_IN_CONTEXT = 0.25
# How often a pair of at most so many characters is joined to another, so that only a part of both texts clashes.
_JOINED, _SHORT = 0.35, 400
# How often an epoch shows each group, with other words every time, and each annotated alignment.
_GROUP_TIMES, _ALIGNED_TIMES = 3, 4

# How often a pair is shown in small letters, and how often the names on the right are spelt otherwise.
_SMALL_LETTERS, _OTHER_NAMES = 0.06, 0.1
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_LETTERS = ("aeiouy", "bpvw", "ckgqx", "dt", "szcj", "lrnm", "fhv")


@dataclass(frozen=True, slots=True)
class Lesson:
    """Two texts; `matches` pairs the spans that are for one slot, `clashes` those of them that cannot both be true.

    `blind` says that it is not known where the left text clashes; `words` pairs the words that correspond, where that
    was annotated, and the verdict is None where it was not.
    """

    left: str
    right: str
    verdict: Verdict | None
    clashes: Pairs = ()
    matches: Pairs = ()
    blind: bool = False
    words: Pairs | None = None


def make_lessons(
    sets: Sequence[Sequence[Version]], groups: Sequence[Group], aligned: Sequence[Aligned], shuffle: random.Random
) -> Iterator[Lesson]:
    """The lessons of an epoch: of all sets and groups, other pairs and words every time."""
    others = [version.text for versions in sets for version in versions]
    lessons = [lesson for versions in sets for lesson in _pair_versions(versions, others, shuffle)]
    for left, right, words in [*aligned] * _ALIGNED_TIMES:
        yield roughen(Lesson(left, right, None, words=words), shuffle)
        yield roughen(Lesson(right, left, None, words=_turn(words)), shuffle)
    for group in [*groups] * _GROUP_TIMES:
        for template in group.templates:
            lessons += _turn_some(_pair_choices(group.passage, template, shuffle), shuffle)
        lessons.append(Lesson(group.passage, shuffle.choice(others), "other"))
    shorter = [lesson for lesson in lessons if not lesson.blind and len(lesson.left + lesson.right) <= _SHORT]
    for lesson in lessons:
        joins = not lesson.blind and len(lesson.left + lesson.right) <= _SHORT and shuffle.random() < _JOINED
        whole = join(lesson, shuffle.choice(shorter), shuffle) if joins else add_context(lesson, others, shuffle)
        yield roughen(whole, shuffle)


def roughen(lesson: Lesson, shuffle: random.Random) -> Lesson:
    """The lesson, now and then in small letters, or with names as another transliteration or a translation has them."""
    left, right = lesson.left, lesson.right
    if shuffle.random() < _SMALL_LETTERS and len(left.lower()) == len(left) and len(right.lower()) == len(right):
        return replace(lesson, left=left.lower(), right=right.lower())
    if shuffle.random() < _OTHER_NAMES:
        right = _NAME.sub(lambda match: _respell(match.group(), shuffle), right)
    return replace(lesson, right=right)


def _respell(name: str, shuffle: random.Random) -> str:
    """The name with a letter behind the first exchanged for one of its kind; the length stays, and so do spans."""
    place = shuffle.randrange(1, len(name))
    kin = next((kind for kind in _LETTERS if name[place] in kind), name[place])
    return name[:place] + shuffle.choice(kin) + name[place + 1 :]


def join(lesson: Lesson, other: Lesson, shuffle: random.Random) -> Lesson:
    """Two lessons in one, as a sentence of a report holds several things; their order may differ between the sides."""
    left, left_shift = _join_texts(lesson.left, other.left, shuffle)
    right, right_shift = _join_texts(lesson.right, other.right, shuffle)

    def shift(number: int, pairs: Pairs) -> Pairs:
        return tuple((_move(a, left_shift[number]), _move(b, right_shift[number])) for a, b in pairs)

    verdicts: set[Verdict | None] = {lesson.verdict, other.verdict}
    return Lesson(
        left,
        right,
        next(verdict for verdict in VERDICTS if verdict in verdicts),
        shift(0, lesson.clashes) + shift(1, other.clashes),
        shift(0, lesson.matches) + shift(1, other.matches),
    )


def _join_texts(first: str, second: str, shuffle: random.Random) -> tuple[str, tuple[int, int]]:
    """Both texts as one in any order, and by how much the spans of each are shifted in it."""
    glue = shuffle.choice((". ", "; ", ", while ", ", and ", ", but "))
    if shuffle.random() < 0.5:
        head = first.rstrip(". ") + glue
        return head + second, (0, len(head))
    head = second.rstrip(". ") + glue
    return head + first, (len(head), 0)


def _move(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _pair_versions(versions: Sequence[Version], others: Sequence[str], shuffle: random.Random) -> Iterator[Lesson]:
    """Half of the pairs of a set, its versions with the words of others put in, and pairs with sentences of others."""
    pairs = [_make_pair(left, right) for left, right in permutations(versions, 2)]
    yield from shuffle.sample(pairs, len(pairs) // 2)
    for version in versions:
        if not version.beside:
            for other in shuffle.sample(versions, 3):
                edited = _put_words(version, other, shuffle)
                yield _make_pair(*shuffle.sample([version, edited], 2))
                yield _make_pair(*shuffle.sample([shuffle.choice(versions), edited], 2))
    for version in shuffle.sample(versions, 2):
        yield _make_pair(version, version)
        yield Lesson(version.text, shuffle.choice(others), "other")


def _put_words(version: Version, other: Version, shuffle: random.Random) -> Version:
    """The version with what the other says for one of its slots, or for some, in the words of that one."""
    given = {mark.slot: (mark.value, other.text[mark.start : mark.end]) for mark in _find_plain(other)}
    slots = [mark.slot for mark in _find_plain(version) if mark.slot in given]
    chosen = set(shuffle.sample(slots, min(len(slots), shuffle.choice((1, 1, 2)))))
    text, marks, done = "", [], 0
    for mark in version.marks:
        text += version.text[done : mark.start]
        value, words = mark.value, version.text[mark.start : mark.end]
        if mark.slot in chosen:
            value, words = given[mark.slot]
        marks.append(Mark(mark.slot, value, len(text), len(text) + len(words)))
        text, done = text + words, mark.end
    return replace(version, text=text + version.text[done:], marks=tuple(marks))


def _make_pair(left: Version, right: Version) -> Lesson:
    if left.beside or right.beside:
        return Lesson(left.text, right.text, "same" if left is right else "other")
    marks = [(a, b) for a in _find_plain(left) for b in _find_plain(right) if a.slot == b.slot]
    clashes = tuple(_place(a, b) for a, b in marks if "*" not in {a.value, b.value} and a.value != b.value)
    matches = tuple(_place(a, b) for a, b in marks)
    same = left is right or matches
    return Lesson(left.text, right.text, "contradiction" if clashes else "same" if same else "other", clashes, matches)


def _find_plain(version: Version) -> Iterator[Mark]:
    """The marks of slots for which the version gives one value; where it names a rejected one too, none is meant."""
    values = Counter(slot for slot, _ in {(mark.slot, mark.value) for mark in version.marks})
    return (mark for mark in version.marks if values[mark.slot] == 1)


def _place(left: Mark, right: Mark) -> tuple[Span, Span]:
    return Span(left.start, left.end), Span(right.start, right.end)


def _pair_choices(passage: str, template: Template, shuffle: random.Random) -> Iterator[Lesson]:
    """A true and a false filling with the passage, and fillings with each other."""
    for wrong in (0, 0, 0, 1, 1, 1, 2):
        words, places = choose(template, wrong, shuffle)
        text, spans = template.fill(words)
        clashes = tuple((spans[n], spans[n]) for n in places)
        yield Lesson(passage, text, "contradiction" if places else "same", clashes, blind=True)
    for wrong in (0, 0, 1, 1, 1, 2):
        (true, at), (words, places) = template.fill(choose(template, 0, shuffle)[0]), choose(template, wrong, shuffle)
        text, spans = template.fill(words)
        clashes = tuple((at[n], spans[n]) for n in places)
        matches = tuple(zip(at, spans, strict=True))
        yield Lesson(true, text, "contradiction" if places else "same", clashes, matches)


def _turn_some(lessons: Iterator[Lesson], shuffle: random.Random) -> Iterator[Lesson]:
    """The lessons, half of those that know both sides turned round."""
    for lesson in lessons:
        if lesson.blind or shuffle.random() < 0.5:
            yield lesson
        else:
            yield Lesson(lesson.right, lesson.left, lesson.verdict, _turn(lesson.clashes), _turn(lesson.matches))


def _turn(pairs: Pairs) -> Pairs:
    return tuple((b, a) for a, b in pairs)


def add_context(lesson: Lesson, others: Sequence[str], shuffle: random.Random) -> Lesson:
    """The lesson, now and then with unrelated sentences before or behind its left text."""
    if shuffle.random() > _IN_CONTEXT:
        return lesson
    before = "" if shuffle.random() < 0.5 else _close(shuffle.choice(others))
    behind = "" if shuffle.random() < 0.5 else " " + shuffle.choice(others)
    left = before + (_close(lesson.left).rstrip() if behind else lesson.left) + behind

    def shift(pairs: Pairs) -> Pairs:
        return tuple((_move(a, len(before)), b) for a, b in pairs)

    return replace(lesson, left=left, clashes=shift(lesson.clashes), matches=shift(lesson.matches))


def _close(text: str) -> str:
    return text + (" " if text.endswith((".", "!", "?", "”", '"')) else ". ")
