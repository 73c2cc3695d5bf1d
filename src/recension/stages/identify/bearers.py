"""Who bears a name: a surname is somebody's, letters in brackets are a body's, one spelling stands for another."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import ceil
from typing import TypeVar

from recension.records import EntityKind
from recension.scorers.names import is_short_for, is_spelling_of, make_skeleton
from recension.stages.identify.mentions import NameMention
from recension.text.gazetteer import find_area, find_towns
from recension.text.words import fold

# The gazetteer counts as much as this share of a name's mentions: towns are called like people and companies too.
SAY = 0.5

K = TypeVar("K")
Bearers = Mapping[tuple[int, str], tuple[EntityKind, str]]


def find_bearers(mentions: Sequence[Sequence[NameMention]], outlets: Collection[str] = ()) -> Bearers:
    """The kind and the fullest name of the bearer of each name, by article and name as it stands there.

    An article's own words go before those of the others: its "Ruiz" is the Ruiz that it introduces. Names among
    `outlets` are organisations, whatever else a sentence takes them for.
    """
    kinds = _agree_on_kinds(mentions, frozenset(map(fold, outlets)))
    counts = Counter(mention.text for found in mentions for mention in found)
    story = Register(counts, kinds)
    bearers: dict[tuple[int, str], tuple[EntityKind, str]] = {}
    for number, found in enumerate(mentions):
        own = Register(Counter(mention.text for mention in found), kinds)
        for mention in found:
            brackets = mention.introduces if _is_introduced(mention) else None
            key = (number, mention.text)
            if key not in bearers or brackets:
                full = brackets or own.find_fuller(mention.text) or story.find_fuller(mention.text) or mention.text
                bearers[key] = (kinds[fold(full)], story.choose_spelling(full))
    return bearers


def _is_introduced(mention: NameMention) -> bool:
    """Whether brackets behind a full name hold its first letters: "Port Safety Board (PSB)"."""
    return mention.introduces is not None and is_short_for(mention.text, mention.introduces)


def _agree_on_kinds(mentions: Sequence[Sequence[NameMention]], outlets: frozenset[str]) -> dict[str, EntityKind]:
    """The kind that most mentions of a name have."""
    told: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    spelled: dict[str, str] = {}
    for found in mentions:
        for mention in found:
            told[fold(mention.text)][mention.kind] += 1
            spelled.setdefault(fold(mention.text), mention.text)
    surnames = set()
    for name, kinds in [(name, kinds) for name, kinds in told.items() if len(name.split()) > 1]:
        # Who is named in full is meant by the surname alone, whatever that looks like by itself.
        if _pick_kind(kinds) == "person" and (surname := name.split()[-1]) in told:
            told[surname]["person"] += kinds["person"]
            surnames.add(surname)
    for name, kinds in told.items():
        # Of a name that some mentions take for a place, the gazetteer has a say where it is one.
        contested = len(kinds) > 1 and kinds["place"] and name not in surnames
        if contested and (find_towns(spelled[name]) or find_area(spelled[name])):
            kinds["place"] += ceil(SAY * kinds.total())
    return {name: "organization" if name in outlets else _pick_kind(told[name]) for name in told}


def _pick_kind(kinds: Counter[EntityKind]) -> EntityKind:
    """The kind with most mentions; of two with as many always the same, whatever the order of the articles."""
    return min(kinds, key=lambda kind: (-kinds[kind], kind))


class Register:
    """Names by the words with which a shorter form keeps hold of them.

    A person's is the last words, or the first where the family's name comes first; a body's or building's the first
    words or the first letters. A town is not the county that is named after it, so places have no shorter forms.
    """

    def __init__(self, counts: Counter[str], kinds: Mapping[str, EntityKind]) -> None:
        self._counts, self._kinds = counts, kinds
        self._words = {name: fold(name).split() for name in counts}
        # The most frequent name that ends so, begins so, or has these first letters: one look, however many do.
        self._by_end: dict[tuple[str, ...], str] = {}
        self._by_beginning: dict[tuple[EntityKind, tuple[str, ...]], str] = {}
        self._by_letters: dict[str, str] = {}
        self._by_sound: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for name in sorted(counts):
            kind, words = kinds[fold(name)], self._words[name]
            self._by_sound[kind, *map(make_skeleton, words)].append(name)
            for cut in range(1, len(words)):
                if kind == "person":
                    self._keep(self._by_end, tuple(words[cut:]), name)
                if kind in {"person", "organization", "facility"}:
                    self._keep(self._by_beginning, (kind, tuple(words[:cut])), name)
            if len(words) > 1 and kind in {"organization", "facility"}:
                self._keep(self._by_letters, "".join(word[0] for word in name.split() if word[0].isupper()), name)

    def find_fuller(self, name: str) -> str | None:
        """The most frequent fuller form of a name, None where it is the fullest."""
        kind, words = self._kinds[fold(name)], tuple(self._words[name])
        ending = self._by_end.get(words) if kind == "person" else None
        letters = self._by_letters.get(name) if words and name.isupper() and len(name) > 1 else None
        return ending or self._by_beginning.get((kind, words)) or letters

    def choose_spelling(self, name: str) -> str:
        """The most frequent of the names that differ from this one only in how their letters are written.

        Of those that differ in accents alone, the one with most of them: outlets leave accents out, and add none.
        """
        kind, words = self._kinds[fold(name)], self._words[name]
        alike = [
            other
            for other in self._by_sound[kind, *map(make_skeleton, words)]
            if all(is_spelling_of(a, b) for a, b in zip(words, self._words[other], strict=True))
        ]
        chosen = self._pick(alike) or name
        accented = [other for other in alike if fold(other) == fold(chosen) and other.isupper() == chosen.isupper()]
        return max(accented, key=lambda other: sum(not c.isascii() for c in other), default=chosen)

    def _keep(self, index: dict[K, str], key: K, name: str) -> None:
        """Puts the name under the key where no more frequent one stands there."""
        index[key] = self._pick({name, index.get(key, name)}) or name

    def _pick(self, names: Iterable[str]) -> str | None:
        """The most frequent name; one in capitals throughout only where there is no other."""
        return min(names, key=lambda name: (name.isupper(), -self._counts[name], -len(name), name), default=None)
