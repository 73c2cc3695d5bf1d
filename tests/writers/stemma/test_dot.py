"""The stemma in DOT: what is dashed, what is named, and nothing of an article is syntax."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from recension.records import Dossier
from recension.writers.stemma.dot import MOST_SHOWN, quote, render_dot

STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def find_row(document: str, start: str) -> str:
    """The row of `document` that begins with `start`."""
    return next(row.strip() for row in document.splitlines() if row.strip().startswith(start))


def test_lost_originals_are_dashed_boxes(dossier: Dossier) -> None:
    """Of the seven boxes one is dashed; an article's has its outlet and date."""
    document = render_dot(dossier)
    assert find_row(document, '"s1/lost-1" [') == '"s1/lost-1" [label="Meridian Wire\\nlost original", style=dashed];'
    assert find_row(document, '"a01" [') == '"a01" [label="Harbour Courier\\n4 March 2026, 07:10"];'
    assert find_row(document, '"a05" [') == '"a05" [label="“SHOCKING mill blaze in Vale”\\nno date"];'


def test_edges_have_share_confidence_and_evidence(dossier: Dossier) -> None:
    """The main source by a solid arrow, the second by a dashed one, both with their figures and reasons."""
    document = render_dot(dossier)
    main, second = find_row(document, '"a02" -> "a04"'), find_row(document, '"a03" -> "a04"')
    assert "style=solid" in main
    assert 'label="50%\\nconfidence 0.70"' in main
    assert "style=dashed" in second
    assert 'tooltip="credits Vale Observer; 1 paraphrased sentence"' in second


def test_every_story_is_a_cluster(dossier: Dossier) -> None:
    """Stories that several articles share stand in one drawing, each in a box under its title."""
    second = replace(dossier.stories[0], id="s2", title="Storm")
    document = render_dot(replace(dossier, stories=(dossier.stories[0], second)))
    assert re.findall(r"cluster_\d|label=\"Storm\"", document) == ["cluster_1", "cluster_2", 'label="Storm"']


def test_nothing_from_an_article_is_syntax(dossier: Dossier) -> None:
    """A name made to close its string, to begin a line or to be an entity stays a name, and long ones are cut."""
    hostile = '"]; evil [label="\\N &lt; \n' + "x" * 500
    articles = tuple(replace(article, outlet=hostile) for article in dossier.articles)
    row = find_row(render_dot(replace(dossier, articles=articles)), '"a03" [')
    assert re.sub(STRING, "S", row) == "S [label=S];"
    assert r"\"]; evil [label=\"\\N &amp;lt; xxx" in row
    assert len(row) < MOST_SHOWN + 60


@given(st.lists(st.text(), max_size=3))
def test_quoted_text_is_one_string(lines: list[str]) -> None:
    """Whatever the lines, what comes out is one string of DOT on one line."""
    quoted = quote(*lines)
    assert STRING.fullmatch(quoted)
    assert "\n" not in quoted


def test_an_empty_dossier_is_an_empty_graph(dossier: Dossier) -> None:
    """Without a story the graph is there and has nothing in it."""
    document = render_dot(replace(dossier, articles=(), stories=()))
    assert document.startswith("digraph stemma {")
    assert "cluster" not in document
