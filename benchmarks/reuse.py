"""Reuse in an archive: planted passages found, precision, time, memory and growth.

    python -m benchmarks.reuse ARCHIVE.jsonl.gz [--articles N] [--plants N] [--growth]

Recall is the share of the characters of the planted passages that lie in a reported passage of the right pair, on both
sides. Precision is the share of the reported passages that are right, over those that the planting decides: reuse that
stands in the articles anyway is left out. It is known by a second, independent search: two articles whose unplanted
texts share eight words in a row are not judged, nor is a copy of one of them. What is reported between any others and
is not planted is wrong.
"""

import argparse
import gzip
import itertools
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.planting import Planted, normalise, plant_passages
from recension.engine.pool import count_cores
from recension.engine.reuse import find_reuse

# Share of words changed, whether sentences change places, and into how many articles each passage goes.
LEVELS = (
    (0.0, False, 1),
    (0.1, False, 1),
    (0.25, False, 1),
    (0.4, False, 1),
    (0.0, True, 1),
    (0.1, True, 1),
    (0.25, True, 1),
    (0.0, False, 10),
    (0.1, False, 10),
)
_RUN = 8


def main() -> None:
    """Prints the tables asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--plants", type=int, default=600)
    parser.add_argument("--jobs", type=int, default=count_cores())
    parser.add_argument("--growth", action="store_true", help="time and memory at a quarter, a half and all articles")
    options = parser.parse_args()
    rows = load_articles(options.archive, options.articles)
    if options.growth:
        print_growth(rows, options.jobs)
    else:
        print_recall(rows, options.plants, options.jobs)


def load_articles(path: str, count: int) -> list[dict[str, Any]]:
    """The first `count` articles of the archive, their text closed up."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in itertools.islice(lines, count)]
    return [{**row, "text": normalise(row["text"])} for row in rows]


def print_growth(rows: Sequence[dict[str, Any]], jobs: int) -> None:
    """Wall time, processor time and memory of the command on a quarter, a half and all of the articles."""
    print(f"{'articles':>8} {'passages':>8} {'wall s':>7} {'CPU s':>7} {'peak MB':>8}   ({jobs} processes)")
    for share in (4, 2, 1):
        part = rows[: len(rows) // share]
        with tempfile.TemporaryDirectory() as folder:
            save_archive(Path(folder) / "archive.jsonl", [row["text"] for row in part], part)
            command = ["recension", "reuse", "archive.jsonl", "--out", "out.jsonl", "--jobs", str(jobs), "--quiet"]
            began, before = time.perf_counter(), _get_cpu()
            peak = _watch(subprocess.Popen([sys.executable, "-m", *command], cwd=folder))
            wall, cpu = time.perf_counter() - began, _get_cpu() - before
            count = (Path(folder) / "out.jsonl").read_text(encoding="utf-8").count("\n")
        print(f"{len(part):>8} {count:>8} {wall:7.1f} {cpu:7.1f} {peak:8.0f}", flush=True)


def _watch(process: "subprocess.Popen[bytes]") -> float:
    """Waits for the process; returns the most megabytes that it and its children held together (Linux only)."""
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, sum(_get_memory(number) for number in _find_family(process.pid)))
        time.sleep(0.1)
    return peak


def _find_family(number: int) -> list[int]:
    """The process and its descendants."""
    try:
        children = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [number, *(member for child in children for member in _find_family(int(child)))]


def _get_memory(number: int) -> float:
    """Megabytes that only this process holds, with its share of what it holds with others."""
    try:
        found = re.search(r"Pss: +(\d+)", Path(f"/proc/{number}/smaps_rollup").read_text(encoding="ascii"))
    except OSError:
        return 0.0
    return int(found.group(1)) / 1000 if found else 0.0


