"""Lost originals: sources that are not among the articles, found by the credits that name them."""

from dataclasses import dataclass, field

from recension.stages.trace.origins import Origins, is_same_outlet
from recension.stages.trace.witness import Witness

# Two articles that report through the same absent outlet need less in common than two without a credit.
LEAST_SHARED = 0.13
# How much nearer its relatives must be than the credited article before another report of that outlet is assumed.
LATER_TAKE = 0.08
# A dateline or byline stands for the whole report.
HEAD_SHARE = 0.9
# With another origin it only stands between, as a translation does, and adds something of its own.
BETWEEN_SHARE = 0.15
# A source that one article alone credits, more than once, is a further parent: 0.2 to 0.3 on the labelled stories.
LONE_SHARE = 0.2
# What two articles that credit the same absent outlet are taken to have from it at least.
LEAST_COMMON = 0.35


@dataclass(frozen=True)
class Lost:
    """A source outside the story: its label, and for each child (by number) its share and the reason."""

    id: str
    label: str | None
    children: dict[int, tuple[float, str]] = field(default_factory=dict)
    take_of: tuple[int, ...] = ()


def find_lost(witness: Witness) -> tuple[Lost, ...]:
    """The absent outlets that articles name as origin, and absent reports of outlets that are there."""
    return (*_find_absent(witness), *_find_later_takes(witness))


def _find_absent(witness: Witness) -> list[Lost]:
    found: list[Lost] = []
    for name, members in _group_credits(witness):
        children = {m: child for m in members if (child := _find_child(witness, m, name, members))}
        if children:
            found.append(Lost(f"lost-{name}", name, children))
    return _drop_doubles(witness, found)


def _drop_doubles(witness: Witness, found: list[Lost]) -> list[Lost]:
    """Without the outlets that only the same articles credit, less often and not in a heading."""

    def rank(lost: Lost) -> tuple[int, int]:
        return len(lost.children), sum(witness.origins[m].absent.get(lost.label or "", 0) for m in lost.children)

    kept: list[Lost] = []
    for lost in sorted(found, key=rank, reverse=True):
        is_head = any(lost.label in witness.origins[m].absent_heads for m in lost.children)
        if is_head or len(lost.children) == 1 or not any(lost.children.keys() <= k.children.keys() for k in kept):
            kept.append(lost)
    return kept


def _find_child(witness: Witness, member: int, name: str, members: list[int]) -> tuple[float, str] | None:
    """The share of an absent outlet in an article that credits it, and why; none where no such parent is needed."""
    origins = witness.origins[member]
    if name in origins.absent_heads:
        share = BETWEEN_SHARE if _has_other_origin(witness, member) else HEAD_SHARE
        return share, f"{origins.say_credit(name)} for the whole report"
    if origins.absent_heads:
        return None
    if len(members) == 1 and origins.absent[name] > 1:
        return LONE_SHARE, f"{origins.say_credit(name)} more than once"
    relatives = _find_relatives(witness, member, members)
    if not relatives:
        return None
    share = max(witness.coverage(member, o) for o in relatives)
    return max(LEAST_COMMON, share), f"{origins.say_credit(name)}, {_say_shared(witness, relatives)}"


def _has_other_origin(witness: Witness, member: int) -> bool:
    """Whether the article also credits a given one that holds most of it, or names one in its heading."""
    origins = witness.origins[member]
    return bool(origins.article_heads) or any(witness.coverage(member, a) >= 0.5 for a in origins.articles)


def _find_relatives(witness: Witness, member: int, members: list[int]) -> list[int]:
    """The others that credit the same outlet and share passages; none where the credit came through one of them."""
    relatives = [o for o in members if o != member and witness.kinship(member, o) >= LEAST_SHARED]
    return [] if any(o in witness.origins[member].articles for o in relatives) else relatives


def _find_later_takes(witness: Witness) -> list[Lost]:
    """Outlets that are there, whose crediting articles have more in common with each other than with its article."""
    found: list[Lost] = []
    for outlet in _group_outlets(witness):
        members = [m for m, o in enumerate(witness.origins) if m not in outlet and _rests_on(o, outlet)]
        nearest = {m: _find_best_covering(witness, m, outlet) for m in members}
        nearer = [m for m in members if _share_with(witness, m, members) > witness.coverage(m, nearest[m]) + LATER_TAKE]
        if len(nearer) > 1 and 2 * len(nearer) > len(members):
            children = {m: (_share_with(witness, m, nearer), _say_take(witness, m, nearest[m], nearer)) for m in nearer}
            found.append(Lost(f"lost-take-{outlet[0]}", witness.articles[outlet[0]].outlet, children, tuple(outlet)))
    return found


def _find_best_covering(witness: Witness, member: int, sources: list[int]) -> int:
    return max(sources, key=lambda source: (witness.coverage(member, source), -source))


def _group_outlets(witness: Witness) -> list[list[int]]:
    """The articles by outlet, those without one left out."""
    groups: list[list[int]] = []
    for number, article in enumerate(witness.articles):
        name = article.outlet
        if name is None:
            continue
        same = next((g for g in groups if is_same_outlet(name, witness.articles[g[0]].outlet or "")), None)
        if same is None:
            groups.append([number])
        else:
            same.append(number)
    return groups


def _rests_on(origins: Origins, outlet: list[int]) -> bool:
    """Whether the outlet is credited for the whole report, or credited while nobody else is for the whole."""
    credited = any(source in origins.articles for source in outlet)
    heads = origins.article_heads
    return credited and (bool(heads & set(outlet)) or not (heads or origins.absent_heads))


def _share_with(witness: Witness, member: int, members: list[int]) -> float:
    return max((witness.coverage(member, o) for o in members if o != member), default=0.0)


def _say_shared(witness: Witness, relatives: list[int]) -> str:
    ids = ", ".join(witness.articles[o].id for o in relatives)
    return f"and shares passages with {ids}, which {'credits' if len(relatives) == 1 else 'credit'} it too"


def _say_take(witness: Witness, member: int, source: int, members: list[int]) -> str:
    nearest = max((o for o in members if o != member), key=lambda o: (witness.coverage(member, o), -o))
    own, theirs = (f"{witness.coverage(member, o):.0%}" for o in (source, nearest))
    article, relative = witness.articles[source], witness.articles[nearest]
    credit = witness.origins[member].say_credit(article.outlet or article.id)
    return (
        f"{credit}, but only {own} of it stands in {article.id}, against {theirs} in {relative.id}: "
        "another report of that outlet is behind both"
    )


def _group_credits(witness: Witness) -> list[tuple[str, list[int]]]:
    """Each absent outlet with the articles that credit it; most credited first."""
    members: dict[str, list[int]] = {}
    for number, origins in enumerate(witness.origins):
        for name in origins.absent:
            members.setdefault(name, []).append(number)
    return sorted(members.items(), key=lambda item: (-len(item[1]), item[0]))
