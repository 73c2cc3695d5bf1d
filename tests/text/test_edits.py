"""Edits with the way back."""

from hypothesis import given
from hypothesis import strategies as st

from recension.records import Span
from recension.text.edits import Edit, apply_edits, cut_text


@given(st.text("ab \n", max_size=40), st.data())
def test_edits_can_be_taken_back(text: str, data: st.DataObject) -> None:
    """Whatever is edited, twice over, putting `before` back gives the text as it was."""
    current, repairs = text, ()
    for _ in range(2):
        points = sorted(data.draw(st.lists(st.integers(0, len(current)), max_size=8).map(set)))
        pairs = list(zip(points[::2], points[1::2], strict=False))
        edits = [Edit(a, b, data.draw(st.sampled_from(["", "x", "y z"])), "other") for a, b in pairs]
        current, repairs = apply_edits(current, edits, repairs)
        assert all(current[r.start : r.end] == r.after for r in repairs)
    for repair in reversed(repairs):
        current = current[: repair.start] + repair.before + current[repair.end :]
    assert current == text


def test_changes_in_one_word_are_one_repair_named_after_the_gravest() -> None:
    text, [repair] = apply_edits("mі\u200bll", [Edit(1, 2, "i", "homoglyph"), Edit(2, 3, "", "zero_width")])
    assert (text, repair.before, repair.after, repair.kind) == ("mill", "mі\u200bll", "mill", "homoglyph")


def test_an_edit_of_a_repaired_word_leads_back_to_the_oldest_state() -> None:
    text, repairs = apply_edits("one twо", [Edit(6, 7, "0", "other")])
    text, [repair] = apply_edits(text, [Edit(6, 7, "o", "homoglyph")], repairs)
    assert (text, repair.before) == ("one two", "twо")


def test_a_cut_moves_later_repairs_and_drops_its_own() -> None:
    text, repairs = apply_edits(
        "ab cd ef", [Edit(0, 1, "x", "other"), Edit(3, 4, "x", "other"), Edit(6, 7, "x", "other")]
    )
    text, kept = cut_text(text, [Span(3, 6)], repairs)
    assert (text, [(r.start, r.after) for r in kept]) == ("xb xf", [(0, "xb"), (3, "xf")])
