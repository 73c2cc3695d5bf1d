"""Finding sources: files, folders, addresses and standard input."""

import gzip
import io
from pathlib import Path

import pytest

from recension.errors import ReadError
from recension.readers import find_sources, make_digest, read_source
from recension.readers.source import read_bounded
from recension.records import Draft

REPORT = "A mill burned in Vale for six hours on Tuesday before the wind turned at last and nine crews could go in."


def write(folder: Path, name: str, text: str = REPORT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_yields_its_article_files_in_order(tmp_path: Path) -> None:
    """Known suffixes only, sorted, recursively; hidden files and folders stay out."""
    for name in ("b.txt", "a.html", "deep/c.md", ".hidden.txt", ".git/d.txt", "notes.docx"):
        write(tmp_path, name)
    assert [Path(s.uri).name for s in find_sources([str(tmp_path)])] == ["a.html", "b.txt", "c.md"]


def test_a_link_that_leads_back_is_not_followed(tmp_path: Path) -> None:
    """A folder linked into itself ends."""
    write(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert len(list(find_sources([str(tmp_path)]))) == 1


@pytest.mark.parametrize("kind", ["missing", "empty folder"])
def test_what_is_not_there_is_told_when_it_is_opened(tmp_path: Path, kind: str) -> None:
    """A missing path and a folder without articles are sources whose reading raises."""
    path = tmp_path if kind == "empty folder" else tmp_path / "none.txt"
    [source] = find_sources([str(path)])
    with pytest.raises(ReadError, match=r"no such file|no article files"):
        list(read_source(source))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is empty"),
        (b"  \n", "is empty"),
        (b"PK\x03\x04\x00\x00\x00", "not a text"),
        (b"\x01\x02\x03\x04" * 9, "binary"),
    ],
)
def test_an_empty_or_binary_file_is_told(tmp_path: Path, data: bytes, why: str) -> None:
    """The message names the file, the trouble and the next step."""
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=why) as caught:
        [list(read_source(s)) for s in find_sources([str(path)])]
    assert str(path) in str(caught.value)


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal by the system becomes a ReadError."""
    path = write(tmp_path, "a.txt")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match="no permission"):
        [list(read_source(s)) for s in find_sources([str(path)])]


def test_a_broken_archive_is_told(tmp_path: Path) -> None:
    """A cut gzip file gives a ReadError or its whole lines, never another exception."""
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(REPORT.encode())[:-9])
    with pytest.raises(ReadError, match="compressed"):
        [list(read_source(s)) for s in find_sources([str(path)])]


def test_more_than_the_bound_is_refused() -> None:
    """The bound is looked at before anything is parsed."""
    with pytest.raises(ReadError, match="larger than"):
        read_bounded(io.BytesIO(b"x" * 11), "a.html", limit=10)


def test_equal_bytes_have_one_digest(tmp_path: Path) -> None:
    """The digest is of the content, not of the name."""
    one, two, three = (write(tmp_path, n, t) for n, t in (("a.txt", "x"), ("b.txt", "x"), ("c.txt", "y")))
    digests = [make_digest(s) for s in find_sources(map(str, (one, two, three)))]
    assert digests[0] == digests[1] != digests[2]


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (REPORT.encode(), None),
        (f"<!doctype html><h1>Fire at mill</h1><p>{REPORT}</p>".encode(), "Fire at mill"),
        (f'{{"title": "Fire at mill", "text": "{REPORT}"}}'.encode(), "Fire at mill"),
        (f'{{"title": "Fire", "text": "{REPORT}"}}\n{{"title": "Two", "text": "{REPORT}"}}\n'.encode(), "Fire"),
    ],
)
def test_standard_input_tells_its_format_by_its_beginning(
    monkeypatch: pytest.MonkeyPatch, data: bytes, title: str | None
) -> None:
    """Text, HTML, JSON and JSON Lines need no name."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    [source] = find_sources(["-"])
    first = next(read_source(source))
    assert isinstance(first, Draft)
    assert (first.uri.split(":")[0], first.title) == ("-", title)
    assert REPORT in first.text
