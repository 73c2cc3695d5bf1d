"""Attribution tells who says what, and through whom."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recension.records import Article, Statement
from recension.rules import load_rules
from recension.stages.attribute import attribute
from recension.text.sentences import find_sentences

PIECES = "Ruiz said told the Wire that it rained who and according to she claim quoted as saying , . “ ” : ’s — ( )"


def statements(text: str, outlet: str | None = None) -> tuple[Statement, ...]:
    return attribute(Article(id="a01", uri="a01.txt", text=text, outlet=outlet))


def attributed(text: str, outlet: str | None = None) -> list[list[str]]:
    """Content, speaker and channel of each attributed statement."""
    found = statements(text, outlet)
    return [[s.span.of(text), s.speaker or "", s.via or ""] for s in found if s.kind != "own"]


def speakers(text: str) -> list[str | None]:
    return [s.speaker for s in statements(text) if s.kind == "direct"]


@pytest.mark.parametrize("example", load_rules("speech")["examples"], ids=lambda e: e["in"][:40])
def test_examples_of_the_rules(example: dict[str, list[list[str]]]) -> None:
    """Every example in the rules gives the content, speaker and channel beside it."""
    assert attributed(str(example["in"])) == example["out"]


@pytest.mark.parametrize(
    "text",
    [
        "“It was dark,” Ana Ruiz said.",
        "“It was dark,” said Ana Ruiz, the harbour master.",
        "Ana Ruiz, 45, told reporters: “It was dark.”",
        "“It was dark,” the harbour master, Captain Ana Ruiz, told the inquiry on Monday.",
        "Ana Ruiz saw it from the quay. “It was dark,” she said.",
        "Ana Ruiz lives by the quay. “It was dark.”",
        "“It was dark,” — Ana Ruiz, a teacher",
        "Bo Orr slept.\n“It was dark.”\n― Ana Ruiz",
        "Bo Orr slept.\n“Was it dark?” Ana Ruiz asked the board.",
        "Bo Orr slept. When it was over, Ana Ruiz released the following statement:\n“It was dark.”",
        "Bo Orr slept, Ana Ruiz said. Adding, “It was dark.”",
        "Harbour master Ana Ruiz said it was late.\n“It was dark,” the harbour master recalled.",
    ],
)
def test_a_quotation_finds_its_speaker_wherever_the_name_stands(text: str) -> None:
    """The speaker may stand before or after the quotation, a sentence earlier, or be a pronoun or a role."""
    assert speakers(text) == ["Ana Ruiz"]


def test_a_quotation_without_a_cue_goes_on_with_the_speaker() -> None:
    """A second quotation in a paragraph has the first one's speaker and channel."""
    text = "“It was dark,” Ruiz told the Vale Wire. “We saw no light.” The harbour was shut."
    assert attributed(text) == [["It was dark,", "Ruiz", "Vale Wire"], ["We saw no light.", "Ruiz", "Vale Wire"]]


def test_a_quotation_over_several_paragraphs_has_one_speaker() -> None:
    """A paragraph that opens with a quotation mark after an unclosed one goes on with its speaker."""
    text = "Ana Ruiz was there. “It was dark,” she said. “It rained.\n“Nobody came,” she said.\n“Not one boat.”"
    assert speakers(text) == ["Ana Ruiz"] * 4


def test_he_and_she_are_told_apart() -> None:
    """A pronoun goes to the person whose title fits it, not to whoever was named last."""
    text = "Mrs Ruiz met Mr Orr in Vale. “I was late,” she said. “So was I,” he said."
    assert speakers(text) == ["Ruiz", "Orr"]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("The board said on Monday that two pumps had failed.", "two pumps had failed", "The board"),
        (
            "Two pumps had failed, the board of the port said on Monday.",
            "Two pumps had failed",
            "the board of the port",
        ),
        ("Officials have informed that the pumps work.", "the pumps work", "Officials"),
        ("Two pumps, Ruiz said, had failed.", "Two pumps, Ruiz said, had failed", "Ruiz"),
        ("A spokesman for the port declined to comment.", "to comment", "A spokesman for the port"),
        (
            "Gov. Bo Orr of Vale, a lawyer who has left, said the sea wall deserved better.",
            "the sea wall deserved better",
            "Bo Orr of Vale",
        ),
        ("In Vale it fell to Mrs Ana Ruiz, the minister, to promise that it was shut.", "it was shut", "Ana Ruiz"),
        ("As prosecutors in Vale begin to ask how it was shut.", "how it was shut", "prosecutors in Vale"),
        ("It is shut, his top aide, Ana Ruiz, told reporters.", "It is shut", "Ana Ruiz"),
        ("Bo Orr (a man so shy that he hides) says it is shut.", "it is shut", "Bo Orr"),
        ("About 4 in 10 say they left.", "they left", "About 4 in 10"),
        ("Ana Ruiz rose but on Tuesday wrote that it was shut.", "it was shut", "Ana Ruiz"),
        ("Ana Ruiz, a former clerk, wrote in a Vale Sun essay that it was shut.", "it was shut", "Ana Ruiz"),
        ("According to early results of the poll, it was shut.", "it was shut", "early results of the poll"),
        ("In a letter, one of its lawyers, Bo Orr, denied that it was shut.", "it was shut", "Bo Orr"),
        ("Ana Ruiz rose and said that it was shut.", "it was shut", "Ana Ruiz"),
        ("By her own account, Ruiz was late.", "Ruiz was late", "her"),
        ("It rained, it is said in the statement of the Harbour Board.", "It rained", "Harbour Board"),
        ("It is said in a letter from the Harbour Board that it rained.", "it rained", "Harbour Board"),
        ("The board’s claim that it rained, was false.", "it rained", "The board"),
    ],
)
def test_indirect_speech_in_every_place(text: str, content: str, speaker: str) -> None:
    """What is said is told from who says it, before, behind and inside."""
    assert [[c, s] for c, s, _ in attributed(text)] == [[content, speaker]]


