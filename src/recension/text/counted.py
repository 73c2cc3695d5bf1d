"""What a number counts, and what happened to the counted: the noun beside it and the state in its clause."""

import re
from functools import cache

from recension.rules import load_rules
from recension.text.words import Word, find_words, load_stopwords, make_stem

_CLAUSE_BREAK = re.compile(
    r"[;:!?()\[\]“”\"—–]|\. |\.$|\n|, (?=and |but |while |as |with )|\b(?:while|whereas|but|although|though)\b"
)
_COMMA = re.compile(r",")
# A noun stands at most five words after its number: "12 newly built Danish wooden fishing boats".
_REACH = 5
_ENDS_NOUN = re.compile(r"[,;:.!?()\[\]“”\"—–\n]")
_NOT_NOUN = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "should",
        "must",
        "said",
        "says",
        "told",
        "and",
        "or",
        "but",
        "if",
        "in",
        "on",
        "at",
        "by",
        "to",
        "from",
        "with",
        "for",
        "as",
        "than",
        "that",
        "which",
        "who",
        "whom",
        "whose",
        "when",
        "where",
        "while",
        "after",
        "before",
        "since",
        "until",
        "during",
        "near",
        "into",
        "over",
        "under",
        "across",
        "between",
        "against",
        "about",
        "off",
        "out",
        "up",
        "down",
        "not",
        "this",
        "these",
        "those",
        "there",
        "more",
        "fewer",
        "less",
        "later",
        "earlier",
        "ago",
        "away",
        "long",
        "high",
        "deep",
        "wide",
        "tall",
        "old",
        "per",
        "each",
        "every",
        "also",
        "still",
        "already",
        "yet",
        "now",
        "then",
        "so",
        "too",
        "both",
        "all",
        "only",
        "just",
        "even",
    ]
)
_CHANGE = re.compile(
    r"\b(?:rose|risen|rises|rise|rising|climbed|climbs|increased|grew|went|gone|fell|fallen|dropped|dropping|stood|stands|standing|reached|put|revised|raised|lowered|bringing|brought|up|down)\b[^.;]{0,30}$",
    re.I,
)


def find_counted(text: str, start: int, end: int) -> str | None:
    """The stem of the noun that the number at `start:end` counts, or None where the words do not tell.

    >>> find_counted("She saw five explosive drones in Vale.", 8, 12)
    'drone'
    >>> find_counted("The death toll rose to seven on Friday.", 23, 28)
    'toll'
    """
    after = _noun_after(text, end)
    if after is not None:
        return after
    clause_start = find_clause(text, start, end)[0]
    before = text[clause_start:start]
    if _CHANGE.search(before):
        return _noun_before(before)
    return None


def find_state(text: str, start: int, end: int) -> str | None:
    """What the clause says has happened to those counted at `start:end`: "dead", "injured", "missing" and so on.

    >>> text = "Seven people died and 41 were injured."
    >>> find_state(text, 0, 5), find_state(text, 22, 24)
    ('dead', 'injured')
    """
    left, right = find_clause(text, start, end)
    best: tuple[int, str] | None = None
    for match in _state_pattern().finditer(text, left, right):
        distance = _distance(text, start, end, match.start(), match.end())
        state = _states()[" ".join(match.group().lower().split())]
        if best is None or distance < best[0]:
            best = (distance, state)
    return best[1] if best else None


def find_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around `start:end` begins and ends; at most 160 characters either way."""
    floor, ceiling = max(0, start - 160), min(len(text), end + 160)
    left = floor
    for match in _CLAUSE_BREAK.finditer(text, floor, start):
        left = match.end()
    after = _CLAUSE_BREAK.search(text, end, ceiling)
    return left, after.start() if after else ceiling


def _distance(text: str, start: int, end: int, left: int, right: int) -> int:
    """How far a word is from the number; words after it count as nearer, unless another number comes between."""
    if left >= end:
        between = text[end:left]
        return (
            len(between)
            + (200 if re.search(r"\d|\b(?:and|,) (?:another|a further)\b", between) else 0)
            + 25 * between.count(",")
        )
    between = text[right:start]
    return len(between) + 12 + (200 if re.search(r"\d", between) else 0) + 25 * between.count(",")


def _noun_after(text: str, end: int) -> str | None:
    """The head of the noun phrase that follows: its last word before a verb, preposition or pause."""
    window = text[end : end + 90]
    pause = _ENDS_NOUN.search(window)
    phrase = window[: pause.start()] if pause else window
    words = list(find_words(phrase))
    if words and words[0].text.lower() == "of":
        words = words[1:]
        while words and words[0].text.lower() in {"the", "its", "his", "her", "their", "those", "these", "them", "our"}:
            words = words[1:]
    while words and words[0].text.lower() in {"more", "other", "further", "additional", "new", "or", "fewer", "extra"}:
        words = words[1:]
    head: Word | None = None
    for word in words[:_REACH]:
        lower = word.text.lower()
        if lower in _NOT_NOUN or lower in load_stopwords() or word.text[0].isdigit() or lower.endswith("ly"):
            break
        if head is not None and (_is_verb_like(lower) or word.text[0].isupper() > head.text[0].isupper()):
            break
        if head is None and _is_verb_like(lower) and lower not in _adjectives() and not _followed_by_noun(words, word):
            return None
        head = word
        if _is_plural(lower):
            break
    return make_stem(head.text) if head else None


def _is_plural(lower: str) -> bool:
    return lower in {
        "people",
        "men",
        "women",
        "children",
        "police",
        "persons",
        "crew",
        "staff",
        "servicemen",
        "fishermen",
        "policemen",
    } or (lower.endswith("s") and len(lower) > 3 and not lower.endswith(("ss", "us", "is", "ous", "'s", "’s")))


def _is_verb_like(lower: str) -> bool:
    return (
        (lower.endswith("ed") and len(lower) > 4)
        or lower in _states()
        or lower in {"left", "took", "came", "went", "fled", "made", "got", "lost"}
    )


def _adjectives() -> frozenset[str]:
    return frozenset(
        {
            "dead",
            "missing",
            "bodies",
            "deaths",
            "arrests",
            "victims",
            "survivors",
            "cases",
            "injuries",
            "lives",
            "passengers",
            "fatalities",
        }
    )


def _followed_by_noun(words: list[Word], word: Word) -> bool:
    """Whether the participle stands before its noun: "three armed men"."""
    place = words.index(word)
    return place + 1 < len(words) and _is_plural(words[place + 1].text.lower())


def _noun_before(before: str) -> str | None:
    """The subject of a verb of change: the last plain noun before the verb."""
    match = _CHANGE.search(before)
    words = [
        w for w in find_words(before[: match.start()] if match else before) if w.text.lower() not in load_stopwords()
    ]
    return words[-1].stem if words else None


@cache
def _states() -> dict[str, str]:
    """Each word and phrase that tells a state, with the state; the first state listed keeps a word."""
    known: dict[str, str] = {}
    for state, entry in load_rules("states").items():
        for word in (*entry["words"], *entry.get("phrases", ())):
            known.setdefault(word, state)
    return known


@cache
def _state_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(_states(), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{words})\b", re.I)
