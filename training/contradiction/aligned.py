"""Word alignments to learn from: those annotated in `aligned/*.txt`, and guesses for all other pairs of versions.

    1
    L Three people died in Leeds
    R In Leeds, three lost their lives
    A Three = three | died = lost their lives | in = In | Leeds = Leeds

An entry with as many words on both sides pairs them in order; in any other every word goes with every word.
"""

import argparse
import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recension.models.network import Network, load_network
from recension.models.pairs import Words, cut_text
from recension.models.windows import Window
from recension.records import Span
from recension.text.words import make_stem
from training.contradiction.versions import load_sets

Matrix = NDArray[np.float32]
Pairs = tuple[tuple[Span, Span], ...]
Aligned = tuple[str, str, Pairs]
Cells = list[tuple[int, int]]
Guesses = dict[tuple[str, str], tuple[Cells, Cells]]

# What the guesses gain and lose over the likeness of two words in context, found on the training part of MTReference:
# a common stem, a place farther off, an aligned neighbour, and the least likeness.
_STEM, _FAR, _BESIDE, _LEAST = 0.1, 0.16, 0.1, 0.2
# From this likeness on two words that are not each other's best may still correspond.
_UNSURE = 0.35


def load_aligned(folder: Path) -> Iterator[Aligned]:
    """The annotated pairs, and the spans that correspond; entries whose words are not in the text are left out."""
    for file in sorted(folder.glob("*.txt")):
        for block in re.split(r"^\d+\s*$", file.read_text("utf-8"), flags=re.M):
            lines = {line[0]: line[2:].strip() for line in block.splitlines() if line[:2] in {"L ", "R ", "A "}}
            if len(lines) == 3:
                yield lines["L"], lines["R"], tuple(_read_entries(lines["L"], lines["R"], lines["A"]))


def _read_entries(left: str, right: str, entries: str) -> Iterator[tuple[Span, Span]]:
    for entry in entries.split(" | "):
        sides = entry.split(" = ")
        if len(sides) != 2:
            continue
        here, there = _find_words(left, sides[0]), _find_words(right, sides[1])
        if len(here) == len(there):
            yield from zip(here, there, strict=True)
        else:
            yield from ((a, b) for a in here for b in there)


def _find_words(text: str, written: str) -> list[Span]:
    """Where the words of an entry stand; `#2` asks for the second time that they do."""
    written, _, number = written.strip().partition("#")
    number, _, rest = number.partition(" ")
    phrase = written + (" " + rest if rest else "")
    pattern = r"(?<!\w)" + r"[\s,]*".join(map(re.escape, phrase.split())) + r"(?!\w)"
    found = list(re.finditer(pattern, text)) if phrase else []
    place = int(number) - 1 if number.isdigit() else 0
    if place >= len(found):
        return []
    start = found[place].start()
    return [Span(start + m.start(), start + m.end()) for m in re.finditer(r"\S+?(?=[,\s]|$)", found[place].group())]


def guess(network: Network, left: str, right: str) -> tuple[Cells, Cells]:
    """Which words of both texts correspond, as far as the reader's vectors tell: each with its best, if mutual.

    The second list holds those of which they do not tell it.
    """
    words = [cut_text(text, network.cutter) for text in (left, right)]
    vectors = [_find_vectors(network, each) for each in words]
    scores = vectors[0] @ vectors[1].T
    sides = zip(words, (left, right), strict=True)
    stems = [[make_stem(span.of(text).lower()) for span in each.spans] for each, text in sides]
    same = np.array([[a == b for b in stems[1]] for a in stems[0]], np.float32)
    places = [np.arange(len(each.spans)) / len(each.spans) for each in words]
    scores += _STEM * same - _FAR * np.abs(places[0][:, None] - places[1][None])
    found = _find_mutual(scores)
    for _ in range(2):
        around = np.pad(found, 1)
        found = _find_mutual(scores + _BESIDE * (around[:-2, :-2] + around[2:, 2:]))
    unsure = (found == 0) & (scores > _UNSURE)
    sure, open_cells = ([(int(a), int(b)) for a, b in np.argwhere(cells)] for cells in (found, unsure))
    return sure, open_cells


def _find_mutual(scores: Matrix) -> Matrix:
    best = (scores >= scores.max(0, keepdims=True)) & (scores >= scores.max(1, keepdims=True)) & (scores > _LEAST)
    return np.asarray(best, np.float32)


def _find_vectors(network: Network, words: Words) -> Matrix:
    vectors = network.find_meanings(Window(list(words.pieces), list(words.shapes)))
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def load_guesses(file: Path) -> Guesses:
    """The guesses that `main` wrote."""
    with file.open(encoding="utf-8") as lines:
        return {(left, right): (sure, unsure) for left, right, sure, unsure in map(json.loads, lines)}


def main() -> None:
    """Guesses for every pair of versions of a set, a line of JSON each: both texts, pairs of words, unsure pairs."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("target", type=Path, help="the file of guesses to write")
    target = parser.parse_args().target
    network = load_network()
    with target.open("w", encoding="utf-8") as out:
        for versions in load_sets(Path(__file__).parent / "versions"):
            texts = [version.text for version in versions if not version.beside]
            for left, right in combinations(texts, 2):
                out.write(json.dumps([left, right, *guess(network, left, right)], ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
