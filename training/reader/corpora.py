"""Reads the corpora into sentences of one shape."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from training.reader.labels import make_allowed

Tree = tuple[int, str]


@dataclass(slots=True)
class Sentence:
    """The words of one sentence with what its corpus says of them; None where it says nothing.

    `heads` counts words from 0, the root is its own head; `allowed` holds the numbers of the entity labels that a
    word may have. `document` names the text that it stands in, `opens` whether a paragraph begins with it.
    """

    words: list[str]
    spaces: list[bool]
    document: str
    opens: bool = False
    tags: list[str] | None = None
    pos: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    allowed: list[tuple[int, ...]] | None = None
    lemmas: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The sentence as it is written."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True)).strip()


def load_treebank(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U file (Universal Dependencies), enhanced and empty nodes left out."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return list(_read_treebank(lines))


def _read_treebank(lines: Iterator[str]) -> Iterator[Sentence]:
    document, opens = "", False
    rows: list[list[str]] = []
    joined: dict[int, bool] = {}
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            document, opens = line.split("=", 1)[1].strip(), True
        elif line.startswith("# newpar"):
            opens = True
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            if "-" in cells[0]:
                first, last = map(int, cells[0].split("-"))
                joined |= dict.fromkeys(range(first, last), True)
                joined[last] = "SpaceAfter=No" in cells[9]
            elif "." not in cells[0]:
                rows.append(cells)
        elif not line and rows:
            yield _make_sentence(rows, joined, document, opens)
            opens, rows, joined = False, [], {}


def _make_sentence(rows: list[list[str]], joined: dict[int, bool], document: str, opens: bool) -> Sentence:
    """One sentence from its rows; `joined` says of the words within a contraction whether no space follows."""
    return Sentence(
        words=[r[1] for r in rows],
        spaces=[not joined.get(int(r[0]), "SpaceAfter=No" in r[9]) for r in rows],
        document=document,
        opens=opens,
        tags=[r[4] for r in rows],
        pos=[r[3] for r in rows],
        heads=[int(r[6]) - 1 if r[6] != "0" else n for n, r in enumerate(rows)],
        relations=[r[7] for r in rows],
        lemmas=[r[2] for r in rows],
    )


def load_entities(path: Path, corpus: str, column: int = -1) -> list[Sentence]:
    """The sentences of a file in IOB form, one word a line, the label in `column`."""
    text = path.read_text(encoding="utf-8")
    sentences: list[Sentence] = []
    for block in re.split(r"\n[ \t]*\n", text):
        rows = [line.split("\t") if "\t" in line else line.split(" ") for line in block.splitlines()]
        rows = [r for r in rows if len(r) > 1 and r[0] != "#" and not r[0].startswith("-DOCSTART")]
        if rows:
            words = [r[1] if corpus == "uner" else r[0] for r in rows]
            labels = _repair_labels([r[column].strip() for r in rows])
            allowed = [make_allowed(corpus, label) for label in labels]
            spaces = _guess_spaces(words)
            sentences.append(Sentence(words, spaces, f"{path.name}-{len(sentences)}", True, allowed=allowed))
    return sentences


def _repair_labels(labels: list[str]) -> list[str]:
    """IOB1 as IOB2: an entity always begins with B."""
    fixed, last = [], "O"
    for label in labels:
        label = label.split(",")[0]
        if label.startswith("I-") and last[2:] != label[2:]:
            label = "B-" + label[2:]
        fixed.append(label)
        last = label
    return fixed


def _guess_spaces(words: list[str]) -> list[bool]:
    """Whether a space follows each word, where the corpus does not say: none before closing punctuation."""
    following = [*words[1:], ""]
    return [not re.match(r"^(?:[.,;:!?)%\]}…]+|n't|['’](?:s|re|ve|ll|d|m)?)$", word) for word in following]


def load_annotated_treebank(sentences: list[Sentence], path: Path) -> None:
    """Adds our entities to the sentences of a treebank, in place; the file has a line `number<TAB>JSON` a sentence.

    The JSON is a list of [first word, after last word, type]; sentences without a line have no entity.
    """
    marks: dict[int, list[tuple[int, int, str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        number, spans = line.split("\t")
        marks[int(number)] = json.loads(spans)
    for place, sentence in enumerate(sentences):
        sentence.allowed = _make_labels(len(sentence.words), marks.get(place, []))


def _make_labels(length: int, spans: list[tuple[int, int, str]]) -> list[tuple[int, ...]]:
    labels = ["O"] * length
    for start, end, kind in spans:
        labels[start:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - start - 1)
    return [make_allowed("own", label) for label in labels]


_MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]")


def load_marked_text(path: Path, tokenize: "Tokenizer") -> list[Sentence]:
    """Sentences of our own news text, in which names stand as `[Ana Ruiz|PERSON]`, a paragraph a line."""
    from recension.text.sentences import find_sentences

    sentences = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        plain, spans = _strip_marks(line)
        opens = True
        for sentence in find_sentences(plain):
            inside = [
                (s - sentence.start, e - sentence.start, k) for s, e, k in spans if sentence.start <= s < sentence.end
            ]
            words, spaces, starts = tokenize(sentence.of(plain))
            labels = _make_labels(len(words), _find_words(words, starts, inside))
            sentences.append(Sentence(words, spaces, f"{path.name}-{number}", opens, allowed=labels))
            opens = False
    return sentences


def _strip_marks(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The line without marks, and where in it the names stand."""
    plain, spans, last = "", [], 0
    for match in _MARK.finditer(line):
        plain += line[last : match.start()]
        spans.append((len(plain), len(plain) + len(match[1]), match[2]))
        plain += match[1]
        last = match.end()
    return plain + line[last:], spans


def _find_words(words: list[str], starts: list[int], spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The spans of characters as spans of words."""
    found = []
    for start, end, kind in spans:
        inside = [n for n, (w, s) in enumerate(zip(words, starts, strict=True)) if s < end and s + len(w) > start]
        if inside:
            found.append((inside[0], inside[-1] + 1, kind))
    return found


def group_documents(sentences: list[Sentence]) -> list[list[Sentence]]:
    """Runs of sentences of one text."""
    return [list(run) for _, run in groupby(sentences, key=lambda s: s.document)]


class Tokenizer:
    """Splits a sentence as spaCy's English tokenizer does, which the packaged reader uses."""

    def __init__(self) -> None:
        import spacy

        self._nlp = spacy.blank("en")

    def __call__(self, text: str) -> tuple[list[str], list[bool], list[int]]:
        """The words, whether a space follows each, and where they start."""
        doc = [token for token in self._nlp.make_doc(text) if not token.is_space]
        return [t.text for t in doc], [bool(t.whitespace_) for t in doc], [t.idx for t in doc]
