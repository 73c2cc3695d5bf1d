"""The evidence as Web Annotations (W3C): readings, attributed and unique statements, each on its characters."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from recension.records import Article, Dossier, Fact, Passage, Reading, Statement, Story
from recension.writers.addresses import find_web_address, make_urn
from recension.writers.readings import sort_facts
from recension.writers.rows import has_surrogate
from recension.writers.visible import write_line

Resource = dict[str, Any]

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"recension": "urn:recension:terms:"})

# Characters before and after a passage that tell it from the same words elsewhere, as many as annotation tools keep;
# where they recur too, the position tells.
AROUND = 32

STATEMENT_KINDS = {"direct": "direct quotation", "indirect": "indirect speech"}
UNNAMED = "a speaker who is not named"


class Note(NamedTuple):
    """What is said of a passage: as what it is classed, why in words, and for programs field by field."""

    passage: Passage
    kind: str
    words: str
    fields: dict[str, str | float | None]


def render_annotations(dossier: Dossier) -> str:
    """One AnnotationCollection, all of it on its first page, by story: facts, statements, what is said once.

    The address of an annotation is made from what it says of which passage: it is the same in every dossier that says
    so, whatever numbers the facts and stories have there.
    """
    articles = {article.id: article for article in dossier.articles}
    annotations = [
        _annotate(note, story, articles[note.passage.article])
        for story in dossier.stories
        for note in _find_notes(story)
        if note.passage.article in articles
    ]
    items = list({annotation["id"]: annotation for annotation in annotations}.values())
    address = make_urn([annotation["id"] for annotation in items])
    document = {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": "; ".join(write_line(story.title) for story in dossier.stories),
        "generator": {"type": "Software", "name": f"{dossier.generator.name} {dossier.generator.version}"},
        "total": len(items),
        "first": {"id": f"{address}#page-1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return (json.dumps(document, indent=1) if has_surrogate(text) else text) + "\n"


def _find_notes(story: Story) -> Iterator[Note]:
    for fact in sort_facts(story.facts):
        yield from (_note_reading(fact, reading) for reading in fact.readings)
    yield from (_note_statement(statement) for statement in story.statements if statement.kind != "own")
    yield from (Note(passage, "unique", "No other report says this.", {}) for passage in story.unique)


def _note_reading(fact: Fact, reading: Reading) -> Note:
    fields: dict[str, str | float | None] = {
        "fact": fact.id,
        "slot": fact.slot,
        "label": fact.label,
        "value": reading.value,
        "normal": reading.normal,
        "why": fact.why,
        "confidence": fact.confidence,
        "lines": fact.independent_lines,
    }
    words = f"{fact.label}: {reading.value}. {fact.why}"
    return Note(Passage(reading.article, reading.start, reading.end), fact.verdict, words, fields)


def _note_statement(statement: Statement) -> Note:
    fields: dict[str, str | float | None] = {
        "statement": statement.id,
        "speaker": statement.speaker,
        "role": statement.role,
        "via": statement.via,
        "force": statement.force,
        "source": statement.source,
    }
    told = [statement.speaker or UNNAMED, statement.role, statement.via and f"via {statement.via}"]
    words = ", ".join(part for part in told if part)
    passage = Passage(statement.article, statement.start, statement.end)
    return Note(passage, STATEMENT_KINDS[statement.kind], words, fields)


def _annotate(note: Note, story: Story, article: Article) -> Resource:
    known = {"story": story.id, "article": article.id, **note.fields}
    body = [_make_body("classifying", note.kind), _make_body("describing", note.words)]
    target = _make_target(note.passage, article)
    return {
        "id": make_urn([body, target]),
        "type": "Annotation",
        "motivation": "classifying",
        "body": body,
        "target": target,
        **{f"recension:{name}": value for name, value in known.items() if value is not None},
    }


def _make_body(purpose: str, text: str) -> Resource:
    return {"type": "TextualBody", "purpose": purpose, "value": write_line(text), "format": "text/plain"}


def _make_target(passage: Passage, article: Article) -> Resource:
    """The passage by its words and by its place, either of which finds it."""
    start, end, text = passage.start, passage.end, article.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    source = find_web_address(article) or make_urn([article.id, article.text])
    return {"source": source, "selector": [quote, position]}
