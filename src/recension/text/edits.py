"""Changes to a text that keep the way back: each becomes a Repair with its span in the changed text."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from recension.records import Repair, RepairKind, Span

# Where several changes fall into one word, the word is named after the gravest.
_GRAVITY: dict[str, int] = {"homoglyph": 0, "mojibake": 1, "zero_width": 2, "hyphenation": 3, "other": 4}
# A change is shown with the word around it; without spaces a "word" may be a whole file.
_LONGEST_WORD = 80


class Edit(NamedTuple):
    """`after` is to stand in place of `start:end` of a text."""

    start: int
    end: int
    after: str
    kind: RepairKind


def apply_edits(text: str, edits: Iterable[Edit], repairs: Sequence[Repair] = ()) -> tuple[str, tuple[Repair, ...]]:
    """The changed text, and its repairs, each spanning the words that were changed.

    `repairs` are those that led to `text`; where an edit touches one, the two become one that leads back to the
    oldest state. Edits must not overlap.

    >>> apply_edits("The Pоpe spoke", [Edit(5, 6, "o", "homoglyph")])
    ('The Pope spoke', (Repair(start=4, end=8, before='Pоpe', after='Pope', kind='homoglyph'),))
    """
    ordered = sorted(edits)
    if not ordered:
        return text, tuple(repairs)
    pieces: list[str] = []
    done: list[Repair] = []
    length = last = 0
    for span, inner, old in _group(text, ordered, sorted(repairs, key=lambda r: (r.start, r.end))):
        pieces.append(text[last : span.start])
        length += span.start - last
        after = _splice(text, span, [(e.start, e.end, e.after) for e in inner])
        before = _splice(text, span, [(r.start, r.end, r.before) for r in old])
        if before != after:
            kind = min([e.kind for e in inner] + [r.kind for r in old], key=lambda k: _GRAVITY[k])
            done.append(Repair(length, length + len(after), before, after, kind))
        pieces.append(after)
        length += len(after)
        last = span.end
    pieces.append(text[last:])
    return "".join(pieces), tuple(done)


def cut_text(text: str, spans: Iterable[Span], repairs: Sequence[Repair] = ()) -> tuple[str, tuple[Repair, ...]]:
    """`text` without `spans`, and the repairs that are still in it.

    >>> cut_text("Read on. The mill burned.", [Span(0, 9)])
    ('The mill burned.', ())
    """
    cuts = _join(spans)
    pieces, kept, moved, last = [], [], 0, 0
    queue = sorted(repairs, key=lambda r: (r.start, r.end))
    position = 0
    for cut in [*cuts, Span(len(text), len(text))]:
        pieces.append(text[last : cut.start])
        while position < len(queue) and queue[position].start <= cut.start:
            repair = queue[position]
            if repair.start >= last and repair.end <= cut.start:
                kept.append(replace(repair, start=repair.start - moved, end=repair.end - moved))
            position += 1
        while position < len(queue) and queue[position].start < cut.end:
            position += 1
        moved += cut.end - cut.start
        last = cut.end
    return "".join(pieces), tuple(kept)


def _group(text: str, edits: list[Edit], repairs: list[Repair]) -> Iterable[tuple[Span, list[Edit], list[Repair]]]:
    """The stretches that change as one: edits with the words around them and the repairs they touch."""
    marks: list[tuple[Span, Edit | Repair]] = [(_widen(text, e.start, e.end), e) for e in edits]
    marks += [(Span(r.start, r.end), r) for r in repairs]
    marks.sort(key=lambda m: m[0])
    groups: list[tuple[Span, list[Edit], list[Repair]]] = []
    for span, item in marks:
        if groups and (span.start < groups[-1][0].end or span.start == groups[-1][0].start):
            merged = Span(groups[-1][0].start, max(groups[-1][0].end, span.end))
            groups[-1] = (merged, groups[-1][1], groups[-1][2])
        else:
            groups.append((span, [], []))
        if isinstance(item, Edit):
            groups[-1][1].append(item)
        else:
            groups[-1][2].append(item)
    for span, inner, old in groups:
        if inner:
            yield span, sorted(inner), old
        else:
            yield span, [Edit(r.start, r.end, r.after, r.kind) for r in old], old


def _widen(text: str, start: int, end: int) -> Span:
    """The span with the rest of the words that it touches."""
    low, high = max(0, start - _LONGEST_WORD), min(len(text), end + _LONGEST_WORD)
    while start > low and not text[start - 1].isspace():
        start -= 1
    while end < high and not text[end].isspace():
        end += 1
    return Span(start, end)


def _splice(text: str, span: Span, changes: list[tuple[int, int, str]]) -> str:
    parts, last = [], span.start
    for start, end, new in changes:
        parts += [text[last:start], new]
        last = end
    return "".join([*parts, text[last : span.end]])


def _join(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif span.end > span.start:
            joined.append(span)
    return joined
