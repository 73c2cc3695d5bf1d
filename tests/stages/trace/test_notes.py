"""Lines say what limits their weight."""

import pytest

from recension.models import StaticEncoder
from recension.records import Article, Line, Story
from recension.stages.trace import trace

SPEECH = "“We shall open the lock before the first of May,” said Ana Ruiz."
OUTLETS = {"own": "Vale Letter", "also": "Tarn Courier", "none": "BridgeBuzz"}
TEXTS = {
    "own": f"A barge hit a bridge near Vale at dawn. Two cranes came up from Tarn by road. {SPEECH} "
    "Divers from Orr looked at the piers all afternoon. The skipper is eighty and has sailed here all his life. "
    "His dog swam ashore by itself. An insurer has put the loss at four million.",
    "also": f"Rain kept falling on the river board's tent. Nobody had thought of chairs. {SPEECH} "
    "Children sold soup to the reporters who had come. Behind them hung a map with pins in it. "
    "Farmers asked about their hay and got no answer. Somebody's telephone played a march.",
    "none": "Bridges of the world, and why they matter! One of them was struck the other day. Stay tuned, friends.",
}


@pytest.fixture(scope="module")
def lines() -> dict[str, Line]:
    """The lines of three articles that have nothing from each other, by article."""
    articles = [Article(name, f"{name}.txt", text, outlet=OUTLETS[name]) for name, text in TEXTS.items()]
    found = trace(Story("s1", "Barge", tuple(TEXTS)), articles, StaticEncoder())
    return {article: line for line in found.lines for article in line.article_ids}


def test_one_press_conference_is_one_source(lines: dict[str, Line]) -> None:
    """Two independent reports that quote the same words stay two lines, and say so."""
    assert lines["own"].id != lines["also"].id
    assert lines["own"].note == f"quotes the same words as {lines['also'].id}: they rest on one source"


def test_content_without_a_source_says_so(lines: dict[str, Line]) -> None:
    """A piece that quotes nobody and credits nobody is marked."""
    assert lines["none"].note == "no source can be traced: it quotes nobody and names no source"
