"""Lost originals: sources that are not among the articles, found by the credits that name them."""

from dataclasses import dataclass, field

from recension.stages.trace.evidence import Witness
from recension.stages.trace.origins import is_same_outlet

# Two articles that report through the same absent outlet need less in common than two without a credit.
LEAST_SHARED = 0.03


@dataclass(frozen=True)
class Lost:
    """A source outside the story: its label, and for each child its share and the reason."""

    id: str
    label: str | None
    children: dict[int, tuple[float, str]] = field(default_factory=dict)


def find_lost(witness: Witness, least_kinship: float) -> tuple[Lost, ...]:
    """The absent outlets that articles name as the origin of their whole report, or that two relatives both name."""
    found: list[Lost] = []
    for name, members in _group_credits(witness):
        heads = [m for m in members if any(is_same_outlet(name, h) for h in witness.origins[m].heading)]
        children = dict.fromkeys(heads, (0.9, f"its heading credits {name}"))
        plain = [m for m in members if m not in heads and not witness.origins[m].heading]
        for m in plain:
            kin = [o for o in members if o != m and witness.kinship(m, o) >= LEAST_SHARED]
            if kin:
                share = max(witness.coverage(m, o) for o in kin)
                ids = ", ".join(witness.articles[o].id for o in kin)
                children[m] = (max(0.35, share), f"credits {name} and shares passages with {ids}, which credits it too")
        if heads or len(children) > 1:
            found.append(Lost(f"lost-{name}", name, children))
    return tuple(found)


def _group_credits(witness: Witness) -> list[tuple[str, list[int]]]:
    """Each absent outlet once, under its longest name, with the articles that credit it; most credited first."""
    groups: list[tuple[str, set[int]]] = []
    for name in sorted({n for o in witness.origins for n in o.absent}, key=lambda n: (-len(n), n)):
        members = {i for i, o in enumerate(witness.origins) if name in o.absent}
        for label, others in groups:
            if is_same_outlet(label, name):
                others |= members
                break
        else:
            groups.append((name, members))
    return sorted(((label, sorted(members)) for label, members in groups), key=lambda g: (-len(g[1]), g[0]))
