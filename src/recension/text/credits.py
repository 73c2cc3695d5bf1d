"""Credits: the outlets and agencies that a text names as the origin of its report."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from recension.records import Span
from recension.rules import load_rules
from recension.text.sentences import find_sentences
from recension.text.words import load_stopwords

CreditKind = Literal["dateline", "byline", "report"]

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_NAME_WORD = rf"{_CAPITAL}[\w&/-]{{0,30}}"
_NAME = rf"(?P<name>{_NAME_WORD}(?: (?:(?:of|the|for|du|de|la|di|del|&) ){{0,2}}{_NAME_WORD}){{0,5}})"

_SLASHED = re.compile(rf"(?:^|[\s.,])/{_NAME}/(?=[.\s,–—-])", re.M)
_PARENTHESISED = re.compile(rf"\({_NAME}\)(?=\s*[-–—:]|\.\s*[-–—]|\. (?!/))", re.M)
_SOURCE_LINE = re.compile(
    rf"^[ \t(*]*(?i:from|source|via|by)(?P<colon> ?:)?[ \t]+{_NAME}(?: in [A-Z][\w ]{{2,30}})?[ \t).]*$", re.M
)
_WRITER = rf"(?:[Bb][Yy] [^,\n]{{3,60}}|{_NAME_WORD}(?: {_NAME_WORD}){{1,2}})"
_BYLINE = re.compile(rf"^[ \t]*{_WRITER}(?:,| /| \|) {_NAME}[ \t]*$", re.M)
_BYLINE_PARTS = re.compile(r"\s*(?:[,/|·•\n]|\bfor\b|\bof\b|^[Bb][Yy]\b)\s*")
_SOURCES = re.compile(r"\bsources?:[ \t]+(?P<list>[^\n]{3,200})", re.I)
_WITH_INPUTS = re.compile(
    r"\b(?:with|additional) (?:inputs?|reporting|information|material|reports?) (?:from|by) (?P<list>[^\n.)]{3,120})",
    re.I,
)
_FIRST_APPEARED = re.compile(
    rf"\b(?:first|originally) (?:appeared|published|reported|ran) (?:in|on|by) (?:the )?{_NAME}"
)
_LISTED = re.compile(rf"(?:^|, | and |; )(?:the )?(?:{_NAME}|(?P<plain>agencies|wire services))")
_CUE = re.compile(
    r"\b(?:report|said|sa[iy]|told|tell|quot|cit(?:ed|ing|es)|according|wrote|writ|spoke|talked|add[se]|gave|describ"
    r"|publish|interview|disclos|reveal|announc|declar|version|statement|conversation|questioned|words|account)",
    re.I,
)


class Credit(NamedTuple):
    """One mention of an outlet as origin: `start:end` is the name as it stands in the text."""

    start: int
    end: int
    name: str
    kind: CreditKind

    @property
    def span(self) -> Span:
        """Where in the text the name stands."""
        return Span(self.start, self.end)


@lru_cache(maxsize=1024)
def find_credits(text: str) -> tuple[Credit, ...]:
    """Every mention of an outlet or agency as origin of the report, in order of appearance.

    The wording tells, not the name: a dateline, a source line, "the daily X", "told A, according to X"; a name that
    one mention shows to be an outlet's also counts where it is only said to have been told something.

    >>> [(c.name, c.kind) for c in find_credits("VALE (Tarn) - A ferry sank. The mate told Tarn so.")]
    [('Tarn', 'dateline'), ('Tarn', 'report')]
    """
    found = [*_find_in_datelines(text), *_find_in_lines(text), *_find_telling(text)]
    outlets = {c.name for c in found}
    found += [c for c in _find_weak(text) if c.name in outlets or _is_outlet_name(c.name)]
    found = [_cut_to_known(c, outlets) for c in found]
    return _select_apart(found, len(text))


def find_byline_credits(byline: str) -> tuple[str, ...]:
    """The outlets that a byline names, beside the writer or alone.

    >>> find_byline_credits("By Ana Ruiz, Orr Press"), find_byline_credits("Ana Ruiz, chief editor")
    (('Orr Press',), ())
    """
    return tuple(part for part in _BYLINE_PARTS.split(byline) if _is_outlet_name(part))


def _select_apart(found: Iterable[Credit], length: int) -> tuple[Credit, ...]:
    """The credits that overlap none before them, in the order of the text."""
    taken = bytearray(length)
    kept = []
    for credit in found:
        if not any(taken[credit.start : credit.end]):
            taken[credit.start : credit.end] = b"\1" * (credit.end - credit.start)
            kept.append(credit)
    return tuple(sorted(kept))


def _cut_to_known(credit: Credit, outlets: set[str]) -> Credit:
    """The credit without what stands before or after a name that is credited by itself: "readers of X", "X of Vale"."""
    for name in sorted(outlets - {credit.name}, key=lambda n: (-len(n), n)):
        if credit.name.endswith(f" of {name}"):
            return credit._replace(start=credit.end - len(name), name=name)
        if credit.name.startswith(f"{name} of "):
            return credit._replace(end=credit.start + len(name), name=name)
    return credit


def _find_in_datelines(text: str) -> Iterator[Credit]:
    for match in _SLASHED.finditer(text):
        yield from _make_credit(match, "dateline")
    for match in _PARENTHESISED.finditer(text):
        line_start = text.rfind("\n", 0, match.start()) + 1
        place = text[max(line_start, match.start() - 80) : match.start()]
        dashed = bool(re.match(r"\.?\s*[-–—:]", text[match.end() : match.end() + 4]))
        if (_is_dateline(place) and (dashed or place.strip())) or (dashed and match["name"] in _known()):
            yield from _make_credit(match, "dateline")


def _is_dateline(words: str) -> bool:
    """Whether nothing but places and dates stands there.

    >>> _is_dateline("VALE (Orr), 4 March "), _is_dateline("He met the mayor ")
    (True, False)
    """
    plain = re.findall(r"[^\W\d_]+", words)
    return len(plain) <= 8 and all(w[0].isupper() or w in {"of", "de", "la", "on", "the"} for w in plain)


def _find_in_lines(text: str) -> Iterator[Credit]:
    for pattern in (_SOURCE_LINE, _BYLINE):
        for match in pattern.finditer(text):
            if match.groupdict().get("colon") or _is_outlet_name(match["name"]):
                yield from _make_credit(match, "byline")
    for match in _FIRST_APPEARED.finditer(text):
        yield from _make_credit(match, "byline")
    for match in _SOURCES.finditer(text):
        yield from _find_listed(match, is_any=True)
    for match in _WITH_INPUTS.finditer(text):
        yield from _find_listed(match, is_any=False)


def _find_listed(match: re.Match[str], is_any: bool) -> Iterator[Credit]:
    """The outlets in a list of sources, whatever stands in brackets left out; `is_any` takes every name for one."""
    names = re.sub(r"\([^)]*\)", lambda m: " " * len(m[0]), match["list"])
    for item in _LISTED.finditer(names):
        group = "plain" if item["plain"] else "name"
        if group == "plain" or is_any or _is_outlet_name(item[group]):
            start = match.start("list") + item.start(group)
            yield Credit(start, start + len(item[group]), item[group], "byline")


def _find_telling(text: str) -> Iterator[Credit]:
    """Mentions whose wording alone shows that the name is an outlet's."""
    for sentence in find_sentences(text):
        clause = sentence.of(text)
        if not _CUE.search(clause):
            continue
        for pattern in _load_forms("telling"):
            for match in pattern.finditer(text, sentence.start, sentence.end):
                if _opens_class(match.groupdict().get("opener")):
                    yield from _make_credit(match, "report")


