"""Notes: what limits the weight of a line: no traceable source, or the same one as another line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recension.records import Line, Stemma
from recension.stages.trace.cribs import has_own_reporting
from recension.stages.trace.witness import Witness
from recension.text.fingerprints import hash_grams
from recension.text.quotes import find_quotes
from recension.text.words import find_words, fold

# So many quoted words in a row are one statement; names of bodies and slogans are shorter.
LEAST_SPOKEN = 6


@dataclass(frozen=True)
class Sources:
    """On whom a line rests: the runs of words that it quotes, hashed, and the absent outlets that it names."""

    spoken: frozenset[int]
    named: frozenset[str]
    is_own: bool


def add_notes(lines: Sequence[Line], stemma: Stemma, witness: Witness) -> tuple[Line, ...]:
    """The lines, with a note where one has no source to show, or the same as another that it does not derive from."""
    line_of = {article: line.id for line in lines for article in line.article_ids}
    tied = {frozenset((line_of.get(e.parent), line_of.get(e.child))) for e in stemma.edges}
    sources = {line.id: _find_sources(witness, line) for line in lines}
    noted = []
    for line in lines:
        others = [o.id for o in lines if o.id != line.id and frozenset((o.id, line.id)) not in tied]
        notes = "; ".join(_find_notes(sources[line.id], {other: sources[other] for other in others}))
        noted.append(replace(line, note=notes or None))
    return tuple(noted)


def _find_notes(own: Sources, others: dict[str, Sources]) -> Iterator[str]:
    quoting = [other for other, theirs in others.items() if own.spoken & theirs.spoken]
    if quoting:
        yield f"quotes the same words as {', '.join(quoting)}: they rest on one source"
    for other, theirs in others.items():
        if common := own.named & theirs.named:
            yield f"names the same source as {other}: {', '.join(sorted(common))}"
    if not own.is_own:
        yield "no source can be traced: it quotes nobody and names no source"


def _find_sources(witness: Witness, line: Line) -> Sources:
    members = [i for i, article in enumerate(witness.articles) if article.id in line.article_ids]
    named = {name for m in members for name in witness.origins[m].absent}
    spoken = {run for m in members for run in _find_spoken(witness.articles[m].text)}
    return Sources(frozenset(spoken), frozenset(named), any(has_own_reporting(witness, m) for m in members))


def _find_spoken(text: str) -> Iterator[int]:
    """The runs of quoted words in a text, hashed."""
    for quote in find_quotes(text):
        words = [fold(word.text) for word in find_words(quote.inner.of(text))]
        if len(words) >= LEAST_SPOKEN:
            yield from hash_grams(words, LEAST_SPOKEN)