def print_recall(rows: Sequence[dict[str, Any]], count: int, jobs: int) -> None:
    """Recall and precision for each kind of change."""
    texts = [row["text"] for row in rows]
    natural = find_natural(texts)
    print(f"{'changed':>8} {'order':>8} {'copies':>6} {'recall':>7} {'pairs':>7} {'precision':>9} {'judged':>7}")
    for change, reorder, copies in LEVELS:
        planted_texts, planted = plant_passages(texts, change, reorder, count // copies * copies, copies)
        found = find_passages(planted_texts, rows, jobs)
        recall, pairs = measure_recall(found, planted)
        precision, judged = measure_precision(found, planted, natural)
        order = "shuffled" if reorder else "kept"
        print(
            f"{change:8.0%} {order:>8} {copies:>6} {recall:7.3f} {pairs:7.3f} {precision:9.3f} {judged:7}", flush=True
        )


def find_passages(texts: Sequence[str], rows: Sequence[dict[str, Any]], jobs: int) -> list[dict[str, Any]]:
    """The rows of reuse in an archive of `texts` with what `rows` say of them; ids are the numbers of the texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.jsonl"
        save_archive(path, texts, rows)
        found = find_reuse([str(path)], Path(folder) / "index", jobs=jobs, progress=lambda *_: None)
        return list(found.make_rows())


def save_archive(path: Path, texts: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """Writes `texts`, with the outlet and date of `rows`, as an archive."""
    with path.open("w", encoding="utf-8") as file:
        for number, (text, row) in enumerate(zip(texts, rows, strict=True)):
            kept = {"id": f"{number}", "text": text, "source": row["source"], "date": row["date"]}
            file.write(json.dumps(kept) + "\n")


def find_natural(texts: Sequence[str]) -> set[tuple[int, int]]:
    """The pairs of articles that share eight words in a row before anything is planted."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        words = re.findall(r"\w+", text.lower())
        runs = {hash(" ".join(words[start : start + _RUN])) for start in range(len(words) - _RUN + 1)}
        for run in runs:
            holders[run].append(number)
    return {pair for numbers in holders.values() for pair in itertools.combinations(numbers, 2)}


def measure_recall(found: Sequence[dict[str, Any]], planted: Sequence[Planted]) -> tuple[float, float]:
    """The share of planted characters found, and of planted pairs of which at least half is found on both sides."""
    by_pair: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    for row in found:
        by_pair[_get_pair(row)].append(row)
    shares = []
    for plant in planted:
        rows = by_pair[min(plant.donor, plant.host), max(plant.donor, plant.host)]
        donor = _cover(rows, plant.donor, plant.begin, plant.end)
        host = _cover(rows, plant.host, plant.host_begin, plant.host_end)
        shares.append((donor + host, plant.end - plant.begin + plant.host_end - plant.host_begin, donor, host, plant))
    recall = sum(share[0] for share in shares) / sum(share[1] for share in shares)
    halves = [d >= (p.end - p.begin) / 2 and h >= (p.host_end - p.host_begin) / 2 for _, _, d, h, p in shares]
    return recall, sum(halves) / len(halves)


def measure_precision(
    found: Sequence[dict[str, Any]], planted: Sequence[Planted], natural: set[tuple[int, int]]
) -> tuple[float, int]:
    """The share of right passages among those that are judged, and how many are."""
    by_host = {plant.host: plant for plant in planted}
    right = wrong = 0
    for row in found:
        left, other = (_find_origin(side, by_host) for side in (row, row["src"]))
        pair = min(left, other), max(left, other)
        if left == other:
            right += 1
        elif pair not in natural:
            wrong += 1
    return right / max(1, right + wrong), right + wrong


def _find_origin(side: dict[str, Any], by_host: dict[int, Planted]) -> int:
    """The article that a reported passage comes from: the donor, where more than half of the passage is planted."""
    article = int(side["id"])
    if article not in by_host:
        return article
    plant = by_host[article]
    planted = min(side["end"], plant.host_end) - max(side["begin"], plant.host_begin)
    return plant.donor if 2 * planted > side["end"] - side["begin"] else article


def _cover(rows: Sequence[dict[str, Any]], article: int, begin: int, end: int) -> int:
    """How many characters from `begin` to `end` of the article lie in the reported passages."""
    sides = [side for row in rows for side in (row, row["src"]) if int(side["id"]) == article]
    total, reached = 0, begin
    for first, last in sorted((max(begin, side["begin"]), min(end, side["end"])) for side in sides):
        total += max(0, last - max(first, reached))
        reached = max(reached, last)
    return total


def _get_pair(row: dict[str, Any]) -> tuple[int, int]:
    one, other = int(row["id"]), int(row["src"]["id"])
    return (one, other) if one < other else (other, one)


def _get_cpu() -> float:
    """Seconds of processor time, this process's and its finished children's."""
    usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in usage)


if __name__ == "__main__":
    main()
