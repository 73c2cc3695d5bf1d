"""What happened when, as the sentences of the reports tell it."""

from datetime import date

from recension.protocols import Pipeline
from recension.records import Article
from recension.stages.compose.event import find_event
from recension.stages.compose.reading import list_sentences
from recension.stages.compose.tellings import Telling, find_tellings

# A Thursday.
PUBLISHED = date(2026, 3, 5)


def tell(text: str, reader: Pipeline | None, published: date | None = PUBLISHED) -> list[Telling]:
    """The tellings of one article."""
    article = Article("a1", "", text, published=published)
    sentences = list_sentences([article], find_event([article]))
    return find_tellings(sentences, (), reader, PUBLISHED)


def test_a_day_is_resolved_and_its_clause_cut(reader: Pipeline) -> None:
    """The weekday before the day of publication, with the words that it dates."""
    (telling,) = tell("The county said that the mill burned down on Tuesday.", reader)
    assert (telling.when, telling.clock, telling.text) == ("2026-03-03", None, "the mill burned down on Tuesday")
    assert telling.moment.span.of("The county said that the mill burned down on Tuesday.").endswith("Tuesday")


def test_what_is_over_was_last_week(reader: Pipeline) -> None:
    """Words of the future elsewhere in the sentence do not move what is told in the past."""
    (telling,) = tell("The mayor will resign after he lost the vote on Sunday.", reader)
    assert telling.when == "2026-03-01"


def test_a_time_of_day_is_of_the_day_before_it(reader: Pipeline) -> None:
    """The next sentence goes on where the first began."""
    found = tell("The mill caught fire on Tuesday. Two engines came at 9:40 p.m. and saved the silo.", reader)
    assert [(telling.when, telling.clock) for telling in found] == [("2026-03-03", None), ("2026-03-03", "21:40")]


def test_a_weekday_without_a_date_of_publication_is_a_guess(reader: Pipeline) -> None:
    """It is near the other reports, and said to be unsure."""
    (telling,) = tell("The mill burned down on Tuesday.", reader, None)
    assert (telling.when, telling.unsure) == ("2026-03-03", True)


def test_without_a_reader_the_sentence_is_the_clause() -> None:
    """Nothing is cut where nothing tells clauses apart."""
    (telling,) = tell("The mill burned, and it rained on Tuesday.", None)
    assert telling.text == "The mill burned, and it rained on Tuesday."
