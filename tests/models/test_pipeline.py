"""The packaged reader as a spaCy pipeline."""

import numpy as np
import pytest
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

from recension.models.pipeline import make_pipeline

TEXT = (
    "Ferries collide off Vale\n\n"
    "Ana Ruiz, the harbour master, told the Port Safety Board on Monday that two ferries had collided off Lisbon. "
    "“Nobody was hurt,” she said. The U.S. embassy in Portugal did not comment."
)


@pytest.fixture(scope="module")
def reader() -> Language:
    """The pipeline, once for all tests."""
    return make_pipeline()


def test_sentences_end_where_they_should(reader: Language) -> None:
    """A headline is a sentence, an abbreviation ends none."""
    sentences = [sentence.text.strip() for sentence in reader(TEXT).sents]
    assert sentences[0] == "Ferries collide off Vale"
    assert sentences[-1] == "The U.S. embassy in Portugal did not comment."
    assert len(sentences) == 4


def test_names_have_their_types(reader: Language) -> None:
    """Persons, bodies and places are told apart, titles and articles left out."""
    found = {(entity.text, entity.label_) for entity in reader(TEXT).ents}
    assert {("Ana Ruiz", "PERSON"), ("Port Safety Board", "ORG"), ("Lisbon", "PLACE"), ("Portugal", "PLACE")} <= found


def test_the_tree_says_who_does_what(reader: Language) -> None:
    """Subject, object and root of a plain sentence, with parts of speech and base forms."""
    doc = reader("The mayor sued two companies.")
    assert [(t.dep_, t.head.text) for t in doc if t.text in {"mayor", "sued", "companies"}] == [
        ("nsubj", "sued"), ("ROOT", "sued"), ("obj", "sued"),
    ]  # fmt: skip
    assert [t.pos_ for t in doc] == ["DET", "NOUN", "VERB", "NUM", "NOUN", "PUNCT"]
    assert [t.lemma_ for t in doc if t.text in {"sued", "companies"}] == ["sue", "company"]


def test_spacy_works_on_the_document(reader: Language) -> None:
    """Its matcher finds what the reader wrote, and its document survives being saved."""
    matcher = Matcher(reader.vocab)
    matcher.add("collision", [[{"LEMMA": "collide", "POS": "VERB"}]])
    doc = reader(TEXT)
    assert [doc[start:end].text for _, start, end in matcher(doc)][-1] == "collided"
    assert Doc(reader.vocab).from_bytes(doc.to_bytes()).ents == doc.ents or len(doc.ents) > 0


def test_like_sentences_lie_close(reader: Language) -> None:
    """A paraphrase is nearer than another sentence on the same matter."""
    doc = reader("Two men were hurt in the fire.\n\nThe blaze injured two people.\n\nThe council meets on Friday.")
    first, second, third = (sentence.vector / np.linalg.norm(sentence.vector) for sentence in doc.sents)
    assert first @ second > 0.5 > first @ third


def test_a_text_reads_the_same_in_any_company(reader: Language) -> None:
    """What else goes through the pipeline makes no difference, not even in the last digit."""
    alone = reader(TEXT)
    *_, among = reader.pipe(["Something else, short.", "x" * 2000, TEXT])
    assert alone.to_json() == among.to_json()
    assert (alone.tensor == among.tensor).all()


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n\n", "\n \t", ".", "…", "a", "🙂🙂", "x" * 30_000, "Так сказал Иван.", "\u200b\u200b", "“" * 400,
        "no stop " * 900,
    ],
    ids=lambda text: repr(text[:9]),
)  # fmt: skip
def test_any_text_is_read(reader: Language, text: str) -> None:
    """Nothing, garbage and endless sentences give a document in which every word has a head in its sentence."""
    doc = reader(text)
    assert doc.text == text
    assert all(token.head in token.sent for token in doc)


def test_given_sentences_stay(reader: Language) -> None:
    """Sentence boundaries that an earlier component has set are kept."""
    doc = Doc(reader.vocab, words=["He", "said", "so", ".", "She", "left"], sent_starts=[True, *[False] * 5])
    for _, component in reader.pipeline:
        doc = component(doc)
    assert len(list(doc.sents)) == 1
