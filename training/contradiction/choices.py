"""Reads the groups in `choices/*.txt`: a passage, and sentences that say part of it with choices of words.

    P The ferry sank off Split on Monday; three sailors died, the company said.
    S {Three|=A trio of|!Four} {seamen|=sailors|!passengers} lost their lives when a ferry went down.

The first words of a choice and those after `=` are right after the passage, those after `!` make the sentence false.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from recension.records import Span

_CHOICE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Choice:
    """The words that may stand in one place: those that are right, and those that are wrong."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence as the plain words around its choices: `plain` has one part more than there are choices."""

    plain: tuple[str, ...]
    choices: tuple[Choice, ...]

    def fill(self, words: list[str]) -> tuple[str, list[Span]]:
        """The sentence with these words in its places, and where they stand."""
        text, spans = self.plain[0], []
        for word, after in zip(words, self.plain[1:], strict=True):
            spans.append(Span(len(text), len(text) + len(word)))
            text += word + after
        return text, spans


@dataclass(frozen=True, slots=True)
class Group:
    """A passage and the sentences about it."""

    passage: str
    templates: tuple[Template, ...]


def parse_template(line: str) -> Template:
    """The template that a line writes; raises ValueError where a brace is left over.

    >>> parse_template("{Three|=A trio|!Four} died").choices[0]
    Choice(right=('Three', 'A trio'), wrong=('Four',))
    """
    parts = _CHOICE.split(line.strip())
    if any("{" in part or "}" in part for part in parts):
        raise ValueError(f"A brace is left over in {line!r}: write {{right|=right|!wrong}}.")
    choices = []
    for written in parts[1::2]:
        first, *others = written.split("|")
        right = (first, *(each[1:] for each in others if each.startswith("=")))
        choices.append(Choice(right, tuple(each[1:] for each in others if each.startswith("!"))))
    return Template(tuple(parts[::2]), tuple(choices))


def choose(template: Template, wrong: int, shuffle: random.Random) -> tuple[list[str], list[int]]:
    """Words for the places of a template, and the places in which wrong ones stand: `wrong` of them if there are."""
    words = [shuffle.choice(choice.right) for choice in template.choices]
    open_places = [n for n, choice in enumerate(template.choices) if choice.wrong]
    places = sorted(shuffle.sample(open_places, min(wrong, len(open_places))))
    for n in places:
        words[n] = shuffle.choice(template.choices[n].wrong)
    return words, places


def load_groups(folder: Path) -> Iterator[Group]:
    """Every group of the folder's files, in the order of their names."""
    for file in sorted(folder.glob("*.txt")):
        for block in re.split(r"\n\s*\n", file.read_text("utf-8")):
            lines = [line.strip() for line in block.splitlines() if line.strip()]
            if lines and lines[0].startswith("P ") and len(lines) > 1:
                yield Group(
                    lines[0][2:], tuple(parse_template(line[2:]) for line in lines[1:] if line.startswith("S "))
                )
