"""The main event is what the heads of most reports share."""

from recension.records import Article, Entity
from recension.stages.compose.event import find_event, list_stems


def make_articles() -> list[Article]:
    """Three reports of one fire."""
    texts = (
        "Fire destroys the mill of Vale. Ana Ruiz put it out.",
        "A mill burned in Vale on Tuesday. The fire spread.",
        "The bakery is open.",
    )
    places = [texts[0].index("Vale"), texts[1].index("Vale")]
    entities = [(Entity(at, at + 4, "place", "Vale"),) for at in places] + [()]
    return [
        Article(f"a{n}", "", text, entities=found) for n, (text, found) in enumerate(zip(texts, entities, strict=True))
    ]


def test_shared_words_weigh_by_the_reports_that_have_them() -> None:
    """Days are no part of what happened; what one report has alone is none either."""
    event = find_event(make_articles())
    assert set(event.weights) == {"fire", "mill", "vale"}
    assert event.names == {"vale"}


def test_doings_say_more_than_names() -> None:
    """Where something was is less than what was done."""
    event = find_event(make_articles())
    assert event.measure(list_stems("the fire")) > event.measure(list_stems("in Vale")) > 0
    assert event.has_doing(list_stems("a fire in Vale"))
    assert not event.has_doing(list_stems("in Vale"))
