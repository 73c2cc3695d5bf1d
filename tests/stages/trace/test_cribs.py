"""A piece without reporting of its own is put to the one article that has what it repeats."""

import pytest

from recension.models import StaticEncoder
from recension.records import Article
from recension.scorers.sentences import make_sentence_table
from recension.stages.trace.cribs import find_crib, has_own_reporting
from recension.stages.trace.origins import find_origins
from recension.stages.trace.witness import Witness, make_witness

FIRST = (
    "The barge Tern struck a bridge near Vale on Monday with 37 people on board.\n"
    "“We heard a long grinding noise and then nothing,” said Ana Ruiz, who keeps the lock.\n"
    "Old willows on both banks have been felled since for the crane that is to lift the wreck."
)
LATER = (
    "A barge hit the bridge of Vale. Officials now count 41 people who had been on board.\n"
    "“The piers will be looked at by divers for a week,” said Tomas Orr of the river board.\n"
    "Ferries carry school children to Tarn until the bridge opens again."
)
FARM = "River disasters: what everyone must know! A barge with {} travellers crashed. Stay safe on the water, friends!"


def make(encoder: StaticEncoder, *texts: str) -> Witness:
    """What a trace looks at, of the texts as articles a0, a1 …"""
    articles = [Article(f"a{n}", f"a{n}.txt", text) for n, text in enumerate(texts)]
    return make_witness(articles, make_sentence_table(texts, encoder), find_origins(articles))


@pytest.fixture(scope="module")
def encoder() -> StaticEncoder:
    """The encoder of the package."""
    return StaticEncoder()


@pytest.mark.parametrize(("figure", "source"), [("37", 0), ("41", 1)])
def test_a_figure_of_one_tells_the_source(encoder: StaticEncoder, figure: str, source: int) -> None:
    """An early count that only one report has tells where a piece has it from."""
    found = find_crib(make(encoder, FIRST, LATER, FARM.format(figure)), 2)
    assert found is not None
    assert found[0] == source
    assert figure in found[1]


@pytest.mark.parametrize("figure", ["52", "5"])
def test_other_figures_tell_nothing(encoder: StaticEncoder, figure: str) -> None:
    """A figure that no other report has, or a small one, ties a piece to none."""
    assert find_crib(make(encoder, FIRST, LATER, FARM.format(figure)), 2) is None


def test_details_of_one_tell_the_source(encoder: StaticEncoder) -> None:
    """Two sentences that say what one report alone says are from it."""
    piece = (
        "River disasters: what everyone must know! A long grinding noise was heard, and then nothing. "
        "Old willows on both banks were felled for the crane that will lift the wreck. Stay safe, friends!"
    )
    found = find_crib(make(encoder, FIRST, LATER, piece), 2)
    assert found is not None
    assert found[0] == 0


def test_who_quotes_is_no_crib(encoder: StaticEncoder) -> None:
    """An article that quotes somebody has been asking itself."""
    witness = make(encoder, FIRST, LATER, f"{FARM.format('37')} “It was a dreadful sight,” said Lea Moor.")
    assert has_own_reporting(witness, 2)
    assert find_crib(witness, 2) is None
