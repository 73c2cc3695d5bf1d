"""Contrasts: two mentions that stand for the same thing and say something else, and the facts they add up to."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from recension.records import Verdict
from recension.stages.collate.confidence import Kind
from recension.stages.collate.labels import make_label, make_speaker_label
from recension.stages.collate.mentions import Mention
from recension.stages.collate.sheet import Sheet


class Contrast(NamedTuple):
    """`left` and `right` cannot both be true; `left_class` and `right_class` tell which values are the same."""

    left: Mention
    right: Mention
    left_class: Hashable
    right_class: Hashable
    score: float


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact before it is written: mentions grouped by value, and how sure that they belong together.

    `kind` tells how it was found, where verdict and slot do not.
    """

    label: str
    groups: tuple[tuple[Mention, ...], ...]
    verdict: Verdict
    why: str
    confidence: float
    kind: Kind | None = None


@dataclass
class _Dispute:
    """The contrasts between the same two values: which mentions stand on which side."""

    score: float = 0.0
    sides: tuple[dict[int, Mention], dict[int, Mention]] = field(default_factory=lambda: ({}, {}))


def make_disputes(
    sheet: Sheet, contrasts: Iterable[Contrast], describe: Callable[[Mention, Mention], str]
) -> list[Draft]:
    """One conflict for each two values that were set against each other, the surest first.

    An article stands on the side of its best contrast only.
    """
    disputes: dict[tuple[Hashable, Hashable], _Dispute] = defaultdict(_Dispute)
    for contrast in sorted(
        contrasts, key=lambda c: (-c.score, c.left.article, c.right.article, c.left.start, c.right.start)
    ):
        _add(disputes, contrast)
    drafts = []
    for dispute in disputes.values():
        left, right = (tuple(side.values()) for side in dispute.sides)
        if left and right:
            why = describe(left[0], right[0])
            label = _name_dispute(sheet, left + right)
            drafts.append(Draft(label, (left, right), "conflict", why, min(1.0, dispute.score)))
    return drafts


def _name_dispute(sheet: Sheet, mentions: tuple[Mention, ...]) -> str:
    """What the sides differ about; words that stand in two mouths are a label by themselves."""
    said = mentions[0].thing
    return make_speaker_label(said) if isinstance(said, str) else make_label(sheet, mentions)


def _add(disputes: dict[tuple[Hashable, Hashable], _Dispute], contrast: Contrast) -> None:
    turned = (contrast.right_class, contrast.left_class) in disputes
    pair = (contrast.left_class, contrast.right_class)
    dispute = disputes[pair[::-1] if turned else pair]
    dispute.score = max(dispute.score, contrast.score)
    for side, mention in zip(dispute.sides[::-1] if turned else dispute.sides, contrast[:2], strict=True):
        if not any(mention.article in taken for taken in dispute.sides):
            side[mention.article] = mention
