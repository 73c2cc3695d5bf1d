"""Evidence around a reading, and marks woven into a text."""

from hypothesis import given
from hypothesis import strategies as st

from recension.records import Span
from recension.writers.evidence import MOST_AROUND, Mark, find_excerpt, make_pieces

TEXT = "Smoke rose over Vale. Nobody slept."
MARKS = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(
        lambda ends: Mark(min(ends), max(ends), "agree")
    ),
    max_size=12,
)


@given(MARKS)
def test_marks_nest_and_lose_no_word(marks: list[Mark]) -> None:
    """Every mark that is opened is closed in turn, and the words come out as they were."""
    pieces = make_pieces(TEXT, Span(0, len(TEXT)), marks)
    assert "".join(piece.text for piece in pieces) == TEXT
    open_marks: list[Mark | None] = []
    for piece in pieces:
        if piece.kind == "open":
            open_marks.append(piece.mark)
        elif piece.kind == "close":
            assert open_marks.pop() == piece.mark
    assert not open_marks


@given(MARKS)
def test_each_mark_begins_and_ends_once(marks: list[Mark]) -> None:
    """However a mark is split, its anchor and its note are given once, and it covers its own characters."""
    numbered = [mark._replace(anchor=str(n)) for n, mark in enumerate(marks)]
    pieces = make_pieces(TEXT, Span(0, len(TEXT)), numbered)
    for mark in numbered:
        assert [p.kind for p in pieces if p.mark == mark and p.whole] == ["open", "close"]
        inside, covered = False, ""
        for piece in pieces:
            if piece.mark == mark:
                inside = piece.kind == "open"
            elif inside:
                covered += piece.text
        assert covered == TEXT[mark.start : mark.end]


def test_marks_are_cut_at_the_paragraph() -> None:
    """Only what lies in the span is written."""
    pieces = make_pieces(TEXT, Span(22, 35), [Mark(16, 28, "agree", "x")])
    assert [(p.kind, p.text, p.whole) for p in pieces] == [
        ("open", "", False),
        ("text", "Nobody", True),
        ("close", "", True),
        ("text", " slept.", True),
    ]


@given(st.text(max_size=400), st.integers(0, 400), st.integers(0, 400))
def test_an_excerpt_holds_the_reading(text: str, one: int, other: int) -> None:
    """The words are exactly those of the span, and what is around them is bounded."""
    span = Span(*sorted((min(one, len(text)), min(other, len(text)))))
    excerpt = find_excerpt(text, span)
    assert excerpt.words == text[span.start : span.end]
    assert max(len(excerpt.before), len(excerpt.after)) <= MOST_AROUND + 2


def test_a_long_sentence_is_cut_at_words() -> None:
    """An ellipsis stands where words are missing."""
    text = "rain " * 60 + "hurt seven " + "snow " * 60
    start = text.index("seven")
    excerpt = find_excerpt(text, Span(start, start + 5))
    assert excerpt.before.startswith("… rain ")
    assert excerpt.after.endswith("snow …")
