"""Who says what: the attributed statements of a story by speaker."""

from collections import Counter
from typing import NamedTuple

from recension.records import Force, SourceKind, Statement, Story
from recension.writers.evidence import Mark
from recension.writers.page.cast import Cast, Witness

UNNAMED = "a speaker who is not named"
# What is said of a source that has no name, by its kind.
STANDINGS: dict[SourceKind | None, str] = {
    "outlet": "an outlet",
    "document": "a document",
    "office": "by office, not by name",
    "insider": "name kept back",
    "expert": "experts without a name",
    "witness": "witnesses without a name",
    "people": "nobody in particular",
    "unknown": "not told who",
    "nobody": "nobody in particular",
}


class Telling(NamedTuple):
    """One article's report of a statement, and through whom it has it."""

    witness: Witness
    anchor: str
    via: str | None


class Saying(NamedTuple):
    """What was said, in one wording and with one force, and every article that reports it so."""

    text: str
    direct: bool
    force: Force
    tellings: tuple[Telling, ...]


class Speaker(NamedTuple):
    """A speaker with all that is attributed to them in a story, and in how many reports and lines.

    `role` is what an article says that they are, else what kind of source without a name.
    """

    name: str
    role: str | None
    sayings: tuple[Saying, ...]
    reports: int
    lines: int


def make_speakers(story: Story, anchor: str, cast: Cast) -> tuple[Speaker, ...]:
    """The speakers of the story, those first whom most articles report."""
    spoken: dict[str, list[tuple[int, Statement]]] = {}
    names: dict[str, str] = {}
    for rank, statement in _find_attributed(story, cast):
        name = statement.speaker or UNNAMED
        spoken.setdefault(names.setdefault(name.casefold(), name), []).append((rank, statement))
    speakers = [_make_speaker(name, said, anchor, cast) for name, said in spoken.items()]
    return tuple(sorted(speakers, key=lambda s: (s.name == UNNAMED, -s.reports, -len(s.sayings))))


def find_statement_marks(story: Story, anchor: str, cast: Cast) -> dict[str, list[Mark]]:
    """The attributed statements as marks, by article."""
    marks: dict[str, list[Mark]] = {}
    for rank, statement in _find_attributed(story, cast):
        mark = Mark(statement.start, statement.end, "said", f"{anchor}-said-{rank}")
        marks.setdefault(statement.article, []).append(mark)
    return marks


def _find_attributed(story: Story, cast: Cast) -> list[tuple[int, Statement]]:
    return [
        (rank, statement)
        for rank, statement in enumerate(story.statements)
        if statement.kind != "own" and statement.article in cast.witnesses
    ]


def _make_speaker(name: str, said: list[tuple[int, Statement]], anchor: str, cast: Cast) -> Speaker:
    wordings: dict[tuple[str, bool, Force], list[Telling]] = {}
    texts: dict[tuple[str, bool, Force], str] = {}
    for rank, statement in said:
        witness = cast.witnesses[statement.article]
        text = statement.span.of(witness.article.text)
        key = (_squeeze(text), statement.kind == "direct", statement.force)
        texts.setdefault(key, text)
        wordings.setdefault(key, []).append(Telling(witness, f"{anchor}-said-{rank}", statement.via))
    sayings = [Saying(texts[key], key[1], key[2], tuple(tellings)) for key, tellings in wordings.items()]
    sayings.sort(key=lambda saying: -len(saying.tellings))
    articles = {statement.article for _, statement in said}
    return Speaker(name, _find_role(name, said), tuple(sayings), len(articles), len(cast.lines_of(articles)))


def _find_role(name: str, said: list[tuple[int, Statement]]) -> str | None:
    """The role that most statements give, else the kind of a source without a name."""
    roles = Counter(statement.role for _, statement in said if statement.role)
    if roles:
        return roles.most_common(1)[0][0]
    return STANDINGS.get(said[0][1].source) if name != UNNAMED else None


def _squeeze(text: str) -> str:
    """The letters and digits of `text`: two reports of one quotation differ in marks and case alone."""
    return "".join(filter(str.isalnum, text.casefold()))
