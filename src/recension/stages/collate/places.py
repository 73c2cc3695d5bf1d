"""Places that are set against each other: one within the other is no conflict, and two are so far apart."""

from collections.abc import Iterable, Iterator

from recension.scorers.places import compare_places
from recension.stages.collate.contrast import Contrast
from recension.stages.collate.mentions import Mention


def part_places(contrasts: Iterable[Contrast]) -> Iterator[Contrast]:
    """The contrasts without those of places of which one lies in the other, or next to it, by the gazetteer."""
    return (each for each in contrasts if not _is_compatible(each.left, each.right))


def _is_compatible(left: Mention, right: Mention) -> bool:
    return left.slot == right.slot == "place" and compare_places(left.value, right.value).verdict == "equivalent"


def say_names_differ(left: Mention, right: Mention) -> str:
    """Why two names are a conflict: how far apart the places lie, or that they are two names."""
    apart = compare_places(left.value, right.value) if left.slot == right.slot == "place" else None
    told = apart.detail if apart and apart.verdict == "conflict" else f"{left.value} and {right.value} are two names"
    return f"{told}, and each article knows only its own"