def _opens_class(opener: str | None) -> bool:
    return opener is None or opener.lower().strip() in load_rules("credits")["class_openers"]


def _find_weak(text: str) -> Iterator[Credit]:
    """Mentions that would as well fit a person: told X, X said, according to X."""
    for pattern in _load_forms("weak"):
        for match in pattern.finditer(text):
            yield from _make_credit(match, "report")


@cache
def _load_forms(strength: Literal["telling", "weak"]) -> tuple[re.Pattern[str], ...]:
    """The forms of the rules, with what their capital words stand for."""
    rules = load_rules("credits")
    stands_for = {
        "NAME": _NAME,
        "QUOTED": rf"[\"“‘«]?{_NAME}[\"”’»]?",
        "CLASS": "|".join(sorted(rules["classes"], key=len, reverse=True)),
        "VERB": "|".join(rules["verbs"]),
        "OPENER": r"(?P<opener>[\w-]{1,20} )",
    }
    pattern = re.compile("NAME|QUOTED|CLASS|VERB|OPENER")
    return tuple(re.compile(pattern.sub(lambda m: stands_for[m[0]], form)) for form in rules[strength])


def _make_credit(match: re.Match[str], kind: CreditKind) -> Iterator[Credit]:
    """The credit of a match, its name without what only stands before it; nothing where no name is left."""
    rules = load_rules("credits")
    name = _trim(match["name"])
    if len(name) < 2 or name.lower() in load_stopwords() or name in {*rules["never"], *rules["before_name"]}:
        return
    if kind == "report" and name in rules["generic"]:
        return
    end = match.end("name")
    yield Credit(end - len(name), end, name, kind)


def _trim(name: str) -> str:
    """The name from where it begins: a known outlet at its end alone, else without words that only stand before it.

    >>> _trim("Russian RIA Novosti"), _trim("Meanwhile Tarn"), _trim("The Harbour Courier")
    ('RIA Novosti', 'Tarn', 'The Harbour Courier')
    """
    words = name.split()
    for start in range(len(words)):
        if " ".join(words[start:]) in _known():
            return " ".join(words[start:])
    before = load_rules("credits")["before_name"]
    while len(words) > 1 and (words[0] in before or words[0].lower() in load_stopwords() - {"the"}):
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=4096)
def _is_outlet_name(name: str) -> bool:
    """Whether the name itself tells: a known agency, or its last word is one that outlets bear.

    >>> _is_outlet_name("Harbour Courier"), _is_outlet_name("Reuters"), _is_outlet_name("Ana Ruiz")
    (True, True, False)
    """
    if name in _known():
        return True
    words = name.lower().split()
    telling = load_rules("credits")["outlet_words"]
    if len(words) < 2 or not (words[-1] in telling or " ".join(words[-2:]) in telling):
        return False
    return not (words[-1] == "agency" and words[-2] not in {"news", "press"})


@cache
def _known() -> frozenset[str]:
    return frozenset(load_rules("credits")["known"])
