"""Names that a pipeline finds in one place and overlooks in another."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from recension.records import EntityKind
from recension.stages.identify.mentions import NameMention

_CAPITALISED = re.compile(r"(?<![\w-])[^\W\d_][\w-]*")
# What stands before a word within a sentence.
_RUNNING = re.compile(r"[\w,;] $")
# A name of fewer letters is looked for only where the pipeline found it.
SHORTEST = 3

# Names by their first word, the longest first.
Index = Mapping[str, Sequence[str]]


def spread(found: Sequence[tuple[NameMention, ...]], texts: Sequence[str]) -> list[tuple[NameMention, ...]]:
    """The names of each text, with the mentions that were overlooked of names that were found more than once.

    A single word at the head of a sentence may be another word, and is left.
    """
    counts = Counter(mention.text for mentions in found for mention in mentions)
    told = sorted((mention.kind, mention.text) for mentions in found for mention in mentions)
    ranked = sorted(Counter(told).items(), key=lambda item: item[1])
    kinds = {name: kind for (kind, name), _ in ranked}
    index: dict[str, list[str]] = defaultdict(list)
    for name in sorted(counts, key=lambda each: (-len(each), each)):
        first = _CAPITALISED.match(name)
        if first and name[0].isupper() and counts[name] > 1 and len(name) >= SHORTEST:
            index[first.group()].append(name)
    return [
        tuple(sorted((*mentions, *_find_overlooked(mentions, text, index, kinds))))
        for mentions, text in zip(found, texts, strict=True)
    ]


def _find_overlooked(
    mentions: tuple[NameMention, ...], text: str, index: Index, kinds: Mapping[str, EntityKind]
) -> Iterator[NameMention]:
    starts = [mention.start for mention in mentions]
    last = 0
    for word in _CAPITALISED.finditer(text):
        start = word.start()
        name = next((name for name in index.get(word.group(), ()) if _stands_at(name, text, start)), None)
        if name is None or start < last:
            continue
        end, place = start + len(name), bisect_right(starts, start)
        is_free = (not place or mentions[place - 1].end <= start) and (place == len(starts) or end <= starts[place])
        if is_free and (" " in name or _RUNNING.search(text[max(0, start - 2) : start])):
            yield NameMention(start, end, name, kinds[name])
            last = end


def _stands_at(name: str, text: str, start: int) -> bool:
    """Whether the whole name stands at a place, and no word goes on behind it."""
    end = start + len(name)
    return text.startswith(name, start) and not re.match(r"[\w-]", text[end : end + 1])
