"""Quantities of a text: counts, money, percentages, durations, measures, ordinals and ages, with normal values."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from recension.rules import load_rules
from recension.text.counted import find_counted, find_state
from recension.text.dates import find_dates
from recension.text.numerals import Numeral, find_numerals
from recension.text.units import Unit, currency_signs, find_unit_after

QuantityKind = Literal["number", "money", "percent", "duration", "measure", "ordinal", "age"]

_RANGE = re.compile(r"[ \u00a0]?[-–—][ \u00a0]?|[ \u00a0](?:to|or|and)[ \u00a0]|[ \u00a0]?(?:×|x|by)[ \u00a0]", re.I)
_TIGHT = re.compile(r"[-–]")
_CHANGE = re.compile(r"\bfrom\s+(?:about |around |some |nearly |just |[$€£])?$", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:about |around |some )?[$€£]?$", re.I)
_COMPOUND = re.compile(r"[ \u00a0]|,? and |, ")
_BRACKET = re.compile(r"[ \u00a0]?[(\[]|, (?:or|i\.e\.|that is),? ")
_AGE_AFTER = re.compile(r"[ -](?:year|month|week|day)s?[ -]olds?\b|(?<=\d)yo\b|[ ]years of age\b", re.I)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages)(?: of)? (?:between )?$", re.I)
_AGE_DECADE = re.compile(r"\bin (?:his|her|their|your|my) (?:(early|mid|late)[- ])?$", re.I)
_DECADE_WORDS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_IN_DECADE = re.compile(
    rf"\bin (?:his|her|their) (?:(early|mid|late)[- ])?(?:({'|'.join(_DECADE_WORDS)})|([2-9]0)['’]?s)\b", re.I
)
_APPOSITION = re.compile(r"[A-Z][\w'’.-]*\)?, $")
_MAGNITUDE = re.compile(r"\b(magnitude|category)(?:[ -]| of )?$", re.I)
_NAME_BEFORE = re.compile(r"\b(the|a|an|its|his|her|their|this|of)? ?([A-Z][\w'’.]*)[ \u00a0]$")


class Quantity(NamedTuple):
    """A quantity as it stands in a text: `low` and `high` are equal where it is exact.

    `unit` is a currency's code, "%" or "pp", a unit that values are kept in, or "to 3" for a score of a vote;
    `counted` the stem of the noun that is counted, `state` what happened to the counted, `value` the figure as
    written, without the words that make it approximate.
    """

    start: int
    end: int
    text: str
    kind: QuantityKind
    low: float
    high: float
    unit: str | None = None
    counted: str | None = None
    approximate: bool = False
    state: str | None = None
    value: float | None = None

    @property
    def normal(self) -> str:
        """The value in one spelling: "14", "EUR 1200000", "200 km", "6 day", "10-15", "≤40", "~40".

        >>> find_quantities("nearly 40 homes")[0].normal, find_quantities("$4.5bn")[0].normal
        ('≤40', 'USD 4500000000')
        """
        figure = self._show_figure()
        if self.kind == "money":
            return f"{self.unit} {figure}"
        if self.kind == "percent":
            return figure + ("%" if self.unit == "%" else " pp")
        if self.kind == "ordinal":
            return figure + "."
        return f"{figure} {self.unit}" if self.unit else figure

    def _show_figure(self) -> str:
        if self.low == self.high:
            return show_number(self.low)
        if self.value is None:
            return f"{show_number(self.low)}-{show_number(self.high)}"
        sign = "≤" if self.value == self.high else "≥" if self.value == self.low else "~"
        return sign + show_number(self.value)


class _Figure(NamedTuple):
    """A numeral with its unit, before ranges and approximations."""

    start: int
    end: int
    low: float
    high: float
    kind: QuantityKind
    unit: str | None
    numeral: Numeral
    value: float | None = None
    approximate: bool = False
    bare: bool = False


def show_number(value: float) -> str:
    """A number with at most four significant digits after the point, without an exponent.

    >>> show_number(199.558), show_number(4.5e9), show_number(6.0), show_number(67.3)
    ('199.6', '4500000000', '6', '67.3')
    """
    if abs(value - round(value)) < 1e-9 * max(1.0, abs(value)):
        return str(round(value))
    return f"{value:.4g}" if abs(value) < 10_000 else f"{value:.0f}"


@lru_cache(maxsize=4096)
def find_quantities(text: str, published: date | None = None) -> tuple[Quantity, ...]:
    """The quantities of `text` in order; dates, times of day and numbers in names are left to others.

    >>> [(q.text, q.normal, q.counted) for q in find_quantities("Some 3,000 people walked 124 miles.")]
    [('Some 3,000', '~3000', 'peopl'), ('124 miles', '199.6 km', None)]
    """
    taken = [(m.start, m.end) for m in find_dates(text, published)]
    numerals = [n for n in find_numerals(text) if not any(a < n.end and n.start < b for a, b in taken)]
    figures = [f for n in numerals if not _is_name_part(text, n) for f in _make_figures(text, n)]
    figures = _join_conversions(text, _join_compounds(text, _join_ranges(text, figures)))
    figures = [_apply_approximation(text, f) for f in figures]
    found = [*(_make_quantity(text, f) for f in figures if not _is_pronoun(text, f)), *_find_decades(text)]
    return tuple(sorted(_without_overlaps(found)))


def _without_overlaps(found: list[Quantity]) -> Iterator[Quantity]:
    end = 0
    for quantity in sorted(found, key=lambda q: (q.start, -q.end)):
        if quantity.start >= end:
            yield quantity
            end = quantity.end


def _make_figures(text: str, numeral: Numeral) -> Iterator[_Figure]:
    """The numeral with the sign before it or the unit after it; none where it is no quantity."""
    start, end, low, high = numeral.start, numeral.end, numeral.low, numeral.high
    sign = _find_sign(text, start)
    if numeral.form == "ordinal":
        if not _is_second_of_time(text, numeral):
            yield _Figure(start, end, low, high, "ordinal", None, numeral)
        return
    if sign is not None:
        unit = find_unit_after(text, end)
        end = unit.end if unit and unit.kind == "money" else end
        yield _Figure(sign[0], end, low, high, "money", sign[1], numeral)
        return
    age = _AGE_AFTER.match(text, end)
    if age:
        unit_name = re.sub(r"[^a-z]|yo$", "", age.group().lower().split("old")[0].rstrip("- s")) or "year"
        yield _Figure(
            start, age.end(), low, high, "age", unit_name if unit_name in {"month", "week", "day"} else "year", numeral
        )
        return
    unit = find_unit_after(text, end)
    if numeral.form in {"part", "share"} and (unit is None or unit.kind == "percent"):
        yield from _make_part(text, numeral)
        return
    if unit is None:
        yield _make_bare(text, numeral)
        return
    if numeral.form == "part" and unit.kind == "money" and text[end : end + 1] != " ":
        return
    yield _with_unit(text, numeral, unit)


def _with_unit(text: str, numeral: Numeral, unit: Unit) -> _Figure:
    low, high = numeral.low * unit.factor + unit.offset, numeral.high * unit.factor + unit.offset
    if _AGE_BEFORE.search(text[: numeral.start][-20:]) and unit.kind == "duration":
        return _Figure(numeral.start, unit.end, low, high, "age", unit.name, numeral)
    return _Figure(numeral.start, unit.end, low, high, unit.kind, unit.name, numeral)


def _make_bare(text: str, numeral: Numeral) -> _Figure:
    """A numeral without a unit: an age, a magnitude or a plain count."""
    before, start, end = text[max(0, numeral.start - 24) : numeral.start], numeral.start, numeral.end
    if _AGE_BEFORE.search(before) and numeral.high <= 120:
        return _Figure(start, end, numeral.low, numeral.high, "age", "year", numeral)
    apposed = _APPOSITION.search(before) and text[end : end + 1] in {",", ")", "."}
    if apposed and numeral.form == "digits" and 1 <= numeral.low <= 110 and numeral.low % 1 == 0:
        return _Figure(start, end, numeral.low, numeral.high, "age", "year", numeral)
    magnitude = _MAGNITUDE.search(before)
    if magnitude:
        return _Figure(
            start - len(magnitude.group()), end, numeral.low, numeral.high, "measure", magnitude[1].lower(), numeral
        )
    return _Figure(start, end, numeral.low, numeral.high, "number", None, numeral, bare=True)


def _make_part(text: str, numeral: Numeral) -> Iterator[_Figure]:
    """A fraction as a percentage; words such as "third" or "quarter" alone are none."""
    written = text[numeral.start : numeral.end].lower()
    after = text[numeral.end : numeral.end + 12].lower()
    if numeral.form == "part" and " " not in written and "-" not in written:
        if written not in {"half", "½", "¼", "¾", "⅓", "⅔"} or re.search(
            r"(?:\w|-)$", text[max(0, numeral.start - 1) : numeral.start]
        ):
            return
        if re.match(
            r"[ -](?:time|way|year|brother|sister|century|hearted|past|day|term|dead|back)", after
        ) or re.search(
            r"\b(?:first|second|other|latter|final|opening|this|the|one)[ -]$",
            text[max(0, numeral.start - 10) : numeral.start],
            re.I,
        ):
            return
    if written in {"a quarter", "a fifth", "a second"} and not after.startswith((" of", ".", ",", ")")):
        return
    if (
        re.match(r"(?:a|one|two|three)[ -](?:third|quarter|fifth|sixth|tenth|fourth)s?$", written)
        and written.startswith("a ")
        and re.match(r" (?!of\b|more|less|in |to\b)[a-z]", after)
    ):
        return
    # A fraction in words stands for a figure that was rounded to it: half a step of the fraction is a tenth of it.
    percent = numeral.low * 100
    yield _Figure(numeral.start, numeral.end, percent * 0.94, percent * 1.06, "percent", "%", numeral, percent, True)


def _find_sign(text: str, start: int) -> tuple[int, str] | None:
    """Where the currency sign right before `start` begins, and its code."""
    before = text[max(0, start - 6) : start]
    stripped = before.rstrip(" \u00a0")
    if len(before) - len(stripped) > 1:
        return None
    for length in range(min(5, len(stripped)), 0, -1):
        sign = stripped[-length:]
        code = currency_signs().get(sign)
        preceded = stripped[-length - 1 : -length] if length < len(stripped) else ""
        if code and not (preceded.isalnum() and sign[0].isalnum()) and (sign[-1] not in "TkpM" or len(sign) == 2):
            return start - (len(before) - len(stripped)) - length, code
    return None


def _join_ranges(text: str, figures: list[_Figure]) -> list[_Figure]:
    """The figures with "10 to 15", "between 3 and 5" and "$10-15m" made one, and units handed to the left."""
    joined: list[_Figure] = []
    for figure in figures:
        last = joined[-1] if joined else None
        link = _RANGE.fullmatch(text, last.end, figure.start) if last else None
        if last is None or link is None or not _may_join(last, figure):
            joined.append(figure)
            continue
        joined.pop()
        joined.extend(_join_pair(text, last, figure, link.group().strip().lower()))
    return joined


def _may_join(left: _Figure, right: _Figure) -> bool:
    if "ordinal" in (left.kind, right.kind) or "vague" in (left.numeral.form, right.numeral.form):
        return False
    return left.bare or (left.kind, left.unit) == (right.kind, right.unit) or (left.kind == "money" and right.bare)


def _join_pair(text: str, left: _Figure, right: _Figure, link: str) -> Iterator[_Figure]:
    before = text[max(0, left.start - 30) : left.start]
    shared = _share_unit(left, right)
    ascending = shared.low < right.high
    if link == "and" and not _BETWEEN.search(before):
        yield from (left, right)
    elif link in {"×", "x", "by"} or (link == "to" and _CHANGE.search(before)):
        yield from (shared, right) if left.bare and not right.bare else (left, right)
    elif link == "or" and not (left.bare and ascending and right.low <= shared.low * 2):
        yield from (left, right)
    elif ascending and not (left.bare and right.bare and _is_vote(before)):
        opening = _BETWEEN.search(before) if link == "and" else None
        start = left.start - (len(opening.group()) if opening else 0)
        yield right._replace(
            start=start, low=shared.low, high=right.high, value=None, approximate=True, bare=right.bare and left.bare
        )
    elif left.bare and right.bare and left.low % 1 == 0:
        yield left._replace(end=right.end, unit=f"to {show_number(right.low)}", bare=False)
    else:
        yield from (left, right)


def _is_vote(before: str) -> bool:
    return bool(
        re.search(r"\b(?:vot\w+|won|lost|beat|score\w*|draw|defeat\w*|victory|win|ruled)\b[^.;]{0,20}$", before, re.I)
    )


def _share_unit(left: _Figure, right: _Figure) -> _Figure:
    """The left figure of a pair with the unit and the scale of the right: "10-15 million euros"."""
    if right.bare and left.kind == "money":
        return left
    scale = right.high / right.numeral.high if left.bare and right.numeral.high else 1.0
    low = left.low * (scale if right.kind != "measure" or right.unit != "°C" else 1.0)
    if right.numeral.scaled and not left.numeral.scaled and left.numeral.low < 1000:
        for power in (1e12, 1e9, 1e7, 1e6, 1e5, 1e3, 1e2, 12):
            if right.numeral.high >= power and right.numeral.high / power < 1000:
                low *= power
                break
    return left._replace(low=low, high=low, kind=right.kind, unit=right.unit, bare=right.bare)


def _join_compounds(text: str, figures: list[_Figure]) -> list[_Figure]:
    """The figures with "two hours and 40 minutes" and "five feet nine inches" made one."""
    joined: list[_Figure] = []
    for figure in figures:
        last = joined[-1] if joined else None
        if last and _is_compound(text, last, figure):
            low = last.low + figure.low / _STEPS[last.unit, figure.unit]
            joined[-1] = last._replace(end=figure.end, low=low, high=low)
        else:
            joined.append(figure)
    return joined


_STEPS: dict[tuple[str | None, str | None], float] = {
    ("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12, ("day", "hour"): 24, ("m", "cm"): 100,
}  # fmt: skip


def _is_compound(text: str, left: _Figure, right: _Figure) -> bool:
    return (
        left.kind == right.kind in {"duration", "measure"}
        and (left.unit, right.unit) in _STEPS
        and bool(_COMPOUND.fullmatch(text, left.end, right.start))
        and right.low < _STEPS[left.unit, right.unit]
        and left.low == left.high
    )


def _join_conversions(text: str, figures: list[_Figure]) -> list[_Figure]:
    """The figures with a conversion in brackets taken into the figure it repeats: "200 km (124 miles)"."""
    joined: list[_Figure] = []
    for figure in figures:
        last = joined[-1] if joined else None
        if (
            last
            and last.kind == figure.kind == "measure"
            and _BRACKET.fullmatch(text, last.end, figure.start)
            and _is_same_measure(last, figure)
        ):
            end = figure.end + (1 if text[figure.end : figure.end + 1] in {")", "]"} else 0)
            joined[-1] = last._replace(end=end)
        else:
            joined.append(figure)
    return joined


def _is_same_measure(left: _Figure, right: _Figure) -> bool:
    from recension.text.units import convert

    value = convert(right.high, right.unit or "", left.unit or "")
    # Conversions in news are rounded to one or two digits: 30 feet is given as 9 or 10 metres.
    return value is not None and abs(value - left.high) <= 0.07 * abs(left.high)


@cache
def _approximators() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, tuple[float, float]]]:
    rules = load_rules("numbers")
    known = {w: (e["low"], e["high"]) for side in ("before", "after") for e in rules[side] for w in e["words"]}
    before = [w for e in rules["before"] for w in e["words"]]
    after = [w for e in rules["after"] for w in e["words"]]
    left = "|".join(re.escape(w) for w in sorted(before, key=lambda w: (-len(w), w)))
    right = "|".join(re.escape(w) for w in sorted(after, key=lambda w: (-len(w), w)))
    return (
        re.compile(rf"(?<![\w-])({left})[ \u00a0]?(?:the |an? )?$", re.I),
        re.compile(rf"[ ]?({right})(?![\w])", re.I),
        known,
    )


def _apply_approximation(text: str, figure: _Figure) -> _Figure:
    """The figure with the word before or after it that makes it approximate."""
    left, right, known = _approximators()
    if figure.kind == "ordinal":
        return figure
    window = text[max(0, figure.start - 30) : figure.start]
    before = left.search(window)
    if (
        before
        and before.group(1).lower() in {"over", "under", "above", "below", "good", "some"}
        and not window.endswith((" ", "\u00a0"))
    ):
        before = None
    after = right.match(text, figure.end) if not before else None
    match = before or after
    if match is None:
        if figure.numeral.form == "vague":
            return figure._replace(approximate=figure.low != figure.high)
        return (
            figure
            if figure.approximate
            else figure._replace(value=figure.value if figure.value is not None else figure.low)
        )
    low, high = known.get(match.group(1).lower(), known.get(" " + match.group(1).lower(), (0.9, 1.1)))
    value = figure.value if figure.value is not None else figure.low if figure.low == figure.high else None
    start = figure.start - len(window) + before.start(1) if before else figure.start
    end = after.end(1) if after else figure.end
    return figure._replace(
        start=start, end=end, low=figure.low * low, high=figure.high * high, value=value, approximate=True
    )


def _is_name_part(text: str, numeral: Numeral) -> bool:
    """Whether the numeral belongs to a name or label: "Boeing 737", "Flight 370", "Route Sixty-Six"."""
    before = text[max(0, numeral.start - 30) : numeral.start]
    if numeral.form in {"vague", "part", "share", "ordinal"}:
        return numeral.form == "ordinal" and bool(re.search(r"[A-Z]\w+ $", before)) and text[numeral.start].isupper()
    if (
        text[numeral.end : numeral.end + 1] in {"-", "/"}
        and re.match(r"[-/]\d", text[numeral.end : numeral.end + 2])
        and re.search(r"[A-Za-z] $", before)
        and re.search(r"[A-Z]\w* $", before)
    ):
        return not re.search(r"\b(?:The|In|At|About|By|Some|Between|From|A|Nearly|Over|Up to|Of) $", before)
    label = re.search(r"(?:^|[^\w])([\w.#]+)[ \u00a0]$", before)
    if label is None:
        return False
    word = label[1]
    if word.lower() in _labels() and (
        word[0].isupper()
        or re.match(r"\W*(?:$|[,.;)]|[a-z]*\b(?:was|is|were|and|to|in|on|of)\b)", text[numeral.end :].lstrip()[:12])
    ):
        return numeral.form == "digits" or text[numeral.start].isupper()
    if not word[0].isupper() or numeral.form != "digits":
        return bool(
            word[0].isupper()
            and text[numeral.start].isupper()
            and re.match(r"[ ]?(?:$|[^\w ]|[a-z])", text[numeral.end :])
            and numeral.start - len(word) > 2
            and text[numeral.start - len(word) - 2] not in ".!?\n"
        )
    return _is_capital_name(text, numeral, before)


def _is_capital_name(text: str, numeral: Numeral, before: str) -> bool:
    """Whether the capitalised word before digits makes a name with them."""
    match = _NAME_BEFORE.search(before)
    written = text[numeral.start : numeral.end]
    if match is None or not re.fullmatch(r"\d{1,4}", written) or find_unit_after(text, numeral.end):
        return False
    if match[2].lower() in _sentence_openers() or match[2].lower() in _months():
        return False
    following = re.match(r"[ \u00a0-]([a-z]+)", text[numeral.end : numeral.end + 24])
    if match[1] and match[1] != "of":
        return True
    return not (
        following
        and (following[1].endswith("s") or following[1] in {"people", "men", "women", "children", "more", "other"})
    )


@cache
def _labels() -> frozenset[str]:
    return frozenset(load_rules("numbers")["labels"]["words"])


@cache
def _sentence_openers() -> frozenset[str]:
    from recension.text.words import load_stopwords

    openers = {w.split()[-1] for e in load_rules("numbers")["before"] for w in e["words"]}
    return frozenset(
        openers
        | load_stopwords()
        | {"another", "only", "all", "just", "also", "killed", "police", "officials", "total", "today", "yesterday"}
    )


@cache
def _months() -> frozenset[str]:
    return frozenset(load_rules("names")["calendar"])


def _is_second_of_time(text: str, numeral: Numeral) -> bool:
    """Whether "second" is a unit here: "a second later", "per second"."""
    return text[numeral.start : numeral.end].lower() == "second" and bool(
        re.search(r"\b(?:per|each|split|every|one|a)[ -]$", text[max(0, numeral.start - 7) : numeral.start], re.I)
        and re.match(r"\W|$| (?:later|before|after|of)", text[numeral.end : numeral.end + 8])
        and not re.match(r" [a-z]+", text[numeral.end : numeral.end + 8])
    )


def _is_pronoun(text: str, figure: _Figure) -> bool:
    """Whether a bare "one" or "One" stands for somebody rather than for a count."""
    if text[figure.start : figure.end].lower() != "one" or not figure.bare:
        return False
    rules = load_rules("numbers")["pronoun"]
    after = re.match(r"\W*([\w'’]+)?", text[figure.end : figure.end + 30])
    before = re.search(r"([\w'’]+)\W*$", text[max(0, figure.start - 20) : figure.start])
    following = (after[1] or "").lower() if after else ""
    pause = not re.match(r"[ -]\w", text[figure.end : figure.end + 2])
    return pause or following in rules["before"] or bool(before and before[1].lower() in rules["after"])


def _find_decades(text: str) -> Iterator[Quantity]:
    """Ages given by their decade: "in her late thirties", "in his 40s"."""
    for match in _IN_DECADE.finditer(text):
        decade = _DECADE_WORDS[match[2].lower()] if match[2] else int(match[3])
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), "": (0, 9)}[(match[1] or "").lower()]
        yield Quantity(
            match.start(), match.end(), match.group(), "age", decade + low, decade + high, "year", None, True
        )


def _make_quantity(text: str, figure: _Figure) -> Quantity:
    is_counting = figure.kind in {"number", "percent"}
    return Quantity(
        start=figure.start,
        end=figure.end,
        text=text[figure.start : figure.end],
        kind=figure.kind,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        counted=find_counted(text, figure.start, figure.end) if is_counting or figure.kind == "ordinal" else None,
        approximate=figure.approximate,
        state=find_state(text, figure.start, figure.end) if is_counting else None,
        value=figure.value,
    )
