"""Which units stand after a figure, and how values are converted."""

from itertools import product

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


@pytest.fixture(scope="module")
def registry() -> "UnitRegistry[float]":
    """The units of the pint library."""
    return UnitRegistry(autoconvert_offset_to_baseunit=True)


@pytest.mark.parametrize("rule", [r for r in UNITS["unit"] if "pint" in r], ids=lambda r: r["words"][0])
def test_sizes_are_those_of_pint(rule: dict[str, str], registry: "UnitRegistry[float]") -> None:
    """One and two of each unit, in the unit that values are kept in, are what pint makes of them."""
    unit = find_unit_after(f"It weighs 5 {rule['words'][0]}", len("It weighs 5"))
    assert unit is not None
    kept = UNITS["kept"].get(rule["shows"], rule["pint"])
    tens = 10 if rule["words"][0] == "decade" else 1
    for value in (1.0, 2.0):
        expected = registry.Quantity(value * tens, rule["pint"]).to(kept).magnitude
        assert value * unit.factor + unit.offset == pytest.approx(expected, rel=1e-9)


def test_kept_units_convert_as_in_pint(registry: "UnitRegistry[float]") -> None:
    """Two units convert to each other where pint knows that they are of one dimension, and by its figures."""
    names = UNITS["kept"]
    for unit, target in product(names, names):
        one, other = registry.Unit(names[unit]), registry.Unit(names[target])
        expected = registry.Quantity(3.0, one).to(other).magnitude if one.is_compatible_with(other) else None
        assert convert(3.0, unit, target) == (None if expected is None else pytest.approx(expected))


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
