"""How much of a story's event words tell."""

import random

from recension.stages.compose.event import Event


def test_the_order_of_words_makes_no_difference() -> None:
    """The sum is the same to the last digit: a dossier has the same bytes whatever the order of a set."""
    shuffle = random.Random(1)
    stems = [f"stem{n}" for n in range(60)]
    event = Event({stem: shuffle.random() for stem in stems}, frozenset(stems[:20]))
    measured = {event.measure(shuffle.sample(stems, len(stems))) for _ in range(50)}
    assert len(measured) == 1
    assert event.measure(stems) == sum(
        event.weights[stem] * (0.5 if stem in event.names else 1.0) for stem in sorted(stems)
    )
