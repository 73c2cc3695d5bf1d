"""What is read in a document, a number a token, until it is written into spaCy's."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, POS, TAG
from spacy.symbols import IDS

if TYPE_CHECKING:
    from spacy.tokens import Doc

# What spaCy calls a word inside, outside and at the beginning of an entity.
INSIDE, OUTSIDE, BEGINNING = 1, 2, 3


class Annotations:
    """The attributes of a document's tokens as arrays; white space hangs on the token before it.

    `heads` holds positions in the document; the others, but `vectors`, numbers of spaCy's string store.
    """

    def __init__(self, doc: "Doc", width: int) -> None:
        length = len(doc)
        self._doc = doc
        self.tags = np.full(length, doc.vocab.strings.add("_SP"), np.uint64)
        self.parts = np.full(length, IDS["SPACE"], np.uint64)
        self.relations = np.zeros(length, np.uint64)
        self.heads = np.maximum(np.arange(-1, length - 1), 0)
        self._sides = np.full(length, OUTSIDE, np.uint64)
        self._kinds = np.zeros(length, np.uint64)
        self.vectors = np.zeros((length, width), np.float32)

    def add_entity(self, first: int, last: int, label: str) -> None:
        """Marks an entity; white space within a name belongs to it, or spaCy would part the name there."""
        self._sides[first : last + 1] = INSIDE
        self._sides[first] = BEGINNING
        self._kinds[first : last + 1] = self._doc.vocab.strings.add(label)

    def write(self) -> None:
        """Writes all into the document."""
        doc = self._doc
        words = (token.i for token in doc if not token.is_space)
        if len(doc) and doc[0].is_space:
            self.heads[0] = next(words, 0)
        steps = (self.heads - np.arange(len(doc))).astype(np.uint64)
        columns = {
            TAG: self.tags, POS: self.parts, DEP: self.relations, HEAD: steps,
            ENT_IOB: self._sides, ENT_TYPE: self._kinds,
        }  # fmt: skip
        values: NDArray[np.uint64] = np.stack([*columns.values()], axis=1)
        doc.from_array(list(columns), values)  # type: ignore[arg-type]
        doc.tensor = self.vectors  # type: ignore[assignment]
