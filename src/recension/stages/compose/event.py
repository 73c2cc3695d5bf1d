"""The main event of a story: the words that the heads of its reports share, and how much of it a passage tells."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from recension.records import Article
from recension.rules import load_rules
from recension.text.sentences import find_sentences
from recension.text.words import find_words, make_stem

# The title and the first sentences of a report say what it is about; with six the background comes in.
HEAD_SENTENCES = 4
# A word belongs to the event if this part of the heads has it: at a half, reports in other words share too few.
SHARED = 0.35
# Names tell less of an event than what was done: most of a report is about its persons and places.
NAME_SHARE = 0.5


class Event(NamedTuple):
    """The stems that the heads share, with the part of the reports that has each; `names` are those of names."""

    weights: dict[str, float]
    names: frozenset[str]

    def measure(self, stems: Iterable[str]) -> float:
        """How much of the event the words tell: the sum of their weights, names for half."""
        return sum(self.weights.get(s, 0.0) * (NAME_SHARE if s in self.names else 1.0) for s in sorted(set(stems)))

    def has_doing(self, stems: Iterable[str]) -> bool:
        """Whether the words say something of what was done, not only who or where."""
        return any(s in self.weights and s not in self.names for s in stems)


def find_event(members: Sequence[Article]) -> Event:
    """The words of the event that most members report."""
    heads = Counter[str]()
    names = set[str]()
    for article in members:
        heads.update(find_head_stems(article))
        names.update(stem for entity in article.entities for stem in _list_capitals(entity.span.of(article.text)))
    least = max(2, SHARED * len(members))
    weights = {stem: count / len(members) for stem, count in heads.items() if count >= least}
    return Event(weights, frozenset(names & weights.keys()))


def find_head_end(article: Article) -> int:
    """Where the first sentences of the article end."""
    first = find_sentences(article.text)[:HEAD_SENTENCES]
    return first[-1].end if first else 0


def find_head_stems(article: Article) -> set[str]:
    """The stems of an article's title and first sentences."""
    stems = {*list_stems(article.title or ""), *list_stems(article.text[: find_head_end(article)])}
    return {stem for stem in stems if not stem[0].isdigit()} - _load_calendar()


def list_stems(text: str) -> list[str]:
    """The stems of the words of `text` that say something by themselves.

    >>> list_stems("The mills burned")
    ['mill', 'burn']
    """
    return [word.stem for word in find_words(text) if word.is_content]


def _list_capitals(text: str) -> list[str]:
    return [word.stem for word in find_words(text) if word.text[0].isupper()]


@cache
def _load_calendar() -> frozenset[str]:
    """The stems of the words for days and months, which tell when and not what."""
    rules = load_rules("dates")
    return frozenset(make_stem(word) for word in (*rules["weekdays"], *rules["months"]))
