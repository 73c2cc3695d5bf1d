"""The list of witnesses: the articles and the lost originals, each with what it derives from."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from recension.records import Article
from recension.writers.labels import write_date
from recension.writers.stemma.graph import Derivation, Graph
from recension.writers.tei.xml import add, make_id
from recension.writers.visible import write_line

# The derivations of a text, each with the xml:id of its source.
Sources = list[tuple[Derivation, str]]


def add_witnesses(parent: Element, articles: Sequence[Article], graphs: Sequence[Graph]) -> None:
    """All articles in their order, then the lost originals of all stories in a list of their own."""
    sources = _find_sources(graphs)
    witnesses = add(parent, "listWit")
    for article in articles:
        name = make_id(article.id)
        witness = add(witnesses, "witness", None, {"xml:id": name, "n": write_line(article.id)})
        _add_derivations(_add_bibl(witness, article), name, sources.get(name, []))
    lost = {make_id(graph.story.id, node): t for graph in graphs for node, t in graph.texts.items() if not t.article}
    if not lost:
        return
    group = add(witnesses, "listWit")
    add(group, "head", "Lost originals, inferred from what the witnesses share and credit")
    for name, text in lost.items():
        bibl = add(add(group, "witness", None, {"xml:id": name}), "bibl")
        add(bibl, "publisher" if text.outlet else "note", text.name)
        _add_derivations(bibl, name, sources.get(name, []))


def _find_sources(graphs: Sequence[Graph]) -> dict[str, Sources]:
    """What each text derives from, by its xml:id."""
    sources: dict[str, Sources] = {}
    for graph in graphs:
        names = {t.id: make_id(node) if t.article else make_id(graph.story.id, node) for node, t in graph.texts.items()}
        for derivation in graph.derivations:
            sources.setdefault(names[derivation.child], []).append((derivation, names[derivation.parent]))
    return sources


def _add_bibl(witness: Element, article: Article) -> Element:
    bibl = add(witness, "bibl")
    for tag, value in (("publisher", article.outlet), ("title", article.title), ("author", article.byline)):
        if value:
            add(bibl, tag, write_line(value))
    if article.published:
        add(bibl, "date", write_date(article.published), {"when": article.published.isoformat()})
    add(bibl, "idno", write_line(article.uri), {"type": "URI"})
    return bibl


def _add_derivations(bibl: Element, name: str, sources: Sources) -> None:
    """A relation for each source: active the text that derives, passive its source."""
    if not sources:
        return
    relations = add(bibl, "listRelation", None, {"type": "stemma"})
    for derivation, source in sources:
        kind = "main" if derivation.main else "further"
        ends = {"active": f"#{name}", "passive": f"#{source}", "cert": str(derivation.edge.confidence)}
        relation = add(relations, "relation", None, {"name": "derivesFrom", "type": kind, **ends})
        reasons = (f"{derivation.edge.share:.0%} of the text", *derivation.edge.evidence)
        add(relation, "desc", write_line("; ".join(reasons)))
