"""Numbers that are none: parts of names and labels ("Flight 370", "Channel Four"), and "one" as a pronoun."""

import re
from functools import cache

from recension.rules import load_rules
from recension.text.counted import load_states
from recension.text.numerals import Numeral
from recension.text.units import find_unit_after
from recension.text.words import load_stopwords

_WORD_BEFORE = re.compile(r"(?:\b(the|an?|its|his|her|their|this) )?(?<![\w'’])([\w.#][\w'’.]*)[ \u00a0]$", re.I)
_COUNTED_AFTER = re.compile(r"[ \u00a0-](?:[a-z]*s|people|men|women|children|more|other|percent|per)\b")
_ENDS = re.compile(r"\W*(?:$|[,.;)(–—\"”'’]|(?:was|is|were|and|to|in|on|of|at|from|bus|train|trials?|team)\b)")
# A range hardly spans more than a factor of ten: "1405-88213" is the number of a file.
_MOST_RISE = 20
_SERIAL = re.compile(r"[-/]\d{2,}\b")


def is_label(text: str, numeral: Numeral) -> bool:
    """Whether the numeral belongs to a name or label rather than counts something.

    >>> from recension.text.numerals import find_numerals
    >>> [is_label("Flight 370 had 239 aboard", n) for n in find_numerals("Flight 370 had 239 aboard")]
    [True, False]
    """
    if numeral.form in {"vague", "part", "share"}:
        return False
    if _is_list_mark(text, numeral):
        return True
    if text[numeral.end : numeral.end + 1].isalpha() and find_unit_after(text, numeral.end) is None:
        return True
    match = _WORD_BEFORE.search(text[max(0, numeral.start - 34) : numeral.start])
    if match is None:
        return numeral.form == "digits" and _is_serial(text, numeral)
    word = match[2]
    capital = text[numeral.start].isupper()
    if numeral.form == "ordinal" and word.lower() == "at":
        return True
    if numeral.form == "ordinal":
        return (
            capital
            and (word[0].isupper() or word == "the")
            and bool(re.match(r"$|[ ][A-Z]", text[numeral.end : numeral.end + 3]))
        )
    if word.lower() in _labels():
        return (word[0].isupper() or bool(_ENDS.match(text, numeral.end))) and (numeral.form == "digits" or capital)
    if not word[0].isupper() or word.lower() in _openers():
        return numeral.form == "digits" and _is_serial(text, numeral)
    if numeral.form == "words":
        return (
            capital
            and not _starts_sentence(text, match, numeral)
            and bool(re.match(r"$|[^\w ]| [a-z]", text[numeral.end : numeral.end + 3]))
        )
    return _is_name(text, numeral, match)


def is_pronoun(text: str, start: int, end: int) -> bool:
    """Whether "one" at `start:end` stands for somebody or something named before, as in "no one" and "the one who".

    >>> is_pronoun("No one knew", 3, 6), is_pronoun("one man knew", 0, 3)
    (True, False)
    """
    if text[start:end].lower() != "one":
        return False
    rules = load_rules("numbers")["pronoun"]
    after = re.match(r"[ -]([\w'’]+)", text[end : end + 24])
    before = re.search(r"([\w'’]+)[ -]$", text[max(0, start - 16) : start])
    if after and after[1].lower() == "of":
        return bool(before and before[1].lower() in rules["after"])
    lone = after is None or after[1].lower() in rules["before"]
    return lone or bool(before and before[1].lower() in rules["after"])


def _is_name(text: str, numeral: Numeral, match: re.Match[str]) -> bool:
    """Whether the capitalised word before digits makes a name with them: "the Falcon 9", "a Boeing 737"."""
    written = text[numeral.start : numeral.end]
    if not re.fullmatch(r"\d{1,4}", written) or find_unit_after(text, numeral.end):
        return False
    if match[1] and match[1].lower() != "this":
        return True
    return not _COUNTED_AFTER.match(text, numeral.end) and not _is_headline_count(text, numeral)


def _is_list_mark(text: str, numeral: Numeral) -> bool:
    """Whether digits number a line of a list: "2. Orr is home to …"."""
    opens = numeral.start == 0 or text[numeral.start - 1] == "\n"
    return opens and numeral.form == "digits" and bool(re.match(r"[.)] [A-Z]", text[numeral.end : numeral.end + 3]))


def _is_headline_count(text: str, numeral: Numeral) -> bool:
    """Whether a word of what happened follows, as in "Vale Fire: 12 Dead"."""
    after = re.match(r"[ ]([A-Za-z]+)", text[numeral.end : numeral.end + 16])
    return bool(after) and after is not None and after[1].lower() in load_states()


def _is_serial(text: str, numeral: Numeral) -> bool:
    """Whether digits go on after a hyphen as those of a model do: "737-800"; a range rises by less."""
    before = text[max(0, numeral.start - 4) : numeral.start]
    if (
        before.endswith("+")
        or re.search(r"\d{3}-$|\d $", before)
        or re.match(r" \d{3}", text[numeral.end : numeral.end + 4])
    ):
        return True
    if not _SERIAL.match(text, numeral.end):
        return False
    following = re.match(r"[-/](\d+)", text[numeral.end : numeral.end + 8])
    if following is None or numeral.low < 100:
        return False
    return int(following[1]) % 100 == 0 or int(following[1]) > _MOST_RISE * numeral.low


def _starts_sentence(text: str, match: re.Match[str], numeral: Numeral) -> bool:
    before = text[max(0, numeral.start - 3 - len(match[2])) : max(0, numeral.start - 1 - len(match[2]))]
    return not before or before.rstrip()[-1:] in {".", "!", "?", "\n", ""}


@cache
def _labels() -> frozenset[str]:
    return frozenset(load_rules("numbers")["labels"]["words"])


@cache
def _openers() -> frozenset[str]:
    """Words that stand capitalised before a count: those that open a sentence, and the names of days."""
    rules = load_rules("numbers")
    approximating = {w.split()[-1] for e in rules["before"] for w in e["words"]}
    return frozenset(
        approximating | load_stopwords() | set(rules["labels"]["openers"]) | set(load_rules("names")["calendar"])
    )
