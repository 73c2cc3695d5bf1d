"""Reporting verbs are known in all their forms, and told from nouns."""

import pytest

from recension.records import Span
from recension.stages.attribute.cues import find_cues, load_cues
from recension.stages.attribute.tokens import find_tokens


@pytest.mark.parametrize(
    ("word", "verb"),
    [("said", "say"), ("denies", "deny"), ("admitted", "admit"), ("writing", "write"), ("reported", "report")],
)
def test_forms_lead_to_their_verb(word: str, verb: str) -> None:
    """Regular, irregular and doubled forms are listed under their verb."""
    assert verb in {c.verb for c in load_cues()[word]}


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Ruiz claims it", {"claim"}),
        ("the claims", set()),
        ("his report", set()),
        ("of reports", set()),
        ("officials say", {"say"}),
        ("Ruiz pointed out", {"point out"}),
        ("Ruiz pointed", set()),
    ],
)
def test_a_noun_is_no_cue(text: str, verbs: set[str]) -> None:
    """A determiner or preposition before the word makes it a noun, and a particle must follow its verb."""
    tokens = find_tokens(text, Span(0, len(text)), (), ())
    assert {c.verb for at in range(len(tokens)) for c in find_cues(tokens, at)} == verbs
