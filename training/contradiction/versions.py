"""Reads the sets of versions in `versions/*.txt`: one thing as several outlets tell it, with its slots marked.

    # set 1: a fire
    [n0 Three people] died when [c0 a heater] set [o0 a flat] alight in [p0 Leeds]
    In [p0 Leeds], [o1 a warehouse] burnt out and [n0 three] lost their lives
    ~ Three people were treated for smoke inhalation last year after a fire in Leeds

Marks of one letter say the same thing if their digits are the same, and cannot both be true if the digits differ;
`*` goes with every digit. A line after `~` tells of something else and neither says nor contradicts the others.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\[([a-z])([0-9*]) ([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a version says for a slot, and where."""

    slot: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Version:
    """A sentence and its marks; `beside` says that it tells of something else than the others of its set."""

    text: str
    marks: tuple[Mark, ...]
    beside: bool = False


def parse_version(line: str) -> Version:
    """The version that a line writes; raises ValueError where a bracket is left over.

    >>> parse_version("[n0 Three] died in [p1 Leeds]").marks[1]
    Mark(slot='p', value='1', start=14, end=19)
    """
    beside, line = line.startswith("~"), line.removeprefix("~").strip()
    text, marks, done = "", [], 0
    for match in _MARK.finditer(line):
        text += line[done : match.start()]
        marks.append(Mark(match[1], match[2], len(text), len(text) + len(match[3])))
        text, done = text + match[3], match.end()
    text += line[done:]
    if "[" in text or "]" in text:
        raise ValueError(f"A bracket is left over in {line!r}: write [a0 words].")
    return Version(text, tuple(marks), beside)


def load_sets(folder: Path) -> list[tuple[Version, ...]]:
    """Every set of the folder's files, in the order of their names."""
    sets = []
    for file in sorted(folder.glob("*.txt")):
        for block in re.split(r"^#.*$", file.read_text("utf-8"), flags=re.M):
            versions = tuple(parse_version(line) for line in block.splitlines() if line.strip())
            if versions:
                sets.append(versions)
    return sets


if __name__ == "__main__":
    import sys

    loaded = load_sets(Path(sys.argv[1]))
    print(f"{len(loaded)} sets, {sum(map(len, loaded))} versions, {sum(len(v.marks) for s in loaded for v in s)} marks")
    for number, versions in enumerate(loaded, 1):
        values = {
            m.slot: {n.value for v in versions for n in v.marks if n.slot == m.slot} - {"*"}
            for v in versions
            for m in v.marks
        }
        if not any(len(v) > 1 for v in values.values()):
            print(f"set {number}: no slot has two values: {versions[0].text}")
