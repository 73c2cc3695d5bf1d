"""Numerals: numbers as digits or words, fractions, and words that leave a number open, as values with spans."""

import re
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

from recension.rules import load_rules

NumeralForm = Literal["digits", "words", "ordinal", "part", "vague", "share"]

_DIGITS = r"\d{1,3}(?:[,\u00a0\u202f\u2009' ]\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:[.,]\d+)?"
_GAP = re.compile(r"[ \u00a0]and[ \u00a0]|[ \u00a0-]")
_AND_A_HALF = re.compile(r"[ -]and[ -]a[ -](half|quarter|third)\b", re.I)
_FRACTION_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_SHARE = re.compile(r"[ -](?:in|out[ -]of)[ -](?:every )?", re.I)


class Numeral(NamedTuple):
    """A number as it stands in a text: its least and most value, and how it is written.

    A part ("two thirds") and a share ("one in eight") are below one.
    """

    start: int
    end: int
    low: float
    high: float
    form: NumeralForm
    scaled: bool = False


class _Token(NamedTuple):
    start: int
    end: int
    word: str
    value: float
    kind: Literal["digits", "unit", "ten", "scale", "article", "ordinal", "part", "vague"]
    high: float = 0.0


@lru_cache(maxsize=4096)
def find_numerals(text: str) -> tuple[Numeral, ...]:
    """The numerals of `text` in order, without units, signs or approximating words.

    >>> [n.low for n in find_numerals("forty-one of 1,200 boats, 2.5 million, half a dozen and a hundred and two")]
    [41.0, 1200.0, 2500000.0, 6.0, 102.0]
    """
    tokens = [_make_token(text, match) for match in _pattern().finditer(text)]
    found: list[Numeral] = []
    position = 0
    while position < len(tokens):
        numeral, position = _read_numeral(text, tokens, position)
        if numeral is not None:
            found.append(numeral)
    return tuple(_join_shares(text, found))


def parse_numeral(text: str) -> float:
    """The value of a text that is one exact numeral; ValueError for any other.

    >>> parse_numeral("twenty-one"), parse_numeral("4.5 billion"), parse_numeral("1.200.000")
    (21.0, 4500000000.0, 1200000.0)
    """
    found = find_numerals(text.strip())
    if len(found) != 1 or (found[0].end - found[0].start) != len(text.strip()) or found[0].low != found[0].high:
        raise ValueError(f"No numeral: {text!r}. Give digits such as 1,200 or words such as twelve.")
    return found[0].low


def parse_digits(written: str) -> float:
    """The value of digits with separators; a single comma before three digits parts thousands, before others decimals.

    >>> parse_digits("1,200"), parse_digits("61,50"), parse_digits("3 000"), parse_digits("1.200.000")
    (1200.0, 61.5, 3000.0, 1200000.0)
    """
    plain = re.sub(r"[\u00a0\u202f\u2009' ]", "", written)
    if plain.count(".") > 1:
        plain = plain.replace(".", "")
    if re.fullmatch(r"\d+,\d{1,2}|\d{4,},\d+", plain):
        return float(plain.replace(",", "."))
    return float(plain.replace(",", ""))


@cache
def _words() -> dict[str, tuple[float, str]]:
    """Each number word with its value and kind."""
    rules = load_rules("numbers")
    known: dict[str, tuple[float, str]] = {"a": (1.0, "article"), "an": (1.0, "article"), "half": (0.5, "part")}
    known |= {w: (1 / v, "part") for w, v in rules["parts"].items()}
    known |= {f"{w}s": (1 / v, "part") for w, v in rules["parts"].items() if not w.startswith("hal")}
    known |= {w: (float(v), "ordinal") for w, v in rules["ordinals"].items()}
    known |= {w: (float(v), "unit" if v < 20 else "ten") for w, v in rules["words"].items()}
    known |= {w: (float(v), "scale") for w, v in rules["scales"].items()}
    known |= {f"{w}s": (float(v), "scale") for w, v in rules["scales"].items() if len(w) > 3 and w != "lakh"}
    return known | {"lakhs": (1e5, "scale")}


