"""Outliers: what one article alone names, where most others name another."""

from recension.models import StaticEncoder
from recension.records import Article, Fact, Story, Trace
from recension.stages.collate import collate

ENCODER = StaticEncoder()
LEADS = (
    "In Velmora on Sunday the sculptor unveiled a granite heron beside the covered market. The crowd sang.",
    "A granite heron was unveiled by the sculptor on Sunday beside the covered market in Velmora. Rain fell.",
    "The sculptor came to Velmora on Sunday and unveiled her granite heron by the covered market. Children waved.",
)
LONE = "In sunny Karrow the sculptor unveiled a wonderful granite heron before the covered market. Everyone loved it."
OTHER = "In Karrow the fishing fleet lay idle for a third week while the fuel price rose again. Nobody spoke."


def find_places(*texts: str) -> list[Fact]:
    articles = tuple(Article(f"a{n}", f"a{n}.txt", text) for n, text in enumerate(texts, 1))
    facts = collate(Story("s1", "Heron", tuple(a.id for a in articles)), articles, (), Trace(), ENCODER).facts
    return [f for f in facts if f.verdict == "conflict" and f.slot == "place"]


def test_a_place_that_one_article_has_alone() -> None:
    """The town of one article stands against that of all others, in which the same is told."""
    facts = find_places(*LEADS, LONE)
    assert [{r.value for r in f.readings} for f in facts] == [{"Velmora", "Karrow"}]
    assert ("a4",) in facts[0].groups


def test_another_matter_in_another_place() -> None:
    """A town of which something else is told stands against none."""
    assert find_places(*LEADS, OTHER) == []


def test_both_places_known() -> None:
    """An article that knows both towns sets neither against the other."""
    assert find_places(*LEADS, f"{LONE} The next day she went on to Velmora.") == []
