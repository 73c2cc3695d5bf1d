"""Worth: how much what only one article says would matter if it were true. Each scorer gives its reason."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from recension.records import Article, Findings, Passage, SourceKind, Statement, Unique
from recension.scorers.score import Score
from recension.stages.compose.backing import count_lines
from recension.stages.compose.event import Event, find_event, list_stems
from recension.text.quantities import find_quantities
from recension.text.sentences import find_sentences
from recension.text.words import fold

# How much each scorer says, in the order of `SCORERS`; chosen by looking at three labelled stories, as there is no
# gold for what matters. What ties a statement to the story counts as much as what it holds.
WEIGHTS = (0.2, 0.15, 0.2, 0.25, 0.2)
# How much a source says that can be asked or looked up; experts, crowds and nobody in particular say less.
SAY: dict[SourceKind | None, float] = {"named": 1.0, "document": 1.0, "insider": 0.9, "witness": 0.8, "office": 0.7}
LEAST_SAY = 0.4
# A sentence that tells this much of the event says something new about it; one that tells twice as much tells the
# event itself, which every report has in its own words.
NEWS = 0.3
# A headline says in short what stands below it.
HEADLINE = 0.5
# A report that others never bear out keeps this part of its statements' worth.
LEAST_STANDING = 0.3
BARE = "other reports bear little of this one out"
# Words of a statement that says something whole; of fewer it keeps so much less.
WHOLE = 7
# Reasons shown: more would not be read.
MOST_REASONS = 2
# A name or word belongs to the story if this part of the articles has it.
SHARED = 0.5

# Figures that say no more than that there is something, and years alone.
_VAGUE = re.compile(
    r"(?:19|20)\d\d|one|two|both|half|a (?:pair|couple|dozen) of|half a (?:dozen|minute)|a few|several|once|twice", re.I
)


class Claim(NamedTuple):
    """A unique passage with what it is judged by."""

    passage: Passage
    text: str
    sentence: str
    article: Article
    statements: tuple[Statement, ...]
    names: tuple[str, ...]

    @property
    def is_headline(self) -> bool:
        """Whether the passage stands in the article's title."""
        return bool(self.article.title) and self.sentence.strip() == (self.article.title or "").strip()


class Background(NamedTuple):
    """What a story is about: its main event, the bearers that most articles name, and how each article stands."""

    event: Event
    best: float
    names: frozenset[str]
    standing: dict[str, float]


def score_figures(claim: Claim, _: Background) -> Score:
    """Figures can be checked, and change what a story amounts to."""
    found = [q.text for q in find_quantities(claim.text, None) if q.kind != "ordinal" and not _VAGUE.fullmatch(q.text)]
    return Score(_saturate(len(found)), f"gives a figure: {found[0]}" if found else "")


def score_new_names(claim: Claim, background: Background) -> Score:
    """A name that the other reports do not have may be a source, a culprit or a witness."""
    new = [name for name in claim.names if fold(name) not in background.names]
    return Score(_saturate(len(new)), f"names {new[0]}" if new else "")


def score_speech(claim: Claim, _: Background) -> Score:
    """What somebody who can be asked is said to have said rests on more than the article."""
    named = [statement for statement in claim.statements if statement.speaker]
    best = max(named, key=lambda s: SAY.get(s.source, LEAST_SAY), default=None)
    return Score(SAY.get(best.source, LEAST_SAY), f"said by {best.speaker}") if best else Score(0.0, "")


def score_persons(claim: Claim, background: Background) -> Score:
    """What concerns the story's main persons, bodies and places concerns the story."""
    main = [name for name in claim.names if fold(name) in background.names]
    return Score(_saturate(len(main)), f"about {main[0]}" if main else "")


