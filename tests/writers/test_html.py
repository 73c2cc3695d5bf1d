"""The page as a document: complete, self-contained, safe, and the same for the same dossier."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

from recension.records import Article, Dossier, Fact, Generator, Reading, Story
from recension.writers.html import render_html
from recension.writers.page.facts import MOST_EXCERPTS

EMPTY = Dossier(Generator("recension", "0.0"), (), ())


class Reader(HTMLParser):
    """What a browser would find in a page: its elements with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)

    def values(self, attribute: str) -> list[str]:
        return [value for _, attrs in self.elements if (value := attrs.get(attribute)) is not None]


def test_two_runs_give_the_same_page(dossier: Dossier) -> None:
    """No clock, no random id."""
    assert render_html(dossier) == render_html(dossier)


def test_head_counts(dossier: Dossier) -> None:
    """The band gives reports, lines, roots, conflicts, updates, corroborated and single in this order."""
    band = re.search(r'<dl class="band">.*?</dl>', render_html(dossier), re.S)
    assert band
    assert re.findall(r"<dd><a [^>]*>(\d+)</a>", band.group()) == ["6", "3", "3", "2", "1", "2", "2"]


def test_every_link_has_its_place(dossier: Dossier) -> None:
    """Every href is a place in the page, or the table that the page itself holds; every id is there once."""
    reader = Reader(render_html(dossier))
    ids = reader.values("id")
    assert len(ids) == len(set(ids))
    links = [attrs["href"] or "" for tag, attrs in reader.elements if tag == "a"]
    assert links
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert all(link.startswith(("#", "data:text/csv;")) for link in links)


def test_nothing_from_an_article_is_active(dossier: Dossier) -> None:
    """No element, attribute or address of an article becomes one of the page."""
    reader = Reader(render_html(dossier))
    tags = [tag for tag, _ in reader.elements]
    assert tags.count("script") == 1
    assert tags.count("style") == 1
    assert not {"img", "iframe", "object", "embed", "form", "base"} & set(tags)
    for _, attrs in reader.elements:
        assert not any(name.startswith("on") or name == "style" for name in attrs)
        assert not any((attrs.get(name) or "").lower().startswith("javascript:") for name in ("href", "src"))
    assert "{{ 7 * 7 }}" in reader.text
    assert '<img src=x onerror="window.pwned = 2">' in reader.text


def test_policy_names_the_one_script_and_style(dossier: Dossier) -> None:
    """The hashes in the Content-Security-Policy are those of what stands in the page."""
    page = render_html(dossier)
    policy = next(attrs["content"] or "" for _, attrs in Reader(page).elements if "http-equiv" in attrs)
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        content = page.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_characters_that_turn_text_round_are_spelled_out(dossier: Dossier) -> None:
    """An override of direction is shown by its code point, wherever it stands."""
    page = render_html(dossier)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)
    assert "⟦U+202E⟧Times" in page


def test_a_lone_surrogate_can_be_written() -> None:
    """The page can always be encoded."""
    article = Article("a1", "x", "Two \ud800 hurt.\x00")
    assert "⟦U+D800⟧" in render_html(Dossier(Generator("recension", "0.0"), (article,), ())).encode().decode()


def test_each_text_stands_once_and_whole(dossier: Dossier) -> None:
    """Marks, anchors and repairs take nothing from a text."""
    page = re.sub(r"<del>.*?</del>|<a class=\"ref.*?</a>", "", render_html(dossier), flags=re.S)
    texts = re.findall(r'<div class="text"[^>]*>(.*?)</div>', page, re.S)
    shown = ["".join(Reader(text).text.split()) for text in texts]
    given = [
        "".join(a.text.replace("\u202e", "⟦U+202E⟧").replace("\u202c", "⟦U+202C⟧").split()) for a in dossier.articles
    ]
    assert shown == given


def test_conflicts_come_first(dossier: Dossier) -> None:
    """The facts stand in the order conflict, update, equivalent, agree."""
    verdicts = re.findall(r'<li class="fact (\w+)"', render_html(dossier))
    assert verdicts == ["conflict", "conflict", "update", "equivalent", "equivalent", "agree", "agree"]


def test_without_stories_the_page_says_so() -> None:
    """An empty dossier is a page that says what to do."""
    text = Reader(render_html(EMPTY)).text
    assert "Nothing to compare yet" in text
    assert "Give two or more reports" in text


def test_one_article_is_shown_alone() -> None:
    """A single report stands on the page with its text."""
    article = Article("a1", "a1.txt", "A bakery opened in Orrby.", outlet="Orrby Post")
    page = render_html(Dossier(Generator("recension", "0.0"), (article,), (Story("s1", "Bakery", ("a1",)),)))
    assert "Not part of a shared story" in page
    assert "A bakery opened in Orrby." in page


def test_a_story_without_findings_is_written() -> None:
    """Two articles of which nothing is known but their text."""
    articles = tuple(Article(i, f"{i}.txt", f"Report {i}.") for i in ("a1", "a2"))
    text = Reader(
        render_html(Dossier(Generator("recension", "0.0"), articles, (Story("s1", "Rain", ("a1", "a2")),)))
    ).text
    assert "No two reports say anything comparable." in text
    assert "No statement is attributed to anyone." in text


def test_an_update_reads_from_the_earlier_to_the_later(dossier: Dossier) -> None:
    """The values of an update stand in the order of their reports, however the groups are given."""
    story = dossier.stories[0]
    turned = tuple(replace(fact, groups=fact.groups[::-1], readings=fact.readings[::-1]) for fact in story.facts)
    page = render_html(replace(dossier, stories=(replace(story, facts=turned),)))
    update = page.split('<li class="fact update"')[1].split("</summary>")[0]
    assert re.findall(r'class="value">([^<]*)<', update) == ["14", "17"]


def test_two_hundred_reports_stay_a_page() -> None:
    """Each text stands once, closed, and a value that all give quotes only a few of them."""
    text = "Seven people were hurt at Vale. " + "It rained. " * 200
    articles = tuple(Article(f"a{n:03}", f"{n}.txt", text, outlet=f"Paper {n}") for n in range(200))
    ids = tuple(article.id for article in articles)
    readings = tuple(Reading(i, 0, 5, "Seven", "7") for i in ids)
    facts = tuple(Fact(f"f{n}", "hurt", "number", "agree", readings, (ids,), 1, 0.9, "the same") for n in range(20))
    dossier = Dossier(Generator("recension", "0.0"), articles, (Story("s1", "Rain", ids, facts=facts),))
    page = render_html(dossier)
    assert '<details class="full" open>' not in page
    assert page.count("<blockquote") == 20 * MOST_EXCERPTS
    assert len(page) < 4 * sum(len(article.text) for article in articles) + 20 * 200 * 600


def test_the_note_of_a_line_names_lines_as_the_page_does(dossier: Dossier) -> None:
    """What limits the weight of a line stands beside it, other lines by their names rather than their ids."""
    assert "names the same source as Vale Observer: Vale General" in render_html(dossier)


def test_what_one_report_says_stands_by_weight(dossier: Dossier) -> None:
    """The weightiest first, with its reason, whatever the order in the story."""
    page = render_html(dossier)
    part = page[page.index('id="story-1-once"') : page.index('id="story-1-reports"')]
    places = [part.index(words) for words in ("Schools in Vale", "The union says", "The mayor fled")]
    assert places == sorted(places)
    assert "about Vale" in part
