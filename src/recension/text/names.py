"""Names of persons, organisations and places, found by their capitals and the words around them."""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from recension.records import Span
from recension.rules import load_rules
from recension.text.sentences import find_sentences
from recension.text.words import Word, find_words, load_stopwords

NameKind = Literal["person", "organization", "place", "name"]

_GAP = re.compile(r"[ \u00a0]|\. |-|[ ]?&[ ]")


class Name(NamedTuple):
    """A name as it stands in a text, titles left out; `kind` is "name" where the context does not tell."""

    start: int
    end: int
    text: str
    kind: NameKind

    @property
    def span(self) -> Span:
        """Where in the text the name stands."""
        return Span(self.start, self.end)


@lru_cache(maxsize=1024)
def find_names(text: str) -> tuple[Name, ...]:
    """The names of `text` in order of appearance, every mention by itself.

    >>> [(n.text, n.kind) for n in find_names("The blaze hit Vale, said Dr Ana Ruiz.")]
    [('Vale', 'name'), ('Ana Ruiz', 'person')]
    """
    known = _words_capital_inside(text)
    found: list[Name] = []
    for sentence in find_sentences(text):
        words = [w for w in find_words(text) if sentence.start <= w.start and w.end <= sentence.end]
        run: list[Word] = []
        for position, word in enumerate(words):
            if _is_capital(word) and not _only_opens(word, position, known):
                if run and not _joins(text, run[-1], word):
                    found.extend(_make_name(text, words, run))
                    run = []
                run.append(word)
            elif run and not _bridges(text, words, position):
                found.extend(_make_name(text, words, run))
                run = []
            elif run:
                run.append(word)
        if run:
            found.extend(_make_name(text, words, run))
    return tuple(found)


def _is_capital(word: Word) -> bool:
    return word.text[0].isupper() and word.text.lower() not in _calendar()


@lru_cache(maxsize=64)
def _words_capital_inside(text: str) -> frozenset[str]:
    """Words that stand capitalised somewhere other than at the head of a sentence."""
    heads = {s.start for s in find_sentences(text)}
    return frozenset(w.text for w in find_words(text) if w.text[0].isupper() and w.start not in heads)


def _only_opens(word: Word, position: int, known: frozenset[str]) -> bool:
    """Whether the capital may be due to the head of the sentence or a quotation alone."""
    lower = word.text.lower()
    if lower in load_stopwords() and lower not in {"may", "us", "will"}:
        return True
    return position == 0 and word.text not in known


def _joins(text: str, left: Word, right: Word) -> bool:
    return bool(_GAP.fullmatch(text[left.end : right.start]))


def _bridges(text: str, words: list[Word], position: int) -> bool:
    """Whether the lower-case word at `position` lies inside a name, as "of" in "Bank of Orr"."""
    if words[position].text.lower() not in load_rules("names")["connectors"] or position + 1 >= len(words):
        return False
    following = words[position + 1]
    is_and = words[position].text == "and"
    return (
        _is_capital(following)
        and _joins(text, words[position - 1], words[position])
        and _joins(text, words[position], following)
        and not is_and
    )


def _make_name(text: str, words: list[Word], run: list[Word]) -> list[Name]:
    """The name in a run of capitalised words, without its titles; none where nothing but titles stands."""
    rules = load_rules("names")
    titled = False
    while run and run[0].text.lower().rstrip(".") in rules["person_titles"]:
        titled, run = True, run[1:]
    for index in range(len(run) - 1, 0, -1):
        if run[index - 1].text.lower() in rules["person_titles"] and len(run) - index <= 3:
            titled, run = True, run[index:]
            break
    while run and not run[-1].text[0].isupper() and not run[-1].text.isdigit():
        run = run[:-1]
    if not run:
        return []
    start, end = run[0].start, run[-1].end
    end -= 2 if re.search(r"['’]s$", text[start:end]) else 0
    return [Name(start, end, text[start:end], _tell_kind(words, run, titled))]


def _tell_kind(words: list[Word], run: list[Word], titled: bool) -> NameKind:
    """The type that a title, a telling word or a preposition gives."""
    rules = load_rules("names")
    first = words.index(run[0])
    last_word = re.sub(r"['’]s$", "", run[-1].text).lower()
    before = words[first - 1].text.lower() if first else ""
    after = words[first + len(run)].text.lower() if first + len(run) < len(words) else ""
    if titled:
        return "person"
    inner = {w.text.lower() for w in run}
    if last_word in rules["organization_words"] or (len(run) > 1 and inner & set(rules["organization_words"])):
        return "organization"
    if last_word in rules["place_words"] or after in rules["place_words"] or before in {"in", "near"}:
        return "place"
    if after in _speech_words() or before in _speech_words():
        return "person"
    return "name"


@cache
def _calendar() -> frozenset[str]:
    return frozenset(load_rules("names")["calendar"])


@cache
def _speech_words() -> frozenset[str]:
    return frozenset({"said", "says", "told", "added", "wrote", "who", "whose"})
