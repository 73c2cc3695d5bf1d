"""Whether two names are the same name: fuller or shorter, or spelled after another alphabet's rules."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from recension.text.words import fold

# What one alphabet writes with several letters another writes with one: longest first, applied in order.
# All hissing sounds are one: what is "ch" in one alphabet's rules is "sh" or "c" in another's.
_SPELLINGS = (
    ("ck", "k"), ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("ch", "s"),
    ("sh", "s"), ("ts", "s"), ("tz", "s"), ("cz", "s"), ("ph", "f"), ("gh", "g"), ("th", "t"), ("qu", "k"),
    ("q", "k"), ("x", "ks"), ("w", "v"), ("đ", "dj"), ("ł", "l"), ("ø", "o"), ("ß", "ss"), ("æ", "ae"),
    ("c", "s"),
)  # fmt: skip
_VOWELS = frozenset("aeiouy")
# Below 0.7 names of one skeleton are mostly two names (Martin, Morton); above it transliterations part.
_LEAST_RATIO = 70.0
_LEAST_LETTERS = 4
# What a careless translation leaves of a name: so much of its letters, or of its consonants. Below it, most pairs of
# names of one story are two names.
_ONE_NAME, _ONE_SKELETON = 65.0, 75.0


@lru_cache(maxsize=16384)
def make_skeleton(word: str) -> str:
    """The consonants of a name's word in one spelling, after its first letter; what a transliteration keeps.

    >>> make_skeleton("Petrovich"), make_skeleton("Petrović")
    ('ptrvs', 'ptrvs')
    """
    plain = fold(word)
    for written, sound in _SPELLINGS:
        plain = plain.replace(written, sound)
    plain = re.sub(r"(.)\1+", r"\1", plain)
    return plain[:1] + "".join(c for c in plain[1:] if c not in _VOWELS and c.isalnum())


@lru_cache(maxsize=65536)
def is_spelling_of(left: str, right: str) -> bool:
    """Whether two words can be one name's word in two spellings.

    >>> is_spelling_of("Orlavitsa", "Orlavica"), is_spelling_of("Orlsk", "Arlsk")
    (True, False)
    """
    a, b = fold(left), fold(right)
    if a == b:
        return True
    if min(len(a), len(b)) < _LEAST_LETTERS or make_skeleton(left) != make_skeleton(right):
        return False
    return fuzz.ratio(a, b) >= _LEAST_RATIO


@lru_cache(maxsize=65536)
def is_same_name(left: str, right: str) -> bool:
    """Whether one name's words all stand in the other, in any spelling.

    >>> is_same_name("Ruiz", "Ana Ruiz"), is_same_name("Ana Ruiz", "Ana Orr")
    (True, False)
    """
    a, b = _parts(left), _parts(right)
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    return bool(shorter) and all(any(is_spelling_of(x, y) for y in longer) for x in shorter)


@lru_cache(maxsize=65536)
def is_variant(left: str, right: str) -> bool:
    """Whether two names can be one: fuller, shorter, spelled otherwise, garbled, or a country and its people.

    >>> is_variant("Ana Ruiz", "Ruiz"), is_variant("Veldland", "Veldish"), is_variant("Vale", "Orr")
    (True, True, False)
    """
    a, b = fold(left), fold(right)
    if is_same_name(left, right) or fuzz.ratio(a, b) >= _ONE_NAME or is_short_for(left, right):
        return True
    return any(_is_alike(x, y) for x in re.findall(r"\w{4,}", a) for y in re.findall(r"\w{4,}", b))


def _is_alike(left: str, right: str) -> bool:
    """Whether two words begin alike or keep most of their consonants, as a name and what a translation made of it."""
    if left[:4] == right[:4]:
        return True
    return left[0] == right[0] and fuzz.ratio(make_skeleton(left), make_skeleton(right)) >= _ONE_SKELETON


def is_short_for(left: str, right: str) -> bool:
    """Whether one is made of the first letters of the other's words.

    >>> is_short_for("PSB", "Port Safety Board"), is_short_for("Vale", "Orr")
    (True, False)
    """
    short, full = sorted((left, right), key=len)
    letters = short.replace(".", "")
    return letters.isupper() and letters == "".join(w[0] for w in full.replace("-", " ").split() if w[0].isupper())


@lru_cache(maxsize=16384)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others: initials and particles left out where more is there."""
    words = re.findall(r"[^\W_]+", re.sub(r"['’]s\b", "", name))
    telling = tuple(w for w in words if len(w) > 1 and not w.islower())
    return telling or tuple(words)
