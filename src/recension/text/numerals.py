"""Numerals: numbers as digits or words, fractions, and words that leave a number open, as values with spans."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from recension.rules import load_rules

NumeralForm = Literal["digits", "words", "ordinal", "part", "vague", "share"]

_SPACES = "\u00a0\u202f\u2009 "
_DIGITS = (
    rf"\d{{1,3}}(?:[,'{_SPACES}]\d{{3}}){{1,6}}(?!\d)(?:\.\d+)?|\d{{1,3}}(?:\.\d{{3}}){{2,6}}(?!\d)|"
    r"\d{1,18}(?!\d)(?:[.,]\d{1,18})?"
)
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_SHARE = re.compile(r"[ -](?:in|out[ -]of)[ -](?:every )?", re.I)
# What follows an ordinal in its place in an order: a noun, and not a word that goes on after a part of a whole.
_PLACE = (
    r"[ -](?!(?:of|more|less|in|to|since|from|by|on|at|over|as|last|this|and|or|than|were|was|are|is|have|had|has|"
    r"said|say|for|a|an|the|that|who|with|below|above|higher|lower|fewer|off|compared|between)\b)[a-z]"
)
_CURRENCY_BEFORE = re.compile(r"(?:[$€£¥₹₽]|\b(?:EUR|USD|GBP|CHF|Rs\.?)[ \u00a0])$")
_NOUN_AFTER = re.compile(r"[ \u00a0-](?!(?:across|less|as|is|was|has|towards)\b)[a-z]*(?:people|s)\b")


class Numeral(NamedTuple):
    """A number as it stands in a text: its least and most value, and how it is written.

    A part ("two thirds") and a share ("one in eight") are below one; `scale` is the last scale ("million") in it.
    """

    start: int
    end: int
    low: float
    high: float
    form: NumeralForm
    scale: float = 1.0


@lru_cache(maxsize=4096)
def find_numerals(text: str) -> tuple[Numeral, ...]:
    """The numerals of `text` in order, without units, signs or approximating words.

    >>> [n.low for n in find_numerals("forty-one of 1,200 boats, 2.5 million, half a dozen and a hundred and two")]
    [41.0, 1200.0, 2500000.0, 6.0, 102.0]
    """
    return tuple(_join_shares(text, _scan(text)))


def parse_numeral(text: str) -> float:
    """The value of a text that is one exact numeral; ValueError for any other.

    >>> parse_numeral("twenty-one"), parse_numeral("4.5 billion"), parse_numeral("1.200.000")
    (21.0, 4500000000.0, 1200000.0)
    """
    written = text.strip()
    found = find_numerals(written)
    if len(found) != 1 or found[0].end - found[0].start != len(written) or found[0].low != found[0].high:
        raise ValueError(f"No numeral: {text!r}. Give digits such as 1,200 or words such as twelve.")
    return found[0].low


def parse_digits(written: str) -> float:
    """The value of digits with separators; a lone comma before three digits parts thousands, before others decimals.

    >>> parse_digits("1,200"), parse_digits("61,50"), parse_digits("3 000"), parse_digits("1.200.000")
    (1200.0, 61.5, 3000.0, 1200000.0)
    """
    plain = re.sub(rf"['{_SPACES}]", "", written)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    if re.fullmatch(r"\d+,\d{1,2}|\d{4,},\d+", plain):
        return float(plain.replace(",", "."))
    return float(plain.replace(",", ""))


@cache
def _values() -> dict[str, float]:
    """The value of each number word and scale, singular and plural."""
    rules = load_rules("numbers")
    scales = {form: float(v) for w, v in rules["scales"].items() for form in (w, w + "s")}
    return {w: float(v) for w, v in rules["words"].items()} | scales | {"a": 1.0, "an": 1.0}


@cache
def _pattern() -> re.Pattern[str]:
    """One alternative for each way to write a number; the longest wording of each comes first."""
    rules = load_rules("numbers")

    def either(words: list[str]) -> str:
        return "(?:" + "|".join(re.escape(w).replace(r"\ ", "[ -]") for w in sorted(words, key=len, reverse=True)) + ")"

    units = either([w for w, v in rules["words"].items() if v < 20])
    tens = either([w for w, v in rules["words"].items() if v >= 20])
    small = rf"(?:{tens}(?:[ -]{either([w for w, v in rules['words'].items() if 0 < v < 10])}\b)?|{units})\b"
    scale = rf"(?:{either(list(rules['scales']))}s?\b)"
    hundred = rf"(?:(?:{small}|an?)[ -]hundreds?(?: and {small}| {small})?|{small})"
    nth = either(list(rules["ordinals"]))
    part = rf"(?:{either(list(rules['parts']))}s?\b)"
    digits = rf"(?:{_DIGITS})(?:{either(list(rules['suffixes']))}(?!\w))?"
    first = rf"(?:(?:{digits}|{hundred}|(?<!\w)an?(?=[ -]{scale}))(?:[ -]{scale}){{0,3}})"
    return re.compile(
        rf"(?<![\w-])(?P<vague>{either(list(rules['vague']))})(?!\w)"
        rf"|(?P<sign>(?<![\w.,])\d*[½¼¾⅓⅔])"
        rf"|(?<![\w'’-])(?P<half_of>(?:an? )?half[ -](?:an? )?(?P<half_scale>{scale}))(?![\w'’])"
        rf"|(?<![\w'’-])(?P<part>(?:(?:an?|{small})[ -])?{part})(?![\w'’])(?P<whole>(?!{_PLACE}))?"
        rf"|(?<![\w'’])(?P<ordinal>(?:(?P<before_nth>{tens}[ -]|{hundred} and ))?(?P<nth>{nth})"
        rf"|\d{{1,6}}(?:st|nd|rd|th))(?!\w)"
        rf"|(?<![\w'’])(?<!\d[.,])(?<![^\W\d_][-/])(?P<first>{first}|dozens?\b)"
        rf"(?P<rest>(?:(?<=[a-z]) (?:and )?(?:{hundred}|\d{{1,6}})(?:[ -]{scale}){{0,3}}){{0,9}})"
        rf"(?P<more>[ -]and[ -]an?[ -](?:half|quarter|third)\b(?:[ -]{scale})?)?(?![’'][a-z]{{2}})",
        re.I,
    )


def _scan(text: str) -> Iterator[Numeral]:
    """The numerals from left to right; after each the search goes on at its end."""
    position = 0
    while match := _pattern().search(text, position):
        numeral = _read(text, match)
        position = max(numeral.end if numeral else match.end(), position + 1)
        if numeral:
            yield numeral


def _read(text: str, match: re.Match[str]) -> Numeral | None:
    start, end = match.span()
    if match["vague"]:
        low, high = load_rules("numbers")["vague"][match["vague"].lower().replace("-", " ")]
        return Numeral(start, end, float(low), float(high), "vague")
    if match["sign"]:
        value = float(match["sign"][:-1] or 0) + _SIGNS[match["sign"][-1]]
        return Numeral(start, end, value, value, "digits" if value > 1 else "part")
    if match["half_of"]:
        scale = _values()[match["half_scale"].lower()]
        return Numeral(start, end, scale / 2, scale / 2, "words", scale)
    if match["part"]:
        return _read_part(match)
    if match["ordinal"]:
        value = _read_ordinal(match)
        return Numeral(start, end, value, value, "ordinal")
    return _read_cardinal(text, match)


def _read_part(match: re.Match[str]) -> Numeral:
    """A fraction such as "two thirds"; "third" or "tenth" alone is an ordinal, unless a whole follows it."""
    words = re.split("[ -]", match["part"].lower())
    name = words[-1]
    divisor = load_rules("numbers")["parts"].get(name) or load_rules("numbers")["parts"][name.removesuffix("s")]
    count = _sum_words(words[:-1]) if len(words) > 1 else 1.0
    ordinals = load_rules("numbers")["ordinals"]
    # "A third man" counts places; "two thirds" and "a third of voters" are parts.
    if name in ordinals and (len(words) == 1 or (count == 1 and match["whole"] is None)):
        return Numeral(match.end("part") - len(name), match.end("part"), *(float(ordinals[name]),) * 2, "ordinal")
    return Numeral(match.start("part"), match.end("part"), *(count / divisor,) * 2, "part")


def _read_ordinal(match: re.Match[str]) -> float:
    if match["nth"] is None:
        return float(re.sub(r"\D", "", match["ordinal"]))
    before = re.split("[ -]", match["before_nth"].lower().strip(" -")) if match["before_nth"] else []
    return _sum_words([w for w in before if w != "and"]) + float(
        load_rules("numbers")["ordinals"][match["nth"].lower()]
    )


def _read_cardinal(text: str, match: re.Match[str]) -> Numeral:
    """A whole or decimal number with its scales; what follows belongs to it only if its scale is smaller."""
    value, scale, end = _read_amount(text, match.start("first"), match["first"])
    position = match.end("first") if end == match.end("first") else match.end()
    for piece in re.finditer(r" (?:and )?((?:(?! and ).)+)", match["rest"] if end == match.end("first") else ""):
        add, add_scale, _ = _read_amount(text, match.start("rest") + piece.start(1), piece[1])
        if add * 1.0 >= scale or scale <= 1 or (piece[1][0].isdigit() and add_scale <= 1):
            return _make_cardinal(match, position, value, scale)
        value, position = value + add, match.start("rest") + piece.end()
    if match["more"] and position == match.start("more"):
        share, after = _read_more(match["more"])
        value = (value + share * scale) * after
        return _make_cardinal(match, match.end("more"), value, scale * after)
    return _make_cardinal(match, end if end < match.end("first") else position, value, scale)


def _make_cardinal(match: re.Match[str], end: int, value: float, scale: float) -> Numeral:
    form: NumeralForm = "digits" if match["first"][0].isdigit() else "words"
    return Numeral(match.start(), end, value, value, form, scale)


def _read_more(written: str) -> tuple[float, float]:
    """The share that "and a half" adds, and the scale that follows it."""
    words = re.split("[ -]", written.lower().strip(" -"))
    share = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}[words[2]]
    return share, _values()[words[3]] if len(words) > 3 else 1.0


def _read_amount(text: str, start: int, written: str) -> tuple[float, float, int]:
    """The value of digits or words with their scales, the product of the scales, and where the reading ends."""
    digits = re.match(rf"({_DIGITS})([a-z]*)", written, re.I)
    if digits is None:
        words = re.split("[ -]", written.lower())
        return _sum_words(words), _find_scale(words), start + len(written)
    value, suffix = parse_digits(digits[1]), digits[2].lower()
    suffixes = load_rules("numbers")["suffixes"]
    if suffix in {"m", "k", "b"} and not _is_scale_here(text, start, start + digits.end()):
        return value, 1.0, start + digits.end(1)
    scale = float(suffixes.get(suffix, 1)) * _find_scale(re.split("[ -]", written[digits.end() :].lower()))
    return value * scale, scale, start + len(written)


def _find_scale(words: list[str]) -> float:
    """The product of the scales among words; 1 where there is none."""
    scale = 1.0
    for word in words:
        value = _values().get(word, 0.0)
        scale *= value if value >= 100 or word.startswith("dozen") else 1.0
    return scale


def _sum_words(words: list[str]) -> float:
    """The value of number words in order: "two hundred and fifty thousand" is 250,000."""
    total = current = 0.0
    for word in words:
        value = _values().get(word)
        if value is None:
            continue
        if value >= 1000:
            total, current = (total + (current or 1.0)) * value, 0.0
        elif value == 100 or word.startswith("dozen"):
            current = (current or 1.0) * value
        else:
            current += value
    return total + current


def _is_scale_here(text: str, start: int, end: int) -> bool:
    """Whether a lone letter after digits means a scale: after a currency, or before a noun that is counted."""
    return bool(_CURRENCY_BEFORE.search(text[max(0, start - 5) : start]) or _NOUN_AFTER.match(text[end : end + 30]))


def _join_shares(text: str, numerals: Iterator[Numeral]) -> Iterator[Numeral]:
    """The numerals with "one in eight" and "three out of four" made one."""
    last: Numeral | None = None
    for numeral in numerals:
        if last and _SHARE.fullmatch(text, last.end, numeral.start) and _is_share(last, numeral):
            share = last.low / numeral.low
            last = Numeral(last.start, numeral.end, share, share, "share")
            continue
        if last:
            yield last
        last = numeral
    if last:
        yield last


def _is_share(left: Numeral, right: Numeral) -> bool:
    """Whether "x in y" is a share of a whole: y is round or small, and x is smaller."""
    if not {left.form, right.form} <= {"words", "digits"} or not 0 < left.high < right.low <= 1000:
        return False
    return right.low in {10, 100, 1000} or right.low <= 9 or left.low == 1
