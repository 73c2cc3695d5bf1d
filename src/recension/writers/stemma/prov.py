"""The stemma as linked data: the W3C's PROV-O in JSON-LD."""

import json
from typing import Any
from urllib.parse import quote

from recension.records import Article, Dossier
from recension.writers.addresses import find_web_address, make_urn
from recension.writers.stemma.graph import Derivation, Graph, Text, make_graphs
from recension.writers.visible import write_line

Resource = dict[str, Any]

LOST = "A lost original: not among the articles, inferred from what they share and credit."

LINK = {"@type": "@id"}
CONTEXT: Resource = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "recension": "urn:recension:terms:",
    "recension:share": {"@type": "xsd:double"},
    "recension:confidence": {"@type": "xsd:double"},
    "prov:entity": LINK,
    "prov:hadMember": LINK,
    "prov:wasAttributedTo": LINK,
    "prov:wasDerivedFrom": LINK,
    "prov:wasQuotedFrom": LINK,
    "schema:url": LINK,
}


def render_prov(dossier: Dossier) -> str:
    """A JSON-LD document of entities (articles, lost originals), agents (outlets) and derivations.

    Its addresses begin with one that is made from its content, so that two dossiers in one store stay apart.
    """
    graphs = make_graphs(dossier)
    agents: dict[str, Resource] = {}
    resources = [resource for graph in graphs for resource in _describe_story(graph, agents)]
    program = {
        "@id": "dossier:program",
        "@type": ["prov:Agent", "prov:SoftwareAgent"],
        "rdfs:label": f"{dossier.generator.name} {dossier.generator.version}",
    }
    itself = {"@id": "dossier:", "@type": ["prov:Entity", "prov:Bundle"], "prov:wasAttributedTo": "dossier:program"}
    everything = [itself, program, *agents.values(), *resources]
    document = {"@context": {"dossier": f"{make_urn(everything)}#", **CONTEXT}, "@graph": everything}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def make_address(kind: str, name: str) -> str:
    """The address of a resource of this dossier: what it is, then its id or name, in ASCII.

    >>> make_address("outlet", "Vale Observer")
    'dossier:outlet/Vale%20Observer'
    """
    return f"dossier:{kind}/{quote(write_line(name), safe='/')}"


def _describe_story(graph: Graph, agents: dict[str, Resource]) -> list[Resource]:
    into: dict[str, list[Derivation]] = {}
    for derivation in graph.derivations:
        into.setdefault(derivation.child, []).append(derivation)
    links = {text.id: _link(text) for text in graph.texts.values()}
    story = {
        "@id": make_address("story", graph.story.id),
        "@type": ["prov:Entity", "prov:Collection"],
        "rdfs:label": write_line(graph.story.title),
        "prov:hadMember": [links[text.id] for text in graph.texts.values()],
    }
    copied = {frozenset((r.a.article, r.b.article)) for r in graph.story.reuse if r.kind == "verbatim"}
    return [story] + [
        _describe_text(text, agents) | _describe_origin(into.get(text.id, []), links, copied)
        for text in graph.texts.values()
    ]


def _describe_text(text: Text, agents: dict[str, Resource]) -> Resource:
    resource = {
        "@id": _link(text),
        "@type": ["prov:Entity", "schema:NewsArticle" if text.article else "recension:LostOriginal"],
        "rdfs:label": text.name,
    }
    if text.outlet:
        resource["prov:wasAttributedTo"] = _name_agent(text.outlet, agents)
    return resource | (_describe_article(text.article) if text.article else {"rdfs:comment": LOST})


def _describe_article(article: Article) -> Resource:
    resource: Resource = {"dcterms:identifier": article.id}
    if article.title:
        resource["dcterms:title"] = write_line(article.title)
    if article.published:
        moment = article.published.isoformat()
        resource["dcterms:issued"] = {"@value": moment, "@type": "xsd:dateTime" if "T" in moment else "xsd:date"}
    if address := find_web_address(article):
        resource["schema:url"] = address
    return resource


def _describe_origin(into: list[Derivation], links: dict[str, str], copied: set[frozenset[str]]) -> Resource:
    """What a text derives from; quoted from where sentences of the source stand in it word by word."""
    if not into:
        return {}
    quoted = [links[d.parent] for d in into if frozenset((d.parent, d.child)) in copied]
    derived: Resource = {"prov:wasDerivedFrom": [links[d.parent] for d in into]}
    derived |= {"prov:wasQuotedFrom": quoted} if quoted else {}
    return derived | {
        "prov:qualifiedDerivation": [
            {
                "@type": "prov:Derivation",
                "prov:entity": links[d.parent],
                "recension:share": d.edge.share,
                "recension:confidence": d.edge.confidence,
                "rdfs:comment": [write_line(sentence) for sentence in d.edge.evidence],
            }
            for d in into
        ]
    }


def _name_agent(outlet: str, agents: dict[str, Resource]) -> str:
    name = write_line(outlet)
    address = make_address("outlet", name)
    agents[address] = {"@id": address, "@type": ["prov:Agent", "prov:Organization"], "rdfs:label": name}
    return address


def _link(text: Text) -> str:
    return make_address("article" if text.article else "lost", text.id)
