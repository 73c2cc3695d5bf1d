"""The progress bar: shown where the work takes longer than a second and a person is looking."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

# Shorter work is over before a bar is read.
SECONDS_BEFORE_SHOWN = 1.0


class ProgressBar:
    """A `Progress` on standard error, one bar a stage; silent in a pipe or when told to be quiet."""

    def __init__(self, *, quiet: bool, color: bool) -> None:
        self._silent = quiet or not sys.stderr.isatty()
        self._color = color
        self._began = time.monotonic()
        self._bar: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        """`stage` has finished `done` of `total` pieces."""
        if self._silent or time.monotonic() - self._began < SECONDS_BEFORE_SHOWN:
            return
        bar = self._bar or self._open()
        if stage not in self._tasks:
            self._tasks[stage] = bar.add_task(stage, total=total)
        bar.update(self._tasks[stage], completed=done, total=total)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def _open(self) -> "Progress":
        from rich.console import Console
        from rich.progress import Progress

        self._bar = Progress(console=Console(stderr=True, no_color=not self._color), transient=True)
        self._bar.start()
        return self._bar
