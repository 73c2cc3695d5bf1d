"""Noun phrases are found without a parser."""

import pytest

from recension.records import Span
from recension.rules import load_rules
from recension.stages.attribute.phrases import find_phrase_after
from recension.stages.attribute.subjects import find_subject
from recension.stages.attribute.tokens import Token, find_tokens
from recension.text.names import find_names


def tokenise(text: str) -> tuple[Token, ...]:
    return find_tokens(text, Span(0, len(text)), find_names(text), ())


def subject_of(text: str, verb: str) -> str | None:
    tokens = tokenise(text)
    at = next(i for i, t in enumerate(tokens) if t.lower == verb)
    phrase = find_subject(tokens, at)
    return text[tokens[phrase.first].start : tokens[phrase.last - 1].end] if phrase else None


@pytest.mark.parametrize("example", load_rules("grammar")["examples"], ids=lambda e: e["in"][:40])
def test_examples_of_the_rules(example: dict[str, str]) -> None:
    """Every example in the rules gives the subject of its "said"."""
    assert subject_of(example["in"], "said") == example["out"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ana Ruiz, 45, the mayor of Vale, said so.", "Ana Ruiz"),
        ("The mayor, who had been away, has said so.", "The mayor"),
        ("The fire spread, two of the crew later said.", "two of the crew"),
        ("In Vale on Monday police said so.", "police"),
        ("It was what the man his friends said so.", "his friends"),
        ("On Monday, said so.", None),
    ],
)
def test_the_subject_before_a_verb(text: str, subject: str | None) -> None:
    """Insertions, auxiliaries and adverbs between subject and verb are passed over."""
    assert subject_of(text, "said") == subject


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the head of the port on Monday", "the head of the port"),
        ("Ana Ruiz told", "Ana Ruiz"),
        ("she was", "she"),
        ("in Vale", None),
    ],
)
def test_the_phrase_behind_a_verb(text: str, phrase: str | None) -> None:
    """The phrase ends before a time, a verb or a sign; a preposition begins none."""
    tokens = tokenise(text)
    found = find_phrase_after(tokens, 0)
    assert (text[tokens[found.first].start : tokens[found.last - 1].end] if found else None) == phrase
