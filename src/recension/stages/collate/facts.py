"""Facts: clusters of mentions with a verdict, ordered by what a reader needs first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from recension.protocols import Comparer, Encoder
from recension.records import Fact, Reading, Slot, Statement, Trace
from recension.stages.collate.actors import find_actor_contrasts
from recension.stages.collate.changes import find_changes
from recension.stages.collate.confidence import calibrate, find_kind
from recension.stages.collate.contradictions import find_contradictions
from recension.stages.collate.contrast import Draft, make_disputes
from recension.stages.collate.covered import part_covered
from recension.stages.collate.disputes import Told, find_speakers, find_statement, group_statements
from recension.stages.collate.figures import (
    compare_figures,
    find_figures,
    match_figures,
    measure_figures,
    weigh_figures,
)
from recension.stages.collate.labels import clip, make_label
from recension.stages.collate.link import find_links, make_clusters
from recension.stages.collate.measured import Variants, find_variants
from recension.stages.collate.mentions import Mention, compare_phrases, find_phrases
from recension.stages.collate.moments import compare_surroundings, find_moments, match_moments, weigh_moments
from recension.stages.collate.names import find_name_contrasts
from recension.stages.collate.opposites import find_opposite_contrasts
from recension.stages.collate.outliers import find_outlier_contrasts
from recension.stages.collate.parallel import find_parallels
from recension.stages.collate.places import part_places, say_names_differ
from recension.stages.collate.polarity import find_polarity_contrasts
from recension.stages.collate.quotations import find_alterations
from recension.stages.collate.rivals import find_rival_contrasts
from recension.stages.collate.roles import find_role_contrasts
from recension.stages.collate.routes import find_route_contrasts
from recension.stages.collate.sheet import Sheet
from recension.stages.collate.speakers import find_speaker_contrasts
from recension.stages.collate.verdicts import judge
from recension.stages.collate.weight import find_best, weigh
from recension.text.words import fold

# At 0.3 neighbours of one topic are taken for one statement; 0.5 loses one fact in thirty.
_LEAST_PHRASE = 0.35


def make_facts(
    sheet: Sheet, statements: Sequence[Statement], trace: Trace, encoder: Encoder, comparer: Comparer | None = None
) -> tuple[Fact, ...]:
    """All facts: conflicts and updates first, then by how many lines and articles bear a fact."""
    parallels = find_parallels(sheet)
    drafts = [
        *_find_figure_facts(sheet),
        *_find_moment_facts(sheet, "date"),
        *_find_moment_facts(sheet, "time"),
        *make_disputes(sheet, part_places(find_name_contrasts(sheet)), say_names_differ),
        *make_disputes(sheet, find_role_contrasts(sheet, parallels), _say_names_stand),
        *make_disputes(sheet, find_actor_contrasts(sheet, parallels), _say_actors_differ),
        *make_disputes(sheet, part_places(find_outlier_contrasts(sheet)), say_names_differ),
        *make_disputes(sheet, find_route_contrasts(sheet), _say_routes_differ),
        *make_disputes(sheet, find_polarity_contrasts(sheet, parallels), _say_negated),
        *make_disputes(sheet, find_speaker_contrasts(sheet, statements, encoder), _say_speakers_differ),
        *make_disputes(sheet, find_rival_contrasts(sheet), _say_words_differ),
        *make_disputes(sheet, find_opposite_contrasts(sheet, parallels), _say_words_differ),
        *find_alterations(sheet, statements, comparer),
        *(find_contradictions(sheet, comparer) if comparer else ()),
        *_find_phrase_facts(sheet, encoder),
    ]
    told = group_statements(statements)
    facts = sorted((_make_fact(draft, sheet, told, trace) for draft in drafts), key=_rank)
    facts = list(part_covered(_drop_repeated(facts), trace))
    return tuple(replace(fact, id=f"f{number}") for number, fact in enumerate(facts, 1))


def _drop_repeated(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts in order, without a difference that an earlier one already shows."""
    shown: list[tuple[str, set[str]]] = []
    for fact in facts:
        values = {(r.normal or fold(r.value)).lstrip("≥≤~") for r in fact.readings}
        differs = fact.verdict in {"conflict", "update"}
        if differs and any(slot == fact.slot and values <= seen for slot, seen in shown):
            continue
        if differs:
            shown.append((fact.slot, values))
        yield fact


