"""Lines: how many independent lines of reporting a story has, counted on its stemma."""

from collections.abc import Sequence

from recension.records import Edge, Line, Stemma
from recension.stages.trace.origins import is_same_outlet
from recension.stages.trace.witness import Witness

# Under its own dateline an article that takes less than this from others has mostly been out reporting itself.
_DERIVED = 0.5


def count_lines(stemma: Stemma, witness: Witness) -> tuple[Line, ...]:
    """The articles parted by the original that each goes back to, along its main parents.

    Two originals of one outlet (a first take and a later lead) are one line.
    """
    label = {n.id: n.label for n in stemma.nodes} | {a.id: a.outlet for a in witness.articles}
    main = _select_main(stemma, _find_reporters(stemma, witness))
    merged = _merge_outlets(sorted({_find_root(main, a.id) for a in witness.articles}), label)
    members: dict[str, list[str]] = {}
    for article in witness.articles:
        members.setdefault(merged[_find_root(main, article.id)], []).append(article.id)
    ordered = sorted(members.items(), key=lambda item: (-len(item[1]), item[1]))
    return tuple(Line(f"l{i}", tuple(sorted(ids)), top, label.get(top)) for i, (top, ids) in enumerate(ordered, 1))


def _find_reporters(stemma: Stemma, witness: Witness) -> set[str]:
    """Articles under a dateline of their own outlet that take the smaller part from others and name none twice."""
    taken: dict[str, float] = {}
    for edge in stemma.edges:
        taken[edge.child] = taken.get(edge.child, 0.0) + edge.share
    return {
        article.id
        for article, origins in zip(witness.articles, witness.origins, strict=True)
        if origins.own_head
        and taken.get(article.id, 0.0) < _DERIVED
        and max((*origins.articles.values(), *origins.absent.values()), default=0) < 2
    }


def _select_main(stemma: Stemma, reporters: set[str]) -> dict[str, Edge]:
    """The edge with the largest share for each article that is derived."""
    main: dict[str, Edge] = {}
    for edge in sorted(stemma.edges, key=lambda e: (-e.share, e.parent)):
        if edge.child not in reporters:
            main.setdefault(edge.child, edge)
    return main


def _find_root(main: dict[str, Edge], article: str) -> str:
    while article in main:
        article = main[article].parent
    return article


def _merge_outlets(roots: Sequence[str], label: dict[str, str | None]) -> dict[str, str]:
    """For each root the first root of the same outlet."""
    merged: dict[str, str] = {}
    for root in roots:
        name = label.get(root)
        same = (r for r in merged.values() if name and (other := label.get(r)) and is_same_outlet(name, other))
        merged[root] = next(same, root)
    return merged
