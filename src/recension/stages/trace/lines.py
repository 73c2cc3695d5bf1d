"""Lines: how many independent lines of reporting a story has, counted on its stemma."""

from collections.abc import Sequence

from recension.records import Article, Line, Stemma
from recension.stages.trace.origins import is_same_outlet


def count_lines(stemma: Stemma, articles: Sequence[Article]) -> tuple[Line, ...]:
    """The articles parted by the original that each goes back to, along its main parents.

    Two originals of one outlet (a first take and a later lead) are one line.
    """
    label = {n.id: n.label for n in stemma.nodes} | {a.id: a.outlet for a in articles}
    root = {a.id: _find_root(stemma, a.id) for a in articles}
    merged = _merge_outlets(sorted(set(root.values())), label)
    members: dict[str, list[str]] = {}
    for article in articles:
        members.setdefault(merged[root[article.id]], []).append(article.id)
    ordered = sorted(members.items(), key=lambda item: (-len(item[1]), item[1]))
    return tuple(Line(f"l{i}", tuple(sorted(ids)), top, label.get(top)) for i, (top, ids) in enumerate(ordered, 1))


def _find_root(stemma: Stemma, article: str) -> str:
    """The original at the end of the chain of main parents: at each step the parent with the largest share."""
    seen = {article}
    while True:
        parents = [e for e in stemma.edges if e.child == article]
        if not parents:
            return article
        article = max(parents, key=lambda e: (e.share, e.parent)).parent
        if article in seen:
            return article
        seen.add(article)


def _merge_outlets(roots: Sequence[str], label: dict[str, str | None]) -> dict[str, str]:
    """For each root the first root of the same outlet."""
    merged: dict[str, str] = {}
    for root in roots:
        name = label.get(root)
        same = (r for r in merged.values() if name and (other := label.get(r)) and is_same_outlet(name, other))
        merged[root] = next(same, root)
    return merged
