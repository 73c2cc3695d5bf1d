"""Weight: which lines and root sources stand behind each value of a fact, and which value is a slip of copying."""

from collections.abc import Sequence

from recension.records import Support, Trace

# An article takes its words from a parent from this share on.
_LEAST_SHARE = 0.4


def weigh(groups: Sequence[Sequence[str]], trace: Trace) -> tuple[Support, ...]:
    """The support of each group of article ids; a value that spread by copying counts once."""
    lines = {article: line for line in trace.lines for article in line.article_ids}
    found = []
    for group in groups:
        behind = {lines[a].id: lines[a] for a in group if a in lines}
        alone = [a for a in group if a not in lines]
        found.append(
            Support(
                tuple(sorted((*behind, *alone))),
                tuple(sorted({line.root for line in behind.values()} | set(alone))),
                _find_slip(group, groups, trace),
            )
        )
    return tuple(found)


def find_best(supports: Sequence[Support], groups: Sequence[Sequence[str]]) -> int | None:
    """The number of the group that is no slip and has most root sources, then lines; None where two are equal."""
    ranks = [(s.note is None, len(s.roots), len(s.lines)) for s in supports]
    best = max(ranks)
    first = ranks.index(best)
    if ranks.count(best) > 1:
        return None
    return first if len(groups) > 1 else 0


def _find_slip(group: Sequence[str], groups: Sequence[Sequence[str]], trace: Trace) -> str | None:
    """What tells that the value came in by copying: every article that has it is taken from one that says otherwise.

    Where the source is lost, the other articles that are taken from it tell what it said.
    """
    others = {article for each in groups if each is not group for article in each}
    sources = [_find_source(article, set(group), others, trace) for article in group]
    if not group or None in sources:
        return None
    named = sorted({source for source in sources if source})
    return f"taken from {' and '.join(named)}, where it reads otherwise: probably altered in copying"


def _find_source(article: str, group: set[str], others: set[str], trace: Trace) -> str | None:
    """What the nearest source of the article is called that has another value; None where there is none."""
    seen, waiting = {article}, [article]
    while waiting:
        child = waiting.pop(0)
        for edge in sorted(trace.stemma.edges, key=lambda e: (-e.share, e.parent)):
            if edge.child != child or edge.share < _LEAST_SHARE or edge.parent in seen:
                continue
            if edge.parent in others:
                return edge.parent
            copies = {e.child for e in trace.stemma.edges if e.parent == edge.parent and e.share >= _LEAST_SHARE}
            is_lost = any(node.id == edge.parent and node.kind == "lost" for node in trace.stemma.nodes)
            if is_lost and len(copies & others) > len(copies & group):
                return f"the original that {' and '.join(sorted(copies & others)[:3])} copy too"
            seen.add(edge.parent)
            waiting.append(edge.parent)
    return None
