"""The stemma for phylogenetic programs, in Newick: a tree for every text that derives from no other.

Newick has one parent for a text. Of several the main one is written: the extended Newick of networks would repeat
the text under each, and programs for trees would count it twice. `find_left_out` names what is not written.
"""

from recension.records import Dossier
from recension.writers.stemma.graph import Graph, make_graphs


def render_newick(dossier: Dossier) -> str:
    """One tree a line, inner nodes named too; the length of a branch is the part of a text that is its own."""
    graphs = make_graphs(dossier)
    labels = _make_labels(graphs)
    return "".join(f"{tree};\n" for graph in graphs for tree in _write_trees(graph, labels))


def find_left_out(dossier: Dossier) -> list[str]:
    """A sentence for every derivation that has no place in Newick."""
    return [
        f"{names[d.child]} also takes {d.edge.share:.0%} from {names[d.parent]}"
        for graph in make_graphs(dossier)
        for names in [{text.id: text.name for text in graph.texts.values()}]
        for d in graph.derivations
        if not d.main
    ]


def quote(label: str) -> str:
    """A Newick label in quotation marks, in which no character ends or escapes anything for any reader.

    >>> quote("Vale's Post (a04)")
    "'Vale’s Post (a04)'"
    """
    # The rule is to double an apostrophe, but ETE 3 does not undo that, and Biopython has the backslash escape one.
    return "'" + label.replace("'", "’").replace("\\", "/") + "'"


def _write_trees(graph: Graph, labels: dict[str, str]) -> list[str]:
    """The trees of a story, built from the last descendants up: a chain of reprints may be long."""
    own = {d.child: 1 - d.edge.share for d in graph.derivations if d.main}
    children: dict[str, list[str]] = {}
    trees: list[str] = []
    for node in reversed(graph.tree.order):
        text = graph.texts[node]
        below = ",".join(reversed(children.pop(node, [])))
        tree = (f"({below})" if below else "") + labels[text.id]
        if node in graph.tree.main:
            children.setdefault(graph.tree.main[node], []).append(f"{tree}:{own[text.id]:.2f}")
        else:
            trees.append(tree)
    return trees[::-1]


def _make_labels(graphs: tuple[Graph, ...]) -> dict[str, str]:
    """A quoted label of its own for every text, capitals apart: programs take two of one label for one text."""
    labels: dict[str, str] = {}
    taken: set[str] = set()
    for text in [text for graph in graphs for text in graph.texts.values()]:
        name = text.name if text.article else f"{text.name} (lost)"
        while quote(name).casefold() in taken:
            name = f"{name} ({text.id})"
        labels[text.id] = quote(name)
        taken.add(labels[text.id].casefold())
    return labels