@cache
def _pattern() -> re.Pattern[str]:
    rules = load_rules("numbers")
    vague = "|".join(re.escape(w).replace(r"\ ", r"[ -]") for w in sorted(rules["vague"], key=len, reverse=True))
    words = "|".join(sorted((w for w in _words() if len(w) > 2), key=len, reverse=True))
    suffixes = "|".join(sorted(rules["suffixes"], key=len, reverse=True))
    return re.compile(
        rf"(?P<vague>(?<![\w-])(?:{vague})(?!\w))"
        rf"|(?<![\w])(?<![\d][.,])(?<![^\W\d_][-/])(?P<digits>{_DIGITS})(?:(?P<suffix>{suffixes})(?![\w])|(?P<nth>st|nd|rd|th)(?!\w))?"
        rf"|(?P<sign>(?<!\w)\d*[½¼¾⅓⅔])"
        rf"|(?<![\w'’])(?P<word>{words}|bn|tn|an?(?=[ -](?:hundred|thousand|million|billion|trillion|dozen|lakh|crore|half|third|quarter|fifth|tenth)\b))(?![\w'’])",
        re.I,
    )


def _make_token(text: str, match: re.Match[str]) -> _Token:
    rules: dict[str, Any] = load_rules("numbers")
    start, end = match.span()
    if match["vague"]:
        low, high = rules["vague"][match["vague"].lower().replace("-", " ")]
        return _Token(start, end, "", float(low), "vague", float(high))
    if match["sign"]:
        whole = float(match["sign"][:-1] or 0)
        return _Token(start, end, "", whole + _FRACTION_SIGNS[match["sign"][-1]], "digits" if whole else "part")
    if match["digits"]:
        return _make_digits(text, match, rules["suffixes"])
    word = match["word"].lower()
    value, kind = _words()[word]
    return _Token(start, end, word, value, kind)  # type: ignore[arg-type]


def _make_digits(text: str, match: re.Match[str], suffixes: dict[str, int]) -> _Token:
    value, suffix = parse_digits(match["digits"]), (match["suffix"] or "").lower()
    if match["nth"]:
        return _Token(match.start(), match.end(), "", value, "ordinal")
    if suffix in {"m", "k", "b"} and not _is_scale_here(text, match):
        return _Token(match.start(), match.end("digits"), "", value, "digits")
    return _Token(match.start(), match.end(), suffix, value * suffixes.get(suffix, 1), "digits")


def _is_scale_here(text: str, match: re.Match[str]) -> bool:
    """Whether a lone letter after digits means a scale: after a currency, or before a noun that is counted."""
    if re.search(
        r"[$€£¥₹₽][ \u00a0]?$|\b(?:EUR|USD|GBP|CHF|Rs\.?)[ \u00a0]$", text[max(0, match.start() - 5) : match.start()]
    ):
        return True
    following = re.match(r"[ \u00a0-]([a-z]+)", text[match.end() : match.end() + 30])
    return bool(following) and following is not None and following[1].endswith(("people", "s")) and following[1] not in {
        "across", "less", "as", "is", "was", "has", "towards", "vessels",
    }  # fmt: skip


def _read_numeral(text: str, tokens: list[_Token], position: int) -> tuple[Numeral | None, int]:
    """The numeral that begins with the token at `position`, and the position after it."""
    first = tokens[position]
    if first.kind == "vague":
        return Numeral(first.start, first.end, first.value, first.high, "vague"), position + 1
    if first.kind in {"article", "part"} or (first.kind in {"unit", "digits"} and _opens_part(text, tokens, position)):
        return _read_part(text, tokens, position)
    if first.kind == "ordinal":
        return Numeral(first.start, first.end, first.value, first.value, "ordinal"), position + 1
    return _read_cardinal(text, tokens, position)


def _opens_part(text: str, tokens: list[_Token], position: int) -> bool:
    """Whether a part of a whole follows directly: "two thirds", "one-third", "three quarters"."""
    if position + 1 >= len(tokens):
        return False
    first, second = tokens[position], tokens[position + 1]
    gap = text[first.end : second.start]
    plural = second.word.endswith("s") == (first.value != 1)
    return (
        second.kind in {"part", "ordinal"}
        and second.word.rstrip("s") in load_rules("numbers")["parts"]
        and plural
        and gap in {" ", "-"}
    )


