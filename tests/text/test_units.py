"""Which units stand after a figure, and how values are converted."""

import pytest
from pint import UnitRegistry

from recension.rules import load_rules
from recension.text.units import convert, currency_signs, find_unit_after

UNITS = load_rules("units")


@pytest.mark.parametrize("rule", UNITS["unit"], ids=lambda rule: rule["words"][0])
def test_every_unit_is_found_by_its_words(rule: dict[str, object]) -> None:
    """Singular and plural words lead to the unit that the rule keeps values in."""
    for word in rule["words"]:  # type: ignore[attr-defined]
        unit = find_unit_after(f"5 million {word}", 9)
        assert unit is not None
        assert unit.name in {rule["shows"], "GBP"}


@pytest.mark.parametrize("rule", [r for r in UNITS["unit"] if "pint" in r], ids=lambda r: r["words"][0])
def test_every_pint_name_is_one(rule: dict[str, str]) -> None:
    """pint knows each unit, and its dimension is that of the unit that values are kept in."""
    registry = UnitRegistry(autoconvert_offset_to_baseunit=True)
    kept = UNITS["kept"].get(rule["shows"])
    assert kept is None or registry.Unit(rule["pint"]).is_compatible_with(kept)


def test_currencies_have_words_and_signs() -> None:
    """Each currency's code stands among its signs, and each word leads to it."""
    for code, entry in load_rules("currencies").items():
        if code == "examples":
            continue
        assert currency_signs()[code] == code
        for word in entry["words"]:
            unit = find_unit_after(f"5 million {word}", 9)
            assert unit is not None
            assert unit.name == code


def test_pounds_can_be_a_mass() -> None:
    """What weighs pounds is not money."""
    assert [find_unit_after(t, t.index("two") + 3).name for t in ("It weighs two pounds", "It costs two pounds")] == [  # type: ignore[union-attr]
        "kg",
        "GBP",
    ]


def test_units_of_two_dimensions_do_not_convert() -> None:
    """Kilometres are no days, and a magnitude is nothing else."""
    assert convert(1.0, "km", "day") is None
    assert convert(1.0, "magnitude", "km") is None
    assert convert(2.0, "year", "month") == pytest.approx(24)
