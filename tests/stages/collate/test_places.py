"""Places that are set against each other."""

from recension.stages.collate.contrast import Contrast
from recension.stages.collate.mentions import Mention
from recension.stages.collate.places import part_places, say_names_differ


def make_contrast(left: str, right: str, slot: str = "place") -> Contrast:
    """Two names of one slot, set against each other."""
    mentions = [Mention(n, n, 0, len(name), slot, name) for n, name in enumerate((left, right))]  # type: ignore[arg-type]
    return Contrast(mentions[0], mentions[1], left, right, 0.9)


def test_a_town_in_its_region_is_no_conflict() -> None:
    """Another town is one; people called like places are not asked about."""
    within, apart = make_contrast("Munich", "Bavaria"), make_contrast("Munich", "Hamburg")
    people = make_contrast("Munich", "Bavaria", "person")
    assert list(part_places([within, apart, people])) == [apart, people]


def test_the_reason_names_the_distance() -> None:
    """Where the gazetteer knows both; else the names alone are the reason."""
    assert "612 km apart" in say_names_differ(*make_contrast("Munich", "Hamburg")[:2])
    assert "two names" in say_names_differ(*make_contrast("Munich", "Zzyzx Landing")[:2])
