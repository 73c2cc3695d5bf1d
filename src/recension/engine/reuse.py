"""Reuse in an archive: paths in, the passages that any two articles share out."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recension.engine.comparing import PASSAGE, align_block, join_band
from recension.engine.indexing import update_archive
from recension.engine.plan import Plan, save_plan
from recension.engine.pool import run_tasks
from recension.engine.rows import Row, make_derivations, make_rows
from recension.protocols import Progress
from recension.records import Problem
from recension.store.archive import load_archive


@dataclass(frozen=True)
class ReuseFound:
    """What was found in an archive; the rows are made as they are asked for."""

    plan: Plan
    passages: NDArray[Any]
    problems: tuple[Problem, ...]

    def make_rows(self) -> Iterator[Row]:
        """One row for each pair of passages: the later article's, and under `src` the earlier one's."""
        return make_rows(self.plan, self.passages)

    def make_derivations(self) -> Iterator[Row]:
        """One row for each pair of articles that share passages: how much of each stands in the other."""
        return make_derivations(self.plan, self.passages)


def find_reuse(paths: Sequence[str], index: Path, *, jobs: int, progress: Progress) -> ReuseFound:
    """Brings the index in the folder `index` up to date with `paths`, and compares all articles in it.

    What an interrupted call finished is not done again. Raises SettingsError where `index` holds something else.
    """
    archive = load_archive(index)
    problems = update_archive(archive, paths, jobs, progress)
    plan = Plan(archive)
    work = archive.open_work(plan.signature)
    if not (work / "passages.npy").is_file():
        _compare(plan, index, work, jobs, progress)
    return ReuseFound(plan, np.load(work / "passages.npy"), problems)


def _compare(plan: Plan, index: Path, work: Path, jobs: int, progress: Progress) -> None:
    """Joins every band, aligns every block, and puts the passages together in the order of their articles."""
    if not (work / "planned").is_file():
        save_plan(plan, work)
        (work / "planned").touch()
    bands, blocks = (len(np.load(work / f"{name}.npy")) - 1 for name in ("bands", "blocks"))
    for name, function, count in (("joining", join_band, bands), ("aligning", align_block, blocks)):
        progress(name, 0, count)
        for done, _ in enumerate(run_tasks(function, ((index, work, task) for task in range(count)), jobs), 1):
            progress(name, done, count)
    parts = [np.load(work / f"passages-{block:05d}.npy") for block in range(blocks)]
    np.save(work / "passages.npy", np.concatenate([*parts, np.zeros(0, PASSAGE)]))
    for path in itertools.chain(work.glob("seeds-*"), work.glob("passages-*"), work.glob("band-*")):
        path.unlink()
