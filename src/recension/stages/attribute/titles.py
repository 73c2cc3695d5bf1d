"""What the article says that a person is, in its words: "fire chief", "head of the Harbour Board"."""

import re
from collections.abc import Sequence
from functools import cache

from recension.rules import load_rules
from recension.text.names import Name

# How far before and behind a name, in characters, its role is looked for.
_NEAR = 100
_LONGEST = 6
_WORD_BEFORE = re.compile(r"([^\W\d_](?:[\w-]|['’.](?=\w))*\.?) $")
_BEFORE_COMMA = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|['’]s) "
    r"((?:[\w-]+ ){0,3}?([\w-]+)(?: (?:of|for|at|in|with) (?:[\w'’-]+ ){0,7}?[\w'’-]+)?), $"
)
_BEHIND = re.compile(
    r"(?:,| \(| -| –) ?(?:(?:aged )?\d\d, )?(?:who (?:is|was) )?(?:the |an? |its |his |her |their )?"
    r"((?:[\w'’-]+ ){0,4}?([\w-]+)(?: (?:of|for|at|in|with) [^,.;:()“”\"]{1,60})?)(?=[,.;)]| -| –| who )"
)
# Titles of courtesy and short forms of rank that tell no role.
_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady"})
_AGENT_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ant", "master")
_NOT_AGENTS = frozenset(
    {"former", "senior", "junior", "other", "another", "after", "over", "under", "however", "for", "or", "september",
     "october", "november", "december", "later", "earlier", "never", "whether", "either", "her", "their", "than"}
)  # fmt: skip


def find_titles(text: str, names: Sequence[Name]) -> dict[str, str]:
    """The role that the article first gives to each name, by the name."""
    found: dict[str, str] = {}
    floor = 0
    for name in names:
        if name.kind in {"person", "name"} and name.text not in found:
            role = _find_before(text, name, floor) or _find_behind(text, name) or _find_apposed(text, name)
            if role:
                found[name.text] = role
        floor = name.end if name.kind == "person" or " " in name.text else floor
    return found


def _find_before(text: str, name: Name, floor: int) -> str | None:
    """The words right before a name up to its title: "the Vale fire chief Ana Ruiz" gives "Vale fire chief".

    No word before `floor`, the end of another name, is taken.
    """
    words: list[str] = []
    end = name.start
    while len(words) < _LONGEST and (match := _WORD_BEFORE.search(text, max(floor, end - 24), end)):
        word = match.group(1)
        is_verb = word.islower() and text[floor : match.start(1)] == " "
        if (not words and not _is_role(word)) or is_verb or not _may_describe(word, words):
            break
        words.insert(0, word)
        end = match.start(1)
    while words and words[0].lower().rstrip(".") in _COURTESY:
        words = words[1:]
    return " ".join(words) or None


def _may_describe(word: str, behind: Sequence[str]) -> bool:
    """Whether the word may stand in a role before the words behind: no article, verb, preposition or owner."""
    lower = word.lower()
    if any(lower in closed for closed in _load_closed()) or lower.endswith(("'s", "’s", "ed", "ly")):
        return False
    return not behind or lower.rstrip(".") in _load_titles() or not lower.endswith(("s", "."))


def _find_behind(text: str, name: Name) -> str | None:
    """The apposition behind a name: "Ana Ruiz, 45, the harbour master," gives "harbour master"."""
    match = _BEHIND.match(text, name.end, min(len(text), name.end + _NEAR))
    return match.group(1) if match and _is_role(match.group(2)) else None


def _find_apposed(text: str, name: Name) -> str | None:
    """The phrase before a name and a comma: "its managing director, Ana Ruiz," gives "managing director"."""
    if text[name.end : name.end + 1] not in {",", "."}:
        return None
    match = _BEFORE_COMMA.search(text, max(0, name.start - _NEAR), name.start)
    return match.group(1) if match and _is_role(match.group(2)) else None


def _is_role(word: str) -> bool:
    """Whether the word says what a person is: a title other than of courtesy, or a noun of an agent."""
    lower = word.lower().rstrip(".")
    if lower in _COURTESY or lower in _NOT_AGENTS:
        return False
    return lower in _load_titles() or (word.islower() and len(word) > 4 and word.endswith(_AGENT_ENDINGS))


@cache
def _load_titles() -> frozenset[str]:
    return frozenset(load_rules("names")["person_titles"])


@cache
def _load_closed() -> tuple[frozenset[str], ...]:
    rules = load_rules("grammar")
    classes = ("determiners", "prepositions", "subordinators", "auxiliaries", "adverbs", "pronouns")
    return (*(frozenset(rules[c]) for c in classes), frozenset({"and", "said", "says", "told"}))
