"""Web pages: what is kept, what is set aside, and what the markup says of the page."""

import io
from pathlib import Path

import pytest

from recension.errors import ReadError
from recension.readers.blocks import find_reason_in
from recension.readers.html import make_draft, read_html
from recension.records import Draft
from recension.rules import load_rules

PARAGRAPHS = [
    "A mill burned in Vale for six hours on Tuesday before the wind turned and nine crews could go in at last.",
    '"We had nine engines here within the hour, and it was not enough," fire chief Ana Ruiz told reporters.',
    "The owner said that all of its 62 people would be paid until the end of June, whatever the insurer decides.",
    "The mill, built in 1911, had passed an inspection in January, according to the county register of buildings.",
]
PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Fire at mill | Orr Gazette</title>
<meta property="og:site_name" content="Orr Gazette">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Fire at mill",
 "datePublished": "2026-03-04T10:10:00+01:00", "author": {{"@type": "Person", "name": "Jon Reed"}},
 "publisher": {{"name": "Orr Gazette"}}, "inLanguage": "en"}}]}}</script></head><body>
<nav><a href="/">News</a> <a href="/s">Sport</a></nav><div class="cookie-bar">We use cookies.</div>
<article><h1>Fire at mill</h1><p class="byline">By Jon Reed</p>
<figure><img src="a.jpg"><figcaption>The mill at dawn. Photo: L. Berg</figcaption></figure>
<p>{PARAGRAPHS[0]}</p><div class="ad">Buy boots now</div><p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2]}</p>
<p>{PARAGRAPHS[3]}</p></article><aside><h3>Most read</h3><ul><li>Fair dates set</li></ul></aside>
<section id="comments"><p>bob: It was the owner, mark my words, it always is the owner in the end.</p></section>
<footer>Registered in Orr.</footer></body></html>"""


def read_page(markup: str) -> Draft:
    return make_draft(markup, "page.html")


def test_headline_and_every_paragraph_are_kept() -> None:
    lines = read_page(PAGE).text.split("\n\n")
    assert lines[0] == "Fire at mill"
    assert [line for line in lines if line in PARAGRAPHS] == PARAGRAPHS


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Buy boots now", "advertisement"),
        ("Fair dates set", "related"),
        ("We use cookies.", "cookies"),
        ("Registered in Orr.", "footer"),
        ("bob: It was the owner, mark my words, it always is the owner in the end.", "comments"),
        ("News Sport", "navigation"),
        ("The mill at dawn. Photo: L. Berg", "caption"),
    ],
)
def test_what_is_no_report_is_set_aside_with_its_reason(text: str, reason: str) -> None:
    draft = read_page(PAGE)
    assert (text, reason) in {(r.text, r.reason) for r in draft.removed}
    assert text not in draft.text


def test_the_markup_says_who_when_and_where() -> None:
    draft = read_page(PAGE)
    assert (draft.title, draft.byline, draft.outlet, draft.language) == (
        "Fire at mill",
        "Jon Reed",
        "Orr Gazette",
        "en",
    )
    assert draft.dates[0] == ("json-ld", "2026-03-04T10:10:00+01:00")
    assert draft.name == "page"


def test_a_page_without_metadata_gives_its_site_by_the_title() -> None:
    draft = read_page(
        "<title>Fire at mill - Orr Gazette</title><h1>Fire at mill</h1>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    )
    assert (draft.title, draft.outlet, draft.dates) == ("Fire at mill", "Orr Gazette", ())


def test_the_canonical_address_gives_a_date() -> None:
    link = '<link rel="canonical" href="https://orr.example/2026/03/04/fire">'
    assert read_page(f"<head>{link}</head><p>{PARAGRAPHS[0]}</p>").dates == (("url", "2026-03-04"),)


def test_a_wrapper_with_a_telling_class_keeps_the_report() -> None:
    markup = "<div class='page ad-enabled'><h1>Fire</h1>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</div>"
    assert all(p in read_page(markup).text for p in PARAGRAPHS)


@pytest.mark.parametrize("depth", [300, 3_000, 60_000])
def test_a_deeply_nested_page_still_gives_its_text(depth: int) -> None:
    assert PARAGRAPHS[0] in read_page("<html><body>" + "<div>" * depth + f"<p>{PARAGRAPHS[0]}</p>").text


@pytest.mark.parametrize("markup", ["<html></html>", "<script>load()</script>", "<!-- -->"])
def test_a_page_without_text_is_told(markup: str) -> None:
    with pytest.raises(ReadError, match=r"holds no text|not a web page"):
        read_page(markup)


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "utf-16", "windows-1251"])
def test_the_declared_charset_is_believed(charset: str) -> None:
    word = "Пожар" if charset == "windows-1251" else "Café"
    markup = f'<meta charset="{charset}"><h1>{word} fire</h1><p>{PARAGRAPHS[0]}</p>'
    [draft] = read_html(io.BytesIO(markup.encode(charset)), "a.html")
    assert isinstance(draft, Draft)
    assert f"{word} fire" in draft.text


@pytest.mark.parametrize("case", load_rules("page")["examples"], ids=lambda case: case["attribute"])
def test_the_examples_of_the_rules_hold(case: dict[str, str]) -> None:
    assert find_reason_in(case["attribute"]) == case.get("out")


def test_broken_json_ld_is_passed_over() -> None:
    markup = f'<script type="application/ld+json">{"[" * 5000}</script><h1>Fire</h1><p>{PARAGRAPHS[0]}</p>'
    assert read_page(markup).title == "Fire"


def test_a_page_saved_under_a_path_is_named_after_it() -> None:
    assert make_draft(PAGE, str(Path("a") / "b-1.html")).name == "b-1"
    assert make_draft(PAGE, "https://orr.example/b-1.html").name is None
