"""The witnesses: what is known of them, and what they derive from."""

from xml.etree import ElementTree

from recension.records import Dossier
from recension.writers.tei import render_tei

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def read_witnesses(dossier: Dossier) -> dict[str, ElementTree.Element]:
    """The witnesses by their ids."""
    root = ElementTree.fromstring(render_tei(dossier))
    return {witness.attrib[ID]: witness for witness in root.iter(f"{TEI}witness")}


def test_a_witness_is_an_article_or_a_lost_original(dossier: Dossier) -> None:
    """Those that are not part of a shared story too, the lost ones last."""
    assert list(read_witnesses(dossier)) == ["a01", "a02", "a03", "a04", "a05", "a06", "a07", "s1.lost-1"]


def test_what_is_known_of_an_article_stands_in_its_witness(dossier: Dossier) -> None:
    """Outlet, title, author, date and address; what is not known is left out."""
    witnesses = read_witnesses(dossier)
    bibl = witnesses["a01"].find(f"{TEI}bibl")
    assert bibl is not None
    assert [child.text for child in bibl][:5] == [
        "Harbour Courier", "Fire guts Vale paper mill, fourteen hurt", "Jo Marsh", "4 March 2026, 07:10",
        "reports/a01.html",
    ]  # fmt: skip
    assert bibl[3].get("when") == "2026-03-04T07:10:00+00:00"
    assert [child.tag.removeprefix(TEI) for child in witnesses["a05"].iter()][2:] == ["title", "idno"]


def test_a_witness_names_what_it_derives_from(dossier: Dossier) -> None:
    """Each source with its share, its evidence and the confidence."""
    relations = list(read_witnesses(dossier)["a04"].iter(f"{TEI}relation"))
    assert [(r.get("type"), r.get("active"), r.get("passive"), r.get("cert")) for r in relations] == [
        ("main", "#a04", "#a02", "0.7"),
        ("further", "#a04", "#a03", "0.45"),
    ]
    assert relations[1][0].text == "30% of the text; credits Vale Observer; 1 paraphrased sentence"
