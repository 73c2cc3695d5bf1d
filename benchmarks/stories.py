"""Stories of an archive: a quarter, a half and all of it, reading included, and the largest story to look at.

python -m benchmarks.stories ARCHIVE.jsonl.gz [--articles N] [--jobs N]
"""

import argparse
import gzip
import itertools
import resource
import tempfile
import time
from pathlib import Path

from recension.engine.pool import count_cores
from recension.engine.stories import StoriesFound, find_stories


def main() -> None:
    """Prints a row for each size, then the largest story."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("--articles", type=int, default=12_000)
    parser.add_argument("--jobs", type=int, default=count_cores())
    options = parser.parse_args()
    with gzip.open(options.archive, "rb") as file:
        lines = list(itertools.islice(file, options.articles))
    print(f"{'articles':>8} {'stories':>8} {'wall s':>7} {'CPU s':>7} {'growth':>7}   ({options.jobs} processes)")
    before = 0.0
    for share in (4, 2, 1):
        part = lines[: len(lines) // share]
        found, wall, cpu = measure(part, options.jobs)
        shared = sum(len(story.article_ids) > 1 for story in found.stories)
        growth = f"{cpu / before:7.2f}" if before else "      -"
        print(f"{len(part):>8} {shared:>8} {wall:7.1f} {cpu:7.1f} {growth}", flush=True)
        before = cpu
    print_largest(found)


def measure(lines: list[bytes], jobs: int) -> tuple[StoriesFound, float, float]:
    """The stories of the lines, and the seconds that they took: on the clock, and of all processes together."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.jsonl"
        path.write_bytes(b"".join(lines))
        began, used = time.perf_counter(), _get_cpu()
        found = find_stories(path, jobs=jobs)
        return found, time.perf_counter() - began, _get_cpu() - used


def print_largest(found: StoriesFound) -> None:
    """The headlines of the largest story, in order of time."""
    known = {article.id: article for article in found.articles}
    largest = found.stories[0]
    print(f"largest story, {len(largest.article_ids)} articles:")
    for article in sorted((known[i] for i in largest.article_ids), key=lambda a: str(a.published)):
        print(f"  {article.published} {article.outlet}: {article.title}")


def _get_cpu() -> float:
    """The processor seconds of this process and its children so far."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


if __name__ == "__main__":
    main()
