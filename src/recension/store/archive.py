"""An archive's index on disk: its segments, what was read into them, and the work that is under way on them."""

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from recension.errors import SettingsError
from recension.store.segment import Segment

FORMAT = "recension.archive/1"
_MANIFEST = "archive.json"


@dataclass
class Archive:
    """The index in `folder`.

    `sources` has the SHA-256 of each source that was read to its end, `gone` the keys of articles that their source
    no longer holds.
    """

    folder: Path
    names: list[str] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    @property
    def segments(self) -> list[Segment]:
        """The segments in the order in which they were written."""
        return [Segment(self.folder / "segments" / name) for name in self.names]

    def get_new_folder(self, offset: int = 0) -> Path:
        """Where the next segment is to be written, or the one `offset` after it."""
        return self.folder / "segments" / f"{len(self.names) + offset + 1:06d}"

    def save(self) -> None:
        """Writes what is known of the archive, wholly or not at all."""
        state = {
            "format": FORMAT,
            "segments": self.names,
            "sources": self.sources,
            "gone": sorted(self.gone),
        }
        made = self.folder / f"{_MANIFEST}.new"
        made.write_text(json.dumps(state, ensure_ascii=False, indent=1), encoding="utf-8", errors="surrogatepass")
        made.replace(self.folder / _MANIFEST)

    def open_work(self, signature: str) -> Path:
        """The folder for work on the archive as it is now; what was done on an earlier state of it is deleted."""
        folder = self.folder / "work"
        mark = folder / "signature"
        if not mark.is_file() or mark.read_text(encoding="utf-8") != signature:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            mark.write_text(signature, encoding="utf-8")
        return folder


def load_archive(folder: Path) -> Archive:
    """The archive in `folder`, a new one where there is none. Raises SettingsError where something else is there."""
    manifest = folder / _MANIFEST
    if not manifest.is_file():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise SettingsError(f"{folder} is not an index of recension: name a new or empty folder")
        folder.mkdir(parents=True, exist_ok=True)
        archive = Archive(folder)
        archive.save()
        return archive
    try:
        state = json.loads(manifest.read_text(encoding="utf-8", errors="surrogatepass"))
        if state["format"] != FORMAT:
            raise SettingsError(f"{folder} is an index in another format ({state['format']}): name a new folder")
        return Archive(folder, list(state["segments"]), dict(state["sources"]), set(state["gone"]))
    except (ValueError, KeyError, TypeError) as error:
        raise SettingsError(f"{manifest} is damaged ({error}): delete the folder and run again") from error