def _find_figure_facts(sheet: Sheet) -> list[Draft]:
    mentions = find_figures(sheet)
    if not mentions:
        return []
    scores, equal = compare_figures(sheet, mentions), match_figures(mentions)
    changes = find_changes(sheet, mentions, measure_figures(mentions))
    variants = find_variants(mentions, scores, equal, weigh_figures(mentions), changes)
    return [_make_draft(sheet, v) for v in variants]


def _find_moment_facts(sheet: Sheet, slot: Slot) -> list[Draft]:
    mentions = find_moments(sheet, slot)
    if not mentions:
        return []
    same, other = match_moments(mentions)
    scores = np.where(same | other, compare_surroundings(sheet, mentions), 0).astype(np.float32)
    variants = find_variants(mentions, scores, same, weigh_moments(mentions))
    return [_make_draft(sheet, v) for v in variants]


def _make_draft(sheet: Sheet, variants: Variants) -> Draft:
    verdict, why = judge(variants, sheet)
    return Draft(
        make_label(sheet, [m for value in variants.values for m in value]),
        variants.values,
        verdict,
        why,
        min(1.0, variants.score or 0.8),
    )


def _say_names_stand(left: Mention, right: Mention) -> str:
    return f"{left.value} stands where the other has {right.value}, and the words around are the same"


def _say_actors_differ(left: Mention, right: Mention) -> str:
    return f"the same deed is told of {left.value} and of {right.value}"


def _say_routes_differ(left: Mention, right: Mention) -> str:
    return f"“{left.value}” and “{right.value}” lead opposite ways"


def _say_negated(left: Mention, right: Mention) -> str:
    return f"“{left.value}” and “{right.value}”: one says that it is so, the other that it is not"


def _say_speakers_differ(left: Mention, right: Mention) -> str:
    return f"the same words are put into the mouths of {left.value} and {right.value}"


def _say_words_differ(left: Mention, right: Mention) -> str:
    return f"“{left.value}” and “{right.value}” exclude each other, and the words around them are alike"


def _find_phrase_facts(sheet: Sheet, encoder: Encoder) -> list[Draft]:
    mentions = find_phrases(sheet)
    if not mentions:
        return []
    scores = compare_phrases(sheet, mentions, encoder)
    sentences = [m.sentence for m in mentions]
    scores = 0.6 * scores + 0.4 * sheet.likeness[sentences][:, sentences]
    clusters = make_clusters(find_links(scores, mentions, _LEAST_PHRASE), scores, mentions, most=1)
    drafts = []
    for cluster in clusters:
        members = tuple(mentions[m] for m in cluster)
        same = len({fold(m.value) for m in members}) == 1
        drafts.append(
            Draft(
                label=clip(min((m.value for m in members), key=len)),
                groups=(members,),
                verdict="agree" if same else "equivalent",
                why="the same words" if same else "the same in other words",
                confidence=float(min(1.0, scores[cluster][:, cluster].mean())),
            )
        )
    return drafts


def _make_fact(draft: Draft, sheet: Sheet, told: Told, trace: Trace) -> Fact:
    ids = tuple(tuple(sorted({sheet.articles[m.article].id for m in group})) for group in draft.groups)
    mentions = sorted((m for group in draft.groups for m in group), key=lambda m: (m.article, m.start))
    support = weigh(ids, trace)
    between = find_speakers(draft.groups, sheet, told) if draft.verdict == "conflict" else ()
    return Fact(
        id="",
        label=draft.label,
        slot=mentions[0].slot,
        verdict=draft.verdict,
        readings=tuple(_make_reading(m, sheet, told) for m in mentions),
        groups=ids,
        independent_lines=max(len(each.lines) for each in support),
        confidence=calibrate(draft.kind or find_kind(draft.verdict, mentions[0].slot), draft.confidence),
        why=f"{draft.why}; the dispute is between {' and '.join(between)}" if between else draft.why,
        support=support,
        best=find_best(support, ids),
        between=between,
    )


def _make_reading(mention: Mention, sheet: Sheet, told: Told) -> Reading:
    article = sheet.articles[mention.article].id
    inner = find_statement(mention, article, told)
    return Reading(article, mention.start, mention.end, mention.value, mention.normal, inner.id if inner else None)


def _rank(fact: Fact) -> tuple[int, bool, int, int, float, str, int]:
    order = {"conflict": 0, "update": 1}.get(fact.verdict, 2)
    articles = {r.article for r in fact.readings}
    first = fact.readings[0]
    return (
        order,
        fact.confidence < 0.5,
        -fact.independent_lines,
        -len(articles),
        -fact.confidence,
        first.article,
        first.start,
    )
