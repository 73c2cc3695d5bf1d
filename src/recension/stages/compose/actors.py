"""The actors that have no name but a nation: "Veldish and Orrish border guards" as the subject of the lead."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recension.protocols import Pipeline
from recension.records import Answer, Article, Passage, Span, Trace
from recension.stages.compose.backing import make_answer
from recension.stages.identify import make_readable

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A longer subject tells the event, not who did it.
_LONGEST = 60


def answer_actors(lead: Passage, members: Sequence[Article], trace: Trace, pipeline: Pipeline) -> list[Answer]:
    """The subject of the lead where a nation or group stands in it and no person: it is in no list of names."""
    article = next(article for article in members if article.id == lead.article)
    doc = next(iter(pipeline.pipe([make_readable(lead.span.of(article.text))])))
    found = _find_subject(doc)
    if found is None:
        return []
    span = Span(lead.start + found.start, lead.start + found.end)
    kinds = {entity.kind for entity in article.entities if entity.span.overlaps(span)}
    if "group" not in kinds or "person" in kinds or span.end - span.start > _LONGEST:
        return []
    value = span.of(article.text)
    same = [(other, other.text.find(value)) for other in members]
    passages = [Passage(other.id, at, at + len(value)) for other, at in same if at >= 0]
    return [make_answer("who", " ".join(value.split()), passages, trace)]


def _find_subject(doc: "Doc") -> Span | None:
    """The subject of the first sentence's verb, with all that belongs to it."""
    for token in doc:
        if token.dep_.startswith("nsubj") and token.head.dep_ == "ROOT":
            words = [word for word in token.subtree if not word.is_punct]
            return Span(words[0].idx, words[-1].idx + len(words[-1]))
    return None
