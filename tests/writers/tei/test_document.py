"""The TEI document as a whole: well-formed, complete, and built as the Guidelines have it."""

from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from recension.records import Article, Dossier, Edge, Fact, Generator, Node, Reading, Stemma, Story
from recension.writers.tei import render_tei

# Half characters, which st.text() leaves out, among them.
TEXT = st.text(alphabet=st.characters())

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"

# What an element may hold, of what the schema tei_all of TEI P5 (3.0.0) allows there.
CONTENT = {
    "TEI": "teiHeader text", "teiHeader": "fileDesc encodingDesc", "fileDesc": "titleStmt publicationStmt sourceDesc",
    "titleStmt": "title", "publicationStmt": "p", "sourceDesc": "listWit p", "encodingDesc": "variantEncoding p",
    "listWit": "head witness listWit", "witness": "bibl",
    "bibl": "publisher title author date idno note listRelation", "listRelation": "relation", "relation": "desc",
    "text": "group body back", "group": "text", "body": "ab p", "back": "div", "div": "head listApp",
    "listApp": "app", "app": "note rdg rdgGrp witDetail", "rdgGrp": "rdg", "witDetail": "ref",
}  # fmt: skip


def parse(dossier: Dossier) -> ElementTree.Element:
    """The document as a parser sees it."""
    return ElementTree.fromstring(render_tei(dossier).encode("utf-8"))


def make_story(name: str, text: str = "Rain.") -> Dossier:
    """A story of one article, told with this name and text in every place."""
    fact = Fact("f1", name, "other", "agree", (Reading(name, 0, len(text), name),), ((name,),), 1, 0.5, name)
    stemma = Stemma((Node("lost-1", "lost", name), Node(name, "article")), (Edge("lost-1", name, 0.5, 0.5, (name,)),))
    article = Article(name, name, text, name, name, name, language=name)
    return Dossier(Generator("recension", "0"), (article,), (Story("s1", name, (name,), stemma=stemma, facts=(fact,)),))


def test_every_element_stands_where_tei_has_it(dossier: Dossier) -> None:
    """Each in a parent whose content model has it; with no article, too."""
    for one in (dossier, Dossier(Generator("recension", "0"), (), ())):
        for parent in parse(one).iter():
            children = {child.tag.removeprefix(TEI) for child in parent}
            assert children <= set(CONTENT.get(parent.tag.removeprefix(TEI), "").split())


def test_the_header_says_how_the_apparatus_is_linked(dossier: Dossier) -> None:
    """Any document with an apparatus has to."""
    method = parse(dossier).find(f".//{TEI}variantEncoding")
    assert method is not None
    assert method.attrib == {"method": "location-referenced", "location": "external"}


def test_every_text_stands_in_full(dossier: Dossier) -> None:
    """One block for each article, with its white space and its id."""
    blocks = {block.get(ID): block.text for block in parse(dossier).iter(f"{TEI}ab")}
    assert blocks == {f"{article.id}.text": article.text for article in dossier.articles}


def test_every_pointer_leads_to_an_element(dossier: Dossier) -> None:
    """No id stands twice, and none is pointed to that is not there."""
    ids = [element.get(ID) for element in parse(dossier).iter() if element.get(ID)]
    assert len(ids) == len(set(ids))
    for element in parse(dossier).iter():
        for name in ("wit", "target", "active", "passive", "corresp"):
            for pointer in (element.get(name) or "").split():
                assert pointer.removeprefix("#string-range(").partition(",")[0].removeprefix("#") in ids


def test_two_runs_give_the_same_document(dossier: Dossier) -> None:
    """No clock, no random id."""
    assert render_tei(dossier) == render_tei(dossier)


def test_a_story_without_facts_has_no_entry(dossier: Dossier) -> None:
    """Its witnesses stand there all the same."""
    root = parse(replace(dossier, stories=(replace(dossier.stories[0], facts=()),)))
    assert root.find(f".//{TEI}back") is None
    assert len(list(root.iter(f"{TEI}ab"))) == 7


@given(TEXT.filter(bool), TEXT)
def test_any_text_makes_well_formed_xml(name: str, text: str) -> None:
    """Controls, half characters and markup, in names, ids and texts."""
    root = parse(make_story(name, text))
    assert len(list(root.iter(f"{TEI}rdg"))) == 1
    assert len(list(root.iter(f"{TEI}relation"))) == 1
