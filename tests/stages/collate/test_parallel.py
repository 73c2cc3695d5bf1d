"""Parallel sentences: what differs in one place of two sentences that else say the same."""

import pytest

from recension.models import StaticEncoder
from recension.records import Article, Fact, Story, Trace
from recension.rules import load_rules
from recension.stages.collate import collate

ENCODER = StaticEncoder()
# A story has sentences enough to tell rare words from common ones.
AROUND = (
    "A choir sang on the quay until midnight. The price of herring has doubled since spring. "
    "Nobody was hurt in the storm. School starts again next week. The lamps along the pier burn oil."
)


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
        (
            "The coroner, Ana Ruiz, on Tuesday ordered the cannery and the fish market closed until spring.",
            "Harbour master Tom Keller ordered the cannery and the fish market closed last week.",
            {"Ana Ruiz", "Tom Keller"},
        ),
        (
            "The trawler was bound for Orr from the small island of Vale when she lost her rudder.",
            "The trawler had set out from Orr for Vale when she lost her rudder.",
            {"for Orr from the small island of Vale", "from Orr for Vale"},
        ),
        (
            "The mill stands on the Orr river near the chapel, above the old ford.",
            "The old mill stands near the chapel on the banks of the Keller river.",
            {"Orr", "Keller"},
        ),
    ],
)
def test_another_name_in_one_place(left: str, right: str, values: set[str]) -> None:
    """Another place, another person, two persons exchanged, another doer, another way are conflicts."""
    facts = find_differences(f"{left} {AROUND}", f"{right} {AROUND}")
    assert any(all(any(v in r.value for r in f.readings) for v in values) for f in facts)


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
