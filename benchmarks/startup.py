"""Cold start: `recension --help` against an empty Python, and a whole comparison with its peak memory."""

import resource
import statistics
import subprocess
import sys
import time
from importlib.resources import as_file, files

ROUNDS = 7


def main() -> None:
    """Prints medians over rounds in which the commands take turns."""
    with as_file(files("recension.demo") / "articles") as folder:
        commands = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "recension --help": [sys.executable, "-m", "recension", "--help"],
            "recension compare (9 articles)": [
                sys.executable,
                "-m",
                "recension",
                "compare",
                str(folder),
                "--quiet",
            ],
        }
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                seconds[name].append(time_command(command))
    base = statistics.median(seconds["python -c pass"])
    for name, values in seconds.items():
        median = statistics.median(values)
        print(f"{name:<32} {median * 1000:7.0f} ms  {median / base:6.1f} × python -c pass")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"{'peak memory of the largest':<32} {peak / 1024:7.0f} MB")


def time_command(command: list[str]) -> float:
    """Wall seconds of one run of `command`, its output thrown away."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
