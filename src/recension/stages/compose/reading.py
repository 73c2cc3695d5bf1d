"""Sentences read by the pipeline: the trees in which clauses are found."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from recension.protocols import Pipeline
from recension.records import Article, Passage, Span
from recension.stages.compose.event import Event, list_stems
from recension.stages.identify import make_text
from recension.text.dateline import cut_dateline
from recension.text.sentences import find_sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Sentences of a story that are read, nearest to the event first: more than any ten reports ask for, and a second or
# two of time in a story of a hundred.
MOST_READ = 600
# A longer sentence is a list or no sentence.
LONGEST = 1000


class Sentence(NamedTuple):
    """A sentence of an article from `start` on, without its dateline; `closeness` is how much of the event it tells."""

    article: Article
    start: int
    text: str
    closeness: float

    def place(self, span: Span) -> Passage:
        """The passage of the article that a span of the sentence covers."""
        return Passage(self.article.id, self.start + span.start, self.start + span.end)


def list_sentences(members: Sequence[Article], event: Event) -> list[Sentence]:
    """The sentences of all members, with how close each is to the event: 1 for the closest."""
    found = [sentence for article in members for sentence in _cut(article, event)]
    best = max((sentence.closeness for sentence in found), default=0.0) or 1.0
    return [sentence._replace(closeness=sentence.closeness / best) for sentence in found]


def _cut(article: Article, event: Event) -> Iterator[Sentence]:
    for span in find_sentences(article.text):
        text = cut_dateline(span.of(article.text))
        if len(text) <= LONGEST:
            yield Sentence(article, span.end - len(text), text, event.measure(list_stems(text)))


def read(sentences: Iterable[Sentence], pipeline: Pipeline) -> Iterator[tuple[Sentence, "Doc"]]:
    """The sentences, each with its tree, those closest to the event first; of very many no others."""
    asked = sorted(sentences, key=lambda sentence: -sentence.closeness)[:MOST_READ]
    articles = {sentence.article.id: sentence.article for sentence in asked}
    docs = dict(zip(articles, pipeline.pipe(map(make_text, articles.values())), strict=True))
    for sentence in asked:
        doc = docs[sentence.article.id]
        end = sentence.start + len(sentence.text)
        found = doc.char_span(sentence.start, min(end, len(doc.text)), alignment_mode="expand")
        if found is not None and found.start_char == sentence.start:
            yield sentence, found.as_doc()
