"""Terms of a report: the words, names, numbers and days by which one event is told from another."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import snowballstemmer

from recension.rules import load_rules
from recension.text.words import fold, load_stopwords, make_stem

# News tells what it is about first; what comes later is background, which reports of other events share.
MOST_WORDS = 400
LEAD_WORDS = 60
# Names and numbers up to here are held against those of a like event; days up to there tell when.
ANCHOR_WORDS = 100
DAY_WORDS = 150

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_BREAK = re.compile(r"[.!?:;\n•|\"“”«»]")
_YEAR = re.compile(r"(?:19|20)\d\d")
# "Sun" and "Sat" are also words and names; the shortest weekday in full has six letters.
_SHORT_DAY = 5
# Scripts without spaces: two characters in a row stand for a word.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]{2,}")
# A line as a headline is written, with capitals throughout, tells nothing of which words are names.
_HEADLINE_CAPITALS = 0.8


class Terms(NamedTuple):
    """What the beginning of a report says; terms are stems, folded.

    `counts` has every term and `lead` those of the first lines, with their numbers; `names` and `numbers` tell which
    of them are; `anchors` are those of the two that stand early. `weekdays` and `years` are those of the first lines,
    `ordinals` what they count off, as ("packag", 12) for "the 12th package".
    """

    language: str
    counts: Mapping[str, int]
    lead: Mapping[str, int]
    names: frozenset[str]
    numbers: frozenset[str]
    anchors: frozenset[str]
    weekdays: frozenset[str]
    years: frozenset[str]
    ordinals: frozenset[tuple[str, int]]


class _Token(NamedTuple):
    text: str
    lower: str
    place: int
    opens: bool


def find_terms(text: str, title: str | None = None, language: str | None = None) -> Terms:
    """The terms of a report under its `title`, in `language` (English where it is not known).

    >>> terms = find_terms("Strikers met Ana Ruiz on Friday, as the 12th round of talks ended.")
    >>> sorted(terms.names), sorted(terms.weekdays), sorted(terms.ordinals)
    (['ana', 'friday', 'ruiz'], ['friday'], [('round', 12)])
    """
    spoken = language or "en"
    tokens = list(_find_tokens(_join_title(text, title)))
    proper = _find_proper(tokens)
    skipped = load_function_words(spoken)
    counts, lead = Counter[str](), Counter[str]()
    names, numbers, anchors = set[str](), set[str](), set[str]()
    for token in tokens:
        if token.lower in skipped:
            continue
        for term in _make_terms(token.text, spoken):
            counts[term] += 1
            lead[term] += token.place < LEAD_WORDS
            kind = _tell_kind(token, proper, names, numbers)
            if kind is not None:
                kind.add(term)
                if token.place < ANCHOR_WORDS:
                    anchors.add(term)
    return Terms(
        spoken,
        counts,
        +lead,
        frozenset(names),
        frozenset(numbers),
        frozenset(anchors),
        _find_weekdays(tokens),
        frozenset(token.text for token in tokens[:DAY_WORDS] if _YEAR.fullmatch(token.text)),
        _find_ordinals(tokens),
    )


def find_surfaces(text: str, title: str | None, terms: Terms, wanted: Set[str]) -> dict[str, str]:
    """How the report first writes each of the `wanted` terms; words that stand together as one name are joined.

    >>> text = "Strikers met Ana Ruiz in Orr. Ruiz left."
    >>> sorted(find_surfaces(text, None, find_terms(text), {"ana", "ruiz", "striker"}).items())
    [('ana', 'Ana Ruiz'), ('ruiz', 'Ana Ruiz'), ('striker', 'Strikers')]
    """
    whole = _join_title(text, title)
    heads = {term[0] for term in wanted}
    found: dict[str, str] = {}
    run: list[str] = []
    end = -1
    for match in itertools.islice(_WORD.finditer(whole), MOST_WORDS):
        word = match.group()
        # Only the stem of a word that begins like one of the wanted has to be made.
        if word.isascii() and word[0].lower() not in heads:
            continue
        for term in _make_terms(word, terms.language):
            if term not in wanted:
                continue
            is_new = term not in found
            found.setdefault(term, word)
            follows = bool(run) and whole[end : match.start()] == " "
            run = [*run, term] if follows and term in terms.names else [term] * (term in terms.names)
            end = match.end()
            if is_new and len(run) > 1:
                found.update(dict.fromkeys(run, f"{found[run[-2]]} {word}"))
    return found


def _join_title(text: str, title: str | None) -> str:
    return text if not title or text.startswith(title) else f"{title}\n{text}"


def _find_tokens(text: str) -> Iterator[_Token]:
    """The first words and numbers, each with whether its capital may be due to its place."""
    end = 0
    for place, match in enumerate(_WORD.finditer(text)):
        if place == MOST_WORDS:
            return
        word = match.group()
        opens = place == 0 or _BREAK.search(text, end, match.start()) is not None
        end = match.end()
        yield _Token(word, word.lower(), place, opens)


def _find_proper(tokens: Sequence[_Token]) -> frozenset[str]:
    """The words that have a capital wherever they stand, and once where only a name has one."""
    lower = {token.lower for token in tokens if token.text[0].islower()}
    proper = set[str]()
    for line in _part_clauses(tokens):
        capitals = sum(token.text[0].isupper() for token in line)
        if capitals < _HEADLINE_CAPITALS * len(line) or len(line) < 4:
            proper.update(token.lower for token in line[1:] if token.text[0].isupper())
    return frozenset(proper - lower)


def _part_clauses(tokens: Sequence[_Token]) -> Iterator[list[_Token]]:
    """The words between two breaks: sentences, clauses, headlines."""
    part: list[_Token] = []
    for token in tokens:
        if token.opens and part:
            yield part
            part = []
        part.append(token)
    if part:
        yield part


def _tell_kind(token: _Token, proper: frozenset[str], names: set[str], numbers: set[str]) -> set[str] | None:
    if token.text[0].isdigit():
        return numbers
    return names if token.lower in proper and token.text[0].isupper() else None


def _make_terms(word: str, language: str) -> tuple[str, ...]:
    """The term of a word; of a script without spaces, each two characters."""
    if word[0].isdigit():
        return (word.replace(",", ""),)
    if not word.isascii() and (run := _UNSPACED.search(word)):
        return tuple("".join(pair) for pair in pairwise(run.group()))
    return (make_stem(word) if language == "en" else _make_foreign_stem(word.lower(), language),)


def _find_weekdays(tokens: Sequence[_Token]) -> frozenset[str]:
    """The weekdays that the first lines name, in full."""
    known = load_rules("dates")["weekdays"]
    early = {token.lower for token in tokens[:DAY_WORDS] if token.text[0].isupper()}
    return frozenset(word for word in early if len(word) > _SHORT_DAY and word in known)


def _find_ordinals(tokens: Sequence[_Token]) -> frozenset[tuple[str, int]]:
    """What is counted off in the first lines: "the 12th package", "a third strike"."""
    words = load_ordinals()
    found = set[tuple[str, int]]()
    for place, token in enumerate(tokens[:ANCHOR_WORDS]):
        rest = [t.lower for t in tokens[place + 1 : place + 3]]
        if token.text.isdecimal() and rest and rest[0] in {"st", "nd", "rd", "th"} and len(rest) > 1:
            found.add((make_stem(rest[1]), int(token.text)))
        elif token.lower in words and rest and rest[0] not in load_stopwords():
            found.add((make_stem(rest[0]), words[token.lower]))
    return frozenset(found)


@cache
def load_ordinals() -> dict[str, int]:
    """The number of each ordinal word."""
    return dict(load_rules("events")["ordinals"])


@cache
def load_function_words(language: str) -> frozenset[str]:
    """Words of a language that say nothing by themselves; none where the rules do not know it."""
    if language == "en":
        return load_stopwords()
    return frozenset(load_rules("events")["function_words"].get(language, "").split())


@lru_cache(maxsize=65536)
def _make_foreign_stem(word: str, language: str) -> str:
    """The stem of a word by the stemmer of its language, else the word without case and diacritics."""
    stemmer = _load_stemmer(language)
    return fold(stemmer.stemWord(word) if stemmer else word)


@cache
def _load_stemmer(language: str) -> "snowballstemmer.EnglishStemmer | None":
    name = load_rules("events")["stemmers"].get(language)
    return snowballstemmer.stemmer(name) if name else None
