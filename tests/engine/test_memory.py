"""A pipeline that remembers what it has read."""

from collections.abc import Iterable, Iterator

import spacy
from spacy.tokens import Doc

from recension.engine import memory
from recension.engine.memory import RememberingPipeline


class Counting:
    """A pipeline that notes what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._language = spacy.blank("en")

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Blank documents."""
        for text in texts:
            self.asked.append(text)
            yield self._language.make_doc(text)


def test_a_text_is_read_once() -> None:
    """Asked again, the same document comes, in the order of the texts."""
    counting = Counting()
    pipeline = RememberingPipeline(counting)
    first = list(pipeline.pipe(["a fire", "a flood"]))
    again = list(pipeline.pipe(["a flood", "a fire", "a storm"]))
    assert [doc.text for doc in again] == ["a flood", "a fire", "a storm"]
    assert again[1] is first[0]
    assert counting.asked == ["a fire", "a flood", "a storm"]


def test_what_is_kept_is_bounded(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """Of more texts than are kept the oldest is read anew."""
    monkeypatch.setattr(memory, "MOST_KEPT", 2)
    counting = Counting()
    pipeline = RememberingPipeline(counting)
    list(pipeline.pipe(["one", "two", "three", "one"]))
    assert counting.asked == ["one", "two", "three", "one"]