def test_what_is_not_said_is_the_articles_own() -> None:
    """Plain sentences, titles in quotation marks and what may yet be said are attributed to nobody."""
    text = (
        "The port was shut. She sang “Boats of Vale with Men” there. The quays reported, and it was gone. "
        "The board may say more. Its reports are long."
    )
    assert {s.kind for s in statements(text)} == {"own"}


@pytest.mark.parametrize(
    "text",
    [
        "“It was dark,” Ruiz told the Vale Wire.",
        "“It was dark,” Ruiz said, the Vale Wire agency reported.",
        "The Vale Wire agency said Ruiz had said it was dark.",
        "Ruiz was quoted by the Vale Wire as saying it was dark.",
        "“It was dark,” Ruiz said in an interview with the Vale Wire.",
        "According to Ruiz, whom the daily Vale Wire quotes, it was dark.",
        "It was dark, the Vale Wire reported, citing Ruiz.",
    ],
)
def test_chains_name_the_speaker_and_the_channel(text: str) -> None:
    """Whoever passes words on is the channel, and the one who said them the speaker."""
    assert {(s, v) for _, s, v in attributed(text)} == {("Ruiz", "Vale Wire")}


def test_a_clause_before_the_chain_keeps_its_source() -> None:
    """What the channel tells by itself stays its own beside what it passes on."""
    text = "Orr was at work in his office and told aides that he was late, according to the Vale Wire."
    assert attributed(text) == [["Orr was at work in his office", "Vale Wire", ""], ["he was late", "Orr", "Vale Wire"]]


def test_a_paragraph_that_is_announced_has_its_speaker() -> None:
    """A block without marks behind "writes:" holds the writer's words, the paragraph after it does not."""
    text = "Ana Ruiz came. Ana Ruiz writes:\nIt is late. The pump is old.\nThe port is shut."
    assert attributed(text) == [["It is late.", "Ana Ruiz", ""], ["The pump is old.", "Ana Ruiz", ""]]


def test_the_outlet_itself_and_listeners_are_no_channel() -> None:
    """Words told to the article's own outlet, to reporters or to a person came through nobody."""
    text = "“It was dark,” Ruiz told the Wire. “Cold,” she told reporters. “Wet,” she told Dr Bo Orr."
    assert {v for _, _, v in attributed(text, outlet="Vale Wire")} == {""}


def test_ids_hold_the_articles() -> None:
    """Statements of different articles never share an id."""
    assert [s.id for s in statements("It rained. “Much,” said Orr.")] == ["a01-st1", "a01-st2"]


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*PIECES.split(), "\n", "'", '"']), max_size=40))
def test_every_sentence_is_covered_and_every_span_lies_in_the_text(words: list[str]) -> None:
    """Whatever the text, statements are ordered, lie inside it, hold words, and leave no sentence out."""
    text = " ".join(words)
    found = statements(text)
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert [s.start for s in found] == sorted(s.start for s in found)
    for sentence in find_sentences(text):
        assert any(s.span.overlaps(sentence) for s in found)


def test_a_service_that_is_no_news_service_speaks_for_itself() -> None:
    """The county's fire service is not the agency named before; "the news agency" is."""
    body = "Two died, Orr Wire said.\n\nFourteen were hurt, the {} said."
    assert [who for _, who, _ in attributed(body.format("county fire service"))][1] == "the county fire service"
    assert [who for _, who, _ in attributed(body.format("news agency"))][1] == "Orr Wire"


def test_a_time_may_stand_inside_a_source() -> None:
    """Those of the night shift are people, not a time at which they spoke."""
    text = "It broke out at noon, according to two men of the night shift who were in the canteen."
    assert [speaker for _, speaker, _ in attributed(text)] == ["two men of the night shift"]
