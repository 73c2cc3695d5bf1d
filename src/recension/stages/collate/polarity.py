"""Polarity: one article says that something is so, another in nearly the same words that it is not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recension.rules import load_rules
from recension.stages.collate.contrast import Contrast
from recension.stages.collate.mentions import Mention
from recension.stages.collate.parallel import Parallel, make_clause, measure_frame
from recension.stages.collate.sheet import Sheet, Token

# Sentences less alike than this are seldom of one thing; at 0.4 and 0.45 false alarms come in.
_LEAST_LIKENESS = 0.5
# How much of the words around must be the same.
_LEAST_FRAME = 0.55
# How far behind the negation its verb or noun stands, and how far around that one none may stand in the other text.
_REACH = 3
_NEAR = 5


def find_polarity_contrasts(sheet: Sheet, parallels: Sequence[Parallel]) -> Iterator[Contrast]:
    """Pairs of clauses of which one is negated, the words around being the same."""
    negations = [tuple(find_negations(sentence.tokens)) for sentence in sheet.sentences]
    for pair in parallels:
        if sheet.likeness[pair.left, pair.right] < _LEAST_LIKENESS:
            continue
        count = len(sheet.sentences[pair.right].tokens)
        yield from _find_one_sided(sheet, pair, negations)
        for contrast in _find_one_sided(sheet, pair.turn(count), negations):
            yield contrast._replace(
                left=contrast.right,
                right=contrast.left,
                left_class=contrast.right_class,
                right_class=contrast.left_class,
            )


def _find_one_sided(sheet: Sheet, pair: Parallel, negations: Sequence[tuple[int, ...]]) -> Iterator[Contrast]:
    """The clauses of the left sentence that are negated where the right one's are not; `negations` a sentence."""
    tokens = sheet.sentences[pair.left].tokens
    for place in negations[pair.left]:
        if pair.match[place] is not None:
            continue
        head = next((k for k in range(place + 1, min(place + 1 + _REACH, len(tokens))) if tokens[k].is_content), None)
        there = None if head is None else pair.match[head]
        if head is None or there is None or _is_negated(negations[pair.right], there):
            continue
        score = measure_frame(sheet, pair, (place, head + 1), (there, there + 1))
        if score >= _LEAST_FRAME:
            left, right = _clause(sheet, pair.left, place, head), _clause(sheet, pair.right, there, there)
            topic = tokens[head].key
            yield Contrast(left, right, (topic, True), (topic, False), score)


def _clause(sheet: Sheet, sentence: int, first: int, last: int) -> Mention:
    return replace(make_clause(sheet, sentence, first, last), slot="negation")


def find_negations(tokens: Sequence[Token]) -> Iterator[int]:
    """The places of the words that negate."""
    rules = load_rules("polarity")
    endings = tuple(rules["endings"])
    for place, token in enumerate(tokens):
        word = token.text.lower()
        if word in rules["words"] or word in rules["verbs"] or word.endswith(endings):
            after = tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""
            before = tokens[place - 1].text.lower() if place else ""
            if after not in rules["harmless_after"] and before not in rules["harmless_before"]:
                yield place


def _is_negated(negations: Sequence[int], place: int) -> bool:
    return any(place - _NEAR <= k <= place + _REACH for k in negations)
