"""Repeated lines of one outlet."""

from dataclasses import replace

from recension.records import Article
from recension.stages.group import group
from recension.stages.group.repeated import find_without_repeated

TEASER = "In other news, Senator Petra Novak wants no vote on Governor Jonas Wirth."
TEXTS = (
    "The ferry Heron ran aground off Tarnby on Monday with 40 people on board, and Captain Lena Park blamed the fog.",
    "A fire destroyed the grain mill of Orr in Vale County on Tuesday, and fire chief Ana Ruiz spoke of two dead.",
    "Bus drivers walked out in Harrow on Friday, and Marek Dolan of their union asked for six per cent more pay.",
    "The museum of Lakeport has lost a bronze heron to thieves with a ladder, its director Ida Brand said today.",
    "Measles shut two schools in Dunmore, where the county's doctor Tom Hale counted 31 cases since the weekend.",
)
PAGES = [Article(f"a{number}", "", f"{TEASER}\n{text}", outlet="Vale Post") for number, text in enumerate(TEXTS)]


def test_what_stands_in_many_articles_of_one_outlet_holds_nothing_together() -> None:
    """A teaser on every page makes no story of the pages; of five outlets it would be a report."""
    assert find_without_repeated(PAGES) == dict(enumerate(TEXTS))
    assert len(group(PAGES)) == len(PAGES)
    others = [replace(page, outlet=f"Outlet {number}") for number, page in enumerate(PAGES)]
    assert find_without_repeated(others) == {}


def test_versions_of_one_report_stay_whole() -> None:
    """Where nearly all is repeated, it is the report that is."""
    versions = [Article(f"v{n}", "", f"{TEXTS[0]}\n{TEASER}\nVersion {n}.", outlet="Vale Post") for n in range(6)]
    assert find_without_repeated(versions) == {}
    assert len(group(versions)) == 1
