"""Words that were altered inside quotation marks."""

import pytest

from recension.models import StaticEncoder
from recension.protocols import Comparer, Comparison
from recension.records import Article, Statement
from recension.stages.collate.contrast import Draft
from recension.stages.collate.quotations import find_alterations
from recension.stages.collate.sheet import make_sheet

SAID = "We had nine engines here within the hour and it was not enough"


class Sure:
    """A comparer that holds all for contradictions as sure as it is told."""

    def __init__(self, contradiction: float) -> None:
        self.contradiction = contradiction

    def compare(self, left: str, right: str) -> Comparison:  # noqa: ARG002
        """The same of every pair."""
        return Comparison(self.contradiction, 1 - self.contradiction)


def find(*said: tuple[str | None, str], comparer: Comparer | None = None, kind: str = "direct") -> list[Draft]:
    """The alterations among articles of one quotation each, (speaker, words)."""
    texts = [f'"{words}," an officer told reporters at the gate.' for _, words in said]
    articles = [Article(f"a{n}", f"a{n}.txt", text) for n, text in enumerate(texts)]
    statements = [
        Statement(f"q{n}", f"a{n}", 0, len(words) + 3, kind, speaker)  # type: ignore[arg-type]
        for n, (speaker, words) in enumerate(said)
    ]
    drafts = list(find_alterations(make_sheet(articles, StaticEncoder()), statements, comparer))
    for draft in drafts:
        assert all(
            " ".join(articles[m.article].text[m.start : m.end].split()) == m.value for g in draft.groups for m in g
        )
    return drafts


RUIZ = "Ana Ruiz"


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (SAID.replace("nine", "seven"), "quoted with “nine” and with “seven”"),
        (SAID.replace("not ", ""), "“not” stands inside the quotation marks of one report only"),
        (SAID.replace("within the hour", "in one hour"), "quoted with “within the” and with “in one”"),
    ],
)
def test_altered_words_are_shown(other: str, why: str) -> None:
    """What differs between words that both have; without a comparer it is the same in other words."""
    (draft,) = find((RUIZ, SAID), (RUIZ, other))
    assert draft.why == f"{why}: not all quote word for word"
    assert draft.verdict == "equivalent"
    assert [m.slot for group in draft.groups for m in group] == ["quote", "quote"]


@pytest.mark.parametrize(("sure", "verdict", "groups"), [(0.95, "conflict", 2), (0.5, "equivalent", 1)])
def test_a_change_of_what_was_said_is_a_conflict(sure: float, verdict: str, groups: int) -> None:
    """Where the two surely contradict each other; then the articles are parted."""
    (draft,) = find((RUIZ, SAID), (RUIZ, SAID.replace("not ", "")), comparer=Sure(sure))
    assert (draft.verdict, len(draft.groups)) == (verdict, groups)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((RUIZ, SAID), (RUIZ, SAID)),
        ((RUIZ, SAID), (RUIZ, SAID.upper())),
        ((RUIZ, SAID), (RUIZ, SAID.replace("engines", "engine"))),
        ((RUIZ, SAID), (RUIZ, "We had nine engines here within the hour")),
        ((RUIZ, SAID), (RUIZ, f"I tell you, {SAID} for a fire like this")),
        ((RUIZ, SAID), ("Tom Orr", SAID.replace("nine", "seven"))),
        ((RUIZ, SAID), (RUIZ, "Nobody knows what the owner wrote back to them in November")),
        ((RUIZ, "We had nine engines"), (RUIZ, "We had seven engines")),
    ],
    ids=["same", "case", "ending", "cut short", "longer at both ends", "two speakers", "two remarks", "few words"],
)
def test_no_alteration(first: tuple[str, str], second: tuple[str, str]) -> None:
    """The same words, more or fewer of them, another's words, or too few to be quoted word for word."""
    assert find(first, second) == []


@pytest.mark.parametrize(("left", "right"), [(None, RUIZ), (None, None), ("Ruiz", RUIZ), ("the chief", "the chief")])
def test_speakers_that_may_be_one(left: str | None, right: str | None) -> None:
    """A speaker who is not named, or by a part of the name, may be the other."""
    assert len(find((left, SAID), (right, SAID.replace("nine", "seven")))) == 1


def test_indirect_speech_has_no_wording() -> None:
    """Only what stands in quotation marks is held to the letter."""
    assert find((RUIZ, SAID), (RUIZ, SAID.replace("nine", "seven")), kind="indirect") == []


def test_each_pair_of_wordings_once() -> None:
    """All articles of a wording stand together."""
    other = SAID.replace("nine", "seven")
    (draft,) = find((RUIZ, SAID), (RUIZ, other), (RUIZ, SAID), (RUIZ, other), comparer=Sure(1.0))
    assert [[m.article for m in group] for group in draft.groups] == [[0, 2], [1, 3]]


@pytest.mark.parametrize("words", ["", "\x00\x01", "\ud800 \udfff", "so " * 10_000])
def test_any_quotation_is_read(words: str) -> None:
    """Empty, without words, or without end."""
    assert find((RUIZ, words), (RUIZ, SAID)) == []


def test_who_quotes_both_takes_no_side() -> None:
    """An article with both wordings stands in a group of its own, not in two."""
    other = SAID.replace("nine", "seven")
    texts = (f'"{SAID}," said Ruiz.', f'"{other}," said Ruiz.', f'"{SAID}," said Ruiz. "{other}," she said at noon.')
    articles = [Article(f"a{n}", f"a{n}.txt", text) for n, text in enumerate(texts)]
    places = [(n, text.index(words), words) for n, text in enumerate(texts) for words in (SAID, other) if words in text]
    statements = [
        Statement(f"q{k}", f"a{n}", start - 1, start + len(words) + 2, "direct", RUIZ)
        for k, (n, start, words) in enumerate(places)
    ]
    sheet = make_sheet(articles, StaticEncoder())
    (draft,) = find_alterations(sheet, statements, Sure(1.0))
    assert [[m.article for m in group] for group in draft.groups] == [[0], [1], [2, 2]]


def test_nothing_quoted() -> None:
    """Without statements there are no alterations."""
    sheet = make_sheet([Article("a", "a.txt", SAID)], StaticEncoder())
    assert list(find_alterations(sheet, (), None)) == []
