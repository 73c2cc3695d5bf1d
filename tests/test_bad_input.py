"""Whatever comes in, reading ends in an article or in a ReadError, and repairing keeps its promises."""

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recension.errors import ReadError
from recension.readers import READERS
from recension.records import Article, Draft, Problem
from recension.stages.read import read
from recension.stages.repair import repair

ODD = "аеорсхуіΟοА\u200b\u200d\ufeff\u00ad\u2060â€™Ãé\n\t -|:#@.©\"“”'"
texts = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from(ODD), st.sampled_from("abcdeABC ,.\n")), max_size=400
)
PIECES = [
    "Fire at mill near Vale", "By Ana Ruiz", "4 March 2026", "Orr Gazette | News | Sport", "Read more: Fair opens",
    "Comments (3)", "Photo: Jon Orr", "[caption id=1]", "[/caption]", "VALE, March 4 (Orr Wire) -", "© Orr 2026",
    "The mill burned for six hours before the wind turned and the crews could go in.", "infor-\nmation", "Thе Pоpе",
    "countyâ€™s", "Saved copy: 2026-02-11", "date 2026-02-11", "     ", " - ", "\n\n", "\n", " ",
]  # fmt: skip
dumps = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=30).map("".join)
tags = st.sampled_from(["p", "div", "nav", "article", "h1", "script", "table", "td", "br", "b", "aside", "li"])
pages = st.lists(st.tuples(tags, st.booleans(), texts), max_size=20).map(
    lambda parts: "".join(f"<{tag} class='{'ad' if flag else 'story'}'>{text}" for tag, flag, text in parts)
)
slow = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def check_contract(article: Article) -> None:
    """Every span lies inside its text, and a second repair changes nothing."""
    repaired = repair(article)
    for change in repaired.repairs:
        assert 0 <= change.start <= change.end <= len(repaired.text)
        assert repaired.text[change.start : change.end] == change.after
        assert change.before != change.after
    assert repair(repaired) == repaired


@given(texts)
@settings(deadline=None, max_examples=150)
def test_repair_of_any_text_keeps_its_spans_and_settles(text: str) -> None:
    check_contract(Article(id="a", uri="a", text=text))


@given(dumps)
@settings(deadline=None, max_examples=150)
def test_repair_of_a_garbled_dump_keeps_its_spans_and_settles(text: str) -> None:
    check_contract(Article(id="a", uri="a", text=text))


@given(st.sampled_from(sorted(READERS)), st.binary(max_size=600))
@slow
def test_random_bytes_give_drafts_problems_or_a_read_error(suffix: str, data: bytes) -> None:
    try:
        for item in READERS[suffix](io.BytesIO(data), f"x{suffix}"):
            assert isinstance(item, Draft | Problem)
    except ReadError:
        return


@given(pages)
@slow
def test_random_pages_give_articles_that_keep_the_contract(page: str) -> None:
    try:
        for draft in READERS[".html"](io.BytesIO(page.encode("utf-8", "replace")), "x.html"):
            assert isinstance(draft, Draft)
            check_contract(read(draft))
    except ReadError:
        return


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | texts,
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(["text", "title", "authors", "date", "url", "articles", "id"]) | texts,
                inner,
                max_size=4,
            )
        ),
    )
)
@slow
def test_random_json_gives_drafts_problems_or_a_read_error(value: object) -> None:
    try:
        for item in READERS[".json"](io.BytesIO(json.dumps(value).encode()), "x.json"):
            if isinstance(item, Draft):
                check_contract(Article(id="a", uri=item.uri, text=item.text))
    except ReadError:
        return


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_stated_date_is_a_date_or_none(stated: str) -> None:
    draft = Draft(uri="a", text="word " * 30, dates=(("meta", stated), ("url", "2026-03-04")))
    assert read(draft).published is not None


def test_surrogates_do_not_break_the_hash() -> None:
    with pytest.raises(ReadError):
        read(Draft(uri="a", text="\ud800"))
    assert read(Draft(uri="a", text="\ud800 " + "word " * 30)).id
