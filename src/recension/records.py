"""The records that travel from stage to stage: what a dossier is made of.

Reading starts here. Every record is frozen; a stage returns new ones. `start` and `end` count Unicode code
points into the text of the article that the record names, so `article.text[start:end]` is the evidence.
The names of the fields are the names in the JSON of a dossier (schema `recension.dossier/1`).
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

PublishedFrom = Literal["meta", "json-ld", "text", "url", "feed", "file"]
RepairKind = Literal["homoglyph", "zero_width", "mojibake", "hyphenation", "other"]
ChangeKind = Literal["opened", "joined", "merged", "moved", "split", "retired"]
ReuseKind = Literal["verbatim", "edited", "paraphrase"]
StatementKind = Literal["direct", "indirect", "own"]
Force = Literal["asserted", "denied", "refused", "promised", "warned", "hedged", "speculated"]
SourceKind = Literal[
    "named", "outlet", "document", "office", "insider", "expert", "witness", "people", "unknown", "nobody",
]  # fmt: skip
EntityKind = Literal["person", "organization", "place", "facility", "group", "event", "product"]
Verdict = Literal["agree", "equivalent", "update", "conflict"]
Question = Literal["who", "what", "when", "where", "why", "how"]
Precision = Literal["minute", "day", "month", "year"]
Slot = Literal[
    "number", "money", "date", "time", "duration", "place", "person", "organization",
    "role", "object", "quote", "action", "negation", "cause", "other",
]  # fmt: skip


class Span(NamedTuple):
    """A half-open range of code points in a text that the context names."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers.

        >>> Span(4, 7).of("The cat sat")
        'cat'
        """
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of one article's text."""

    article: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where in the article's text the passage stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader found in one file, page or item, before anything is decided about it.

    `dates` holds what the carrier says of the publication date, as (where, what is written there), best first;
    `name` is the item's own name: a file's stem or a feed's id; `removed` what the page's markup shows to be
    no part of the report.
    """

    uri: str
    text: str
    name: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    language: str | None = None
    dates: tuple[tuple[PublishedFrom, str], ...] = ()
    removed: tuple["Removed", ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """One change that restored the text: `after` stands at `start:end` of the clean text, `before` stood there."""

    start: int
    end: int
    before: str
    after: str
    kind: RepairKind


@dataclass(frozen=True, slots=True)
class Removed:
    """A piece of the input that is not the report, and why it was set aside."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in an article's text, and the fullest `name` under which its story knows the bearer."""

    start: int
    end: int
    kind: EntityKind
    name: str

    @property
    def span(self) -> Span:
        """Where in the article's text the name stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One report as published: a page, feed item or file.

    After `read` the text is as it came; after `repair` it is the report itself, restored and without boilerplate.
    `credited` holds the outlets and agencies that the text names as the origin of its report; `entities`, after
    `identify`, every name of a person, body, place and the like, in order.
    """

    id: str
    uri: str
    text: str
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: date | datetime | None = None
    published_from: PublishedFrom | None = None
    language: str | None = None
    repairs: tuple[Repair, ...] = ()
    removed: tuple[Removed, ...] = ()
    credited: tuple[str, ...] = ()
    entities: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """An input, or a part of one, that could not be used, and why."""

    uri: str
    what: str


@dataclass(frozen=True, slots=True)
class Reuse:
    """Two passages of which one comes from the other, or both from a third; `score` is their similarity, 0..1."""

    a: Passage
    b: Passage
    kind: ReuseKind
    score: float


