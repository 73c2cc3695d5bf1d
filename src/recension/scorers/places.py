"""Whether two places can be one: the same, one within the other, or two, and how far apart."""

from functools import lru_cache

from recension.scorers.comparison import Comparison
from recension.text.gazetteer import Town, find_area, find_towns, measure_distance

# Of towns of one name those are not meant that are so much smaller than the largest: London in Ohio, Paris in Texas.
NAMESAKE = 0.2
# A report may name the village or the town next to it; farther apart two towns are two places.
NEAR = 15.0


@lru_cache(maxsize=4096)
def compare_places(left: str, right: str) -> Comparison:
    """Two names are of one place, one place lies in the other, or they are two places with a distance.

    "unrelated" where the gazetteer does not know both. Of large towns of one name the two nearest to each other are
    meant; a name that is a country's is the country.

    >>> compare_places("Vladivostok", "Primorye").detail
    'Vladivostok lies in Primorye'
    >>> compare_places("Vladivostok", "Kazan").verdict
    'conflict'
    """
    if left == right:
        return Comparison("agree", f"both say {left}")
    for inner, outer in ((left, right), (right, left)):
        if any(outer in areas for areas in (*(town.areas for town in _find_meant(inner)), find_area(inner))):
            return Comparison("equivalent", f"{inner} lies in {outer}")
    pairs = [(measure_distance(a, b), a, b) for a in _find_meant(left) for b in _find_meant(right)]
    if pairs:
        return _judge_distance(*min(pairs, key=lambda pair: (pair[0], pair[1].name)))
    if find_area(left) and find_area(right):
        return Comparison("conflict", f"{left} and {right} are two places")
    return Comparison("unrelated", "the gazetteer does not know both")


def _judge_distance(distance: float, left: Town, right: Town) -> Comparison:
    if distance <= NEAR:
        return Comparison("equivalent", f"{left.name} and {right.name} are neighbours, {distance:.0f} km apart")
    return Comparison("conflict", f"{left.name} and {right.name} are {distance:,.0f} km apart")


def _find_meant(name: str) -> tuple[Town, ...]:
    """The towns that a report may mean by the name."""
    if find_area(name) == (name,):
        return ()
    towns = find_towns(name)
    return tuple(town for town in towns if town.population >= NAMESAKE * towns[0].population)
