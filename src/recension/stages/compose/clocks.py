"""Times of day that several reports give for one thing."""

from collections import Counter
from collections.abc import Sequence

from recension.stages.compose.tellings import Telling


def is_same_time(left: Telling, right: Telling) -> bool:
    """Whether both give a time of day, and the same one: by the clock, in Greenwich, or by a fact."""
    if not left.clock or not right.clock:
        return False
    same_fact = left.fact is not None and left.fact.slot == "time" and left.fact == right.fact
    return left.clock == right.clock or (left.zone is not None and left.zone == right.zone) or same_fact


def find_time(day: str, tellings: Sequence[Telling]) -> str | None:
    """The time on the day that most of the tellings give; in Greenwich time where their clocks differ and it is known.

    None where two times are told as often.
    """
    clocks = Counter(telling.clock for telling in tellings if telling.clock)
    zones = Counter(telling.zone for telling in tellings if telling.zone and not telling.zone.startswith("T"))
    if len(clocks) > 1 and len(zones) == 1 and zones.total() > 1:
        return min(zones)
    first = clocks.most_common(2)
    return f"{day}T{first[0][0]}" if first and (len(first) == 1 or first[0][1] > first[1][1]) else None