def score_closeness(claim: Claim, background: Background) -> Score:
    """What stands in a sentence about the event is news; what stands apart sets a scene."""
    close = background.event.measure(list_stems(claim.sentence)) / background.best
    value = max(0.0, min(close, 2 * NEWS - close) / NEWS)
    return Score(value, "in a sentence about the event" if value >= SHARED else "")


SCORERS = (score_figures, score_new_names, score_speech, score_persons, score_closeness)


def weigh_unique(findings: Findings, members: Sequence[Article]) -> tuple[Unique, ...]:
    """The story's unique passages, in their order, with how much each would matter and the main reasons."""
    background = _make_background(findings, members)
    by_id = {article.id: article for article in members}
    spoken: dict[str, list[Statement]] = {}
    for statement in findings.statements:
        if statement.kind != "own":
            spoken.setdefault(statement.article, []).append(statement)
    return tuple(
        _weigh(_make_claim(passage, by_id[passage.article], spoken.get(passage.article, ())), background)
        for passage in findings.collation.unique
    )


def _weigh(claim: Claim, background: Background) -> Unique:
    scores = [scorer(claim, background) for scorer in SCORERS]
    parts = [weight * score.value for weight, score in zip(WEIGHTS, scores, strict=True)]
    standing = background.standing[claim.article.id]
    whole = min(1.0, len(list_stems(claim.text)) / WHOLE) * (HEADLINE if claim.is_headline else 1.0)
    ranked = sorted(zip(parts, scores, strict=True), key=lambda pair: -pair[0])
    reasons = _list_reasons(score.detail for part, score in ranked if part)
    value = sum(parts) * whole * (LEAST_STANDING + (1 - LEAST_STANDING) * standing)
    why = "; ".join([*reasons, BARE] if standing < SHARED else reasons)
    return Unique(claim.passage.article, claim.passage.start, claim.passage.end, round(value, 3), why)


def _list_reasons(details: Iterable[str]) -> list[str]:
    """The first details that say something new: who is named once is not named again."""
    kept: list[str] = []
    for detail in filter(None, details):
        if not any(detail.rpartition("about ")[2].rpartition("names ")[2] in other for other in kept):
            kept.append(detail)
    return kept[:MOST_REASONS]


def _saturate(number: int) -> float:
    """A half for one, near 1 for many."""
    return 1 - 0.5**number


def _make_claim(passage: Passage, article: Article, statements: Iterable[Statement]) -> Claim:
    around = [span for span in find_sentences(article.text) if span.overlaps(passage.span)]
    names = dict.fromkeys(entity.name for entity in article.entities if entity.span.overlaps(passage.span))
    return Claim(
        passage,
        passage.span.of(article.text),
        " ".join(span.of(article.text) for span in around),
        article,
        tuple(statement for statement in statements if statement.span.overlaps(passage.span)),
        tuple(names),
    )


def _make_background(findings: Findings, members: Sequence[Article]) -> Background:
    event = find_event(members)
    counts = Counter(name for article in members for name in {fold(entity.name) for entity in article.entities})
    closest = (event.measure(list_stems(span.of(a.text))) for a in members for span in find_sentences(a.text))
    names = frozenset(name for name, count in counts.items() if count >= SHARED * len(members))
    return Background(event, max(closest, default=0.0) or 1.0, names, _find_standings(findings, members))


def _find_standings(findings: Findings, members: Sequence[Article]) -> dict[str, float]:
    """How far independent lines bear out what each article says: 1 from half of what is usual in the story on."""
    borne = {article.id: 0 for article in members}
    for fact in findings.collation.facts:
        for group in fact.groups:
            for article in group if count_lines(group, findings.trace) > 1 else ():
                borne[article] += 1
    usual = median(borne.values())
    return {article: min(1.0, 2 * count / usual) if usual else 1.0 for article, count in borne.items()}


def sort_unique(unique: Iterable[Unique]) -> list[Unique]:
    """What matters most first; of equal weight in the order of the texts."""
    return sorted(unique, key=lambda item: (-item.weight, item.article, item.start))