@dataclass(frozen=True, slots=True)
class Node:
    """A text of the stemma: a given article, or a lost original with the name that its descendants give it."""

    id: str
    kind: Literal["article", "lost"]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """`child` derives from `parent`; `share` is the part of the child that does, `confidence` 0..1."""

    parent: str
    child: str
    share: float
    confidence: float
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stemma:
    """The derivation of a story's articles: a directed acyclic graph, edges from source to derived text."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """An independent line of reporting: the articles that go back to the original `root`.

    `note` says what limits its weight: that it rests on no source, or on the same one as another line.
    """

    id: str
    article_ids: tuple[str, ...]
    root: str
    label: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What an article says in a passage: its own, or attributed to a speaker, perhaps via another outlet.

    `role` is what the article says that the speaker is, `force` with what force it is said, and `source` on whom
    it rests: a name, an outlet or document, or of what kind the unnamed source is; None where it is the article's own.
    """

    id: str
    article: str
    start: int
    end: int
    kind: StatementKind
    speaker: str | None = None
    via: str | None = None
    role: str | None = None
    force: Force = "asserted"
    source: SourceKind | None = None

    @property
    def span(self) -> Span:
        """Where in the article's text the statement stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one article says for a fact: the words, and their normal value where one can be computed."""

    article: str
    start: int
    end: int
    value: str
    normal: str | None = None
    statement: str | None = None

    @property
    def span(self) -> Span:
        """Where in the article's text the reading stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Support:
    """What stands behind a value of a fact: independent lines, and their root sources, by id.

    `note` says that the value is a slip: that its articles are taken from a source which reads otherwise.
    """

    lines: tuple[str, ...]
    roots: tuple[str, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """Statements of several articles about one thing, aligned, with the verdict on their readings.

    `groups` puts the article ids together by value; `independent_lines` counts the lines behind the value
    that has most of them. `support` tells of each group what stands behind it, `best` which group has most, None
    where two have as much. `between` names the speakers to whom the values belong, where a conflict is theirs and not
    the articles'.
    """

    id: str
    label: str
    slot: Slot
    verdict: Verdict
    readings: tuple[Reading, ...]
    groups: tuple[tuple[str, ...], ...]
    independent_lines: int
    confidence: float
    why: str
    support: tuple[Support, ...] = ()
    best: int | None = None
    between: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """Who, what, when, where, why and how of a story, as far as its best supported readings tell."""

    who: tuple[str, ...] = ()
    what: str | None = None
    when: str | None = None
    where: tuple[str, ...] = ()
    why: str | None = None
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reports say to one of the summary's questions, where they say it, and on how many lines that stands."""

    question: Question
    value: str
    readings: tuple[Passage, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened at one time, in the words of a report, and every clause that tells it.

    `when` is an ISO date or time as precise as `precision` says; `lines` counts the independent lines that tell it,
    `disputed` is the fact whose readings differ about the time. What is long past is `background`.
    """

    when: str
    precision: Precision
    what: str
    readings: tuple[Passage, ...]
    lines: int
    disputed: str | None = None
    background: bool = False


@dataclass(frozen=True, slots=True)
class Unique(Passage):
    """What only one article states: how much it would matter if it were true, 0..1, and why."""

    weight: float = 0.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story: how surely it belongs there, 0..1, and why."""

    article: str
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that report one event, and what the stages found about them.

    `group` fills the first three fields and `members`; `compose` returns the story with all of them. `answers` hold
    the evidence of `w`, one for each of its entries.
    """

    id: str
    title: str
    article_ids: tuple[str, ...]
    w: Summary = field(default_factory=Summary)
    reuse: tuple[Reuse, ...] = ()
    stemma: Stemma = field(default_factory=Stemma)
    lines: tuple[Line, ...] = ()
    statements: tuple[Statement, ...] = ()
    facts: tuple[Fact, ...] = ()
    unique: tuple[Unique, ...] = ()
    members: tuple[Member, ...] = ()
    answers: tuple[Answer, ...] = ()
    timeline: tuple[Happening, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What the arrival of an article did to a story.

    `article_ids` are its articles afterwards, `others` the stories that were merged in, that articles moved from or
    that it was split off from.
    """

    kind: ChangeKind
    story: str
    article_ids: tuple[str, ...]
    why: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """What `trace` finds in a story: reused passages, the stemma, and the independent lines counted on it."""

    reuse: tuple[Reuse, ...] = ()
    stemma: Stemma = field(default_factory=Stemma)
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Collation:
    """What `collate` finds in a story: facts with verdicts, and statements that only one article makes."""

    facts: tuple[Fact, ...] = ()
    unique: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """All that the stages found about one story, before it is composed."""

    story: Story
    trace: Trace
    statements: tuple[Statement, ...]
    collation: Collation


@dataclass(frozen=True, slots=True)
class Generator:
    """What made a dossier: the program, its version, and the settings that it ran with."""

    name: str
    version: str
    settings: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything found about the stories of the given articles."""

    generator: Generator
    articles: tuple[Article, ...]
    stories: tuple[Story, ...]
    problems: tuple[Problem, ...] = ()
