"""What a number counts, and what happened to the counted: the noun beside it and the state in its clause."""

import re
from bisect import bisect_left
from functools import cache, lru_cache

from recension.rules import load_rules
from recension.text.words import Word, find_words, load_stopwords, make_stem

_CLAUSE_BREAK = re.compile(
    r"[;:!?()\[\]“”\"—–]|\. |\.$|\n|, (?=and |but |while |as |with )|\b(?:while|whereas|but|although|though)\b"
)
_PHRASE_END = re.compile(r"[,;:.!?()\[\]“”\"—–\n]")
# A noun stands at most five words after its number: "12 newly built wooden fishing boats".
_REACH = 5
# A clause is read at most so many characters either way of its number.
_CLAUSE_REACH = 160
# What makes a word of what happened count as farther from the number, in characters: another number between, a
# comma between, and standing before the number rather than after it. In "nine died, 41 were hurt and two are missing"
# each number then gets its own word.
_PAST_NUMBER, _PAST_COMMA, _BEFORE_NUMBER = 200, 25, 12


def find_counted(text: str, start: int, end: int) -> str | None:
    """The stem of the noun that the number at `start:end` counts, or None where the words do not tell.

    >>> find_counted("She saw five explosive drones in Vale.", 8, 12)
    'drone'
    >>> find_counted("The death toll rose to seven on Friday.", 23, 28)
    'toll'
    """
    noun = _find_noun_after(text, end)
    if noun is not None:
        return make_stem(noun)
    left = _find_clause(text, start, end)[0]
    change = _change_pattern().search(text[left:start])
    return _find_noun_before(text[left : left + change.start()]) if change else None


def find_state(text: str, start: int, end: int) -> str | None:
    """What the clause says has happened to those counted at `start:end`: "dead", "injured", "missing" and so on.

    >>> text = "Seven people died and 41 were injured."
    >>> find_state(text, 0, 5), find_state(text, 22, 24)
    ('dead', 'injured')
    """
    left, right = _find_clause(text, start, end)
    words = _find_state_words(text)
    near = words[bisect_left(words, (left, 0, "")) : bisect_left(words, (right, 0, ""))]
    inside = [w for w in near if w[1] <= right]
    return min(inside, key=lambda w: _measure_distance(text, start, end, w[0], w[1]))[2] if inside else None


@lru_cache(maxsize=64)
def _find_state_words(text: str) -> tuple[tuple[int, int, str], ...]:
    """Every word of the text that tells what happened: start, end and state."""
    states = load_states()
    return tuple(
        (m.start(), m.end(), states[" ".join(m.group().lower().split())]) for m in _state_pattern().finditer(text)
    )


@cache
def load_states() -> dict[str, str]:
    """Each word and phrase of what happens to people and things, with the state; the first listed keeps a word."""
    known: dict[str, str] = {}
    for state, entry in load_rules("states").items():
        for word in (*entry["words"], *entry.get("phrases", ())):
            known.setdefault(word, state)
    return known


def _find_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around `start:end` begins and ends."""
    left, ceiling = max(0, start - _CLAUSE_REACH), min(len(text), end + _CLAUSE_REACH)
    for match in _CLAUSE_BREAK.finditer(text, left, start):
        left = match.end()
    after = _CLAUSE_BREAK.search(text, end, ceiling)
    return left, after.start() if after else ceiling


def _measure_distance(text: str, start: int, end: int, left: int, right: int) -> int:
    """How far a word of what happened is from the number, in characters and what lies between."""
    is_after = left >= end
    between = text[end:left] if is_after else text[right:start]
    past_number = bool(re.search(r"\d|\b(?:and|,) (?:another|a further)\b", between))
    return (
        len(between)
        + past_number * _PAST_NUMBER
        + between.count(",") * _PAST_COMMA
        + (0 if is_after else _BEFORE_NUMBER)
    )


def _find_noun_after(text: str, end: int) -> str | None:
    """The head of the noun phrase that follows: its last word before a verb, a preposition or a pause."""
    window = text[end : end + 90]
    pause = _PHRASE_END.search(window)
    words = _skip_fillers(list(find_words(window[: pause.start()] if pause else window)))
    head: Word | None = None
    for place, word in enumerate(words[:_REACH]):
        following = words[place + 1].text.lower() if place + 1 < len(words) else ""
        if _ends_phrase(word, head):
            break
        if _is_participle(word.text.lower()) and not (_is_plural(following) and head is None):
            break
        head = word
        if _is_plural(word.text.lower()) and not (word.text.lower() in _words("collective") and _is_plural(following)):
            break
    return head.text if head else None


def _skip_fillers(words: list[Word]) -> list[Word]:
    position = 1 if words and words[0].text.lower() == "of" else 0
    while position < len(words) and words[position].text.lower() in _words("fillers"):
        position += 1
    return words[position:]


def _ends_phrase(word: Word, head: Word | None) -> bool:
    """Whether the noun phrase has ended before `word`."""
    lower = word.text.lower()
    if lower in _words("stops") or lower in load_stopwords() or lower in load_rules("numbers")["words"]:
        return True
    if word.text[0].isdigit() or lower.endswith("ly"):
        return True
    return head is not None and word.text[0].isupper() > head.text[0].isupper()


def _is_participle(lower: str) -> bool:
    """Whether the word is a verb or participle, or tells what happened, and is no noun."""
    if lower in _words("nouns"):
        return False
    return (lower.endswith("ed") and len(lower) > 4) or lower in load_states() or lower in _words("verbs")


def _is_plural(lower: str) -> bool:
    if lower in _words("plurals"):
        return True
    return len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ous", "'s", "’s"))


def _find_noun_before(clause: str) -> str | None:
    """The stem of the last plain word of a clause that is cut before its verb: of one no preposition leads to, if any.

    >>> _find_noun_before("The death toll off the coast"), _find_noun_before("The number of boats")
    ('toll', 'boat')
    """
    words = find_words(clause)
    plain = [k for k, w in enumerate(words) if w.is_content and w.text.lower() not in _words("stops")]
    heads = [k for k in plain if not _is_led_to(words, k)]
    return words[(heads or plain)[-1]].stem if plain else None


def _is_led_to(words: tuple[Word, ...], place: int) -> bool:
    """Whether the phrase in which the word stands begins with a preposition other than "of"."""
    while True:
        while place > 0 and words[place].is_content:
            place -= 1
        if place > 0 and words[place].text.lower() in _words("fillers"):
            place -= 1
        if place == 0 or words[place].text.lower() != "of":
            return words[place].text.lower() in _words("prepositions")
        place -= 1


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_rules("counted")[name])


@cache
def _change_pattern() -> re.Pattern[str]:
    verbs = "|".join(load_rules("counted")["changes"])
    return re.compile(rf"\b(?:{verbs})\b[^.;]{{0,30}}$", re.I)


@cache
def _state_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(load_states(), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{words})\b", re.I)
