"""Web Annotations: what is annotated, with what, and that each finds its characters."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from recension.records import Article, Dossier, Generator, Passage, Story
from recension.writers.annotations import AROUND, render_annotations


def read_items(dossier: Dossier) -> list[dict[str, Any]]:
    """The annotations of the first page."""
    items: list[dict[str, Any]] = json.loads(render_annotations(dossier))["first"]["items"]
    return items


def find_items(dossier: Dossier, kind: str) -> list[dict[str, Any]]:
    """The annotations of one class."""
    return [item for item in read_items(dossier) if item["body"][0]["value"] == kind]


def test_the_document_is_a_collection(dossier: Dossier) -> None:
    """It says what made it and how many there are, and holds them all; no time stamp is in it."""
    document = json.loads(render_annotations(dossier))
    assert document["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (document["type"], document["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert document["generator"]["name"] == "recension 0.0"
    story = dossier.stories[0]
    readings = sum(len(fact.readings) for fact in story.facts)
    attributed = sum(statement.kind != "own" for statement in story.statements)
    assert document["total"] == len(document["first"]["items"]) == readings + attributed + len(story.unique)
    assert render_annotations(dossier) == render_annotations(dossier)


def test_a_reading_is_classed_by_its_verdict(dossier: Dossier) -> None:
    """With label, value and reason in words, and field by field for programs."""
    item = find_items(dossier, "conflict")[2]
    assert item["motivation"] == "classifying"
    assert item["body"][1] == {
        "type": "TextualBody",
        "purpose": "describing",
        "value": "damage: 8 million euros. EUR 3000000 is not EUR 8000000; both are the owner's figure",
        "format": "text/plain",
    }
    fields = {name.removeprefix("recension:"): value for name, value in item.items() if ":" in name}
    assert fields == {
        "story": "s1", "article": "a03", "fact": "f3", "slot": "money", "label": "damage", "value": "8 million euros",
        "normal": "EUR 8000000", "why": "EUR 3000000 is not EUR 8000000; both are the owner's figure",
        "confidence": 0.87, "lines": 1,
    }  # fmt: skip


def test_a_statement_has_its_speaker(dossier: Dossier) -> None:
    """And the outlet through which it came; what an article says on its own is not annotated."""
    told = [item["body"][1]["value"] for item in find_items(dossier, "indirect speech")]
    assert told == [
        "Ana Ruiz, via Coast Daily",
        "Tomas Lind, via Vale Observer",
        "spokeswoman for Orr & Daughters",
    ]
    assert find_items(dossier, "direct quotation")[1]["recension:via"] == "Meridian Wire"


def test_what_one_report_says_is_annotated(dossier: Dossier) -> None:
    """Each passage that no other report has."""
    exact = [item["target"]["selector"][0]["exact"] for item in find_items(dossier, "unique")]
    assert exact[1] == "The mayor fled."
    assert len(exact) == 3


def test_the_source_is_the_web_address_or_that_of_the_text(dossier: Dossier) -> None:
    """A path or a script is no address; two articles never share one."""
    first = replace(dossier.articles[0], uri="https://vale.example/fire?id=1")
    items = read_items(replace(dossier, articles=(first, *dossier.articles[1:])))
    sources = {item["recension:article"]: item["target"]["source"] for item in items}
    assert sources.pop("a01") == "https://vale.example/fire?id=1"
    assert all(source.startswith("urn:uuid:") for source in sources.values())
    assert len(set(sources.values())) == len(sources)


def test_addresses_stay_when_others_change(dossier: Dossier) -> None:
    """An annotation is the same where fewer facts are found, under other numbers; no two share an address."""
    before = [item["id"] for item in read_items(dossier)]
    assert len(set(before)) == len(before)
    facts = tuple(replace(fact, id=f"f{rank}") for rank, fact in enumerate(dossier.stories[0].facts[1:]))
    fewer = replace(dossier, stories=(replace(dossier.stories[0], id="s9", facts=facts),))
    after = {item["id"] for item in read_items(fewer)}
    assert after < set(before)


def test_what_would_turn_a_line_round_is_spelled_out_in_bodies(dossier: Dossier) -> None:
    """Only the quotation is as the article has it."""
    assert "\u202e" not in json.dumps([item["body"] for item in read_items(dossier)], ensure_ascii=False)


# Half characters, which st.text() leaves out, among them.
@given(st.text(alphabet=st.characters(), min_size=1), st.data())
def test_selectors_find_the_passage_in_any_text(text: str, data: st.DataObject) -> None:
    """By place, and by the words with those around them."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    story = Story("s1", text, ("a01",), unique=(Passage("a01", start, end),))
    dossier = Dossier(Generator("recension", "0"), (Article("a01", text, text),), (story,))
    (item,) = json.loads(render_annotations(dossier).encode("utf-8"))["first"]["items"]
    quote, position = item["target"]["selector"]
    assert text[position["start"] : position["end"]] == quote["exact"] == text[start:end]
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert text[max(0, start - AROUND) : end + AROUND] == around
