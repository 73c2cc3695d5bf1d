"""The readings of a story as rows: their order, and what each article says."""

from recension.records import Dossier, Reading
from recension.writers.readings import make_rows, write_values


def test_conflicts_come_first_and_the_best_supported_of_them(dossier: Dossier) -> None:
    """By verdict, then by lines, then by confidence."""
    rows = make_rows(dossier.stories[0].facts)
    assert [row.fact.id for row in rows] == ["f3", "f5", "f2", "f4", "f6", "f7", "f1"]


def test_no_reading_is_lost(dossier: Dossier) -> None:
    """Each stands under its article, in the order of the fact."""
    for row in make_rows(dossier.stories[0].facts):
        assert sorted(row.readings) == sorted({reading.article for reading in row.fact.readings})
        assert sum(len(readings) for readings in row.readings.values()) == len(row.fact.readings)


def test_values_stand_on_one_line() -> None:
    """A line break becomes a space, and what would turn the line round is spelled out."""
    assert write_values([Reading("a06", 0, 9, " 14\npeople\u202e")]) == "14 people⟦U+202E⟧"
