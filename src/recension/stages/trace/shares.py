"""Shares: the further parents of an article, and which part of it comes from each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from recension.stages.trace.alignment import BACKGROUND, LEAST_ALONE
from recension.stages.trace.links import Link
from recension.stages.trace.lost import Lost
from recension.stages.trace.origins import is_same_outlet
from recension.stages.trace.witness import Witness

# A further parent must explain this part of the child; the labelled stories name none with less.
LEAST_SHARE = 0.15
# What of it must be nearer to that parent than to any other, where the child credits it; 0.12 loses a right edge.
LEAST_EXCLUSIVE = 0.08
# By how much a sentence must be nearer to one parent than to the rest to be that one's alone.
_CLEARLY = 0.05


def find_further(
    witness: Witness, links: Sequence[Link], main: Mapping[str, Link], lost: Sequence[Lost]
) -> tuple[Link, ...]:
    """Further parents: credited ones that explain a part of the article which no other parent does."""
    tree: nx.DiGraph[str] = nx.DiGraph([(link.parent, link.child) for link in main.values()])
    tree.add_nodes_from(a.id for a in witness.articles)
    parents = {child: [link] for child, link in main.items()}
    found: list[Link] = []
    for link in sorted(links, key=lambda x: (-x.weight, x.parent, x.child)):
        known = parents.get(link.child, [])
        if not known or link.parent in {k.parent for k in known}:
            continue
        if link.parent in tree and nx.has_path(tree, link.child, link.parent):
            continue
        share = _measure_own_share(witness, link, known, lost)
        if share >= LEAST_SHARE:
            tree.add_edge(link.parent, link.child)
            found.append(replace(link, share=share, confidence=link.confidence * 0.8))
            parents[link.child].append(found[-1])
    return tuple(found)


def divide_shares(
    witness: Witness, main: Mapping[str, Link], further: Sequence[Link], lost: Sequence[Lost]
) -> tuple[Link, ...]:
    """The edges of the stemma, each sentence of an article with several parents put to the nearest of them."""
    edges: list[Link] = []
    for child, link in main.items():
        beside = [x for x in further if x.child == child]
        edges += _divide(witness, link, beside, lost) if beside else [link]
    return tuple(edges)


def _divide(witness: Witness, main: Link, beside: Sequence[Link], lost: Sequence[Lost]) -> Iterator[Link]:
    links = [main, *beside]
    child = _number(witness, main.child)
    proxies = [_find_proxies(witness, x, lost) - {child} for x in links]
    nearest = np.array([_find_nearest(witness, child, p) for p in proxies])
    sizes = witness.table.sizes[witness.table.rows_of(child)]
    held = np.clip((nearest.max(axis=0) - BACKGROUND) / (LEAST_ALONE - BACKGROUND), 0.0, 1.0) * sizes
    owner = nearest.argmax(axis=0)
    shares = [float(held[owner == i].sum() / max(1, sizes.sum())) for i in range(len(links))]
    shares = [s if p else x.share for s, p, x in zip(shares, proxies, links, strict=True)]
    shares = [shares[0], *(max(s, x.share) for s, x in zip(shares[1:], beside, strict=True))]
    whole = max(1.0, sum(shares))
    for link, share in zip(links, shares, strict=True):
        yield replace(link, share=share / whole)


def _measure_own_share(witness: Witness, link: Link, known: Sequence[Link], lost: Sequence[Lost]) -> float:
    """The part of the child that this parent explains and the known ones do not; nothing without a credit."""
    child = _number(witness, link.child)
    source = next((x for x in lost if x.id == link.parent), None)
    if source is not None:
        return link.share if child in source.children else 0.0
    parent = _number(witness, link.parent)
    origins = witness.origins[child]
    beside = {m for k in known for m in _find_proxies(witness, k, lost)} - {child}
    outlet = witness.articles[parent].outlet or ""
    same_outlet = any(is_same_outlet(outlet, witness.articles[o].outlet or "") for o in beside)
    via = any(parent in witness.origins[o].articles for o in beside & origins.articles.keys())
    if parent not in origins.articles or via or same_outlet:
        return 0.0
    share = _measure_exclusive(witness, child, parent, beside)
    has_take = any(parent in x.take_of and child in x.children for x in lost)
    is_enough = parent in origins.article_heads or share >= LEAST_EXCLUSIVE
    return max(share, LEAST_SHARE) if is_enough and not has_take else share


def _measure_exclusive(witness: Witness, child: int, parent: int, others: set[int]) -> float:
    """The part of the child's words in sentences that are clearly nearer to this parent than to the others."""
    own, rest = _find_nearest(witness, child, {parent}), _find_nearest(witness, child, others)
    sizes = witness.table.sizes[witness.table.rows_of(child)]
    return float(sizes[(own >= 0.4) & (own > rest + _CLEARLY)].sum() / max(1, sizes.sum()))


def _find_nearest(witness: Witness, child: int, others: set[int]) -> NDArray[np.float32]:
    """For each sentence of the child its greatest similarity to one of the others."""
    rows = witness.table.rows_of(child)
    nearest = np.zeros(rows.stop - rows.start, dtype=np.float32)
    for other in sorted(others):
        if (similarity := witness.table.between(child, other)).size:
            nearest = np.maximum(nearest, similarity.max(axis=1))
    return nearest


def _find_proxies(witness: Witness, link: Link, lost: Sequence[Lost]) -> set[int]:
    """The given articles that show what a parent holds: itself, or the children of a lost original."""
    source = next((x for x in lost if x.id == link.parent), None)
    return {_number(witness, link.parent)} if source is None else set(source.children)


def _number(witness: Witness, article: str) -> int:
    return next(i for i, a in enumerate(witness.articles) if a.id == article)
