"""Places of the world by name."""

import pytest

from recension.text import gazetteer
from recension.text.gazetteer import find_area, find_towns, measure_distance


def test_towns_of_one_name_stand_largest_first() -> None:
    """A name that many towns bear gives them all, with what each lies in."""
    towns = find_towns("London")
    assert [town.areas[-1] for town in towns][:2] == ["United Kingdom", "Canada"]
    assert towns == tuple(sorted(towns, key=lambda town: -town.population))


def test_regions_lie_in_countries() -> None:
    """A region is known by itself, with its country; an invented name is not known."""
    assert find_area("Bavaria") == ("Bavaria", "Germany")
    assert find_area("Germany") == ("Germany",)
    assert find_area("Nowhereshire") == () == find_towns("Nowhereshire")


def test_names_are_data_and_no_patterns() -> None:
    """Quotation marks, brackets and other scripts in a name do no harm."""
    for name in ('"', "}{", "a|b", "(", "Ørsta", "東京", ""):
        assert isinstance(find_towns(name), tuple)


def test_the_index_finds_what_a_search_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for many names is answered from an index, with the same towns."""
    names = ("London", "Sant Julià de Lòria", "Nowhereshire", 'a"b', "", '"')
    gazetteer._find_records.cache_clear()
    searched = [find_towns(name) for name in names]
    gazetteer._find_records.cache_clear()
    monkeypatch.setattr(gazetteer, "_SCANS", 0)
    assert [find_towns(name) for name in names] == searched
    gazetteer._find_records.cache_clear()


def test_distance_is_the_great_circle() -> None:
    """Paris and London are 344 km apart."""
    paris, london = find_towns("Paris")[0], find_towns("London")[0]
    assert 340 < measure_distance(paris, london) < 348
