"""Stories of many files: what is read, by how many processes, makes no difference."""

import json
from pathlib import Path

import recension


def test_more_processes_give_the_same_stories(reports: Path, tmp_path: Path) -> None:
    """Neither their number nor the order of the inputs shows."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(reports.iterdir())]
    rows = [
        {"id": f"{place}-{copy}", "text": text.replace("Orr", f"Orr{copy}").replace("Vale", f"Vale{copy}")}
        for copy in range(40)
        for place, text in enumerate(texts)
    ]
    path = tmp_path / "archive.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    one, two = (recension.find_stories(path, jobs=jobs) for jobs in (1, 2))
    assert one == two
    assert len(one.articles) == 120


def test_a_mixed_folder_makes_a_dossier_of_each_story(reports: Path) -> None:
    """`compare` finds the stories, and each fact and derivation stays within its own."""
    ferry = (
        "The ferry Heron ran aground off Tarnby on Monday with {} people on board. Captain Lena Park blamed fog. "
        "Two tugs came from Lakeport, and nobody was hurt, the coast guard said in the evening. It belongs to {}."
    )
    (reports / "ferry1.txt").write_text(ferry.format(40, "Dunmore Lines"), encoding="utf-8")
    (reports / "ferry2.txt").write_text(ferry.format(44, "Dunmore Lines of Lakeport"), encoding="utf-8")
    stories = recension.compare([reports]).stories
    assert [story.article_ids for story in stories] == [("own", "reprint", "wire"), ("ferry1", "ferry2")]
    for story in stories:
        assert story.facts
        assert {r.article for fact in story.facts for r in fact.readings} <= set(story.article_ids)
        assert tuple(member.article for member in story.members) == story.article_ids


def test_the_texts_are_read_no_further_than_they_tell_the_event(tmp_path: Path) -> None:
    """A long article costs no more than a short one, and keeps the id of its whole text."""
    path = tmp_path / "long.txt"
    path.write_text("The ferry Heron ran aground off Tarnby on Monday, the coast guard said. " * 500, encoding="utf-8")
    (article,) = recension.find_stories(path, jobs=1).articles
    assert len(article.text) <= 4000
    assert article.id == "long"
