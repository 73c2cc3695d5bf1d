"""The packaged reader as a spaCy pipeline: one pass of the contextual network fills a `Doc`."""

import re
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.symbols import IDS

from recension.models import lemmas
from recension.models.annotations import Annotations
from recension.models.entities import find_entity_spans
from recension.models.network import Network, Scores, load_network
from recension.models.trees import find_heads
from recension.models.windows import Window
from recension.text.sentences import find_paragraphs, find_sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FACTORY = "recension_reader"
# Pieces a window: four sentences of news. On the dev part of EWT 100 and 126 split sentences a little worse.
WINDOW = 112
# A sentence of more pieces than this is cut; twice as long as any sentence of news that was seen.
LONGEST = 250
# The network works outside of Python's lock: two windows at once take 0.7 of the time on two cores.
THREADS = 2
# The score from which a word begins a sentence, and from which it does where punctuation says so too. On the dev part
# of EWT: F1 0.906; with 0 and without asking punctuation 0.905, with -0.5 0.899.
SURE_START, LIKELY_START = 0.2, -3.0


def make_pipeline(exclude: Collection[str] = ()) -> Language:
    """A spaCy pipeline for English: tags, lemmas, dependencies, sentences, entities and vectors in context.

    Trees and parts of speech are Universal Dependencies', tags the Penn Treebank's. `doc.tensor` holds a vector a
    word in context, shape (words, 384); the mean over a sentence, `sentence.vector`, keeps to the similarities of
    all-MiniLM-L6-v2. See `reader_minilm/CARD.md`. Components in `exclude` are left out.
    """
    pipeline = spacy.blank("en")
    for component in (FACTORY, lemmas.FACTORY):
        if component not in exclude:
            pipeline.add_pipe(component)
    return pipeline


@Language.factory(FACTORY, assigns=["token.tag", "token.pos", "token.dep", "token.head", "doc.ents"])
def make_reader(nlp: Language, name: str) -> "Reader":
    """The component that spaCy makes for a pipeline with the packaged reader."""
    return Reader(nlp, load_network(), name)


@dataclass(slots=True)
class Stretch:
    """A part of a document that goes through the network at once; white space is no word.

    `opens` says which tokens begin a paragraph, `begins` which begin a sentence as far as punctuation tells.
    """

    tokens: "list[Token]"
    opens: list[bool]
    begins: list[bool]
    window: Window


