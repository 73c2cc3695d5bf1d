"""What two sentences in other words cannot both say."""

import re

import pytest

from recension.models import StaticEncoder
from recension.protocols import Clash, Comparison
from recension.records import Article, Entity, Span
from recension.stages.collate.contradictions import find_contradictions
from recension.stages.collate.contrast import Draft
from recension.stages.collate.sheet import make_sheet

ENCODER = StaticEncoder()
_WORD = re.compile(r"\w+")
APPROVED = "The harbour board approved the new bridge to the island."
REFUSED = "The harbour board refused the new bridge to the island."
POSTPONED = "The harbour board postponed the new bridge to the island."
ELSEWHERE = "Snow fell on the northern hills at dawn and the lambs were brought in."


class WordComparer:
    """Holds that words of `rivals` clash, as sure as it is told to be, and that like words correspond."""

    def __init__(self, *rivals: str, sure: float = 0.99, clash: float = 0.9) -> None:
        self.rivals, self.sure, self.clash = rivals, sure, clash
        self.asked: list[tuple[str, str]] = []

    def compare(self, left: str, right: str) -> Comparison:
        """The first rival of each side, where they differ."""
        self.asked.append((left, right))
        here, there = ([(Span(*m.span()), m.group()) for m in _WORD.finditer(text)] for text in (left, right))
        matches = tuple((a, b) for a, x in here for b, y in there if x == y)
        said = [[(span, word) for span, word in words if word in self.rivals] for words in (here, there)]
        if not all(said) or said[0][0][1] == said[1][0][1]:
            return Comparison(0.0, 0.9, (), matches)
        clashes = (Clash(said[0][0][0], said[1][0][0], self.clash),)
        return Comparison(self.sure, 1 - self.sure, clashes, matches)


BOARD = ("approved", "refused", "postponed")


def find(*texts: str, comparer: WordComparer | None = None) -> list[Draft]:
    """The contradictions of articles with these texts."""
    articles = [Article(f"a{n}", f"a{n}.txt", text) for n, text in enumerate(texts, 1)]
    sheet = make_sheet(articles, ENCODER)
    drafts = find_contradictions(sheet, comparer or WordComparer(*BOARD))
    for draft in drafts:
        mentions = [m for group in draft.groups for m in group]
        assert all(articles[m.article].text[m.start : m.end] == m.value for m in mentions)
    return drafts


def values_of(draft: Draft) -> list[list[tuple[int, str]]]:
    """The groups as articles with what they say."""
    return [[(m.article, m.value) for m in group] for group in draft.groups]


def test_two_articles_that_cannot_both_be_right() -> None:
    """One conflict with the clashing words of both; the reason quotes them."""
    (draft,) = find(APPROVED, REFUSED)
    assert values_of(draft) == [[(0, "approved")], [(1, "refused")]]
    assert (draft.verdict, draft.confidence) == ("conflict", 0.9)
    assert draft.why == "“approved” and “refused” cannot both be true of the same thing"


def test_the_better_supported_value_comes_first() -> None:
    """Articles that say the same stand together, whether in one wording or in two."""
    (draft,) = find(APPROVED, REFUSED, f"{REFUSED} {ELSEWHERE}", REFUSED.replace("The harbour", "Today the harbour"))
    assert [[article for article, _ in group] for group in values_of(draft)] == [[1, 2, 3], [0]]


def test_three_values() -> None:
    """Each value is a group of the one conflict."""
    (draft,) = find(APPROVED, REFUSED, POSTPONED)
    assert sorted(values_of(draft)) == [[(0, "approved")], [(1, "refused")], [(2, "postponed")]]


def test_who_tells_both_takes_no_side() -> None:
    """An article with both values stands in a group of its own, the last."""
    (draft,) = find(APPROVED, REFUSED, f"{APPROVED} {ELSEWHERE} {REFUSED}")
    sides = [sorted({article for article, _ in group}) for group in values_of(draft)]
    assert sorted(sides) == [[0], [1], [2]]
    assert {"approved", "refused"} in [{value for _, value in group} for group in values_of(draft)]


@pytest.mark.parametrize(
    "texts",
    [
        (APPROVED,),
        (APPROVED, APPROVED),
        (f"{APPROVED} {REFUSED}",),
        (f"{APPROVED} {REFUSED}", ELSEWHERE),
        (APPROVED, ELSEWHERE),
        ("Fire.", "Ice."),
    ],
)
def test_nothing_to_set_against(texts: tuple[str, ...]) -> None:
    """One article, one wording, or nothing alike."""
    assert find(*texts) == []


