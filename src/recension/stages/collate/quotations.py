"""Quotations: the same words of one speaker, altered inside the quotation marks."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rapidfuzz.distance import LCSseq

from recension.protocols import Comparer
from recension.records import Statement
from recension.stages.collate.contrast import Draft
from recension.stages.collate.disputes import part_tellers_of_both
from recension.stages.collate.labels import make_speaker_label
from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import Sentence, Sheet, Token
from recension.stages.collate.speakers import shares_name

# Below this share of common words two quotations are two translations, or two remarks.
_LEAST_COMMON = 0.7
# Of fewer words nobody is quoted word for word.
_LEAST_WORDS = 5
# How likely two quotations must contradict each other for the alteration to change what was said.
_LEAST_CONTRADICTION = 0.9


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of a speaker as one article quotes them; `keys` is what they are compared by."""

    statement: Statement
    article: int
    sentence: int
    tokens: tuple[Token, ...]
    keys: tuple[int, ...]


def find_alterations(sheet: Sheet, statements: Sequence[Statement], comparer: Comparer | None) -> Iterator[Draft]:
    """A fact for each two wordings of a quotation that differ between words they share.

    Words left out at either end are no alteration: one article quotes more than another. The two are a conflict if
    they contradict each other, else the same in other words; both cannot be what was said.
    """
    quotations = list(_find_quotations(sheet, statements))
    alike: dict[tuple[int, ...], list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        alike[quotation.keys].append(quotation)
    shown: set[frozenset[tuple[int, ...]]] = set()
    for left, right in combinations(quotations, 2):
        wordings = frozenset((left.keys, right.keys))
        # Of a remark that was reprinted often most pairs are of one wording, or of two that are shown.
        if len(wordings) < 2 or wordings in shown or left.article == right.article or not _is_one_remark(left, right):
            continue
        if places := _find_altered(left, right):
            shown.add(wordings)
            here, there = (tuple(_make_mention(sheet, q) for q in alike[each.keys]) for each in (left, right))
            yield _make_draft(left, right, (here, there), places[0], comparer)


def _find_quotations(sheet: Sheet, statements: Sequence[Statement]) -> Iterator[Quotation]:
    index = {article.id: number for number, article in enumerate(sheet.articles)}
    sentences: dict[int, list[tuple[int, Sentence]]] = defaultdict(list)
    for number, sentence in enumerate(sheet.sentences):
        sentences[sentence.article].append((number, sentence))
    seen: set[tuple[str, int]] = set()
    for statement in statements:
        if (statement.article, statement.start) in seen:
            continue
        seen.add((statement.article, statement.start))
        if statement.kind != "direct" or statement.article not in index:
            continue
        article = index[statement.article]
        inside = [
            (number, token)
            for number, sentence in sentences[article]
            if sentence.start < statement.end and statement.start < sentence.end
            for token in sentence.tokens
            if statement.start <= token.start and token.end <= statement.end
        ]
        if len(inside) >= _LEAST_WORDS:
            tokens = tuple(token for _, token in inside)
            yield Quotation(statement, article, inside[0][0], tokens, tuple(token.key for token in tokens))


def _is_one_remark(left: Quotation, right: Quotation) -> bool:
    """Whether most words are the same and the speakers, where both are named, may be one."""
    a, b = left.keys, right.keys
    speakers = left.statement.speaker, right.statement.speaker
    named = bool(speakers[0] and speakers[1])
    return LCSseq.similarity(a, b) >= _LEAST_COMMON * min(len(a), len(b)) and (
        not named or shares_name(speakers[0] or "", speakers[1] or "") or speakers[0] == speakers[1]
    )


def _find_altered(left: Quotation, right: Quotation) -> list[tuple[str, str]]:
    """The words of both that differ between words that they share; spelling, case and endings do not count."""
    blocks = list(LCSseq.opcodes(left.keys, right.keys))
    shared = [n for n, block in enumerate(blocks) if block.tag == "equal"]
    found: list[tuple[str, str]] = []
    for first, last in pairwise(shared):
        if between := blocks[first + 1 : last]:
            here = left.tokens[between[0].src_start : between[-1].src_end]
            there = right.tokens[between[0].dest_start : between[-1].dest_end]
            found.append((" ".join(t.text for t in here), " ".join(t.text for t in there)))
    return found


def _make_mention(sheet: Sheet, quotation: Quotation) -> Mention:
    start, end = quotation.tokens[0].start, quotation.tokens[-1].end
    value = " ".join(sheet.articles[quotation.article].text[start:end].split())
    return Mention(quotation.sentence, quotation.article, start, end, "quote", value)


def _make_draft(
    left: Quotation,
    right: Quotation,
    sides: tuple[tuple[Mention, ...], tuple[Mention, ...]],
    altered: tuple[str, str],
    comparer: Comparer | None,
) -> Draft:
    texts = [" ".join(t.text for t in each.tokens) for each in (left, right)]
    against = comparer.compare(*texts).contradiction if comparer else 0.0
    label = make_speaker_label(sides[0][0].value)
    parted = tuple(part_tellers_of_both(sides))
    if against >= _LEAST_CONTRADICTION and len(parted) > 1:
        return Draft(label, parted, "conflict", _say_altered(*altered), against)
    return Draft(label, ((*sides[0], *sides[1]),), "equivalent", _say_altered(*altered), 1 - against)


def _say_altered(left: str, right: str) -> str:
    """What differs inside the quotation marks.

    >>> _say_altered("", "never")
    '“never” stands inside the quotation marks of one report only: not all quote word for word'
    """
    if left and right:
        return f"quoted with “{left}” and with “{right}”: not all quote word for word"
    return f"“{left or right}” stands inside the quotation marks of one report only: not all quote word for word"
