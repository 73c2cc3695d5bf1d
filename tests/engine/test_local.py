"""The whole flow: what a dossier holds, and that it depends on nothing but the articles."""

import json
from pathlib import Path

import recension
from recension.writers.json import render_json


def test_a_story_is_told(reports: Path) -> None:
    """A reprint derives from its wire, two lines remain, the hour is in conflict, and the later toll an update."""
    dossier = recension.compare([reports])
    story = dossier.stories[0]
    assert story.article_ids == ("own", "reprint", "wire")
    assert [(edge.parent, edge.child) for edge in story.stemma.edges] == [("wire", "reprint")]
    assert sorted(line.article_ids for line in story.lines) == [("own",), ("reprint", "wire")]
    differing = {fact.slot: (fact.verdict, set(fact.groups)) for fact in story.facts if len(fact.groups) > 1}
    sides = {("own",), ("reprint", "wire")}
    assert differing == {"time": ("conflict", sides), "number": ("update", sides)}


def test_a_value_spread_by_copying_counts_once(reports: Path) -> None:
    """Two reports of one line and one of another make two lines at the most."""
    facts = recension.compare([reports]).stories[0].facts
    assert facts
    assert all(1 <= fact.independent_lines <= 2 for fact in facts)


def test_every_span_is_evidence(reports: Path) -> None:
    """Each reading, statement, reused and unique passage lies inside the text of its article and is not empty."""
    dossier = recension.compare([reports])
    texts = {article.id: article.text for article in dossier.articles}
    for story in dossier.stories:
        spans = [reading for fact in story.facts for reading in fact.readings]
        spans += [*story.statements, *story.unique, *(p for reuse in story.reuse for p in (reuse.a, reuse.b))]
        assert spans
        for span in spans:
            assert 0 <= span.start < span.end <= len(texts[span.article])


def test_two_runs_give_the_same_bytes_in_any_order(reports: Path) -> None:
    """Neither the run nor the order of the inputs shows in the dossier."""
    files = sorted(reports.iterdir())
    assert render_json(recension.compare(files)) == render_json(recension.compare(reversed(files)))


def test_one_bad_input_loses_nothing(reports: Path) -> None:
    """What cannot be read is a problem with a reason, and the rest is the same as without it."""
    (reports / "empty.txt").write_bytes(b"")
    (reports / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 40)
    dossier = recension.compare([reports, reports / "nowhere.txt"])
    assert {Path(problem.uri).name for problem in dossier.problems} == {"empty.txt", "picture.txt", "nowhere.txt"}
    assert all(problem.what for problem in dossier.problems)
    assert len(dossier.articles) == 3


def test_another_language_is_named_and_kept(reports: Path) -> None:
    """A French report is read, and said to be one."""
    text = "Un incendie a détruit le moulin de la ville mardi soir et a tué deux personnes, selon les autorités. " * 4
    (reports / "french.txt").write_text(text, encoding="utf-8")
    dossier = recension.compare([reports])
    assert {article.language for article in dossier.articles} == {"en", "fr"}
    assert "another language (fr)" in dossier.problems[0].what


def test_equal_bytes_count_once(reports: Path) -> None:
    """A second file with the same bytes is named as such and left out."""
    (reports / "wire-copy.txt").write_bytes((reports / "wire.txt").read_bytes())
    dossier = recension.compare([reports])
    assert len(dossier.articles) == 3
    assert "the same bytes as" in dossier.problems[0].what


def test_ids_are_unique(reports: Path, tmp_path: Path) -> None:
    """Two files of one name in two folders keep apart."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "wire.txt").write_text((reports / "own.txt").read_text(encoding="utf-8") + "\nThe end.", encoding="utf-8")
    ids = [article.id for article in recension.compare([reports, other]).articles]
    assert ids == ["own", "reprint", "wire", "wire-2"]


def test_nothing_to_read_is_an_empty_dossier(tmp_path: Path) -> None:
    """Without an article there are problems and no story."""
    dossier = recension.compare(tmp_path)
    assert dossier.articles == dossier.stories == ()
    assert json.loads(render_json(dossier))["problems"]


def test_an_encoder_of_ones_own_takes_part(reports: Path) -> None:
    """Any object with `encode` can take the place of the packaged encoder."""
    import numpy as np

    calls: list[int] = []

    class Letters:
        def encode(self, sentences):  # type: ignore[no-untyped-def]
            calls.append(len(sentences))
            rows = [[s.count(chr(97 + n)) + 1e-3 for n in range(26)] for s in sentences] or np.zeros((0, 26))
            rows = np.asarray(rows, dtype=np.float32)
            return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    assert recension.compare([reports], encoder=Letters()).stories
    assert calls
