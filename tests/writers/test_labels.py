"""How articles, nodes and values are named for a reader."""

from dataclasses import replace
from datetime import UTC, datetime

from recension.records import Dossier
from recension.writers.labels import group_values, name_articles, name_nodes, write_date


def test_an_outlet_that_stands_twice_bears_the_id(dossier: Dossier) -> None:
    """A name tells one article from the others; without an outlet the headline serves, without one the id."""
    first, second, *rest = dossier.articles
    twice = replace(dossier, articles=(first, replace(second, outlet=first.outlet), *rest))
    names = name_articles(twice)
    assert names["a01"] == "Harbour Courier (a01)"
    assert names["a02"] == "Harbour Courier (a02)"
    assert names["a03"] == "Vale Observer"
    assert names["a05"] == "“SHOCKING mill blaze in Vale”"
    nameless = replace(first, outlet=None, title=None)
    assert name_articles(replace(dossier, articles=(nameless,))) == {"a01": "a01"}


def test_a_lost_original_says_that_it_is_lost(dossier: Dossier) -> None:
    """It bears the name that its descendants give it."""
    assert name_nodes(dossier.stories[0], name_articles(dossier))["lost-1"] == "Meridian Wire (lost)"


def test_the_minute_is_written_where_it_is_known() -> None:
    """A datetime is written with its time."""
    assert write_date(datetime(2026, 3, 4, 9, 5, tzinfo=UTC)) == "4 March 2026, 09:05"


def test_each_group_has_its_value(dossier: Dossier) -> None:
    """The value of a group is that of its first article."""
    update = dossier.stories[0].facts[1]
    assert group_values(update) == [("fourteen", ["a01", "a02"]), ("Seventeen", ["a03", "a04"])]
