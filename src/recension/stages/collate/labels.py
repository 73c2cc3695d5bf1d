"""Labels: what the readings of a fact are about, in words of the texts, without the values themselves."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from recension.records import Slot
from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import Sheet, Token
from recension.text.quantities import Quantity
from recension.text.words import make_stem

MOST_LETTERS = 60
# What the heads below leave of it.
_MOST_AROUND = MOST_LETTERS - 14
_HEADS: dict[Slot, str] = {
    "money": "amount", "duration": "how long", "date": "when", "time": "when", "place": "where", "person": "who",
    "organization": "who", "role": "who", "negation": "whether",
}  # fmt: skip
_REACH = 6
_PAUSE = re.compile(r"[,;:()\[\]\"“”«»—…]|[.!?]\s")
_GAP = "…"


def make_label(sheet: Sheet, mentions: Sequence[Mention]) -> str:
    """What the mentions tell, at most 60 characters: what is counted, or the words around with a gap for the value."""
    head = _HEADS.get(mentions[0].slot, "")
    quantities = [m.thing for m in mentions if isinstance(m.thing, Quantity)]
    if quantities:
        counted = _name_counted(sheet, mentions)
        if counted:
            return clip(counted)
        head = head or {"percent": "share", "age": "age"}.get(quantities[0].kind, "")
    around = _quote_surroundings(sheet, mentions)
    if not around:
        return clip(head or mentions[0].value)
    return clip(f"{head}: {around}" if head else around)


def make_speaker_label(said: str) -> str:
    """Who said these words.

    >>> make_speaker_label("We will rebuild the pier before the herring comes back to these waters in spring")
    'who said “We will rebuild the pier before the herring…”'
    """
    return f"who said “{clip(said, MOST_LETTERS - 11)}”"


def clip(text: str, most: int = MOST_LETTERS) -> str:
    """The text on one line, cut between two words where it is longer than `most`.

    >>> clip("boats in the search for the crew", 20)
    'boats in the search…'
    """
    plain = " ".join(text.split())
    if len(plain) <= most:
        return plain
    return (plain[:most].rpartition(" ")[0] or plain[: most - 1]) + _GAP


def _name_counted(sheet: Sheet, mentions: Sequence[Mention]) -> str | None:
    """What most of the mentions count, as one writes it, and what happened to it: "fishing boats", "people missing"."""
    counts = [m for m in mentions if isinstance(m.thing, Quantity) and m.thing.kind == "number"]
    things = [m.thing for m in counts if isinstance(m.thing, Quantity)]
    states = Counter(q.state for q in things if q.state)
    state = next((s for s, count in states.most_common(1) if 2 * count > len(things)), None)
    nouns = Counter(q.counted for q in things if q.counted and (state is None or q.state == state))
    for noun, _ in nouns.most_common():
        shown = next((s for m in counts if (s := _show_noun(sheet, m, noun))), None)
        if shown and shown.split()[-1][0].islower():
            return f"{shown} {state}" if state and make_stem(state) not in map(make_stem, shown.split()) else shown
    return f"number {state}" if state else None


def _show_noun(sheet: Sheet, mention: Mention, noun: str) -> str | None:
    """The noun with the words between it and the figure; by itself where it stands before the figure."""
    if not isinstance(mention.thing, Quantity) or mention.thing.counted != noun:
        return None
    tokens = sheet.sentences[mention.sentence].tokens
    text = sheet.articles[mention.article].text
    after = [t for t in tokens if t.start >= mention.end][:_REACH]
    for position, token in enumerate(after):
        if make_stem(token.text) == noun:
            inner = after[:position]
            start = next((t.start for t in inner if t.is_content), token.start)
            return text[start : token.end]
    return next((t.text for t in tokens if make_stem(t.text) == noun), None)


def _quote_surroundings(sheet: Sheet, mentions: Sequence[Mention]) -> str:
    """The words around the mention whose neighbours the other articles share most, a gap in its place."""
    windows = [_find_window(sheet, m) for m in mentions]
    owners: dict[int, set[int]] = {}
    for mention, (before, after) in zip(mentions, windows, strict=True):
        for token in (*before, *after):
            owners.setdefault(token.key, set()).add(mention.article)
    shared = {key for key, articles in owners.items() if len(articles) > 1}
    best, most = "", -1.0
    for mention, (before, after) in zip(mentions, windows, strict=True):
        kept = list(_trim(before[::-1], shared))[::-1], list(_trim(after, shared))
        weight = sum(float(sheet.weights[t.key]) for side in kept for t in side if t.key in shared)
        shown = _show(sheet.articles[mention.article].text, mention, *kept)
        if shown and weight > most:
            best, most = shown, weight
    return best


def _find_window(sheet: Sheet, mention: Mention) -> tuple[list[Token], list[Token]]:
    """The words before and after the mention up to the next pause; where these say nothing, those beyond it."""
    tokens, text = sheet.sentences[mention.sentence].tokens, sheet.articles[mention.article].text
    before = [t for t in tokens if t.end <= mention.start][-_REACH:]
    after = [t for t in tokens if t.start >= mention.end][:_REACH]
    near_before = [t for t in before if not _PAUSE.search(text, t.end, mention.start)]
    near_after = [t for t in after if not _PAUSE.search(text, mention.end, t.start)]
    if any(t.is_content for t in (*near_before, *near_after)):
        return near_before, near_after
    return before, after


def _trim(outward: Sequence[Token], shared: set[int]) -> Iterator[Token]:
    """The words from the mention outward up to the last that other articles have; else to the first that tells."""
    telling = [k for k, t in enumerate(outward) if t.is_content]
    common = [k for k in telling if outward[k].key in shared]
    last = common[-1] if common else telling[0] if telling else -1
    yield from outward[: last + 1]


def _show(text: str, mention: Mention, before: Sequence[Token], after: Sequence[Token]) -> str:
    """The words with the gap, the outermost of the longer side left out until they fit."""
    if not before and not after:
        return ""
    left = " ".join(text[before[0].start : mention.start].split()) if before else ""
    right = " ".join(text[mention.end : after[-1].end].split()) if after else ""
    if len(left) + len(right) <= _MOST_AROUND:
        glue = " " if before and text[mention.start - 1].isspace() else ""
        return f"{left}{glue}{_GAP}{text[mention.end : after[-1].end] if after else ''}".strip()
    cut = (before[1:], after) if len(left) > len(right) else (before, after[:-1])
    return _show(text, mention, *cut)
