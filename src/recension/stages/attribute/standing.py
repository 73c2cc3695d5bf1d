"""On whom a statement rests: somebody named, an outlet, a document, or a source without a name and of what kind."""

import re
from functools import cache
from typing import get_args

from recension.records import SourceKind
from recension.rules import load_rules

_WORD = re.compile(r"[^\W_](?:[^\W_]|[-'’.](?=[^\W_]))*")
_BEHIND_HEAD = frozenset(
    {"of", "for", "at", "in", "on", "from", "with", "who", "that", "by", "close", "familiar", "near"}
)
_DETERMINERS = frozenset(
    {"a", "an", "the", "one", "some", "his", "her", "its", "their", "this", "two", "three", "several"}
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "his", "her", "their", "its", "who"})
# How far around an unnamed source, in characters, a text tells that its name is kept back.
_NEAR = 120


def tell_source(speaker: str | None, around: str = "", *, is_name: bool = False) -> SourceKind:
    """The kind of a speaker, by its name or the words of its phrase; `around` is what the text says beside it.

    `is_name` tells that the article has it as a name.

    >>> tell_source("Ana Ruiz"), tell_source("two officials"), tell_source("an official", "who spoke on anonymity")
    ('named', 'office', 'insider')
    """
    if speaker is None or speaker.lower() in _PRONOUNS:
        return "unknown"
    words = _WORD.findall(speaker)
    if speaker.lower() in {"nobody", "no one"}:
        return "nobody"
    if is_name or _is_institution(words):
        return "outlet" if _is_channel(words) else "named"
    head = _find_head(words)
    kind = "outlet" if sum(w.lower() in _load_channels() for w in words) > 1 else _load_kinds().get(head.lower())
    is_common = head.islower() or (kind is not None and len(words) > 1 and words.index(head) == 0) or len(words) == 1
    if kind is None or not is_common:
        kind = _tell_other(words, head)
    if kind in {"named", "outlet", "document"}:
        return kind
    return "insider" if _is_anonymous(f"{speaker} {around[:_NEAR]}") else kind


def _find_head(words: list[str]) -> str:
    """The word that heads the phrase: the last before "of", "for" and the like, without owners in front."""
    end = next((i for i, w in enumerate(words) if i and w.lower() in _BEHIND_HEAD), len(words))
    return words[end - 1] if words else ""


def _tell_other(words: list[str], head: str) -> SourceKind:
    """The kind where no rule holds the head: a name by its capitals, an outlet or an office by its words."""
    lower = [w.lower() for w in words]
    if _is_channel(words) and (head[:1].isupper() or "media" in lower):
        return "outlet"
    if head[:1].isupper() and lower[0] not in _load_plain() and not (words[0] == head and _is_plural(head)):
        return "named"
    if head.lower() in _load_channels():
        return "outlet"
    return "office" if any(w in _load_titles() for w in lower) else "people"


def _is_channel(words: list[str]) -> bool:
    """Whether a name or phrase is that of something that publishes news."""
    lower = [w.lower() for w in words]
    return any(w in _load_channels() for w in lower[-1:] + lower[:1]) or sum(w in _load_channels() for w in lower) > 1


def _is_institution(words: list[str]) -> bool:
    """Whether the words are those of an office's name: "Ministry of Health", but not "Residents of Vale"."""
    if not words or not words[0][0].isupper() or _is_plural(words[0]) or words[1:2] not in (["of"], ["for"]):
        return False
    return words[-1][0].isupper() and words[0].lower() in load_rules("names")["office_words"]


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _is_anonymous(text: str) -> bool:
    return any(phrase in text.lower() for phrase in load_rules("sources")["anonymity"])


@cache
def _load_kinds() -> dict[str, SourceKind]:
    rules = load_rules("sources")
    return {word: kind for kind in get_args(SourceKind) for word in rules.get(kind, ())}


@cache
def _load_channels() -> frozenset[str]:
    return frozenset(load_rules("speech")["channels"]["words"])


@cache
def _load_titles() -> frozenset[str]:
    return frozenset((*load_rules("names")["person_titles"], "master", "manager", "engineer"))


@cache
def _load_plain() -> frozenset[str]:
    """Words that are no name although a sentence may give them a capital."""
    return frozenset(
        (*load_rules("grammar")["determiners"], *load_rules("grammar")["pronouns"], "people", "voters", "others")
    )
