"""Changes: what linking anew did to the stories that were there, each with its reason."""

from collections.abc import Iterator, Mapping, Sequence

from recension.records import Article, Change
from recension.scorers.events import Profile, measure_odds
from recension.stages.group.contrast import find_contrast
from recension.stages.group.reasons import describe_shared

Groups = Sequence[Sequence[int]]

_NOTHING_LIKE_IT = "no story in the working set tells of its event"


def find_changes(
    before: Mapping[str, Sequence[int]],
    after: Mapping[str, Sequence[int]],
    arrived: int,
    articles: Mapping[int, Article],
    profiles: Mapping[int, Profile],
) -> Iterator[Change]:
    """What happened between `before` and `after`, the members of stories by name; the article that `arrived` last.

    A story that is new and has articles of others is split off from them. One that takes up all that is left of
    another, which then is gone, has it merged in; where the other goes on, some of its articles moved.
    """
    home = {number: name for name, members in before.items() for number in members}
    for name, members in sorted(after.items(), key=lambda item: (arrived in item[1], len(item[0]), item[0])):
        ids = tuple(articles[number].id for number in members)
        came = {n: home[n] for n in members if home.get(n, name) != name}
        stayed = [n for n in members if home.get(n) == name]
        goes_on = tuple(sorted({origin for origin in came.values() if origin in after}))
        gone = tuple(sorted({origin for origin in came.values() if origin not in after}))
        if came and not stayed:
            others = [n for origin in {*came.values()} for n in before[origin] if n not in came]
            yield Change("split", name, ids, explain_split(sorted(came), sorted(others), profiles), goes_on + gone)
        elif came:
            why = explain_join(sorted(came), stayed, articles, profiles)
            if gone:
                yield Change("merged", name, ids, why, gone)
            if goes_on:
                yield Change("moved", name, ids, why, goes_on)
        if arrived in members:
            others = [n for n in members if n != arrived]
            why = explain_join([arrived], others, articles, profiles) if others else _NOTHING_LIKE_IT
            yield Change("joined" if others else "opened", name, ids, why)


def name_groups(before: Mapping[str, Sequence[int]], groups: Groups, names: Iterator[str]) -> dict[str, list[int]]:
    """The groups by name: a story goes on where most of it is, the others are new."""
    claims = sorted(
        (-len(common), -len(members), len(name), name, place)
        for name, members in before.items()
        for place, group in enumerate(groups)
        if (common := set(members) & set(group))
    )
    kept: dict[int, str] = {}
    for *_, name, place in claims:
        if place not in kept and name not in kept.values():
            kept[place] = name
    return {kept.get(place) or next(names): list(group) for place, group in enumerate(groups)}


def explain_join(
    arrived: Sequence[int], story: Sequence[int], articles: Mapping[int, Article], profiles: Mapping[int, Profile]
) -> str:
    """What the nearest two articles of both sides share."""
    pairs = ((measure_odds(profiles[one], profiles[other]), one, other) for one in arrived for other in story)
    _, one, other = max(pairs, key=lambda item: (item[0], -item[1], -item[2]))
    shared = describe_shared(articles[one], profiles[one], articles[other], profiles[other])
    return f"{articles[one].id} {shared}"


def explain_split(own: Sequence[int], others: Sequence[int], profiles: Mapping[int, Profile]) -> str:
    """The names and numbers that all of one part have and none of the other, on both sides."""
    sides = [[profiles[n] for n in part] for part in (own, others)]
    left, right = (
        [term for value, term in find_contrast(one, other) if value > 0] for one, other in (sides, sides[::-1])
    )
    if left and right:
        return f"these name {', '.join(left)}, the others {', '.join(right)}"
    return "less alike, on the mean, than the reports of one event are"