@pytest.mark.parametrize(
    ("left", "right"), [("40", "50"), ("forty", "fifty"), ("18:30", "19:30"), ("2019", "2021"), ("night", "morning")]
)
def test_figures_are_compared_by_value(left: str, right: str) -> None:
    """What the reading says of amounts, years and times of day is not asked: rules tell these better."""
    texts = (f"The harbour board approved the new bridge in {word} to the island." for word in (left, right))
    assert find(*texts, comparer=WordComparer(left, right, left[:2], right[:2])) == []


def test_two_days_are_known_not_to_be_one() -> None:
    """Words that name two different days may clash, unlike other moments."""
    texts = [f"The harbour board approved the bridge on {day} for the island." for day in ("Monday", "Tuesday")]
    assert [values_of(d) for d in find(*texts, comparer=WordComparer("Monday", "Tuesday"))] == [
        [[(0, "Monday")], [(1, "Tuesday")]]
    ]


def test_around_the_words_both_say_the_same() -> None:
    """Words that clash in sentences about different things are not set against each other."""
    assert find(APPROVED, "The harbour board refused a loan for the sunken trawler.") == []


def test_a_doubtful_clash_is_none() -> None:
    """Where the words themselves are less sure than the sentences."""
    assert find(APPROVED, REFUSED, comparer=WordComparer(*BOARD, clash=0.5)) == []


def test_the_more_is_compared_the_surer_it_must_be() -> None:
    """What is enough between two sentences is not where many pairs could raise a false alarm."""
    others = [f"{name} counted the lambs of {name} on the northern hills." for name in ("Ana", "Ben", "Cleo", "Dora")]
    few, many = WordComparer(*BOARD, sure=0.7), WordComparer(*BOARD, sure=0.7)
    assert len(find(APPROVED, REFUSED, comparer=few)) == 1
    left = " ".join([APPROVED, *others])
    right = " ".join([REFUSED, *(f"In the evening {other[0].lower()}{other[1:]}" for other in others)])
    assert find(left, right, comparer=many) == []
    assert len(few.asked) == 1
    assert len(many.asked) >= 4


def test_copies_are_compared_once() -> None:
    """Ten reprints cost no more than one, and stand together with what their text has."""
    comparer = WordComparer(*BOARD)
    (draft,) = find(APPROVED, *[REFUSED] * 10, comparer=comparer)
    assert len(comparer.asked) == 1
    assert [len(group) for group in draft.groups] == [10, 1]


@pytest.mark.parametrize("text", ["", ".", "\x00 \ud800 \udfff bridge bridge", "bridge " * 10_000])
def test_any_text_is_compared(text: str) -> None:
    """Whatever stands in it, nothing is found where nothing clashes."""
    assert find(APPROVED, text) == []


def test_the_same_twice() -> None:
    """The network is asked by several threads, and the answers are in order all the same."""
    texts = (f"{APPROVED} {ELSEWHERE}", REFUSED, f"{ELSEWHERE} {POSTPONED}", REFUSED.replace("new", "second"))
    assert find(*texts) == find(*texts)


@pytest.mark.parametrize(("names", "found"), [(("Ana Ruiz", "Tom Orr"), True), (("Ana Ruiz", "Ana River"), False)])
def test_two_bearers_are_known_to_differ(names: tuple[str, str], found: bool) -> None:
    """Of names of two persons less is asked than of other words, however many sentences are compared."""
    telling = [f"The keys of the old harbour were handed over by {name} on the quay." for name in names]
    boats = "Boat number {0} lay at the {0}th berth with its crew of {0} {1}."
    texts = [
        " ".join((sentence, *(boats.format(n, state) for n in range(10, 40))))
        for sentence, state in zip(telling, ("asleep", "below"), strict=True)
    ]
    articles = []
    for number, (text, name) in enumerate(zip(texts, names, strict=True), 1):
        at = text.index(name)
        entity = Entity(at, at + len(name), "person", name)
        articles.append(Article(f"a{number}", f"a{number}.txt", text, entities=(entity,)))
    comparer = WordComparer(names[0].split()[1], names[1].split()[1], sure=0.92)
    drafts = find_contradictions(make_sheet(articles, ENCODER), comparer)
    assert bool(drafts) is found