def _read_part(text: str, tokens: list[_Token], position: int) -> tuple[Numeral | None, int]:
    """A fraction, or half of a scale ("half a million"), or an article's scale ("a hundred")."""
    first = tokens[position]
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    gap = text[first.end : following.start] if following else ""
    if following is None or gap not in {" ", "-"}:
        if first.kind == "article":
            return None, position + 1
        return _make_part(text, first.start, first.end, first.value), position + 1
    if first.word == "half" and following.kind == "article":
        scale = tokens[position + 2] if position + 2 < len(tokens) else None
        if scale and scale.kind == "scale":
            return Numeral(first.start, scale.end, scale.value / 2, scale.value / 2, "words", True), position + 3
    if first.word == "half" and following.kind == "scale":
        return Numeral(
            first.start, following.end, following.value / 2, following.value / 2, "words", True
        ), position + 2
    if first.kind == "article" and following.kind == "scale":
        return _read_cardinal(text, tokens, position)
    divided = 1 / load_rules("numbers")["parts"].get(
        following.word.rstrip("s"), 0.5 if following.word == "halves" else 1
    )
    if first.kind != "part" and following.kind in {"part", "ordinal"} and divided < 1:
        if first.kind == "article" and following.word == "half" and position + 2 < len(tokens):
            scale = tokens[position + 2]
            if scale.kind == "scale" and text[following.end : scale.start] in {" ", "-"}:
                return Numeral(first.start, scale.end, scale.value / 2, scale.value / 2, "words", True), position + 3
        return _make_part(text, first.start, following.end, first.value * divided), position + 2
    if first.kind == "article":
        return None, position + 1
    return _make_part(text, first.start, first.end, first.value), position + 1


def _make_part(text: str, start: int, end: int, value: float) -> Numeral | None:
    return Numeral(start, end, value, value, "part")


def _read_cardinal(text: str, tokens: list[_Token], position: int) -> tuple[Numeral | None, int]:
    """A whole or decimal number, with its scales."""
    total, current, last_scale = 0.0, 0.0, 1.0
    first = last = tokens[position]
    kinds: list[str] = []
    start = position
    while position < len(tokens):
        token = tokens[position]
        if kinds and not _continues(text, tokens, position, kinds, current, total):
            break
        if token.kind == "scale":
            if token.value <= 100 and token.word != "dozen":
                current = (current or 1) * 100
            else:
                total += (current or (1 if not total else 0)) * token.value
                current = 0
            last_scale = token.value
        elif token.kind == "article":
            current = 1
        elif token.kind == "ordinal":
            value = total + current + token.value
            return Numeral(first.start, token.end, value, value, "ordinal"), position + 1
        else:
            current += token.value
        kinds.append(token.kind)
        last = token
        position += 1
    if kinds == ["scale"] and first.word not in {"dozen", "hundred", "thousand"}:
        return None, start + 1
    value, end = total + current, last.end
    half = _AND_A_HALF.match(text, end)
    if half:
        value += {"half": 0.5, "quarter": 0.25, "third": 1 / 3}[half[1].lower()] * (
            last_scale if "scale" in kinds else 1
        )
        end = half.end()
        while position < len(tokens) and tokens[position].start < end:
            position += 1
        if position < len(tokens) and tokens[position].kind == "scale" and text[end : tokens[position].start] == " ":
            value, end = value * tokens[position].value, tokens[position].end
            kinds.append("scale")
            position += 1
    form: NumeralForm = "digits" if kinds[0] == "digits" else "words"
    return Numeral(
        first.start, end, value, value, form, "scale" in kinds or bool(first.word in {"bn", "m", "k"})
    ), position


def _continues(text: str, tokens: list[_Token], position: int, kinds: list[str], current: float, total: float) -> bool:
    """Whether the token at `position` goes on with the number before it."""
    token, last = tokens[position], tokens[position - 1]
    gap = text[last.end : token.start]
    if not _GAP.fullmatch(gap):
        return False
    with_and = "and" in gap
    if token.kind == "scale":
        return (not with_and and kinds[-1] != "scale") or (
            kinds[-1] == "scale" and not with_and and token.value > last.value
        )
    if token.kind == "ordinal":
        return (kinds[-1] == "ten" and token.value < 10 and not with_and) or (kinds[-1] == "scale" and with_and)
    if kinds[-1] == "scale" and token.kind in {"unit", "ten"}:
        return token.value < last.value and last.value != 12
    if kinds[-1] == "scale" and token.kind == "digits" and position + 1 < len(tokens):
        following = tokens[position + 1]
        return with_and and following.kind == "scale" and 12 < following.value < last.value
    return kinds[-1] == "ten" and token.kind == "unit" and 0 < token.value < 10 and not with_and


def _join_shares(text: str, numerals: list[Numeral]) -> list[Numeral]:
    """The numerals with "one in eight" and "three out of four" made one."""
    joined: list[Numeral] = []
    for numeral in numerals:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.form in {"words", "digits"}
            and 0 < last.high < numeral.low <= 1000
            and numeral.form in {"words", "digits"}
            and _SHARE.fullmatch(text, last.end, numeral.start)
            and (numeral.low in {10, 100, 1000} or last.high <= 9 >= numeral.low or last.high == 1)
        ):
            share = last.low / numeral.low
            joined[-1] = Numeral(last.start, numeral.end, share, share, "share")
        else:
            joined.append(numeral)
    return joined
