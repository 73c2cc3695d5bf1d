"""One statement in two mouths: the same words, attributed to two persons."""

from collections.abc import Iterator, Sequence

import numpy as np

from recension.compare.names import is_same_name
from recension.protocols import Encoder
from recension.records import Statement
from recension.stages.collate.contrast import Contrast
from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import Sheet, compare_rows
from recension.text.names import find_names
from recension.text.words import fold

_LEAST_ALIKE = 0.5


def find_speaker_contrasts(sheet: Sheet, statements: Sequence[Statement], encoder: Encoder) -> Iterator[Contrast]:
    """Pairs of like statements with two named speakers of whom neither is the other."""
    spoken = [s for s in statements if s.speaker and is_person(s.speaker)]
    index = {article.id: k for k, article in enumerate(sheet.articles)}
    spoken = [s for s in spoken if s.article in index]
    if not spoken:
        return
    texts = [sheet.articles[index[s.article]].text[s.start : s.end] for s in spoken]
    vectors = encoder.encode(texts)
    alike = 0.4 * (vectors @ vectors.T) + 0.6 * compare_rows(_count_keys(sheet, spoken, index))
    for i, j in np.argwhere(alike >= _LEAST_ALIKE):
        left, right = spoken[i], spoken[j]
        if index[left.article] >= index[right.article] or is_same_name(left.speaker or "", right.speaker or ""):
            continue
        pair = _make_mention(sheet, left, index), _make_mention(sheet, right, index)
        yield Contrast(*pair, fold(pair[0].value), fold(pair[1].value), float(alike[i, j]))


def is_person(speaker: str) -> bool:
    """Whether the speaker is a person with a name of at least two words.

    >>> is_person("Ana Ruiz"), is_person("the ministry"), is_person("Harbour Board")
    (True, False, False)
    """
    names = [n for n in find_names(f"said {speaker}") if n.kind != "organization"]
    return any(" " in n.text.strip() for n in names)


def _make_mention(sheet: Sheet, statement: Statement, index: dict[str, int]) -> Mention:
    article = index[statement.article]
    inside = (k for k, s in enumerate(sheet.sentences) if s.article == article and s.end > statement.start)
    return Mention(next(inside, 0), article, statement.start, statement.end, "person", statement.speaker or "")


def _count_keys(sheet: Sheet, statements: Sequence[Statement], index: dict[str, int]) -> "np.ndarray":
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
