"""The answers of the summary lead to the words that they rest on."""

from recension.records import Dossier
from recension.writers.page.account import find_told_marks, make_questions, name_passages
from recension.writers.page.cast import make_cast


def test_answers_stand_by_question_with_their_lines(dossier: Dossier) -> None:
    """Each has the letters of its lines and a place a report; what has no evidence stands as it is."""
    story, cast = dossier.stories[0], make_cast(dossier)
    anchors = name_passages(story, "story-1")
    views = {view.question: view.answers for view in make_questions(story, anchors, cast)}
    assert list(views) == ["What", "Who", "When", "Where", "How"]
    lind = views["Who"][1]
    assert (lind.value, [line.letter for line in lind.lines]) == ("Tomas Lind", ["A", "B"])
    assert [place.witness.name for place in lind.places] == ["Vale Observer", "The Ledger"]
    assert views["When"][0].value == "3 March 2026"
    assert views["What"][0].places == ()


def test_every_place_is_marked_once(dossier: Dossier) -> None:
    """The ids of the places are those of the marks in the reports."""
    story, cast = dossier.stories[0], make_cast(dossier)
    anchors = name_passages(story, "story-1")
    marks = [mark for found in find_told_marks(anchors, cast).values() for mark in found]
    assert sorted(mark.anchor for mark in marks) == sorted(anchors.values())
    assert len(set(anchors.values())) == len(anchors)
