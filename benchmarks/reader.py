"""The embedded reader: how long and how much memory it takes to load, and words a second on one core."""

import statistics
import subprocess
import sys
import time
from importlib.resources import as_file, files

from recension.cli.progress import ProgressBar
from recension.engine.gather import gather

ROUNDS = 5
# In a process of its own, so that nothing else counts: the first sentence loads all that the reader needs.
LOADING = """
import resource, time
began = time.perf_counter()
from recension.models import load_pipeline
load_pipeline()("Ana Ruiz told Reuters that two ferries had collided off Lisbon on Monday.")
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def main() -> None:
    """Prints the medians of loading, then the speed on the packaged articles, three times over."""
    rows = [
        subprocess.run([sys.executable, "-c", LOADING], check=True, capture_output=True, text=True).stdout.split()
        for _ in range(ROUNDS)
    ]
    seconds, memory = (statistics.median(float(row[column]) for row in rows) for column in (0, 1))
    print(f"{'loaded, first sentence read':<32} {seconds:9.2f} s")
    print(f"{'peak memory':<32} {memory:9.0f} MB")
    speeds = sorted(measure_speed() for _ in range(3))
    print(f"{'everything on, one core':<32} {speeds[1]:9,.0f} words a second")


def measure_speed() -> float:
    """Words a second of processor time, white space and punctuation not counted."""
    from recension.models import load_pipeline

    with as_file(files("recension.demo") / "articles") as folder:
        articles = gather([str(folder)], ProgressBar(quiet=True, color=False)).articles
    texts = [article.text for article in articles] * 4
    pipeline = load_pipeline()
    list(pipeline.pipe(texts[:1]))
    began = time.process_time()
    for _ in pipeline.pipe(texts):
        pass
    return sum(len(text.split()) for text in texts) / (time.process_time() - began)


if __name__ == "__main__":
    main()
