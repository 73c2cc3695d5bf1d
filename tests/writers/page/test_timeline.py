"""The timeline of the page: days, sizes, and where each step leads."""

from dataclasses import replace

from recension.records import Dossier, Story
from recension.writers.page.account import name_passages
from recension.writers.page.cast import make_cast
from recension.writers.page.facts import make_fact_views
from recension.writers.page.timeline import Step, make_steps


def make(dossier: Dossier, story: Story) -> tuple[Step, ...]:
    """The steps of a story."""
    cast = make_cast(dossier)
    return make_steps(story, make_fact_views(story, "story-1", cast), name_passages(story, "story-1"), cast)


def test_steps_tell_when_and_who(dossier: Dossier) -> None:
    """Background is marked, more lines make a larger dot, and a dispute leads to its fact."""
    before, fire, ahead = make(dossier, dossier.stories[0])
    assert (before.day, before.time, before.background) == ("January 2026", "", True)
    assert (fire.day, fire.time, fire.size) == ("3 March 2026", "21:40", 2)
    assert fire.fact is not None
    assert fire.fact.fact.id == "f3"
    assert [place.witness.name for place in fire.places] == ["Harbour Courier", "The Ledger"]
    assert ahead.ahead
    assert not fire.ahead


def test_a_day_is_told_once(dossier: Dossier) -> None:
    """A second happening of a day stands under the first."""
    story = dossier.stories[0]
    fire = story.timeline[1]
    steps = make(dossier, replace(story, timeline=(fire, replace(fire, when="2026-03-03T22:00"))))
    assert [(step.day, step.time) for step in steps] == [("3 March 2026", "21:40"), ("", "22:00")]
