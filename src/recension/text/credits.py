"""Credits: the outlets and agencies that a text names as the origin of its report."""

import re
from collections.abc import Iterator
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
_QUOTED = rf"[\"“‘«]?{_NAME}[\"”’»]?"

_SLASHED = re.compile(rf"(?:^|[\s.,])/{_NAME}/(?=[.\s,–—-])", re.M)
_PARENTHESISED = re.compile(rf"\({_NAME}\)(?=\s*[-–—:]|\.\s*[-–—]|\. (?!/))", re.M)
_SOURCE_LINE = re.compile(
    rf"^[ \t(*]*(?i:from|source|via|by)(?P<colon> ?:)?[ \t]+{_NAME}(?: in [A-Z][\w ]{{2,30}})?[ \t).]*$", re.M
)
_BYLINE = re.compile(rf"^[ \t]*[Bb][Yy] [^,\n]{{3,60}}, {_NAME}[ \t]*$", re.M)
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
    r"\b(?:report|said|sa[iy]|told|tell|quot|cit(?:ed|ing|es)|according|wrote|writ|spoke|talked|add[se]|gave|describ|publish|interview"
    r"|disclos|reveal|announc|declar|version|statement|conversation|questioned|words|account)\w*",
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
    best: dict[int, Credit] = {}
    for credit in found:
        if not any(c.start < credit.end and credit.start < c.end for c in best.values()):
            best[credit.start] = credit
    return tuple(sorted(best.values()))


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
    for pattern in (_SOURCES, _WITH_INPUTS):
        for match in pattern.finditer(text):
            for item in _LISTED.finditer(re.sub(r"\(([^)]*)\)", lambda m: " " * len(m[0]), match["list"])):
                name, group = (item["name"], "name") if item["name"] else (item["plain"], "plain")
                if group == "plain" or pattern is _SOURCES or _is_outlet_name(name):
                    start = match.start("list") + item.start(group)
                    yield Credit(start, start + len(name), name, "byline")


def _find_telling(text: str) -> Iterator[Credit]:
    """Mentions whose wording alone shows that the name is an outlet's."""
    for sentence in find_sentences(text):
        clause = sentence.of(text)
        if not _CUE.search(clause):
            continue
        for pattern in _telling_patterns():
            for match in pattern.finditer(text, sentence.start, sentence.end):
                if "opener" not in pattern.groupindex or _opens_class(match["opener"]):
                    yield from _make_credit(match, "report")


def _opens_class(opener: str | None) -> bool:
    return opener is None or opener.lower().strip() in load_rules("credits")["class_openers"]


def _find_weak(text: str) -> Iterator[Credit]:
    """Mentions that would as well fit a person: told X, X said, according to X."""
    for pattern in _weak_patterns():
        for match in pattern.finditer(text):
            yield from _make_credit(match, "report")


@cache
def _telling_patterns() -> tuple[re.Pattern[str], ...]:
    rules = load_rules("credits")
    classes = "|".join(sorted(rules["classes"], key=len, reverse=True))
    verbs = "|".join(rules["verbs"])
    openers = r"(?P<opener>[\w-]{1,20} )"
    return tuple(
        re.compile(p)
        for p in (
            rf"\b{openers}(?:{classes}),? {_QUOTED}",
            rf"\b{_QUOTED} (?:(?:news|press|wire|state|official) ){{0,2}}(?:{classes})\b(?! [\"“]?[A-Z])",
            rf"\b{_NAME}, (?:an?|the|its) (?:[\w-]{{1,20}} ){{0,3}}(?:news agency|newspaper|daily|broadcaster|news site|wire service|newswire)\b",
            rf"\b(?:said|says|saying|added|told [^,.]{{1,40}}|reporters[^,.]{{0,40}}),?[\"”]? according to (?:the )?{_NAME}",
            rf"\b{_NAME} (?:quoted|quotes|cited) (?:[^,.]{{1,80}}, )?[^,.]{{1,80}},? as (?:saying|telling|denying|having)",
            rf"\bas per an? {_NAME} report\b",
            rf"\b(?:a|the) report (?:in|by|from|of) (?:the )?{_NAME}",
            rf"\bas (?:reported|quoted|cited) by (?:the )?{_NAME}",
            rf"\b{_NAME}[’']s (?:dispatch|correspondent|report that)",
            rf"(?<=[,”\"] ){_NAME} reported(?=[.,])",
            rf"(?P<name>\b{_CAPITAL}\w{{1,20}}(?: {_CAPITAL}\w{{1,20}})? state (?:media|television|TV|radio)) (?:{verbs})\b",
        )
    )


@cache
def _weak_patterns() -> tuple[re.Pattern[str], ...]:
    verbs = "|".join(load_rules("credits")["verbs"])
    return tuple(
        re.compile(p)
        for p in (
            rf"\b{_NAME}(?: \([A-Z]{{2,6}}\))? (?:(?:has|have|had) )?(?:{verbs})\b",
            rf"\b(?:[Aa]ccording to|told|tells|(?:quoted|cited|questioned|interviewed) by|with|by|to|report of) (?:the )?{_QUOTED}",
        )
    )


def _make_credit(match: re.Match[str], kind: CreditKind) -> Iterator[Credit]:
    """The credit of a match, its name without what only stands before it; nothing where no name is left."""
    name, start = match["name"], match.start("name")
    known = max((k for k in _known() if re.search(rf"(?:^|[\s/]){re.escape(k)}$", name)), key=len, default=None)
    if known:
        name, start = known, start + len(name) - len(known)
    while " " in name and (name.split()[0].lower() in load_stopwords() - {"the"} or name.split()[0] in _OPENING):
        cut = name.index(" ") + 1
        name, start = name[cut:], start + cut
    if name in load_rules("credits")["never"] or len(name) < 2 or name.lower() in load_stopwords() or name in _OPENING:
        return
    if kind == "report" and name.split()[-1] in _CLASS_NAMES and len(name.split()) == 1:
        return
    yield Credit(start, start + len(name), name, kind)


# Words that only open a sentence or a clause before an outlet's name.
_OPENING = frozenset(
    {"According", "Meanwhile", "Later", "Earlier", "Also", "Russian", "State", "However", "Yesterday", "Today"}
)
_CLASS_NAMES = frozenset(
    {"Agency", "News", "Press", "Media", "Police", "Government", "Ministry", "President", "Minister", "Officials"}
)


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
