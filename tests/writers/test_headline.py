"""The figures at the head of a dossier."""

from dataclasses import replace

from recension.records import Dossier
from recension.writers.headline import find_shared_stories, make_headline


def test_figures_are_counted_on_the_stemma_and_the_facts(dossier: Dossier) -> None:
    """Roots are nodes without a parent; corroborated facts have two lines or more."""
    figures = make_headline(dossier.stories[0])
    assert figures._asdict() == {
        "reports": 6, "lines": 3, "roots": 3, "conflicts": 2, "updates": 1, "corroborated": 2, "single": 2,
    }  # fmt: skip


def test_stories_of_one_article_are_not_shared(dossier: Dossier) -> None:
    """They stand apart, unless there is nothing else."""
    assert [story.id for story in find_shared_stories(dossier)] == ["s1"]
    alone = replace(dossier, stories=dossier.stories[1:])
    assert [story.id for story in find_shared_stories(alone)] == ["s2"]
    assert find_shared_stories(replace(dossier, stories=())) == ()
