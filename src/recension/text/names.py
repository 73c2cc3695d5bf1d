"""Names of persons, organisations and places, found by their capitals and the words around them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from recension.records import Span
from recension.text.name_kinds import POSSESSIVE, NameKind, is_adjective, is_title, load_name_rule, tell_kind
from recension.text.sentences import find_sentences
from recension.text.words import Word, find_words, load_stopwords

_GAP = re.compile(r"[ \u00a0\n]|-|[ ]?&[ ]")
_INITIAL_GAP = re.compile(r"\.[ \u00a0-]?")
_LISTED = re.compile(r"[^\W\d_]+(?:, [^\W\d_]+){0,2},? and [^\W\d_a-z]")


# Which kind wins where as many mentions tell another.
_KINDS: tuple[NameKind, ...] = ("person", "organization", "place", "name")


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
    known = _find_known(text)
    found: list[Name] = []
    for words in _find_sentence_words(text):
        headline = _is_headline(text, words)
        for first, last in _find_runs(text, words, known, headline):
            found.extend(_make_names(text, words, first, last))
    return _agree_on_kinds(text, found)


def _find_sentence_words(text: str) -> Iterator[tuple[Word, ...]]:
    """The words of each sentence."""
    words = find_words(text)
    position = 0
    for sentence in find_sentences(text):
        first = position
        while position < len(words) and words[position].start < sentence.end:
            position += 1
        yield words[first:position]


def _find_known(text: str) -> frozenset[str]:
    """Words whose capital cannot be due to the head of a sentence or to a headline."""
    known: set[str] = set()
    for words in _find_sentence_words(text):
        if not _is_headline(text, words):
            known.update(POSSESSIVE.sub("", w.text) for w in words[1:] if w.text[0].isupper())
    return frozenset(known)


def _is_headline(text: str, words: Sequence[Word]) -> bool:
    """Whether nearly all words that carry content have capitals and no full stop ends them, as in a headline."""
    if not words or text[words[-1].end : words[-1].end + 2].strip("\"”’')")[:1] in {".", ",", ";"}:
        return False
    content = [w for w in words if w.text.isalpha() and w.is_content and len(w.text) > 2]
    capitals = sum(1 for w in content if w.text[0].isupper())
    return len(content) >= 4 and capitals >= 0.8 * len(content)


def _find_runs(text: str, words: Sequence[Word], known: frozenset[str], headline: bool) -> Iterator[tuple[int, int]]:
    """The runs of words that may be names, as positions of the first and after the last word."""
    position = 0
    while position < len(words):
        if not _can_begin(text, words, position, known, headline):
            position += 1
            continue
        end = position + 1
        while end < len(words):
            step = _reach(text, words, position, end)
            if not step:
                break
            end += step
        yield position, end
        position = end


def _can_begin(text: str, words: Sequence[Word], position: int, known: frozenset[str], headline: bool) -> bool:
    """Whether the word is written as a name and its capital is not due to its place alone."""
    word = words[position]
    if not _is_capital(word):
        return False
    plain = POSSESSIVE.sub("", word.text)
    if headline and known:
        return plain in known
    if plain.lower() in load_stopwords() and (position == 0 or plain.isupper() is False or len(plain) < 2):
        return False
    if plain.lower() in load_name_rule("openers"):
        return False
    if position > 0 and not _follows_opening(text, word):
        return True
    if plain in known or any(c.isupper() for c in plain[1:]):
        return True
    return _is_followed_by_name(text, words, position) or _is_followed_by_speech(words, position)


def _is_capital(word: Word) -> bool:
    return word.text[0].isupper() and POSSESSIVE.sub("", word.text.lower()) not in load_name_rule("calendar")


def _follows_opening(text: str, word: Word) -> bool:
    """Whether a quotation or a new clause begins with the word, so that its capital says little."""
    return text[max(0, word.start - 1) : word.start] in {'"', "“", "‘", "«", "'"} or bool(
        re.search(r"[:–—-] $", text[max(0, word.start - 2) : word.start])
    )


def _is_followed_by_name(text: str, words: Sequence[Word], position: int) -> bool:
    """Whether a capitalised word follows that belongs together with the one at `position`."""
    word = words[position]
    if word.text.lower() in load_name_rule("openers") or POSSESSIVE.search(word.text):
        return False
    step = _reach(text, words, position, position + 1)
    return step == 1 and words[position + 1].text.lower() not in load_stopwords()


def _is_followed_by_speech(words: Sequence[Word], position: int) -> bool:
    """Whether the word at the head of the sentence is one of a kind that speaks: "Ruiz said"."""
    lower = words[position].text.lower()
    if position + 1 >= len(words) or lower in load_name_rule("openers") or lower.endswith("s"):
        return False
    return words[position + 1].text.lower() in load_name_rule("speech_words")


def _reach(text: str, words: Sequence[Word], first: int, end: int) -> int:
    """How many words from `end` on continue the name that began at `first`: 0 where it is over."""
    if end >= len(words):
        return 0
    last, word = words[end - 1], words[end]
    if POSSESSIVE.search(last.text) and last.text.lower().replace("’", "'") not in load_name_rule("inner_owners"):
        return 0
    gap = text[last.end : word.start]
    if word.text[0].isupper() and word.text.lower() in load_name_rule("speech_words"):
        return 0
    joined = bool(_GAP.fullmatch(gap)) or (
        _INITIAL_GAP.fullmatch(gap) is not None
        and (len(last.text) == 1 or last.text.lower() in load_name_rule("short_titles"))
    )
    if joined and (_is_capital(word) or (word.text.isdigit() and gap == "-")):
        return 1
    if gap == " " and word.text.lower() in load_name_rule("connectors"):
        return _reach_over_connectors(text, words, first, end)
    return _reach_in_list(text, words, first, end, gap)


def _reach_over_connectors(text: str, words: Sequence[Word], first: int, end: int) -> int:
    """The words up to the capital behind "of", "of the", "van der" and the like."""
    is_office = words[first].text.lower() in load_name_rule("office_words")
    for step in (1, 2):
        if end + step >= len(words) or text[words[end + step - 1].end : words[end + step].start] != " ":
            return 0
        following = words[end + step]
        if _is_capital(following):
            linked = [w.text.lower() for w in words[end : end + step]]
            if "and" in linked or "for" in linked or "on" in linked or "the" in linked:
                return step + 1 if is_office and _holds_of(words, first, end, linked) else 0
            return step + 1
        if following.text.lower() not in load_name_rule("connectors"):
            return 0
    return 0


def _holds_of(words: Sequence[Word], first: int, end: int, linked: list[str]) -> bool:
    """Whether "of" or "for" stands in the name so far, or among the linking words."""
    return bool({"of", "for"} & ({w.text.lower() for w in words[first:end]} | set(linked)))


def _reach_in_list(text: str, words: Sequence[Word], first: int, end: int, gap: str) -> int:
    """One more word where an office names several matters: "Ministry of Sea, Roads and Works"."""
    is_office = words[first].text.lower() in load_name_rule("office_words")
    if gap != ", " or not is_office or not _holds_of(words, first, end, []) or not _is_capital(words[end]):
        return 0
    items = text[words[end].start : words[min(end + 5, len(words) - 1)].end]
    return 1 if _LISTED.match(items) else 0


def _make_names(text: str, words: Sequence[Word], first: int, end: int) -> list[Name]:
    """The name in a run of words, without its titles; none where nothing but titles or adjectives stands."""
    titled = False
    for index in range(end - 1, first, -1):
        if is_title(words[index - 1]) and end - index <= 4 and words[index].text[0].isupper():
            titled, first = True, index
            break
    if is_title(words[first]) or is_adjective(words[first:end]):
        return []
    start, stop = words[first].start, words[end - 1].end
    possessive = POSSESSIVE.search(text[start:stop])
    if possessive and (text[start:stop].endswith("s") or text[stop - 2] == "s"):
        stop = start + possessive.start()
    if stop - start < 2 and not text[start].isalpha():
        return []
    return [Name(start, stop, text[start:stop], tell_kind(text, words, first, end, titled))]


def _agree_on_kinds(text: str, names: list[Name]) -> tuple[Name, ...]:
    """The same names, each with the kind that most telling mentions give; a surname is its bearer's."""
    counts: dict[str, Counter[NameKind]] = {}
    for name in names:
        if name.kind != "name":
            counts.setdefault(name.text, Counter())[name.kind] += 1
    kinds = {text: min(found, key=lambda kind: (-found[kind], _KINDS.index(kind))) for text, found in counts.items()}
    kinds.update(dict.fromkeys(_find_surnamed(text, names) - kinds.keys(), "person"))
    for full in [t for t, kind in kinds.items() if kind == "person" and " " in t]:
        kinds[full.split()[-1]] = "person"
    return tuple(n._replace(kind=kinds.get(n.text, n.kind)) if _is_open(n, kinds) else n for n in names)


def _find_surnamed(text: str, names: Sequence[Name]) -> set[str]:
    """Names that are called by their last word later, as people are: "Ana Ruiz … Ruiz".

    Bodies and places keep their first word ("Vale Lines … Vale") or an article ("the Old Accord … the Accord").
    """
    alone = {n.text for n in names if " " not in n.text}
    articled = {n.text for n in names if text[max(0, n.start - 4) : n.start].lower() == "the "}
    found: set[str] = set()
    for name in names:
        words = name.text.split()
        plain = name.kind == "name" and 2 <= len(words) <= 3 and not name.text.isupper()
        if plain and words[-1] in alone and words[0] not in alone and not {name.text, words[-1]} & articled:
            found.add(name.text)
    return found


def _is_open(name: Name, kinds: dict[str, NameKind]) -> bool:
    """Whether other mentions decide: this one tells no kind, or only that of a place."""
    return name.kind == "name" or (name.kind == "place" and kinds.get(name.text) == "person")
