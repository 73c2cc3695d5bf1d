"""Bearers: the fullest form of a name, and its spelling."""

import time
from collections import Counter
from itertools import product

from recension.stages.identify.bearers import Register
from recension.text.words import fold


def test_a_shorter_form_finds_the_most_frequent_fuller_one() -> None:
    """By the last words of a person's name, the first words of a body's, and the first letters."""
    people = Counter({"Ana Ruiz": 2, "Ben Ruiz": 1, "Ruiz": 5, "Ana Maria Ruiz": 1})
    register = Register(people, {fold(name): "person" for name in people})
    assert [register.find_fuller(name) for name in people] == [None, None, "Ana Ruiz", None]
    bodies = Counter({"Port Safety Board": 1, "Port Safety": 1, "PSB": 1})
    register = Register(bodies, {fold(name): "organization" for name in bodies})
    assert [register.find_fuller(name) for name in bodies] == [None, "Port Safety Board", "Port Safety Board"]


def test_thousands_of_one_surname_are_no_thousands_of_comparisons_each() -> None:
    """The time grows with the names, not with their square."""
    letters = "bdfgklmnprstvz"
    names = Counter(f"{''.join(first)}o Ruiz" for first in product(letters, repeat=3))
    register = Register(names, dict.fromkeys(map(fold, names), "person"))
    began = time.process_time()
    assert not any(register.find_fuller(name) for name in names)
    assert time.process_time() - began < 1
