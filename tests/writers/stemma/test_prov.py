"""The stemma as PROV-O in JSON-LD: entities, agents, derivations, and addresses that cannot be broken."""

import json
import re
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from recension.records import Dossier, Passage, Reuse
from recension.writers.stemma.prov import CONTEXT, make_address, render_prov


def read_resources(document: str) -> dict[str, dict[str, Any]]:
    """The resources of the document by their addresses, each described once."""
    resources = json.loads(document)["@graph"]
    found = {resource["@id"]: resource for resource in resources}
    assert len(found) == len(resources)
    return found


def find_links(value: object, key: str = "") -> list[str]:
    """Every address in the document, whether it names a resource or leads to one."""
    if isinstance(value, dict):
        return [link for name, inner in value.items() for link in find_links(inner, name)]
    if isinstance(value, list):
        return [link for inner in value for link in find_links(inner, key)]
    is_link = key == "@id" or CONTEXT.get(key) == {"@type": "@id"}
    return [str(value)] if is_link and key != "schema:url" else []


def test_articles_derive_from_articles_and_lost_originals(dossier: Dossier) -> None:
    """Each with all of its sources, and the share, confidence and evidence of each derivation."""
    resources = read_resources(render_prov(dossier))
    ledger = resources["dossier:article/a04"]
    assert ledger["prov:wasDerivedFrom"] == ["dossier:article/a02", "dossier:article/a03"]
    assert ledger["prov:qualifiedDerivation"][1] == {
        "@type": "prov:Derivation",
        "prov:entity": "dossier:article/a03",
        "recension:share": 0.3,
        "recension:confidence": 0.45,
        "rdfs:comment": ["credits Vale Observer", "1 paraphrased sentence"],
    }
    lost = resources["dossier:lost/s1/lost-1"]
    assert lost["@type"] == ["prov:Entity", "recension:LostOriginal"]
    assert lost["prov:wasAttributedTo"] == "dossier:outlet/Meridian%20Wire"


def test_outlets_are_agents(dossier: Dossier) -> None:
    """An article is attributed to its outlet, which is described once; one without an outlet to nobody."""
    resources = read_resources(render_prov(dossier))
    assert resources["dossier:article/a01"]["prov:wasAttributedTo"] == "dossier:outlet/Harbour%20Courier"
    assert resources["dossier:outlet/Harbour%20Courier"]["rdfs:label"] == "Harbour Courier"
    assert "prov:wasAttributedTo" not in resources["dossier:article/a05"]


def test_word_by_word_reuse_is_a_quotation(dossier: Dossier) -> None:
    """Only of the source whose sentences stand verbatim in the article."""
    story = dossier.stories[0]
    reuse = (
        Reuse(Passage("a04", 0, 20), Passage("a02", 0, 20), "verbatim", 1.0),
        Reuse(Passage("a03", 0, 20), Passage("a04", 30, 50), "paraphrase", 0.8),
    )
    quoting = replace(dossier, stories=(replace(story, reuse=reuse),))
    assert read_resources(render_prov(quoting))["dossier:article/a04"]["prov:wasQuotedFrom"] == ["dossier:article/a02"]


def test_dates_have_their_type(dossier: Dossier) -> None:
    """A day is a date, a moment a dateTime; what has no date has none here."""
    resources = read_resources(render_prov(dossier))
    issued = [resources[f"dossier:article/a0{n}"].get("dcterms:issued", {}).get("@type") for n in (1, 2, 5)]
    assert issued == ["xsd:dateTime", "xsd:date", None]


def test_only_web_addresses_are_links(dossier: Dossier) -> None:
    """A path or a script is no address of the web; what cannot stand in an address is encoded."""
    first = replace(dossier.articles[0], uri='https://vale.example/a b"<c>?d=1')
    resources = read_resources(render_prov(replace(dossier, articles=(first, *dossier.articles[1:]))))
    assert resources["dossier:article/a01"]["schema:url"] == "https://vale.example/a%20b%22%3Cc%3E?d=1"
    assert "schema:url" not in resources["dossier:article/a06"]


def test_every_link_leads_to_a_resource(dossier: Dossier) -> None:
    """No address is left without a description, and no prefix without a definition."""
    document = render_prov(dossier)
    assert set(find_links(json.loads(document)["@graph"])) == set(read_resources(document))
    prefixes = set(re.findall(r'"(?:@type": ")?([a-z]+):[a-zA-Z]+"', document))
    assert prefixes <= set(json.loads(document)["@context"])


def test_two_dossiers_have_addresses_of_their_own(dossier: Dossier) -> None:
    """The same dossier gives the same bytes; another one another base."""
    other = replace(dossier, stories=(replace(dossier.stories[0], title="Storm"),))
    assert render_prov(dossier) == render_prov(dossier)
    bases = {json.loads(render_prov(one))["@context"]["dossier"] for one in (dossier, other)}
    assert len(bases) == 2


@given(st.text())
def test_any_outlet_has_an_address(outlet: str) -> None:
    """Letters of every script, quotation marks and lone surrogates become ASCII."""
    assert re.fullmatch(r"dossier:outlet/[\w.~%/-]*", make_address("outlet", outlet), re.ASCII)
