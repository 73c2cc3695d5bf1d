"""One statement in two mouths: the same words, attributed to two persons."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

from recension.protocols import Encoder
from recension.records import Statement
from recension.scorers.names import is_same_name
from recension.stages.collate.contrast import Contrast
from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import Matrix, Sheet, compare_rows
from recension.text.names import find_names
from recension.text.words import find_words, fold

# From here on the words are the same but for a translation; at 0.55 likenesses of short phrases come in.
_LEAST_ALIKE = 0.65
_LEAST_WORDS = 3
_FAR = 300


def find_speaker_contrasts(sheet: Sheet, statements: Sequence[Statement], encoder: Encoder) -> Iterator[Contrast]:
    """Pairs of like statements with two named speakers of whom neither is the other."""
    spoken = [s for s in statements if s.speaker and is_person(s.speaker)]
    index = {article.id: k for k, article in enumerate(sheet.articles)}
    spoken = [s for s in spoken if s.article in index and _says_enough(sheet.articles[index[s.article]].text, s)]
    if not spoken:
        return
    texts = [sheet.articles[index[s.article]].text[s.start : s.end] for s in spoken]
    vectors = encoder.encode(texts)
    alike = 0.4 * (vectors @ vectors.T) + 0.6 * compare_rows(_count_keys(sheet, spoken, index))
    for i, j in np.argwhere(alike >= _LEAST_ALIKE):
        left, right = spoken[i], spoken[j]
        if index[left.article] >= index[right.article] or shares_name(left.speaker or "", right.speaker or ""):
            continue
        pair = _make_mention(sheet, left, index), _make_mention(sheet, right, index)
        yield Contrast(*pair, fold(pair[0].value), fold(pair[1].value), float(alike[i, j]))


def shares_name(left: str, right: str) -> bool:
    """Whether any word of one name stands in the other: a translation may turn the rest into plain words.

    >>> shares_name("Ana Ruiz", "Ana River"), shares_name("Ana Ruiz", "Tom Orr")
    (True, False)
    """
    return any(is_same_name(word, right) for word in left.split() if word[0].isupper())


def is_person(speaker: str) -> bool:
    """Whether the speaker is a person with a name of at least two words.

    >>> is_person("Ana Ruiz"), is_person("the ministry"), is_person("Harbour Board")
    (True, False, False)
    """
    names = [n for n in find_names(f"said {speaker}") if n.kind != "organization"]
    return any(" " in n.text.strip() for n in names)


def _says_enough(text: str, statement: Statement) -> bool:
    return len(find_words(text[statement.start : statement.end])) >= _LEAST_WORDS


def _make_mention(sheet: Sheet, statement: Statement, index: dict[str, int]) -> Mention:
    """The statement with the nearest place where its speaker is named, as the evidence for who said it."""
    article = index[statement.article]
    inside = next((k for k, s in enumerate(sheet.sentences) if s.article == article and s.end > statement.start), 0)
    start, end = statement.start, statement.end
    named = _find_nearest(sheet.articles[article].text, statement)
    if named is not None:
        start, end = min(start, named[0]), max(end, named[1])
    said = sheet.articles[article].text[statement.start : statement.end].strip("\"“”«»‘’', ")
    return Mention(inside, article, start, end, "person", statement.speaker or "", thing=said)


def _find_nearest(text: str, statement: Statement) -> tuple[int, int] | None:
    """Where the last word of the speaker's name stands nearest to the statement, at most 300 characters off."""
    surname = (statement.speaker or "").split()[-1]
    low, high = max(0, statement.start - _FAR), statement.end + _FAR
    spans = [(m.start(), m.end()) for m in re.finditer(re.escape(surname), text[low:high])]
    near = [(max(statement.start - low - b, a - statement.end + low), a + low, b + low) for a, b in spans]
    return min(near)[1:] if near else None


def _count_keys(sheet: Sheet, statements: Sequence[Statement], index: dict[str, int]) -> Matrix:
    rows = np.zeros((len(statements), len(sheet.weights)), dtype=np.float32)
    for row, statement in zip(rows, statements, strict=True):
        for sentence in sheet.sentences:
            if sentence.article == index[statement.article] and sentence.end > statement.start:
                if sentence.start >= statement.end:
                    break
                for token in sentence.tokens:
                    if statement.start <= token.start < statement.end:
                        row[token.key] = sheet.weights[token.key]
    return rows
