"""Unique statements: the phrases that say what no other article of the story says."""

from collections.abc import Sequence

import numpy as np

from recension.protocols import Encoder
from recension.records import Fact, Passage, Span
from recension.stages.collate.mentions import Mention, find_phrases
from recension.stages.collate.sheet import Matrix, Sheet

# At 0.4 unique statements are lost, at 0.55 shared ones marked; on held-out stories 0.5 scored best each time.
_MOST_ECHO = 0.5
_COMMON = frozenset({"date"})


def find_unique(sheet: Sheet, facts: Sequence[Fact], encoder: Encoder) -> tuple[Passage, ...]:
    """The passages that find no echo in another article, in order; neighbouring phrases make one passage.

    What a fact shows to stand in several articles is not unique, however few words it shares.
    """
    phrases = find_phrases(sheet)
    if not phrases:
        return ()
    echoes = measure_echoes(sheet, phrases, encoder)
    shared = _find_shared(facts)
    quiet = [p for p, echo in zip(phrases, echoes, strict=True) if echo < _MOST_ECHO]
    alone = [p for p in quiet if not _is_shared(sheet, p, shared)]
    return tuple(_join(sheet, alone))


def _find_shared(facts: Sequence[Fact]) -> dict[str, list[Span]]:
    """Where each article's readings stand, those of days left out: reports of one week share most days."""
    shared: dict[str, list[Span]] = {}
    for fact in facts:
        if fact.slot not in _COMMON:
            for reading in fact.readings:
                shared.setdefault(reading.article, []).append(reading.span)
    return shared


def _is_shared(sheet: Sheet, phrase: Mention, shared: dict[str, list[Span]]) -> bool:
    span = Span(phrase.start, phrase.end)
    return any(span.overlaps(other) for other in shared.get(sheet.articles[phrase.article].id, ()))


def measure_echoes(sheet: Sheet, phrases: tuple[Mention, ...], encoder: Encoder) -> Matrix:
    """For each phrase, how much of it the most like sentence of another article says: 0..1."""
    owners = np.array([s.article for s in sheet.sentences])
    rows = np.zeros((len(phrases), len(sheet.weights)), dtype=np.float32)
    for row, phrase in zip(rows, phrases, strict=True):
        for token in sheet.sentences[phrase.sentence].tokens:
            if phrase.start <= token.start < phrase.end:
                row[token.key] = sheet.weights[token.key]
    has = np.zeros((len(sheet.sentences), len(sheet.weights)), dtype=np.float32)
    for row, sentence in zip(has, sheet.sentences, strict=True):
        row[[t.key for t in sentence.tokens]] = 1
    # In place: in a story of 200 reports each of these matrices takes 140 MB.
    alike = rows @ has.T
    alike /= np.maximum(rows.sum(axis=1, keepdims=True), 1e-9)
    alike *= 0.5
    meant = encoder.encode([p.value for p in phrases]) @ encoder.encode([s.text for s in sheet.sentences]).T
    meant *= 0.3
    alike += meant
    np.multiply(sheet.likeness[[p.sentence for p in phrases]], np.float32(0.2), out=meant)
    alike += meant
    alike[owners[None, :] == np.array([p.article for p in phrases])[:, None]] = 0
    return np.asarray(alike.max(axis=1, initial=0), dtype=np.float32)


def _join(sheet: Sheet, phrases: list[Mention]) -> list[Passage]:
    found: list[Passage] = []
    last: Mention | None = None
    for phrase in phrases:
        name = sheet.articles[phrase.article].id
        if last is not None and last.sentence == phrase.sentence and phrase.start - last.end <= 3:
            found[-1] = Passage(name, found[-1].start, phrase.end)
        else:
            found.append(Passage(name, phrase.start, phrase.end))
        last = phrase
    return found
