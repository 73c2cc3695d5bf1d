"""The first half of repair: characters are restored, each with the way back."""

from collections.abc import Callable, Sequence

from recension.records import Repair
from recension.text.confusables import find_lookalikes
from recension.text.edits import Edit, apply_edits
from recension.text.invisible import find_invisible
from recension.text.layout import find_gaps, find_hyphenations
from recension.text.mojibake import find_mojibake

# In this order: mojibake may hide an invisible character, and that one may part a spoofed word.
PASSES: tuple[Callable[[str], list[Edit]], ...] = (
    find_mojibake,
    find_invisible,
    find_lookalikes,
    find_hyphenations,
    find_gaps,
)
# One round is enough for all but text that was garbled several times over.
_ROUNDS = 8


def restore_characters(text: str, repairs: Sequence[Repair] = ()) -> tuple[str, tuple[Repair, ...]]:
    """The text as it was meant, and its repairs; restoring the result again changes nothing."""
    done = tuple(repairs)
    for _ in range(_ROUNDS):
        before = text
        for find in PASSES:
            text, done = apply_edits(text, find(text), done)
        if text == before:
            break
    return text, done
