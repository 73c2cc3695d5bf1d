"""The whole TEI document: what it is, its witnesses, their texts in full, and the apparatus after them."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from recension.records import Article, Dossier
from recension.writers.stemma.graph import Graph, make_graphs
from recension.writers.tei.apparatus import add_apparatus
from recension.writers.tei.witnesses import add_witnesses
from recension.writers.tei.xml import add, keep_allowed, make_id, write_document
from recension.writers.visible import write_line

NAMESPACE = "http://www.tei-c.org/ns/1.0"

# No report is the base text, so that no lemma has end points in one (double-end-point), and facts overlap, which
# segments in parallel could not. What a location stands for, and where the readings stand, is said in words.
POINTERS = (
    "No witness is the base text. The location of an entry is its story. Where a reading stands is told for each "
    "witness by witDetail: string-range() counts Unicode code points from 0 in the ab that it names, which holds the "
    "text as it was compared; a character that XML forbids is there as U+FFFD."
)

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def render_tei(dossier: Dossier) -> str:
    """One TEI element: the witnesses with their texts, and an apparatus for each story that two or more share."""
    graphs = make_graphs(dossier) if dossier.articles else ()
    root = Element("TEI", {"xmlns": NAMESPACE})
    _add_header(root, dossier, graphs)
    text = add(root, "text")
    if dossier.articles:
        group = add(text, "group")
        for article in dossier.articles:
            _add_text(group, article)
    else:
        add(add(text, "body"), "p", "No article could be read.")
    _add_back(text, dossier, graphs)
    return write_document(root)


def _add_header(root: Element, dossier: Dossier, graphs: Sequence[Graph]) -> None:
    header = add(root, "teiHeader")
    file = add(header, "fileDesc")
    titles = [write_line(graph.story.title) for graph in graphs]
    add(add(file, "titleStmt"), "title", "Critical apparatus: " + ("; ".join(titles) or "no story"))
    program = f"{dossier.generator.name} {dossier.generator.version}"
    add(add(file, "publicationStmt"), "p", f"Made by {program}; verdicts and derivations are inferences.")
    source = add(file, "sourceDesc")
    if dossier.articles:
        add_witnesses(source, dossier.articles, graphs)
    else:
        add(source, "p", "No witness.")
    encoding = add(header, "encodingDesc")
    add(encoding, "variantEncoding", None, {"method": "location-referenced", "location": "external"})
    add(encoding, "p", POINTERS)


def _add_text(group: Element, article: Article) -> None:
    text = add(group, "text", None, {"corresp": f"#{make_id(article.id)}"})
    if article.language and _LANGUAGE.fullmatch(article.language):
        text.set("xml:lang", article.language)
    attributes = {"xml:id": make_id(article.id, "text"), "xml:space": "preserve"}
    add(add(text, "body"), "ab", keep_allowed(article.text), attributes)


def _add_back(text: Element, dossier: Dossier, graphs: Sequence[Graph]) -> None:
    articles = {article.id: article for article in dossier.articles}
    told = [graph.story for graph in graphs if graph.story.facts]
    back = add(text, "back") if told else text
    for story in told:
        part = add(back, "div", None, {"type": "story", "n": write_line(story.id)})
        add(part, "head", write_line(story.title))
        add_apparatus(part, story, articles)
