"""Identify: whose each name is."""

import re
from collections.abc import Iterable, Iterator

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from recension.models import load_pipeline
from recension.records import Article
from recension.rules import load_rules
from recension.stages.identify import LONGEST, identify
from recension.stages.identify.mentions import find_mentions

EXAMPLES = load_rules("entities")["examples"]
NLP = spacy.blank("en")


class Marked:
    """A pipeline that knows the entities of some texts."""

    def __init__(self, marked: Iterable[str]) -> None:
        self._spans = dict(map(strip_marks, marked))

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        """A document a text with its entities."""
        for text in texts:
            doc = NLP.make_doc(text)
            spans = [doc.char_span(start, end, kind, alignment_mode="expand") for start, end, kind in self._spans[text]]
            doc.ents = [span for span in spans if span]
            yield doc


def strip_marks(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text in which names stand as `[Ana Ruiz|PERSON]` without marks, and where the names stand."""
    plain, spans = "", []
    for before, name, kind in re.findall(r"([^\[]*)(?:\[([^|]*)\|(\w+)\])?", marked):
        plain += before
        if name:
            spans.append((len(plain), len(plain) + len(name), kind))
        plain += name
    return plain, spans


def name_bearers(*marked: str) -> list[list[tuple[str, str]]]:
    """Kind and name of every entity of each text."""
    articles = [Article(f"a{n}", "", strip_marks(text)[0]) for n, text in enumerate(marked)]
    return [[(e.kind, e.name) for e in article.entities] for article in identify(articles, Marked(marked))]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_labels_and_trimmings(example: dict[str, str]) -> None:
    """Each label has its kind, and a name stands without article and possessive."""
    doc = NLP(example["text"])
    doc.ents = [Span(doc, 0, len(doc), example["label"])]
    found = [(mention.kind, mention.text) for mention in find_mentions(doc)]
    assert found == ([(example["kind"], example["name"])] if example["kind"] else [])


def test_a_surname_is_its_bearers() -> None:
    """The full name of the same article goes before that of another."""
    own, other, third = name_bearers(
        "[Ana Ruiz|PERSON] spoke . [Ruiz|PERSON] left .",
        "[Leo Ruiz|PERSON] spoke . [Ruiz|PERSON] left .",
        "[Ruiz|PERSON] is away , not [Orr|PERSON] .",
    )
    assert own == [("person", "Ana Ruiz")] * 2
    assert other == [("person", "Leo Ruiz")] * 2
    assert third[1] == ("person", "Orr")


def test_a_family_name_may_come_first() -> None:
    """Where nobody's name ends with it, the name that begins with it is meant."""
    assert name_bearers("[Min Jae Ho|PERSON] spoke. [Min|PERSON] left.") == [[("person", "Min Jae Ho")] * 2]


def test_letters_in_brackets_are_the_bodys() -> None:
    """An acronym stands for the body that it was introduced with, in the other articles too."""
    here, there = name_bearers(
        "The [Port Safety Board|ORG] ([PSB|ORG]) met .",
        "Said [PSB|ORG] .",
    )
    assert here == [("organization", "Port Safety Board")] * 2 == there * 2


def test_most_mentions_tell_the_kind() -> None:
    """A town that one sentence takes for a person is a town."""
    assert name_bearers("[Vale|PLACE] [Vale|PLACE] [Vale|PERSON]") == [[("place", "Vale")] * 3]


def test_a_surname_that_looks_like_a_town_is_a_persons() -> None:
    """The full name tells what the surname is."""
    (found,) = name_bearers("[Ana Lisbon|PERSON] and [Ana Lisbon|PERSON] met [Lisbon|PLACE].")
    assert found == [("person", "Ana Lisbon")] * 3


def test_overlooked_mentions_are_found() -> None:
    """A name that was found twice is one wherever it stands within a sentence, and in the other articles."""
    here, there = name_bearers(
        "In [Vale|PLACE] and in [Vale|PLACE], then in Vale.", "Vale is shut. Fog hit Vale again."
    )
    assert here == [("place", "Vale")] * 3
    assert there == [("place", "Vale")]


def test_spellings_are_one_name() -> None:
    """The most frequent spelling stands for all; a place keeps apart from the county called after it."""
    (found,) = name_bearers("[Orlavitsa|PLACE] [Orlavica|PLACE] [Orlavica|PLACE] [Orlavica County|PLACE]")
    assert found == [("place", "Orlavica")] * 3 + [("place", "Orlavica County")]


def test_accents_are_not_lost() -> None:
    """One outlet that writes them is right against many that leave them out."""
    (found,) = name_bearers("[Josip Brlić|PERSON], [Josip Brlic|PERSON], [Josip Brlic|PERSON] and [Brlic|PERSON].")
    assert found == [("person", "Josip Brlić")] * 4


@given(st.lists(st.text(alphabet="aàÉ’s -東\u200b", min_size=1, max_size=8), max_size=6))
def test_every_entity_lies_in_its_text(names: list[str]) -> None:
    """Whatever a pipeline calls a name, spans are inside the text and no name is empty."""
    marked = " and ".join(f"[{name}|PERSON]" for name in names)
    text = strip_marks(marked)[0]
    (article,) = identify([Article("a", "", text)], Marked([marked]))
    assert all(0 <= e.start < e.end <= len(text) and e.name for e in article.entities)


def test_a_text_without_end_is_read_as_far_as_a_report_goes() -> None:
    """What lies behind is left; spaCy would refuse the whole."""
    text = "x " * (LONGEST // 2) + "Ana Ruiz spoke. " + "y" * 1_000_000
    seen: list[str] = []

    class Listening(Marked):
        """Keeps what it is given."""

        def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
            """A document without entities a text."""
            for each in texts:
                seen.append(each)
                yield NLP.make_doc("")

    assert identify([Article("a", "", text)], Listening([]))[0].entities == ()
    assert [len(each) for each in seen] == [LONGEST]


def test_half_characters_and_endless_words_are_read() -> None:
    """A lone surrogate stops nothing, nor a row of marks, which would cost a tokeniser hours."""
    text = "Ana Ruiz spoke in Lisbon " + chr(0xD800) + ". " + "\"'" * 20_000
    (article,) = identify([Article("a", "", text)], load_pipeline())
    assert ("place", "Lisbon") in {(e.kind, e.name) for e in article.entities}


def test_names_without_letters_are_none() -> None:
    """Marks that fold away are no names, and a name with one in it is compared as it folds."""
    (found,) = name_bearers("[´|PERSON] [a ´|PERSON] [O´Brien|PERSON] [O Brien|PERSON]")
    assert [name for _, name in found] == ["O´Brien", "O´Brien"]


def test_the_order_of_articles_makes_no_difference() -> None:
    """Of a name that as many take for one as for another, the same kind wins."""
    texts = "[Orla AB|PERSON] left Orla AB.", "[Orla AB|PLACE] is far."
    assert {kind for found in name_bearers(*texts) for kind, _ in found} == {
        kind for found in name_bearers(*reversed(texts)) for kind, _ in found
    }


def test_the_packaged_reader_identifies() -> None:
    """The surname of a report is the person's whom it introduced."""
    text = "Mayor Ana Ruiz spoke in Lisbon. Ruiz then left Portugal, according to Reuters."
    (article,) = identify([Article("a", "", text)], load_pipeline())
    found = {(e.span.of(text), e.kind, e.name) for e in article.entities}
    assert {("Ruiz", "person", "Ana Ruiz"), ("Lisbon", "place", "Lisbon")} <= found
