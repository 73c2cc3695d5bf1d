"""Planting: passages of real articles copied into others, verbatim or changed, with the places where they went."""

import random
import re
from collections.abc import Sequence
from typing import NamedTuple

# Tokenised text ("right ’ s", "said , and") is closed up again, as it stood in the article.
_BEFORE = re.compile(r" +(?=[,.;:!?)\]%]|[’'](?:s|t|re|ve|ll|d|m)\b|n['’]t\b)|(?<=[(\[$#]) +")
_JOINED = re.compile(r"(?<=\w) (['’]) (?=(?:s|t|re|ve|ll|d|m)\b)")
_WORD = re.compile(r"\S+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")


class Planted(NamedTuple):
    """A passage of `donor` from `begin` to before `end`, which now stands in `host` from `host_begin` to `host_end`."""

    donor: int
    begin: int
    end: int
    host: int
    host_begin: int
    host_end: int


def normalise(text: str) -> str:
    """Tokenised text as it stood in the article.

    >>> normalise("It ’ s right , she said ( twice ) .")
    'It’s right, she said (twice).'
    """
    return _BEFORE.sub("", _JOINED.sub(r"\1", text))


def plant_passages(
    texts: Sequence[str], change: float, reorder: bool, count: int, copies: int = 1
) -> tuple[list[str], list[Planted]]:
    """The texts with passages of 30 to 200 words planted in `count` of them, each passage in `copies` articles.

    A `change` of 0.1 changes one word in ten: half are replaced by a word of the texts, a quarter left out, a quarter
    followed by another. No article gives or takes twice.
    """
    source = random.Random(1)
    vocabulary = [word for text in texts[:500] for word in text.split()]
    fit = [number for number, text in enumerate(texts) if text.count(" ") > 250]
    chosen = source.sample(fit, count + count // copies)
    changed, planted = list(texts), []
    for number, host in enumerate(chosen[:count]):
        if number % copies == 0:
            donor = chosen[count + number // copies]
            begin, end = _choose(texts[donor], source)
        passage = change_words(texts[donor][begin:end], change, vocabulary, source)
        if reorder:
            sentences = _SENTENCE.split(passage)
            source.shuffle(sentences)
            passage = " ".join(sentences)
        place = source.choice([gap.start() for gap in _SENTENCE.finditer(texts[host])] or [len(texts[host])])
        changed[host] = f"{texts[host][:place]} {passage} {texts[host][place:].lstrip()}"
        planted.append(Planted(donor, begin, end, host, place + 1, place + 1 + len(passage)))
    return changed, planted


def _choose(text: str, source: random.Random) -> tuple[int, int]:
    """Where a passage of 30 to 200 words begins and ends."""
    words = list(_WORD.finditer(text))
    size = source.randint(30, 200)
    first = source.randrange(len(words) - size)
    return words[first].start(), words[first + size - 1].end()


def change_words(passage: str, share: float, vocabulary: Sequence[str], source: random.Random) -> str:
    """The passage with a share of its words replaced, left out, or followed by another."""
    words: list[str] = []
    for word in passage.split(" "):
        draw = source.random()
        if draw >= share:
            words.append(word)
        elif draw < share / 2:
            words.append(source.choice(vocabulary))
        elif draw < share * 3 / 4:
            words += [word, source.choice(vocabulary)]
    return " ".join(words)