class Reader:
    """A spaCy component that fills documents with what the contextual network reads in them."""

    def __init__(self, nlp: Language, network: Network, name: str = FACTORY) -> None:
        self.name = name
        self._network = network
        add, labels = nlp.vocab.strings.add, network.labels
        self._tags = np.array([add(label) for label in labels["tags"]], np.uint64)
        self._pos = np.array([IDS[label] for label in labels["pos"]], np.uint64)
        self._relations = np.array([add(label) for label in labels["relations"]], np.uint64)
        self._root = add("ROOT")
        self._root_column = labels["relations"].index("root")

    def __call__(self, doc: "Doc") -> "Doc":
        """The same document, read."""
        return next(self.pipe([doc]))

    def pipe(self, docs: "Iterable[Doc]", batch_size: int = 1) -> "Iterator[Doc]":  # noqa: ARG002
        """The same documents, read one by one: a batch is no faster."""
        with ThreadPoolExecutor(THREADS) as pool:
            for doc in docs:
                stretches = list(self._cut(doc))
                scores = pool.map(self._network.read, (stretch.window for stretch in stretches))
                self._fill(doc, zip(stretches, scores, strict=True))
                yield doc

    def _cut(self, doc: "Doc") -> Iterator[Stretch]:
        """The document in stretches of whole sentences, as far as punctuation tells them."""
        tokens = [token for token in doc if not token.is_space]
        if not tokens:
            return
        paragraphs = find_firsts(tokens, [span.start for span in find_paragraphs(doc.text)])
        sentences = find_firsts(tokens, [span.start for span in find_sentences(doc.text)]) | paragraphs
        if doc.has_annotation("SENT_START"):
            sentences = {n for n, token in enumerate(tokens) if token.is_sent_start or not n}
        opens, begins = ([n in firsts for n in range(len(tokens))] for firsts in (paragraphs, sentences))
        sizes = [len(ids) for ids in self._network.cutter.cut_words([token.text for token in tokens])]
        for start, end in pack(sizes, sorted(sentences)):
            window = self._network.cutter.cut([token.text for token in tokens[start:end]], opens[start:end])
            yield Stretch(tokens[start:end], opens[start:end], begins[start:end], window)

    def _fill(self, doc: "Doc", read: Iterable[tuple[Stretch, Scores]]) -> None:
        """Writes tags, tree, entities and vectors into the document."""
        found = Annotations(doc, self._network.width)
        for stretch, scores in read:
            places = np.array([token.i for token in stretch.tokens])
            found.vectors[places] = scores.meaning
            found.tags[places] = self._tags[scores.tags.argmax(axis=1)]
            found.parts[places] = self._pos[scores.pos.argmax(axis=1)]
            for start, end in find_runs(self._find_starts(doc, stretch, scores)):
                words, sentence = places[start:end], slice(start, end)
                heads, found.relations[words] = self._find_tree(scores, sentence)
                found.heads[words] = words[heads]
                for entity in find_entity_spans(scores.entities[sentence], self._network.labels["entities"]):
                    found.add_entity(words[entity.start], words[entity.end - 1], entity.label)
        found.write()

    def _find_starts(self, doc: "Doc", stretch: Stretch, scores: Scores) -> NDArray[np.bool_]:
        """Which words begin a sentence; what an earlier component of the pipeline said is kept."""
        if doc.has_annotation("SENT_START"):
            return np.array([token.is_sent_start for token in stretch.tokens], np.bool_)
        sure = (scores.starts > SURE_START) & np.array([can_begin(token) for token in stretch.tokens])
        likely = (scores.starts > LIKELY_START) & np.array(stretch.begins)
        return np.asarray(sure | likely | np.array(stretch.opens))

    def _find_tree(self, scores: Scores, sentence: slice) -> tuple[list[int], NDArray[np.uint64]]:
        """The heads of a sentence's words, counted within it, and the relations to them."""
        heads = find_heads(scores.arcs[sentence, sentence])
        related = self._network.score_relations(scores.relation_child[sentence], scores.relation_head[sentence][heads])
        related[:, self._root_column] = -np.inf
        relations = self._relations[related.argmax(axis=1)]
        relations[np.array(heads) == np.arange(len(heads))] = self._root
        return heads, relations


_CLOSED = re.compile(r"[.!?…)\]\"”’']$")


def can_begin(token: "Token") -> bool:
    """Whether a sentence may begin with a token: not within a row of marks or a word that is written as one."""
    return not token.i or bool(
        token.nbor(-1).whitespace_ or token.nbor(-1).is_space or _CLOSED.search(token.nbor(-1).text)
    )


def find_firsts(tokens: "list[Token]", starts: list[int]) -> set[int]:
    """The positions of the first token at or behind each place in the text, `starts` in order."""
    places = np.array([token.idx for token in tokens])
    found = np.searchsorted(places, starts)
    return {int(n) for n in found if n < len(tokens)}


def pack(sizes: list[int], starts: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches of up to `WINDOW` pieces that begin at one of `starts`; a longer sentence is cut at `LONGEST`.

    >>> list(pack([50, 60, 60, 400], [0, 1, 2, 3]))
    [(0, 2), (2, 3), (3, 4)]
    """
    begin = taken = 0
    for start, end in zip(starts, [*starts[1:], len(sizes)], strict=True):
        size = sum(sizes[start:end])
        if taken and taken + size > WINDOW:
            yield begin, start
            begin, taken = start, 0
        taken += size
        while taken > LONGEST and end - begin > 1:
            # Only a single sentence can be so long: it is cut where the next word would be too much.
            cut = begin + 1 + int(np.searchsorted(np.cumsum(sizes[begin + 1 : end]) + sizes[begin], LONGEST, "right"))
            yield begin, min(cut, end - 1)
            begin = min(cut, end - 1)
            taken = sum(sizes[begin:end])
    if begin < len(sizes):
        yield begin, len(sizes)


def find_runs(starts: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The ranges that begin where `starts` is true; the first always begins at 0.

    >>> find_runs(np.array([False, False, True]))
    [(0, 2), (2, 3)]
    """
    begins = [0, *(n for n in np.flatnonzero(starts).tolist() if n)]
    return list(zip(begins, [*begins[1:], len(starts)], strict=True))
