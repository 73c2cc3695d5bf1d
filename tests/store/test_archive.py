"""An index on disk: what was written is what is read, and other folders are left alone."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.errors import SettingsError
from recension.stages.reuse.postings import GRAM
from recension.store.archive import load_archive
from recension.store.segment import BUCKETS, Entry, Segment, save_segment
from recension.text.wordcodes import encode_words, hash_runs


@given(st.lists(st.text(max_size=80), min_size=1, max_size=5))
def test_a_segment_gives_back_what_was_written(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    """Texts, words, spans and postings, of any characters."""
    folder = tmp_path_factory.mktemp("segment") / "000001"
    entries = [Entry(f"{number}", text[:5], "uri", "source", date=None) for number, text in enumerate(texts)]
    save_segment(folder, entries, texts)
    segment = Segment(folder)
    assert segment.entries == entries
    for number, text in enumerate(texts):
        encoded = encode_words(text)
        assert segment.load_text(number) == text
        assert segment.load_codes(number).tolist() == encoded.codes.tolist()
        assert segment.load_spans(number).tolist() == [encoded.starts.tolist(), encoded.ends.tolist()]
    bucket = segment.load_bucket(0, BUCKETS)
    postings = sorted(zip(*(column.tolist() for column in bucket), strict=True))
    assert postings == sorted(
        (int(run), number, word)
        for number, text in enumerate(texts)
        for word, run in enumerate(hash_runs(encode_words(text).codes, GRAM))
    )
    assert segment.count_postings().sum() == len(postings)


def test_an_archive_is_remembered(tmp_path: Path) -> None:
    """What was saved is there when it is opened again."""
    archive = load_archive(tmp_path / "index")
    archive.names.append("000001")
    archive.sources["a.txt"] = "0" * 64
    archive.gone.add("k")
    archive.save()
    assert load_archive(tmp_path / "index") == archive


def test_work_on_another_state_is_deleted(tmp_path: Path) -> None:
    """The same signature finds its files again, another does not."""
    archive = load_archive(tmp_path)
    (archive.open_work("one") / "result").touch()
    assert (archive.open_work("one") / "result").exists()
    assert not (archive.open_work("other") / "result").exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [("{", "damaged"), ('{"format": "recension.archive/9"}', "another format"), ("[]", "damaged")],
)
def test_a_bad_manifest_is_told(tmp_path: Path, content: str, message: str) -> None:
    """The message says what to do."""
    (tmp_path / "archive.json").write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=message):
        load_archive(tmp_path)


def test_other_folders_and_files_are_left_alone(tmp_path: Path) -> None:
    """Neither a folder with files nor a file becomes an index."""
    (tmp_path / "notes.json").write_text(json.dumps({}), encoding="utf-8")
    for path in (tmp_path, tmp_path / "notes.json"):
        with pytest.raises(SettingsError, match="new or empty folder"):
            load_archive(path)
