"""Labels tell what is compared, not the values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.models import StaticEncoder
from recension.records import Article, Fact, Story, Trace
from recension.stages.collate import collate
from recension.stages.collate.labels import MOST_LETTERS, clip, make_speaker_label

ENCODER = StaticEncoder()
WORDS = ["Orr", "paid", "4", "pounds", ",", "for", "seven", "boats", "in", "Vale", ".", "Ana", "Ruiz", "said"]


def find_facts(*texts: str) -> tuple[Fact, ...]:
    articles = tuple(Article(f"a{n}", f"a{n}.txt", text) for n, text in enumerate(texts, 1))
    return collate(Story("s1", "Vale", tuple(a.id for a in articles)), articles, (), Trace(), ENCODER).facts


@pytest.mark.parametrize(
    ("left", "right", "label"),
    [
        (
            "Nine fishing boats joined the search off Vale.",
            "12 fishing boats joined the search off Vale.",
            "fishing boats",
        ),
        ("Seven people were missing in Vale.", "Eight people were missing in Vale.", "people missing"),
        (
            "The board of Orr paid 4 million pounds for the pier.",
            "The board of Orr paid 6 million pounds for the pier.",
            "amount: board of Orr paid … for the pier",
        ),
        (
            "The two ferries collided at 7.40pm off Vale.",
            "The two ferries collided at 9.40pm off Vale.",
            "when: two ferries collided at … off Vale",
        ),
        (
            "The mason broke her wrist in the fall from the tower.",
            "The mason broke her ankle in the fall from the tower.",
            "mason broke her … in the fall from the tower",
        ),
    ],
)
def test_labels_of_differences(left: str, right: str, label: str) -> None:
    """What is counted, or the words around both values with a gap in their place."""
    labels = [fact.label for fact in find_facts(left, right) if fact.verdict in {"conflict", "update"}]
    assert label in labels


def test_speakers() -> None:
    """A statement in two mouths is named by its words."""
    assert make_speaker_label("The pier holds") == "who said “The pier holds”"


@given(st.text(max_size=200))
def test_clipped_labels_are_short(text: str) -> None:
    """No label is longer than allowed, and what is short stays whole."""
    assert len(clip(text)) <= MOST_LETTERS
    if len(text) <= MOST_LETTERS:
        assert clip(text) == " ".join(text.split())


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_label_is_empty(words: list[str]) -> None:
    """Whatever the texts, every fact has a label within bounds."""
    for fact in find_facts(" ".join(words) + ".", "Ana Ruiz said Orr paid 5 pounds for seven boats in Vale."):
        assert 0 < len(fact.label) <= MOST_LETTERS
