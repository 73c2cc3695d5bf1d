"""Who and where: the names that most articles of a story have, and where each first names them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recension.records import Answer, Article, Findings, Passage, Question
from recension.stages.compose.backing import make_answer
from recension.stages.compose.event import find_head_end
from recension.stages.identify.names import NAME_KINDS
from recension.text.name_kinds import NameKind
from recension.text.names import find_names
from recension.text.words import fold

# A name belongs to the summary if this part of the articles has it: at a third, a content farm's invented
# places come in; at two thirds, garbled spellings push the true ones out.
COMMON_SHARE = 0.5
MOST_NAMES = 5
QUESTIONS: dict[NameKind, Question] = {"person": "who", "organization": "who", "place": "where"}


class _Mention(NamedTuple):
    """A name, its bearer's, where it stands; whether that is in the article's first sentences."""

    passage: Passage
    name: str
    kind: NameKind
    leads: bool


def answer_names(findings: Findings, members: Sequence[Article]) -> list[Answer]:
    """The persons and bodies (who) and the places (where) that most articles name, those that head most first.

    A full name stands for its parts. Outlets and agencies tell the story and are not in it.
    """
    mentions = [mention for article in members for mention in _list_mentions(article)]
    by_name = defaultdict[str, list[_Mention]](list)
    for mention in mentions:
        by_name[fold(mention.name)].append(mention)
    tellers = _find_tellers(findings, members)
    common = [n for n, found in by_name.items() if _count(found) >= COMMON_SHARE * len(members) and n not in tellers]
    full = [name for name in common if not any(name in other.split() for other in common if other != name)]
    full.sort(key=lambda name: _rank(name, by_name[name]))
    kept = defaultdict[NameKind, list[Answer]](list)
    for name in full:
        found, kind = by_name[name], _tell_kind(by_name[name])
        if question := QUESTIONS.get(kind):
            passages = [mention.passage for mention in found]
            kept[kind].append(make_answer(question, _choose_spelling(found), passages, findings.trace))
    return [answer for kind in QUESTIONS for answer in kept[kind][:MOST_NAMES]]


def _list_mentions(article: Article) -> Iterator[_Mention]:
    """The names of an article: its entities by their bearers, or what the text alone tells."""
    end = find_head_end(article)
    if not article.entities:
        for found in find_names(article.text):
            yield _Mention(Passage(article.id, found.start, found.end), found.text, found.kind, found.start < end)
    for entity in article.entities:
        if entity.kind in NAME_KINDS:
            # A name that ends in a small letter took in a word behind it.
            name = entity.span.of(article.text) if entity.name.split()[-1].islower() else entity.name
            passage = Passage(article.id, entity.start, entity.end)
            yield _Mention(passage, name, NAME_KINDS[entity.kind], entity.start < end)


def _find_tellers(findings: Findings, members: Sequence[Article]) -> frozenset[str]:
    """The names of those through whom the reports have what they say."""
    told = {name for article in members for name in (article.outlet, *article.credited)}
    told |= {line.label for line in findings.trace.lines} | {node.label for node in findings.trace.stemma.nodes}
    told |= {statement.via for statement in findings.statements}
    return frozenset(fold(name) for name in told if name)


def _count(found: Sequence[_Mention]) -> int:
    return len({mention.passage.article for mention in found})


def _rank(name: str, found: Sequence[_Mention]) -> tuple[int, int, str]:
    """Articles count once more where the name stands in their first sentences, which tell whom the event is about."""
    heads = _count([mention for mention in found if mention.leads])
    return -_count(found) - heads, -len(found), name


def _choose_spelling(found: Sequence[_Mention]) -> str:
    """The most frequent spelling; one in capitals throughout, as datelines have it, only where there is no other."""
    names = Counter(mention.name for mention in found)
    return min(names, key=lambda text: (text.isupper(), -names[text], text))


def _tell_kind(found: Sequence[_Mention]) -> NameKind:
    """The kind that most mentions tell; mentions that tell none do not count against it."""
    counts = Counter[NameKind](mention.kind for mention in found if mention.kind != "name")
    return min(counts, key=lambda kind: (-counts[kind], kind)) if counts else "name"
