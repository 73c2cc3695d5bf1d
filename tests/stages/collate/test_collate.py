"""Collation of a small invented story: what agrees, what cannot both be true, and what one article has alone."""

from collections.abc import Sequence

import pytest

from recension.models import StaticEncoder
from recension.records import Article, Collation, Fact, Line, Story, Trace
from recension.rules import load_rules
from recension.stages.collate import collate

WIRE = """The council of Orr approved the plan for a new pier on Tuesday.
The pier will stand beside the old lighthouse in Velavie, said the harbour master, Ana Ruiz.
Seven fishing boats have to move to the northern basin while the work goes on.
A bakery on the quay fears for its summer trade."""

REPRINT = """The council of Orr turned down the plan for a new pier on Tuesday.
The pier was to stand beside the old lighthouse in Velavie, harbour master Ana Ruiz said.
Seven fishing boats would have had to move to the northern basin during the work."""

OWN = """The new pier of Orr is to stand beside the old lighthouse in Velaver.
Fishermen have collected four hundred signatures and a box of dead herring for the mayor."""


def make_collation(*texts: str, trace: Trace | None = None) -> tuple[Collation, tuple[Article, ...]]:
    articles = tuple(Article(f"a{n}", f"a{n}.txt", text) for n, text in enumerate(texts, 1))
    story = Story("s1", "Pier", tuple(a.id for a in articles))
    return collate(story, articles, (), trace or Trace(), StaticEncoder()), articles


def find_facts(facts: Sequence[Fact], verdict: str) -> list[Fact]:
    return [f for f in facts if f.verdict == verdict]


def test_opposed_decisions_are_a_conflict() -> None:
    """Approved in one article and turned down in the other cannot both be true."""
    collation, _ = make_collation(WIRE, REPRINT)
    values = [{r.normal for r in f.readings} for f in find_facts(collation.facts, "conflict")]
    assert {"approved", "rejected"} in values


def test_look_alike_places_are_a_conflict() -> None:
    """Two towns whose names are easily taken for one another stand apart, with all articles that name either."""
    collation, _ = make_collation(WIRE, REPRINT, OWN)
    fact = next(f for f in find_facts(collation.facts, "conflict") if "Velaver" in {r.value for r in f.readings})
    assert {frozenset(g) for g in fact.groups} == {frozenset({"a1", "a2"}), frozenset({"a3"})}


def test_what_articles_share_agrees() -> None:
    """A sentence that both have becomes a fact on which they do not differ."""
    collation, _ = make_collation(WIRE, REPRINT)
    shared = [f for f in collation.facts if any("Seven fishing boats" in r.value for r in f.readings)]
    assert [f.verdict for f in shared] == ["equivalent"]


def test_what_one_article_has_alone_is_unique() -> None:
    """The herring stands in one article only; the lighthouse stands in all."""
    collation, articles = make_collation(WIRE, REPRINT, OWN)
    alone = {p.span.of(articles[int(p.article[1:]) - 1].text) for p in collation.unique}
    assert any("herring" in passage for passage in alone)
    assert not any("lighthouse" in passage for passage in alone)


def test_readings_point_at_their_words() -> None:
    """Every reading's span lies in its article, and its value is what stands there."""
    collation, articles = make_collation(WIRE, REPRINT, OWN)
    texts = {a.id: a.text for a in articles}
    for fact in collation.facts:
        for reading in fact.readings:
            assert " ".join(reading.span.of(texts[reading.article]).split()) == reading.value
            assert len(reading.value) <= 80


def test_the_order_of_articles_does_not_matter() -> None:
    """The same articles in another order give the same collation."""
    articles = [Article(f"a{n}", f"a{n}.txt", text) for n, text in enumerate((WIRE, REPRINT, OWN), 1)]
    story = Story("s1", "Pier", ("a1", "a2", "a3"))
    encoder = StaticEncoder()
    assert collate(story, articles, (), Trace(), encoder) == collate(story, articles[::-1], (), Trace(), encoder)


def test_lines_are_counted_on_the_stemma() -> None:
    """Two articles of one line support a value once."""
    one_line = Trace(lines=(Line("l1", ("a1", "a2"), "a1"),))
    collation, _ = make_collation(WIRE, WIRE, trace=one_line)
    assert {f.independent_lines for f in collation.facts} == {1}
    assert {f.verdict for f in collation.facts} == {"agree"}


@pytest.mark.parametrize("texts", [(), ("One report only.",), ("", ""), ("...", "!!!")])
def test_little_or_nothing_gives_an_empty_collation(texts: tuple[str, ...]) -> None:
    """Where nothing can be compared there is no fact."""
    collation, _ = make_collation(*texts)
    assert collation.facts == ()


@pytest.mark.parametrize("example", load_rules("rivals")["examples"])
def test_rivals_examples(example: dict[str, list[str]]) -> None:
    """The examples of the rules hold: rivals are set against each other, words that mean the same are not."""
    collation, _ = make_collation(*example["in"])
    conflicts = find_facts(collation.facts, "conflict")
    assert [r.value for f in conflicts for r in f.readings] == example["out"]
