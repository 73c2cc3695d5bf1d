"""The apparatus of a story: an entry a fact, its readings by value, and where each stands in its witness."""

from collections.abc import Mapping
from itertools import count
from xml.etree.ElementTree import Element

from recension.records import Article, Fact, Reading, Story
from recension.writers.readings import sort_facts
from recension.writers.tei.xml import add, keep_allowed, make_id
from recension.writers.visible import write_line

# The readings of a group by their wording.
Group = dict[str, list[Reading]]


def add_apparatus(parent: Element, story: Story, articles: Mapping[str, Article]) -> None:
    """A list of entries, conflicts first."""
    entries = add(parent, "listApp")
    for fact in sort_facts(story.facts):
        _add_entry(entries, story, fact, articles)


def _add_entry(entries: Element, story: Story, fact: Fact, articles: Mapping[str, Article]) -> None:
    name = make_id(story.id, fact.id)
    attributes = {"xml:id": name, "type": fact.verdict, "cert": str(fact.confidence), "loc": make_id(story.id)}
    entry = add(entries, "app", None, attributes)
    for kind, note in (("label", fact.label), ("slot", fact.slot), ("why", fact.why)):
        add(entry, "note", write_line(note), {"type": kind})
    add(entry, "note", str(fact.independent_lines), {"type": "lines"})
    numbers = count(1)
    for place, group in enumerate(_find_groups(fact, articles), 1):
        sequence = {"varSeq": str(place)} if fact.verdict == "update" else {}
        wordings = {f"{name}.r{next(numbers)}": readings for readings in group.values()}
        _add_group(entry, wordings, sequence)
        for wording, readings in wordings.items():
            for reading in readings:
                _add_place(entry, wording, reading, articles[reading.article])


def _find_groups(fact: Fact, articles: Mapping[str, Article]) -> list[Group]:
    """The groups of the fact; those of an update as they were first reported, without a date last."""
    ranks = {article: rank for rank, group in enumerate(fact.groups) for article in group}
    groups: dict[int, Group] = {}
    for reading in fact.readings:
        if reading.article in articles:
            group = groups.setdefault(ranks.get(reading.article, len(fact.groups)), {})
            group.setdefault(write_line(reading.value), []).append(reading)
    found = [groups[rank] for rank in sorted(groups)]
    return sorted(found, key=lambda group: _find_date(group, articles)) if fact.verdict == "update" else found


def _find_date(group: Group, articles: Mapping[str, Article]) -> str:
    moments = [articles[reading.article].published for readings in group.values() for reading in readings]
    return min((moment.isoformat() for moment in moments if moment), default="~")


def _add_group(entry: Element, wordings: Mapping[str, list[Reading]], sequence: dict[str, str]) -> None:
    """A reading for each wording; in a group of their own where there are several."""
    if len(wordings) > 1:
        entry, sequence = add(entry, "rdgGrp", None, {"type": "subvariants", **sequence}), {}
    for name, readings in wordings.items():
        witnesses = " ".join(dict.fromkeys(f"#{make_id(reading.article)}" for reading in readings))
        add(entry, "rdg", write_line(readings[0].value), {"xml:id": name, "wit": witnesses, **sequence})


def _add_place(entry: Element, wording: str, reading: Reading, article: Article) -> None:
    """The characters of the witness on which the reading rests."""
    detail = add(entry, "witDetail", None, {"target": f"#{wording}", "wit": f"#{make_id(article.id)}"})
    place = f"#string-range({make_id(article.id, 'text')},{reading.start},{reading.end - reading.start})"
    add(detail, "ref", keep_allowed(reading.span.of(article.text)), {"target": place})
