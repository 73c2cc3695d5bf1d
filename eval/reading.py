"""The embedded reader: trees, sentences and entities on open corpora, and the names of the newsroom stories.

    python -m eval.reading

Trees are scored on gold words and gold sentences, with punctuation, relations without their subtypes, as at CoNLL
2018; sentences on the raw text of each document, a blank line between paragraphs. Entities of UNER are scored by
span and type. A mention of a newsroom story's name is right where an entity of a right kind covers it after `identify`:
`newsroom-entities.tsv` holds every person, organisation and place of the gold, as story, name and type, with a slash
where two types are right.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain, groupby
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from eval.newsroom import SHARED, STORIES
from recension.engine.gather import gather
from recension.models.pipeline import make_pipeline
from recension.records import Article, Span
from recension.stages.identify import identify
from training.reader.corpora import Sentence, group_documents, load_treebank

TREEBANK = SHARED / "data" / "training" / "ud-ewt" / "en_ewt-ud-test.conllu.gz"
ENTITIES = SHARED / "data" / "training" / "uner-ewt" / "en_ewt-ud-test.iob2"
NAMES = Path(__file__).parent / "newsroom-entities.tsv"
# The types of the reader as those of UNER; it marks no others.
UNER_TYPES = {"PERSON": "PER", "ORG": "ORG", "PLACE": "LOC", "FACILITY": "LOC"}
# The types of the gold as kinds of entities, facilities as places, and those that are judged.
KINDS = {
    "PERSON": "person", "ORG": "organization", "PLACE": "place", "FACILITY": "place",
    "NORP": "group", "EVENT": "event", "PRODUCT": "product",
}  # fmt: skip
JUDGED = {"person", "organization", "place"}


Labelled = tuple[int, int, str]


def measure() -> dict[str, float]:
    """All figures of the reader, 0..1."""
    pipeline = make_pipeline()
    documents = group_documents(load_treebank(TREEBANK))
    return (
        measure_trees(pipeline, documents)
        | {"ewt sentences": measure_sentences(pipeline, documents)}
        | {"uner entities": measure_entities(pipeline)}
        | measure_names(pipeline)
    )


def measure_trees(pipeline: Language, documents: list[list[Sentence]]) -> dict[str, float]:
    """Tags, unlabelled and labelled attachment on gold words and sentences."""
    count = Counter[str]()
    docs = [make_doc(pipeline, [s.words for s in sentences], [s.spaces for s in sentences]) for sentences in documents]
    for sentences, doc in zip(documents, read_docs(pipeline, docs), strict=True):
        first = 0
        for sentence in sentences:
            for n, token in enumerate(doc[first : first + len(sentence.words)]):
                is_right = token.head.i - first == (sentence.heads or [])[n]
                relation = token.dep_.lower().split(":")[0]
                count["words"] += 1
                count["tags"] += token.tag_ == (sentence.tags or [])[n]
                count["heads"] += is_right
                count["both"] += is_right and relation == (sentence.relations or [])[n].split(":")[0]
            first += len(sentence.words)
    shares = {name: count[name] / count["words"] for name in ("tags", "heads", "both")}
    return {"ewt tags": shares["tags"], "ewt unlabelled": shares["heads"], "ewt labelled": shares["both"]}


def make_doc(pipeline: Language, words: list[list[str]], spaces: list[list[bool]]) -> Doc:
    """A document of given words in given sentences."""
    starts: list[bool | int | None] = [not n for sentence in words for n in range(len(sentence))]
    return Doc(pipeline.vocab, words=[*chain(*words)], spaces=[*chain(*spaces)], sent_starts=starts)


def read_docs(pipeline: Language, docs: list[Doc]) -> Iterator[Doc]:
    """The documents, read by the components of the pipeline; their words stay as they are."""
    return pipeline.pipe(docs)


def measure_sentences(pipeline: Language, documents: list[list[Sentence]]) -> float:
    """F1 of sentences with both ends right, in raw text."""
    hit = found = wanted = 0
    for sentences in documents:
        text, gold = "", set()
        for sentence in sentences:
            text = text.rstrip() + "\n\n" if sentence.opens and text else text
            written = "".join(w + " " * s for w, s in zip(sentence.words, sentence.spaces, strict=True))
            gold.add((len(text), len(text) + len(written.rstrip())))
            text += written
        cut = {find_ends(sentence.text, sentence.start_char) for sentence in pipeline(text).sents}
        hit, found, wanted = hit + len(gold & cut), found + len(cut), wanted + len(gold)
    return 2 * hit / (found + wanted)


def find_ends(text: str, start: int) -> tuple[int, int]:
    """Where a stretch that begins at `start` begins and ends without the white space around it."""
    return start + len(text) - len(text.lstrip()), start + len(text.rstrip())


def measure_entities(pipeline: Language) -> float:
    """F1 of persons, organisations and places in UNER's test set, by span and type."""
    hit = found = wanted = 0
    documents = list(load_uner(ENTITIES))
    docs = [make_doc(pipeline, words, [[True] * len(s) for s in words]) for words, _ in documents]
    for (_, gold), doc in zip(documents, read_docs(pipeline, docs), strict=True):
        read = {(e.start, e.end, UNER_TYPES[e.label_]) for e in doc.ents if e.label_ in UNER_TYPES}
        hit, found, wanted = hit + len(gold & read), found + len(read), wanted + len(gold)
    return 2 * hit / (found + wanted)


