"""The reports themselves: each article once, with its evidence marked, its repairs, and what was set aside."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from recension.records import Article, Repair
from recension.text.sentences import find_paragraphs
from recension.writers.evidence import Mark, Piece, make_pieces
from recension.writers.labels import write_date
from recension.writers.page.cast import Witness
from recension.writers.page.words import DATE_SOURCES, REPAIR_KINDS

# Kinds of repair listed one by one; an article spoofed throughout has hundreds of repairs of few kinds.
MOST_REPAIRS = 60

# Characters shown of a piece that was set aside: enough to see what it is.
MOST_REMOVED = 300


class RepairView(NamedTuple):
    """A repair that was made `times` times, with the code points that it replaced or took out."""

    before: tuple[tuple[str, bool], ...]
    after: str
    kind: str
    points: str
    times: int


class RemovedView(NamedTuple):
    """The pieces set aside for one reason."""

    reason: str
    texts: tuple[str, ...]


class Report(NamedTuple):
    """An article as the page shows it."""

    witness: Witness
    date: str
    date_source: str
    repeats_title: bool
    paragraphs: tuple[tuple[Piece, ...], ...]
    repairs: tuple[RepairView, ...]
    more_repairs: int
    removed: tuple[RemovedView, ...]


def make_report(witness: Witness, marks: Sequence[Mark]) -> Report:
    """The report of `witness` with `marks`, and with its repairs, in its text."""
    article = witness.article
    paragraphs = find_paragraphs(article.text)
    every = [*marks, *_find_repair_marks(article)]
    repairs = _count_repairs(article.repairs)
    return Report(
        witness,
        write_date(article.published),
        DATE_SOURCES.get(article.published_from or "", ""),
        bool(paragraphs and article.title) and paragraphs[0].of(article.text).strip() == (article.title or "").strip(),
        tuple(make_pieces(article.text, paragraph, every) for paragraph in paragraphs),
        repairs[:MOST_REPAIRS],
        max(0, len(repairs) - MOST_REPAIRS),
        _sort_removed(article),
    )


def find_odd_runs(before: str, after: str) -> tuple[tuple[str, bool], ...]:
    """`before` in runs, each with whether it is odd: not of ASCII and not in `after`, so that a look may miss it.

    What cannot be seen at all is spelled out by its code point.

    >>> find_odd_runs("Pоре", "Pope")
    (('P', False), ('оре', True))
    >>> find_odd_runs("mi\u200bll", "mill")
    (('mi', False), ('⟦U+200B⟧', True), ('ll', False))
    """
    runs = groupby(before, key=lambda character: not character.isascii() and character not in after)
    return tuple((_spell_out(run) if odd else "".join(run), odd) for odd, run in runs)


def find_odd_points(before: str, after: str) -> str:
    """The code points of what is odd in `before`, each once.

    >>> find_odd_points("Pоpе", "Pope")
    'U+043E U+0435'
    """
    odd = dict.fromkeys(c for c in before if c not in after and not c.isascii())
    return " ".join(f"U+{ord(c):04X}" for c in odd)


def _spell_out(run: Iterable[str]) -> str:
    return "".join(c if c.isprintable() else f"⟦U+{ord(c):04X}⟧" for c in run)


def _find_repair_marks(article: Article) -> Iterable[Mark]:
    for repair in article.repairs:
        yield Mark(repair.start, repair.end, "repair", was=find_odd_runs(repair.before, repair.after))


def _count_repairs(repairs: Iterable[Repair]) -> tuple[RepairView, ...]:
    counted = Counter((r.before, r.after, r.kind) for r in repairs)
    return tuple(
        RepairView(find_odd_runs(before, after), after, REPAIR_KINDS[kind], find_odd_points(before, after), times)
        for (before, after, kind), times in counted.most_common()
    )


def _sort_removed(article: Article) -> tuple[RemovedView, ...]:
    reasons: dict[str, list[str]] = {}
    for piece in article.removed:
        text = piece.text if len(piece.text) <= MOST_REMOVED else piece.text[:MOST_REMOVED] + " …"
        reasons.setdefault(piece.reason, []).append(text)
    return tuple(RemovedView(reason.replace("_", " "), tuple(texts)) for reason, texts in reasons.items())
