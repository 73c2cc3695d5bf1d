"""Words that make an amount approximate: "nearly", "up to", "or so" and their like."""

import re
from functools import cache

from recension.rules import load_rules
from recension.text.amounts import Amount

# The longest wording, "in the region of", and an article after it fit in.
_WINDOW = 34
# Percentages are given more finely than counts: "about 44 per cent" is not 46.3, while "about 44 people" may be 46.
_PERCENT_SHARE = 0.5


def apply_approximation(text: str, amount: Amount) -> Amount:
    """The amount with the word beside it that makes it approximate: its span then covers the word."""
    if amount.kind == "ordinal":
        return amount
    exact = amount.value if amount.value is not None else amount.low if amount.low == amount.high else None
    before = _find_before(text, amount.start)
    after = None if before else _patterns()[1].match(text, amount.end)
    if before is None and after is None:
        return amount._replace(value=exact, approximate=amount.approximate or amount.low != amount.high)
    word = text[before : amount.start] if before is not None else after[1] if after else ""
    low, high = _factors()[re.sub(r" an? $", "", word).lower().strip()]
    if amount.kind == "percent":
        low, high = 1 - (1 - low) * _PERCENT_SHARE, 1 + (high - 1) * _PERCENT_SHARE
    least, most = (exact, exact) if exact is not None else (amount.low, amount.high)
    return amount._replace(
        start=amount.start if before is None else before,
        end=after.end(1) if after else amount.end,
        low=least * (low if least >= 0 else high),
        high=most * (high if most >= 0 else low),
        value=exact,
        approximate=True,
    )


def _find_before(text: str, start: int) -> int | None:
    """Where the approximating word right before `start` begins; none where "over" belongs to a verb."""
    offset = max(0, start - _WINDOW)
    window = text[offset:start]
    match = _patterns()[0].search(window)
    if match is None:
        return None
    if match[1] and match[1].lower() == "over":
        verb = re.search(r"(\w+) $", window[: match.start()])
        if verb and verb[1].lower() in load_rules("numbers")["over"]["verbs"]:
            return None
    return offset + match.start()


@cache
def _factors() -> dict[str, tuple[float, float]]:
    """What each word multiplies the least and the most by."""
    rules = load_rules("numbers")
    return {w.strip(): (e["low"], e["high"]) for side in ("before", "after") for e in rules[side] for w in e["words"]}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rules = load_rules("numbers")
    left, right = (
        "|".join(re.escape(w) for w in sorted((w for e in rules[side] for w in e["words"]), key=lambda w: (-len(w), w)))
        for side in ("before", "after")
    )
    return (
        re.compile(rf"(?<![\w-])({left})(?<=[\w.])[ \u00a0](?:an? )?$|([~≈><≤≥])$", re.I),
        re.compile(rf"[ ]?({right})(?![\w])", re.I),
    )
