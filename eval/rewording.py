"""The same in other words, by rule: what no reader takes for a contradiction."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from recension.text.quantities import Quantity, find_quantities
from recension.text.sentences import find_sentences

_RULES = tomllib.loads((Path(__file__).parent / "changes.toml").read_text(encoding="utf-8"))
_NUMERALS: list[str] = _RULES["numerals"].split()[1:]
_MONTHS = "|".join(_RULES["months"].split())


def reword(text: str) -> str:
    """The text with common words replaced by others that mean the same."""
    return _replace_words(text, _RULES["synonyms"])


def _replace_words(text: str, words: Mapping[str, str]) -> str:
    return re.sub(rf"\b(?:{'|'.join(words)})\b", lambda m: words[m.group()], text)


def respell(text: str) -> str:
    """British words as an American writes them."""
    words: dict[str, str] = _RULES["spellings"]
    return re.sub("|".join(words), lambda m: words[m.group()], text)


def write_digits(text: str) -> str:
    """Number words as digits."""
    pattern = rf"(?<![-\w])(?:{'|'.join(_NUMERALS)})(?![-\w])"
    return re.sub(pattern, lambda m: str(_NUMERALS.index(m.group()) + 2), text)


def convert_units(text: str) -> str:
    """Kilometres as miles and miles as kilometres, rounded."""
    factors = {"km": ("miles", 0.621371), "mile": ("kilometres", 1.609344)}

    def convert(quantity: Quantity) -> str | None:
        unit = next((u for u in factors if re.fullmatch(rf"\d+ (?:{u}s?|kilomet(?:re|er)s?)", quantity.text)), None)
        if unit is None or quantity.kind != "measure":
            return None
        shown, factor = factors["km" if "k" in quantity.text else unit]
        return f"{round(int(quantity.text.split()[0]) * factor)} {shown}"

    return _replace_quantities(text, convert)


def write_money(text: str) -> str:
    """$4.5 billion as 4.5 billion dollars."""
    return re.sub(r"\$(\d[\d.,]*\d (?:m|b)illion)(?! dollars)", r"\1 dollars", text)


def _replace_quantities(text: str, write: Callable[[Quantity], str | None]) -> str:
    parts, last = [], 0
    for quantity in find_quantities(text):
        new = write(quantity)
        if new is not None:
            parts += [text[last : quantity.start], new]
            last = quantity.end
    return "".join([*parts, text[last:]])


def turn_dates(text: str) -> str:
    """14 October as October 14, and the other way about."""
    text = re.sub(rf"\b(\d{{1,2}}) ({_MONTHS})\b", r"\2 §\1", text)
    return re.sub(rf"\b({_MONTHS}) (\d{{1,2}})\b(?!\d)", r"\2 \1", text).replace("§", "")


def turn_clock(text: str) -> str:
    """7:40 p.m. as 19:40."""
    pattern = r"\b(1[0-2]|[1-9])[:.](\d\d) ?p\.?m\b\.?"
    return re.sub(pattern, lambda m: f"{int(m.group(1)) % 12 + 12}:{m.group(2)}", text)


def drop_accents(text: str) -> str:
    """Names without diacritics."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def turn_speech(text: str) -> str:
    """The clause order of speech turned: "…," said X."""
    return re.sub(r",” said ((?:[A-Z][\w-]+ ?){1,3})(?=[.,])", r",” \1 said", text).replace("  ", " ")


def reverse_sentences(text: str) -> str:
    """The sentences in the opposite order."""
    return " ".join(s.of(text) for s in reversed(find_sentences(text)))


def cut_half(text: str) -> str:
    """Every other sentence only."""
    return " ".join(s.of(text) for s in find_sentences(text)[::2])


def turn_clauses(text: str) -> str:
    """ "When A, B." as "B when A.\""""
    return re.sub(
        r"(?m)(^|(?<=[.!?] ))(When|While|After|Before|As|If) ([^,.“”\"]{8,80}), ([^,.“”\"\n]{8,120})\.",
        lambda m: f"{m.group(4)[0].upper()}{m.group(4)[1:]} {m.group(2).lower()} {m.group(3)}.",
        text,
    )


REWORDINGS: dict[str, Callable[[str], str]] = {
    "synonyms": reword,
    "spelling": respell,
    "digits": write_digits,
    "units": convert_units,
    "currency": write_money,
    "dates": turn_dates,
    "clock": turn_clock,
    "accents": drop_accents,
    "speech": turn_speech,
    "order": reverse_sentences,
    "half": cut_half,
    "clauses": turn_clauses,
}
