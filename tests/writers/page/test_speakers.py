"""The page tells who says what, as what, with what force, and in how many lines."""

from dataclasses import replace

from recension.records import Dossier
from recension.writers.html import render_html
from recension.writers.page.cast import make_cast
from recension.writers.page.speakers import Speaker, make_speakers


def find_speaker(dossier: Dossier, name: str) -> Speaker:
    """One speaker of the first story."""
    return next(s for s in make_speakers(dossier.stories[0], "s1", make_cast(dossier)) if s.name == name)


def with_statements(dossier: Dossier, **changes: str) -> Dossier:
    """The dossier with every statement of its first story changed."""
    story = dossier.stories[0]
    statements = tuple(replace(s, **changes) for s in story.statements)  # type: ignore[arg-type]
    return replace(dossier, stories=(replace(story, statements=statements), *dossier.stories[1:]))


def test_a_speaker_is_counted_in_reports_and_lines(dossier: Dossier) -> None:
    """Reports of one line are one line, whatever their number."""
    speaker = find_speaker(dossier, "Ana Ruiz")
    assert speaker.reports > speaker.lines >= 1


def test_role_and_force_are_shown(dossier: Dossier) -> None:
    """A role stands beside the name, and what is not simply asserted says so."""
    changed = with_statements(dossier, role="fire <chief>", force="denied")
    assert find_speaker(changed, "Ana Ruiz").role == "fire <chief>"
    page = render_html(changed)
    assert "fire &lt;chief&gt;" in page
    assert '<p class="quiet">denied</p>' in page


def test_a_source_without_a_name_is_typed(dossier: Dossier) -> None:
    """Where no role is given, the kind of an unnamed source stands in its place."""
    assert find_speaker(with_statements(dossier, source="insider"), "Ana Ruiz").role == "name kept back"
