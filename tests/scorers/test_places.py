"""Whether two places can be one."""

import pytest

from recension.scorers.places import compare_places


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Munich", "Munich", "agree"),
        ("Munich", "Bavaria", "equivalent"),
        ("Germany", "Munich", "equivalent"),
        ("Upper Bavaria", "Germany", "equivalent"),
        ("Munich", "Hamburg", "conflict"),
        ("Bavaria", "Saxony", "conflict"),
        ("Munich", "Zzyzx Landing", "unrelated"),
    ],
)
def test_places(left: str, right: str, verdict: str) -> None:
    """Contained is compatible, another town is not, the unknown says nothing; the order makes no difference."""
    assert compare_places(left, right).verdict == verdict == compare_places(right, left).verdict


def test_distance_is_the_reason() -> None:
    """Two towns are told apart by how far they lie from each other."""
    assert "612 km apart" in compare_places("Munich", "Hamburg").detail
