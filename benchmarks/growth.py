"""Growth: `recension compare` on a story of 8, 50, 100 and 200 reports, the whole command cold, then stage by stage.

    python -m benchmarks.growth [FOLDER]

The reports are those of a folder's largest story, without one of the packaged story, and what `rewriting` makes of
them.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib.resources import as_file, files
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks.rewriting import load_reports, multiply, save_reports
from recension.engine.gather import gather
from recension.engine.local import LEFT_OUT
from recension.models import load_comparer, load_encoder, load_pipeline
from recension.records import Story
from recension.stages import attribute, collate, group, identify, trace

R = TypeVar("R")

SIZES = (8, 50, 100, 200)
STAGES = ("read", "group", "identify", "trace", "attribute", "collate")


class Cost(NamedTuple):
    """What one run of a command took: seconds on the clock, seconds of processors, megabytes at most."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    """Prints a table of whole runs and one of the stages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    named = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as target, as_file(files("recension.demo") / "articles") as packaged:
        reports = load_reports(named or packaged)
        for size in SIZES:
            save_reports(multiply(reports, size), Path(target) / str(size))
        print_runs(Path(target))
        print_stages(Path(target))


def print_runs(folder: Path) -> None:
    """The command on each size; `growth` is how many times as long twice as many reports take."""
    print(f"{'reports':>8} {'largest story':>13} {'wall s':>7} {'CPU s':>7} {'memory MB':>9} {'growth':>7}")
    before: tuple[int, float] | None = None
    for size in SIZES:
        target = folder / f"{size}.json"
        command = [sys.executable, "-m", "recension", "compare", str(folder / str(size)), "--json", str(target)]
        cost = run_cold([*command, "--html", str(folder / f"{size}.html"), "--quiet"])
        largest = len(json.loads(target.read_text(encoding="utf-8"))["stories"][0]["article_ids"])
        growth = f"{2 ** (math.log(cost.wall / before[1]) / math.log(size / before[0])):7.2f}" if before else "      -"
        print(
            f"{size:>8} {largest:>13} {cost.wall:7.1f} {cost.cpu:7.1f} {cost.memory:9.0f} {growth}",
            flush=True,
        )
        before = size, cost.wall


def run_cold(command: list[str]) -> Cost:
    """What the command takes in a process of its own."""
    began = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def print_stages(folder: Path) -> None:
    """The seconds of each stage with all reports as one story, each size in a process of its own."""
    print(f"{'reports':>8} {'models':>9} " + " ".join(f"{name:>9}" for name in STAGES))
    for size in SIZES:
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            seconds = pool.submit(measure_stages, folder / str(size)).result()
        print(f"{size:>8} " + " ".join(f"{value:9.2f}" for value in seconds), flush=True)


def measure_stages(folder: Path) -> list[float]:
    """The seconds that the models take to load, and those of each stage, in the order of `STAGES`."""
    (encoder, pipeline), loading = time_call(lambda: (load_encoder(), load_pipeline(exclude=LEFT_OUT)))
    gathered, reading = time_call(lambda: gather([str(folder)], lambda *_: None, with_terms=True))
    _, grouping = time_call(lambda: group(gathered.articles, gathered.terms))
    story = Story("s1", "all reports", tuple(article.id for article in gathered.articles))
    articles, identifying = time_call(lambda: identify(gathered.articles, pipeline))
    traced, tracing = time_call(lambda: trace(story, articles, encoder))
    statements, attributing = time_call(lambda: tuple(s for article in articles for s in attribute(article)))
    _, collating = time_call(lambda: collate(story, articles, statements, traced, encoder, load_comparer()))
    return [loading, reading, grouping, identifying, tracing, attributing, collating]


def time_call(function: Callable[[], R]) -> tuple[R, float]:
    """What `function` returns, and the seconds it took."""
    began = time.perf_counter()
    result = function()
    return result, time.perf_counter() - began


if __name__ == "__main__":
    main()
