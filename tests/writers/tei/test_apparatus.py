"""The apparatus: entries and readings, and the characters on which each rests."""

import re
from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from recension.records import Article, Dossier, Fact, Generator, Reading, Story
from recension.writers.tei import render_tei
from recension.writers.tei.xml import keep_allowed

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


def read_entry(dossier: Dossier, name: str) -> ElementTree.Element:
    """One entry of the apparatus."""
    root = ElementTree.fromstring(render_tei(dossier))
    return next(entry for entry in root.iter(f"{TEI}app") if entry.get(ID) == name)


def resolve(root: ElementTree.Element, pointer: str) -> str:
    """The characters to which a string-range() pointer leads, as the TEI Guidelines say (SATSSR)."""
    match = re.fullmatch(r"#string-range\(([^,]+),(\d+),(\d+)\)", pointer)
    assert match
    block = next(element for element in root.iter() if element.get(ID) == match[1])
    offset, length = int(match[2]), int(match[3])
    return "".join(block.itertext())[offset : offset + length]


def test_an_entry_is_a_fact(dossier: Dossier) -> None:
    """Its verdict is the type, its confidence the certainty, and what it says of itself stands in notes."""
    entry = read_entry(dossier, "s1.f3")
    assert (entry.get("type"), entry.get("cert"), entry.get("loc")) == ("conflict", "0.87", "s1")
    assert {note.get("type"): note.text for note in entry.iter(f"{TEI}note")} == {
        "label": "damage",
        "slot": "money",
        "why": "EUR 3000000 is not EUR 8000000; both are the owner's figure",
        "lines": "1",
    }


def test_entries_stand_in_the_order_of_the_page(dossier: Dossier) -> None:
    """Conflicts first."""
    root = ElementTree.fromstring(render_tei(dossier))
    assert [entry.get(ID) for entry in root.iter(f"{TEI}app")][:3] == ["s1.f3", "s1.f5", "s1.f2"]


def test_a_reading_has_its_witnesses(dossier: Dossier) -> None:
    """Those that give the same value in the same words share one."""
    readings = [(rdg.text, rdg.get("wit")) for rdg in read_entry(dossier, "s1.f3").iter(f"{TEI}rdg")]
    assert readings == [("3 million euros", "#a01 #a02 #a04"), ("8 million euros", "#a03")]


def test_several_wordings_of_a_value_are_a_group(dossier: Dossier) -> None:
    """As subvariants, and those of an update in the order in which they were first reported."""
    update = dossier.stories[0].facts[1]
    turned = replace(update, groups=update.groups[::-1], readings=update.readings[::-1])
    story = replace(dossier.stories[0], facts=(turned,))
    groups = list(read_entry(replace(dossier, stories=(story,)), "s1.f2").iter(f"{TEI}rdgGrp"))
    assert [group.get("varSeq") for group in groups] == ["1", "2"]
    assert [[rdg.text for rdg in group] for group in groups] == [["14", "fourteen"], ["17", "Seventeen"]]


def test_every_reading_leads_to_its_words(dossier: Dossier) -> None:
    """Each witness of each reading has a place, whose characters are the evidence."""
    root = ElementTree.fromstring(render_tei(dossier))
    details = list(root.iter(f"{TEI}witDetail"))
    assert len(details) == sum(len(fact.readings) for fact in dossier.stories[0].facts)
    readings = {rdg.get(ID): (rdg.get("wit") or "").split() for rdg in root.iter(f"{TEI}rdg")}
    for detail in details:
        assert detail.get("wit") in readings[detail.attrib["target"].removeprefix("#")]
        assert resolve(root, detail[0].attrib["target"]) == detail[0].text


@given(st.text(alphabet=st.characters(), min_size=1), st.data())
def test_places_hold_in_any_text(text: str, data: st.DataObject) -> None:
    """Offsets count as the dossier counts, whatever characters come before."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    fact = Fact("f1", "hurt", "number", "agree", (Reading("a 1", start, end, "two"),), (("a 1",),), 1, 0.5, "the same")
    article = Article("a 1", "a.txt", text)
    story = Story("s1", "Rain", ("a 1",), facts=(fact,))
    document = render_tei(Dossier(Generator("recension", "0"), (article,), (story,)))
    root = ElementTree.fromstring(document.encode("utf-8"))
    reference = next(root.iter(f"{TEI}ref"))
    assert resolve(root, reference.attrib["target"]) == reference.text == keep_allowed(text[start:end])
