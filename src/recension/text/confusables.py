"""Letters of another script put in the place of Latin ones that look alike (Unicode's UTS 39)."""

import re
from functools import cache

from recension.text.edits import Edit

_TOKEN = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_FOREIGN = re.compile(r"[\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u13a0-\u13ff\u2c80-\u2cff\u1f00-\u1fff]")
# Not alike to the eye at every size, but used by spoofers inside Latin words; on their own they mean themselves.
_LOOSE = dict(zip("кКтмвнпгԝ", "kKtmbhnrw", strict=True))
# A physicist's "κB" or "Δv" is one token in two scripts: below three letters only other evidence counts.
_SHORTEST_PROOF = 3
# A menu entry or a reader's comment; a longer passage in another script is for the reader to judge.
_LONGEST_LINE = 25
# One mixed word may be a typing error or a name; from two on the text is taken to be spoofed throughout.
_ENOUGH_PROOF = 2


def find_lookalikes(text: str) -> list[Edit]:
    """The edits that put Latin letters back where look-alikes stand in an otherwise Latin text.

    A word that mixes scripts is restored if that makes it wholly Latin. A word wholly of look-alikes is restored
    only in a text with such mixed words, and only between Latin words: a Cyrillic quotation or a Greek symbol
    stays as it is.

    >>> [e.after for e in find_lookalikes("Thе Pоpе spоkе; she answered «да»")]
    ['e', 'o', 'e', 'o', 'e']
    """
    if not _FOREIGN.search(text) or not _is_latin(text):
        return []
    tokens = list(_TOKEN.finditer(text))
    kinds = [_tell_kind(m.group()) for m in tokens]
    is_spoofed = (
        sum(k == "mixed" and len(m.group()) >= _SHORTEST_PROOF for m, k in zip(tokens, kinds, strict=True))
        >= _ENOUGH_PROOF
    )
    found: list[Edit] = []
    for index, (token, kind) in enumerate(zip(tokens, kinds, strict=True)):
        is_long = len(token.group()) >= _SHORTEST_PROOF
        if (kind == "mixed" and (is_long or is_spoofed)) or (
            kind == "alike" and is_spoofed and _stands_in_latin(text, tokens, kinds, index)
        ):
            found += _restore(token)
    return found


def _is_latin(text: str) -> bool:
    """Whether most words of the text have Latin letters: a spoofed text keeps many."""
    sample = text[:200_000]
    latin = sum(1 for c in sample if c.isascii() and c.isalpha())
    return latin > 2 * len(_FOREIGN.findall(sample)) or (
        latin > 0
        and sum(_tell_kind(t) in ("mixed", "latin") for t in sample.split()[:5000]) > len(sample.split()[:5000]) / 2
    )


@cache
def _tell_kind(token: str) -> str:
    """The make-up of a word: latin; mixed, Latin with look-alikes; alike, look-alikes only; else foreign."""
    others = [c for c in token if _FOREIGN.match(c)]
    if not others:
        return "latin"
    has_latin = any(c.isascii() and c.isalpha() for c in token)
    if has_latin:
        return "mixed" if all(find_latin(c) or c in _LOOSE for c in others) else "foreign"
    return "alike" if all(find_latin(c) for c in others) else "foreign"


def is_of_other_script(line: str, text: str) -> bool:
    """Whether a short line has letters of other scripts only, in a text that is mostly Latin.

    >>> is_of_other_script("Читать также", "The mill burned. Читать также"), is_of_other_script("Δv", "Δv grew.")
    (True, False)
    """
    is_foreign = bool(_FOREIGN.search(line)) and not any(c.isascii() and c.isalpha() for c in line)
    return is_foreign and len(line.split()) <= _LONGEST_LINE and _is_latin(text)


def _stands_in_latin(text: str, tokens: list[re.Match[str]], kinds: list[str], index: int) -> bool:
    """Whether the nearest telling words of the same line, before and after, are Latin."""
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(tokens) and kinds[at] == "alike" and abs(at - index) < 50:
            at += step
        if 0 <= at < len(tokens) and kinds[at] == "foreign":
            low, high = (
                sorted((tokens[at].end(), tokens[index].start()))
                if step < 0
                else (tokens[index].end(), tokens[at].start())
            )
            if "\n" not in text[low:high]:
                return False
    return True


def _restore(token: re.Match[str]) -> list[Edit]:
    found = []
    for offset, letter in enumerate(token.group()):
        latin = find_latin(letter) or _LOOSE.get(letter)
        if latin and _FOREIGN.match(letter):
            at = token.start() + offset
            found.append(Edit(at, at + 1, latin, "homoglyph"))
    return found


@cache
def find_latin(letter: str) -> str | None:
    """The ASCII letter that `letter` of another script looks like, by UTS 39; None if there is none.

    >>> find_latin("р"), find_latin("ж")
    ('p', None)
    """
    alike = [a["c"] for a in _load_confusables().get(letter, ()) if a["c"].isascii() and a["c"].isalpha()]
    same_case = [c for c in alike if c.isupper() == letter.isupper()]
    # UTS 39 puts the capital I into one class with the small l.
    return "I" if letter.isupper() and alike == ["l"] else next(iter(same_case or alike), None)


@cache
def _load_confusables() -> dict[str, list[dict[str, str]]]:
    from confusable_homoglyphs.confusables import confusables_data

    return dict(confusables_data)
