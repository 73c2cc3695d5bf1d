"""Collation of figures, moments and speakers in small invented reports."""

from datetime import date

import pytest

from recension.models import StaticEncoder
from recension.records import Article, Fact, Statement, Story, Trace
from recension.rules import load_rules
from recension.stages.collate import collate

FIRST, SECOND = date(2026, 3, 4), date(2026, 3, 5)


def find_facts(*texts: str, days: tuple[date | None, ...] = (), said: tuple[str, ...] = ()) -> tuple[Fact, ...]:
    """The facts of articles a1, a2, … published on the given days; `said` names the speaker of all of each text."""
    published = [*days, *[None] * (len(texts) - len(days))]
    articles = [Article(f"a{n}", f"a{n}.txt", t, published=published[n - 1]) for n, t in enumerate(texts, 1)]
    statements = [
        Statement(f"st{n}", f"a{n}", 0, texts[n - 1].index(speaker) - 7, "direct", speaker)
        for n, speaker in enumerate(said, 1)
    ]
    story = Story("s1", "Mill", tuple(a.id for a in articles))
    return collate(story, articles, statements, Trace(), StaticEncoder()).facts


def find_verdicts(facts: tuple[Fact, ...], slot: str) -> dict[str, set[frozenset[str]]]:
    """For each verdict on facts of a slot how the articles are grouped."""
    return {f.verdict: {frozenset(g) for g in f.groups} for f in reversed(facts) if f.slot == slot}


def test_a_later_count_of_the_same_is_an_update() -> None:
    """Three dead on one day and seven on the next are both right at their time."""
    texts = "Three people were killed in the mill fire in Orr.", "Seven people were killed in the mill fire in Orr."
    assert find_verdicts(find_facts(*texts, days=(FIRST, SECOND)), "number")["update"] == {
        frozenset({"a1"}),
        frozenset({"a2"}),
    }


def test_digits_in_another_order_are_no_update() -> None:
    """A later 61 for an earlier 16 is a slip of the pen, whatever the dates."""
    texts = "The board paid 16 pounds for each lamp in Orr.", "The board paid 61 pounds for each lamp in Orr."
    assert set(find_verdicts(find_facts(*texts, days=(FIRST, SECOND)), "money")) == {"conflict"}


def test_a_day_to_come_can_be_moved() -> None:
    """A day that was ahead when it was written, and later is another, was moved; a day that was past was not."""
    texts = "The fair of Orr opens on 20 March in the old mill.", "The fair of Orr opens on 27 March in the old mill."
    assert "update" in find_verdicts(find_facts(*texts, days=(FIRST, SECOND)), "date")
    late = date(2026, 4, 4), date(2026, 4, 5)
    texts = "The fair of Orr opened on 20 March in the old mill.", "The fair of Orr opened on 27 March in the old mill."
    assert "conflict" in find_verdicts(find_facts(*texts, days=late), "date")


def test_other_counts_of_one_day_are_a_conflict() -> None:
    """Without dates that tell them apart, three and seven cannot both be true."""
    texts = "Three people were killed in the mill fire in Orr.", "Seven people were killed in the mill fire in Orr."
    assert "conflict" in find_verdicts(find_facts(*texts), "number")


def test_the_dead_are_not_the_hurt() -> None:
    """Two figures of two states are never set against each other."""
    texts = "Three people were killed in the mill fire in Orr.", "Seven people were injured in the mill fire in Orr."
    assert not {"conflict", "update"} & set(find_verdicts(find_facts(*texts), "number"))


def test_one_distance_in_two_units_is_equivalent() -> None:
    """62 miles are 100 kilometres."""
    texts = "The road from Orr to Vale is 62 miles long.", "The road from Orr to Vale is 100 kilometres long."
    assert "conflict" not in find_verdicts(find_facts(*texts), "number")
    assert "equivalent" in find_verdicts(find_facts(*texts), "number")


@pytest.mark.parametrize(("time", "verdict"), [("21.40", "equivalent"), ("11.40 p.m.", "conflict")])
def test_times_are_compared_in_any_spelling(time: str, verdict: str) -> None:
    """9:40 p.m. is 21.40 and not 11.40 p.m."""
    texts = "The fire broke out at 9:40 p.m. in the drying tower.", f"The fire broke out at {time} in the drying tower."
    assert verdict in find_verdicts(find_facts(*texts), "time")


def test_the_same_words_in_two_mouths_are_a_conflict() -> None:
    """Who said it differs, though what was said does not."""
    words = '"We had nine engines here within the hour," said'
    facts = find_facts(f"{words} Ana Ruiz.", f"{words} Tom Hale.", said=("Ana Ruiz", "Tom Hale"))
    fact = next(f for f in facts if f.slot == "person")
    assert (fact.verdict, {r.value for r in fact.readings}) == ("conflict", {"Ana Ruiz", "Tom Hale"})


def test_a_surname_is_no_other_mouth() -> None:
    """Ruiz is Ana Ruiz."""
    words = '"We had nine engines here within the hour," said'
    facts = find_facts(f"{words} Ana Ruiz.", f"{words} chief Ruiz.", said=("Ana Ruiz", "Ruiz"))
    assert not [f for f in facts if f.verdict == "conflict"]


@pytest.mark.parametrize("example", load_rules("change")["examples"])
def test_change_examples(example: dict[str, str | bool]) -> None:
    """An article that gives both values and tells of a change makes an update; one that only has both does not."""
    earlier = "The insurer's estimate of the works is 3.3 million pounds."
    facts = find_facts(earlier, str(example["in"]), days=(FIRST, SECOND))
    assert ("update" in find_verdicts(facts, "money")) is example["out"]
