"""Near-duplicates among whole articles: beside datasketch and rensa, where they are installed, in one run.

    python -m benchmarks.duplicates ARCHIVE.jsonl.gz [--articles N]

One article in ten gets a copy with a share of its words changed. Recall is over the copies whose runs of three words
are really alike by 0.5 or more. All start from the texts; bands are chosen so that the recall is about the same.
"""

import argparse
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec

from benchmarks.planting import change_words
from benchmarks.reuse import load_articles
from recension.stages.reuse.duplicates import find_duplicates
from recension.text.wordcodes import encode_words

LEAST = 0.5
_PERMUTATIONS = 128
# 42 bands of three rows find a likeness of 0.5 with a probability of 0.996.
_BANDS, _ROWS = 42, 3

Pairs = set[tuple[int, int]]


def main() -> None:
    """Prints a row for each method."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive")
    parser.add_argument("--articles", type=int, default=12_000)
    options = parser.parse_args()
    texts, copies = copy_articles([row["text"] for row in load_articles(options.archive, options.articles)])
    alike = {(a, b) for a, b in copies if measure_likeness(texts[a], texts[b]) >= LEAST}
    print(f"{len(texts)} articles, {len(alike)} pairs alike\n{'method':>12} {'seconds':>8} {'recall':>7} {'pairs':>7}")
    for name, find in METHODS.items():
        if name != "recension" and find_spec(name) is None:
            print(f"{name:>12} is not installed")
            continue
        began = time.perf_counter(), time.process_time()
        found = find(texts)
        seconds = time.process_time() - began[1]
        print(f"{name:>12} {seconds:8.2f} {len(alike & found) / len(alike):7.4f} {len(found):7}", flush=True)


def copy_articles(texts: Sequence[str]) -> tuple[list[str], Pairs]:
    """The texts, and after them a changed copy of every tenth; with the pairs of article and copy."""
    source = random.Random(1)
    vocabulary = [word for text in texts[:500] for word in text.split()]
    chosen = range(0, len(texts), 10)
    copies = [change_words(texts[number], source.uniform(0, 0.15), vocabulary, source) for number in chosen]
    return [*texts, *copies], {(number, len(texts) + place) for place, number in enumerate(chosen)}


def measure_likeness(left: str, right: str) -> float:
    """The share of the runs of three words that both texts have."""
    one, other = set(make_runs(left)), set(make_runs(right))
    return len(one & other) / max(1, len(one | other))


def make_runs(text: str) -> Iterator[str]:
    """The runs of three words of the text."""
    words = re.findall(r"\w+", text.lower())
    return (" ".join(words[start : start + 3]) for start in range(len(words) - 2))


def run_recension(texts: Sequence[str]) -> Pairs:
    """By `find_duplicates`; below the likeness, since it is estimated, and common runs do not count."""
    found = find_duplicates([encode_words(text).codes for text in texts], LEAST - 0.2)
    return set(zip(found.a.tolist(), found.b.tolist(), strict=True))


def run_datasketch(texts: Sequence[str]) -> Pairs:
    """By MinHash and its index."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=_PERMUTATIONS, params=(_BANDS, _ROWS))
    found: Pairs = set()
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch([run.encode() for run in set(make_runs(text))])
        found |= {(other, number) for other in index.query(sketch)}
        index.insert(number, sketch)
    return found


def run_rensa(texts: Sequence[str]) -> Pairs:
    """By RMinHash and its index."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=LEAST, num_perm=_PERMUTATIONS - 2, num_bands=_BANDS)
    found: Pairs = set()
    for number, text in enumerate(texts):
        sketch = RMinHash(num_perm=_PERMUTATIONS - 2, seed=1)
        sketch.update(list(set(make_runs(text))))
        found |= {(other, number) for other in index.query(sketch)}
        index.insert(number, sketch)
    return found


METHODS: dict[str, Callable[[Sequence[str]], Pairs]] = {
    "recension": run_recension,
    "datasketch": run_datasketch,
    "rensa": run_rensa,
}

if __name__ == "__main__":
    main()
