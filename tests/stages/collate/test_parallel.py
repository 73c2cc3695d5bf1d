"""Parallel sentences: what differs in one place of two sentences that else say the same."""

import pytest

from recension.models import StaticEncoder
from recension.records import Article, Fact, Story, Trace
from recension.rules import load_rules
from recension.stages.collate import collate

ENCODER = StaticEncoder()


def find_differences(left: str, right: str) -> list[Fact]:
    articles = tuple(Article(f"a{n}", f"a{n}.txt", text) for n, text in enumerate((left, right), 1))
    facts = collate(Story("s1", "Vale", ("a1", "a2")), articles, (), Trace(), ENCODER).facts
    return [fact for fact in facts if fact.verdict in {"conflict", "update"}]


@pytest.mark.parametrize("example", load_rules("polarity")["examples"])
def test_polarity_examples(example: dict[str, str]) -> None:
    """A clause and its negation are set against each other; "not only" negates nothing."""
    found = find_differences(example["left"], example["right"])
    assert [f.slot for f in found] == (["negation"] if example["out"] else [])


@pytest.mark.parametrize("example", load_rules("opposites")["examples"])
def test_opposites_examples(example: dict[str, str]) -> None:
    """Words that exclude each other in one place are a conflict, other words are not."""
    found = find_differences(example["left"], example["right"])
    assert [r.value for f in found for r in f.readings] == example["out"]


@pytest.mark.parametrize(
    ("left", "right", "values"),
    [
        (
            "The boat was found on Monday near Vale by a crew of the coast guard.",
            "The boat was found on Monday near Orrin by a crew of the coast guard.",
            {"Vale", "Orrin"},
        ),
        (
            "The prize was handed over by Ana Ruiz in the town hall of the old harbour.",
            "The prize was handed over by Tom Keller in the town hall of the old harbour.",
            {"Ana Ruiz", "Tom Keller"},
        ),
        (
            "In the second half of the match Ruiz tackled Keller near the line.",
            "In the second half of the match Keller tackled Ruiz near the line.",
            {
                "half of the match Ruiz tackled Keller",
                "half of the match Keller tackled Ruiz",
            },
        ),
    ],
)
def test_another_name_in_one_place(left: str, right: str, values: set[str]) -> None:
    """Another place, another person, and two persons exchanged are conflicts."""
    assert [{r.value for r in f.readings} for f in find_differences(left, right)] == [values]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The boat was found on Monday near Vale by a crew of the coast guard.",
            "On Monday a coast guard crew found the boat close to Vale.",
        ),
        (
            "The prize was handed over by Ana Ruiz in the town hall of the old harbour.",
            "The prize was handed over by Ruiz in the town hall of the old harbour.",
        ),
        (
            "At 05:15 Vale time the boat left the old harbour for the island of Orr.",
            "At 05:15 Keller time the boat left the old harbour for the island of Orr.",
        ),
    ],
)
def test_the_same_in_other_words_is_silent(left: str, right: str) -> None:
    """Another order, a shorter name, and the clock of another zone are no conflicts of names."""
    assert find_differences(left, right) == []
