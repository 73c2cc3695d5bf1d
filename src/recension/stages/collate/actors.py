"""Actors: one deed, told in two articles with the same verb and the same object, of two persons or bodies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recension.rules import load_rules
from recension.scorers.names import is_variant
from recension.stages.collate.contrast import Contrast
from recension.stages.collate.mentions import Mention
from recension.stages.collate.names import find_name_mentions
from recension.stages.collate.parallel import Parallel
from recension.stages.collate.roles import is_aside
from recension.stages.collate.sheet import Sheet, Token
from recension.text.words import fold

# Behind a name, up to its verb: an insertion between commas, an auxiliary, a day.
_TO_VERB = re.compile(
    r"(?:,[^,.;:“”\"]{2,70},|,)? "
    r"(?:(?:had|has|have|also|then|later|again|\w+ly|(?:on |last |this )?\w+day|today|yesterday) ){0,3}"
)
# Words behind the verb that name what was done to whom, how much of them must be the same, and how much they must tell.
_REACH = 6
_LEAST_SHARED = 0.6
_LEAST_TELLING = 2


def find_actor_contrasts(sheet: Sheet, parallels: Sequence[Parallel]) -> Iterator[Contrast]:
    """Pairs of names before one verb, what follows it being the same; neither name is in the other sentence."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in find_name_mentions(sheet):
        by_sentence.setdefault(mention.sentence, []).append(mention)
    subjects = {number: _find_subjects(sheet, number, mentions) for number, mentions in by_sentence.items()}
    for pair in parallels:
        lefts, rights = by_sentence.get(pair.left, []), by_sentence.get(pair.right, [])
        deeds = subjects.get(pair.right, {})
        for here, left in subjects.get(pair.left, {}).items():
            there = pair.match[here]
            right = None if there is None else deeds.get(there)
            if there is None or right is None or _names_any(left, rights) or _names_any(right, lefts):
                continue
            score = _compare_objects(sheet, pair, here, there)
            if score >= _LEAST_SHARED:
                yield Contrast(
                    replace(left, slot="person"),
                    replace(right, slot="person"),
                    fold(left.value),
                    fold(right.value),
                    score,
                )


def _find_subjects(sheet: Sheet, number: int, mentions: Sequence[Mention]) -> dict[int, Mention]:
    """For the place of each verb of a sentence the person or body right before it, where there is one."""
    verbs = ((place, token) for place, token in enumerate(sheet.sentences[number].tokens) if _is_verb(token))
    found = ((place, _find_subject(sheet, mentions, token)) for place, token in verbs)
    return {place: subject for place, subject in found if subject is not None}


def _is_verb(token: Token) -> bool:
    """Whether the word can be a verb that tells of a deed: speech is compared by what is said."""
    word = token.text.lower()
    return token.is_content and not token.is_capital and word not in load_rules("names")["speech_words"]


def _find_subject(sheet: Sheet, mentions: Sequence[Mention], verb: Token) -> Mention | None:
    """The person or body right before the verb."""
    before = [
        m
        for m in mentions
        if m.end < verb.start and not is_aside(sheet, m) and m.slot in {"person", "organization", "other"}
    ]
    return next((m for m in reversed(before) if _leads_to(sheet, m, verb)), None)


def _leads_to(sheet: Sheet, mention: Mention, verb: Token) -> bool:
    return bool(_TO_VERB.fullmatch(sheet.articles[mention.article].text, mention.end, verb.start))


def _compare_objects(sheet: Sheet, pair: Parallel, here: int, there: int) -> float:
    """How much of what follows the verb is the same, by weight; 0 where too little follows."""
    a, b = sheet.sentences[pair.left].tokens, sheet.sentences[pair.right].tokens
    left, right = range(here + 1, min(len(a), here + 1 + _REACH)), range(there + 1, min(len(b), there + 1 + _REACH))
    common = [k for k in left if pair.match[k] in right and a[k].is_content]
    if len(common) < _LEAST_TELLING:
        return 0.0
    whole = max(sum(float(sheet.weights[t[k].key]) for k in side) for t, side in ((a, left), (b, right)))
    return sum(float(sheet.weights[a[k].key]) for k in common) / whole if whole else 0.0


def _names_any(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(is_variant(mention.value, other.value) for other in others)