def load_uner(path: Path) -> Iterator[tuple[list[list[str]], set[Labelled]]]:
    """The sentences of each document and its entities, counted in words of the document."""
    for document in re.split(r"(?=^# newdoc)", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
        rows = [[line.split("\t") for line in b.splitlines() if line[:1].isdigit()] for b in document.split("\n\n")]
        sentences = [sentence for sentence in rows if sentence]
        labels = [row[2] for sentence in sentences for row in sentence]
        if labels:
            yield [[row[1] for row in sentence] for sentence in sentences], set(find_labelled(labels))


def find_labelled(labels: list[str]) -> Iterator[Labelled]:
    """The entities of a row of IOB labels."""
    start = 0
    for n, label in enumerate([*labels[1:], "O"], start=1):
        if labels[n - 1].startswith("B-"):
            start = n - 1
        if labels[n - 1] != "O" and not label.startswith("I-"):
            yield start, n, labels[n - 1][2:]


def measure_names(pipeline: Language) -> dict[str, float]:
    """The share of mentions of the newsroom's names that an entity of a right type covers, and of the names."""
    count = Counter[str]()
    for story, rows in groupby(load_names(), key=lambda row: row[0]):
        names = {name: {KINDS[label] for label in types.split("/")} for _, name, types in rows}
        seen: dict[str, list[bool]] = defaultdict(list)
        for article in identify(load_articles(story), pipeline):
            for name, start, end in find_mentions(article.text, names):
                covering = {e.kind for e in article.entities if e.span.contains(Span(start, end))}
                covering |= {"place"} if "facility" in covering else set()
                seen[name].append(bool(covering & names[name]))
        for name, marks in seen.items():
            if names[name] & JUDGED:
                count += Counter(mentions=len(marks), right=sum(marks), names=1, found=2 * sum(marks) >= len(marks))
    return {
        "newsroom entities, mentions": count["right"] / count["mentions"],
        "newsroom entities, names": count["found"] / count["names"],
    }


@cache
def load_articles(story: str) -> tuple[Article, ...]:
    """The repaired articles of a story."""
    return gather([str(STORIES / story / "articles")], lambda *_: None).articles


def load_names() -> list[list[str]]:
    """The rows of the gold: story, name, types."""
    return [line.split("\t") for line in NAMES.read_text(encoding="utf-8").splitlines()]


def find_mentions(text: str, names: dict[str, set[str]]) -> Iterator[tuple[str, int, int]]:
    """Where the names stand; a name within a longer one is not counted by itself."""
    longest = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    for match in re.finditer(rf"(?<!\w)(?:{longest})(?!\w)", text):
        yield match.group(), match.start(), match.end()


if __name__ == "__main__":
    for figure, value in measure().items():
        print(f"{figure:<32} {value:.3f}")
