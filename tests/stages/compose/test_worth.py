"""What only one article says is weighed by what it holds, what it is about, and who stands behind it."""

from dataclasses import replace

import pytest

from recension.records import (
    Article,
    Collation,
    Entity,
    Fact,
    Findings,
    Line,
    Passage,
    Reading,
    Statement,
    Story,
    Trace,
    Unique,
)
from recension.stages.compose.worth import SCORERS, sort_unique, weigh_unique

SCOOP = "The mill failed a test of its 14 sprinklers in January, inspector Ida Brand told the Examiner"
SCENE = "It was a cold grey morning with a little wind from somewhere out on the hills"
TEXTS = {
    "a1": "Fire destroys the mill of Vale. A fire destroyed the grain mill of Vale on Tuesday.",
    "a2": f"Fire at the mill of Vale. {SCOOP}. {SCENE}.",
    "a3": f"A fire hit the mill of Vale! {SCENE.replace('cold', 'fine')}. {SCOOP.replace('14', '15')}.",
}


def make_article(name: str) -> Article:
    """The article with the names of its place and its inspector."""
    names = {"Vale": "place", "Ida Brand": "person"}
    found = [Entity(at, at + len(n), kind, n) for n, kind in names.items() if (at := TEXTS[name].find(n)) >= 0]  # type: ignore[arg-type]
    return Article(name, "", TEXTS[name], entities=tuple(found))


def find(name: str, words: str) -> Passage:
    """Where the words stand in the article."""
    at = TEXTS[name].index(words)
    return Passage(name, at, at + len(words))


def make_findings() -> Findings:
    """Two articles that bear each other out, and one whose words nobody shares."""
    scoops = [find("a2", SCOOP), find("a3", SCOOP.replace("14", "15"))]
    said = tuple(
        Statement(f"st{n}", p.article, p.start, p.end, "indirect", "Ida Brand", source="named")
        for n, p in enumerate(scoops)
    )
    fires = tuple(Reading(a, TEXTS[a].index("mill"), TEXTS[a].index("mill") + 4, "mill") for a in ("a1", "a2"))
    fact = Fact("f1", "", "object", "agree", fires, (("a1", "a2"),), 2, 0.9, "")
    trace = Trace(lines=tuple(Line(f"l{n}", (f"a{n}",), f"a{n}") for n in (1, 2, 3)))
    collation = Collation((fact,), (scoops[0], find("a2", SCENE), scoops[1]))
    return Findings(Story("s1", "", ("a1", "a2", "a3")), trace, said, collation)


def weigh() -> tuple[Unique, ...]:
    """The unique passages with their weights."""
    return weigh_unique(make_findings(), [make_article(name) for name in TEXTS])


def test_a_scoop_weighs_more_than_a_scene() -> None:
    """Its reasons are named; the order is that of the texts, and sorting puts the weightiest first."""
    scoop, scene, other = weigh()
    assert scoop.weight > other.weight > scene.weight
    assert scoop.why == "said by Ida Brand; gives a figure: 14"
    assert sort_unique(weigh()) == [scoop, other, scene]


def test_a_report_that_nobody_bears_out_weighs_less() -> None:
    """And the reader is told."""
    assert weigh()[2].why.endswith("other reports bear little of this one out")


def test_weights_are_shares() -> None:
    """Between nothing and all."""
    assert all(0 <= item.weight <= 1 for item in weigh())


@pytest.mark.parametrize("scorer", SCORERS, ids=lambda scorer: scorer.__name__)
def test_every_scorer_says_what_it_finds_out(scorer: object) -> None:
    """Its docstring is one line."""
    assert scorer.__doc__
    assert "\n" not in scorer.__doc__


def test_a_headline_says_what_stands_below_it() -> None:
    """Its words weigh half."""
    findings, members = make_findings(), [make_article(name) for name in TEXTS]
    titled = [replace(a, title=f"{SCOOP}.") if a.id == "a2" else a for a in members]
    assert weigh_unique(findings, titled)[0].weight < weigh_unique(findings, members)[0].weight
