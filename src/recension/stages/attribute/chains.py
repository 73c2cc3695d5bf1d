"""Chains of attributions in one unit: "Y said that X said Z" and "X said Z, according to Y" become X via Y."""

from collections.abc import Callable, Sequence

from recension.stages.attribute.contents import Attribution
from recension.stages.attribute.phrases import Phrase


def join_chains(found: Sequence[Attribution], is_channel: Callable[[Phrase], bool]) -> list[Attribution]:
    """The attributions left when each one that contains another is joined with it or stands for it.

    A channel outside passes on the words of the source inside. Anybody else outside keeps the whole content,
    so that "Ruiz said the board had promised help" is a statement of Ruiz.
    """
    kept = list(found)
    for outer in found:
        for inner in found:
            if outer in kept and inner in kept and outer is not inner and _contains(outer, inner):
                _join(kept, outer, inner, is_channel)
    return kept


def _contains(outer: Attribution, inner: Attribution) -> bool:
    if not inner.contents:
        return False
    return any(r.first <= inner.frame.first and inner.frame.last <= r.last for r in outer.contents)


def _join(
    kept: list[Attribution], outer: Attribution, inner: Attribution, is_channel: Callable[[Phrase], bool]
) -> None:
    """Replace the two by the one that they make together."""
    at = kept.index(inner)
    if outer.verb == "cite":
        kept[at] = inner._replace(source=outer.source, via=inner.source)
        kept.remove(outer)
    elif outer.place == "aside" or is_channel(outer.source):
        kept[at] = inner._replace(via=inner.via or outer.source)
        kept.remove(outer)
    else:
        kept.remove(inner)
