"""The labels that the heads give, and how the labels of each corpus map to them."""

ENTITY_TYPES = ("PERSON", "ORG", "PLACE", "FACILITY", "NORP", "EVENT", "PRODUCT")
ENTITY_LABELS = ("O", *(f"{side}-{kind}" for kind in ENTITY_TYPES for side in "BI"))

_LOCATION = ("PLACE", "FACILITY")
_MISC = ("NORP", "EVENT", "PRODUCT")

# What a corpus calls an entity → what it may be here. A corpus that leaves a type out says nothing against it: its
# "O" stands for every type in `UNMARKED` too, and training sums over what is allowed.
CORPUS_TYPES: dict[str, dict[str, tuple[str, ...]]] = {
    "uner": {"PER": ("PERSON",), "ORG": ("ORG",), "LOC": _LOCATION},
    "btc": {"PER": ("PERSON",), "ORG": ("ORG",), "LOC": _LOCATION},
    "wikigold": {"PER": ("PERSON",), "ORG": ("ORG",), "LOC": _LOCATION, "MISC": _MISC},
    "wnut17": {
        "person": ("PERSON",),
        "location": _LOCATION,
        "corporation": ("ORG",),
        "group": ("ORG", "NORP"),
        "creative-work": ("PRODUCT",),
        "product": ("PRODUCT",),
    },
    "own": {kind: (kind,) for kind in ENTITY_TYPES},
}
UNMARKED: dict[str, tuple[str, ...]] = {
    "uner": _MISC,
    "btc": _MISC,
    "wikigold": (),
    "wnut17": ("NORP", "EVENT"),
    "own": (),
}


def make_allowed(corpus: str, label: str) -> tuple[int, ...]:
    """The numbers of the labels that a token may have which its corpus calls `label`.

    >>> [ENTITY_LABELS[n] for n in make_allowed("uner", "B-LOC")]
    ['B-PLACE', 'B-FACILITY']
    """
    if label == "O":
        open_kinds = UNMARKED[corpus]
        return (0, *(ENTITY_LABELS.index(f"{side}-{kind}") for kind in open_kinds for side in "BI"))
    side, kind = label.split("-", 1)
    return tuple(ENTITY_LABELS.index(f"{side}-{each}") for each in CORPUS_TYPES[corpus][kind])
