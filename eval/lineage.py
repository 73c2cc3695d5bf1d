"""Undated versions: page histories of an encyclopedia, and a text copied by hand whose true tree is known.

Thresholds were judged on the histories at even places; the figures here are of those at odd places. "Neighbours" counts
versions that follow each other and are tied, "direction" those of them that are tied the right way round, "identical as
one" counts neighbours whatever the order among versions with the same words, which nothing can tell. The pairs of one
family are found among all versions of these pages in one pool, and again of all pages. The program is given no dates,
titles or outlets.

python -m eval.lineage
"""

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, permutations

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from eval.newsroom import SHARED
from recension.models import StaticEncoder
from recension.records import Article, Story
from recension.stages.trace import trace
from recension.stages.trace.changes import measure_changes
from recension.stages.trace.families import find_families

HISTORIES = SHARED / "data" / "lineage" / "wiki-versions.jsonl.gz"
COPIES = SHARED / "data" / "lineage" / "notre-besoin"

Edges = list[tuple[str, str]]


def measure() -> dict[str, float]:
    """F1 of pairs, neighbours and direction on page histories; edges and average sign on the copied text."""
    with gzip.open(HISTORIES, "rt", encoding="utf-8") as lines:
        histories = [json.loads(line)["versions"] for line in lines]
    half = histories[1::2]
    pairs = {"wiki pairs f1": measure_pairs(half), "wiki pairs f1, all pages": measure_pairs(histories)}
    return pairs | measure_neighbours(half) | measure_copies()


def measure_pairs(histories: Sequence[Sequence[str]]) -> float:
    """The F1 of pairs of versions that are put into one family, over one shuffled pool."""
    pool = [(text, page) for page, versions in enumerate(histories) for text in versions]
    random.Random(0).shuffle(pool)
    found = [p for family in find_families([text for text, _ in pool]) for p in combinations(family, 2)]
    right = sum(pool[a][1] == pool[b][1] for a, b in found)
    true = sum(len(versions) * (len(versions) - 1) // 2 for versions in histories)
    return 2 * right / (len(found) + true)


def measure_neighbours(histories: Sequence[Sequence[str]]) -> dict[str, float]:
    """The share of neighbouring versions that are tied, and of these the share tied in the right direction."""
    encoder, shuffle = StaticEncoder(), random.Random(0)
    total = tied = right = alike = found = 0
    for versions in histories:
        places = shuffle.sample(range(len(versions)), len(versions))
        edges = [(places[int(a)], places[int(b)]) for a, b in _trace_edges([versions[p] for p in places], encoder)]
        total, found = total + len(versions) - 1, found + len(edges)
        tied += sum(abs(a - b) == 1 for a, b in edges)
        right += sum(b - a == 1 for a, b in edges)
        kinds = [versions.index(text) for text in versions]
        true = Counter(frozenset((kinds[i], kinds[i + 1])) for i in range(len(kinds) - 1))
        alike += sum((true & Counter(frozenset((kinds[a], kinds[b])) for a, b in edges)).values())
    return {
        "wiki neighbours recall": tied / total,
        "wiki neighbours precision": tied / found,
        "wiki neighbours recall, identical as one": alike / total,
        "wiki direction": right / tied,
    }


def measure_copies() -> dict[str, float]:
    """Edges of the true tree that are found, and agreement of the distances in the tree; beside neighbour joining."""
    paths = sorted((COPIES / "witnesses").iterdir())
    names, texts = [p.stem for p in paths], [p.read_text(encoding="utf-8") for p in paths]
    true: Edges = re.findall(r"(\w+) -> (\w+)", (COPIES / "besoin.dot").read_text(encoding="utf-8"))
    edges = [(names[int(a)], names[int(b)]) for a, b in _trace_edges(texts, StaticEncoder())]
    joined, contracted = join_neighbours(measure_changes(texts), names)
    figures: dict[str, float] = {}
    for method, tree, between in (("trace", edges, edges), ("neighbour joining", joined, contracted)):
        common = {frozenset(e) for e in between} & {frozenset(e) for e in true}
        figures[f"notre-besoin edges, {method}"] = len(common) / len(true)
        figures[f"notre-besoin average sign, {method}"] = measure_sign(tree, true, names)
    return figures


def measure_sign(tree: Edges, true: Edges, names: Sequence[str]) -> float:
    """The average sign similarity of two trees (Roos and Heikkilä 2009): is A nearer to B than to C in both?"""
    steps = [dict(nx.all_pairs_shortest_path_length(nx.Graph(edges))) for edges in (tree, true)]
    scores = []
    for a, b, c in permutations(names, 3):
        found, wanted = (np.sign(d[a].get(b, 99) - d[a].get(c, 99)) if a in d else 0 for d in steps)
        scores.append(1 - abs(found - wanted) / 2)
    return float(np.mean(scores))


def join_neighbours(distances: NDArray[np.float64], names: Sequence[str]) -> tuple[Edges, Edges]:
    """The tree of neighbour joining (Saitou and Nei 1987), and its edges with inner nodes put to their nearest leaf."""
    between = {frozenset((a, b)): float(distances[i, j]) for (i, a), (j, b) in combinations(enumerate(names), 2)}
    nodes = list(names)
    edges: nx.Graph[str] = nx.Graph()
    while len(nodes) > 2:
        spread = {a: sum(between[frozenset((a, b))] for b in nodes if b != a) for a in nodes}
        size = len(nodes) - 2
        a, b = min(combinations(nodes, 2), key=lambda p: size * between[frozenset(p)] - spread[p[0]] - spread[p[1]])
        gap, inner = between[frozenset((a, b))], f"inner {len(nodes)}"
        to_a = (gap + (spread[a] - spread[b]) / size) / 2
        edges.add_edge(a, inner, weight=max(0.0, to_a))
        edges.add_edge(b, inner, weight=max(0.0, gap - to_a))
        nodes = [n for n in nodes if n not in {a, b}]
        for n in nodes:
            between[frozenset((n, inner))] = (between[frozenset((n, a))] + between[frozenset((n, b))] - gap) / 2
        nodes.append(inner)
    edges.add_edge(*nodes, weight=max(0.0, between[frozenset(nodes)]))
    reach = dict(nx.all_pairs_dijkstra_path_length(edges))
    leaf = {n: min(names, key=lambda x: (reach[n][x], x)) for n in edges}
    return list(edges.edges), [(leaf[a], leaf[b]) for a, b in edges.edges if leaf[a] != leaf[b]]


def _trace_edges(texts: Sequence[str], encoder: StaticEncoder) -> Edges:
    """The edges between given articles that `trace` finds, by their numbers."""
    articles = [Article(str(number), str(number), text) for number, text in enumerate(texts)]
    found = trace(Story("s1", "", tuple(a.id for a in articles)), articles, encoder)
    return [(e.parent, e.child) for e in found.stemma.edges if e.parent.isdigit() and e.child.isdigit()]


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:<45} {value:.3f}")
