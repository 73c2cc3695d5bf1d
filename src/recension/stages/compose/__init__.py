"""Compose: all that was found about each story goes in, the dossier comes out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recension.protocols import Pipeline
from recension.records import Article, Dossier, Findings, Generator, Problem, Story
from recension.stages.compose.account import make_account
from recension.stages.compose.lead import find_lead, find_model
from recension.stages.compose.worth import weigh_unique


def compose(
    generator: Generator,
    articles: Sequence[Article],
    found: Iterable[Findings],
    problems: Sequence[Problem],
    pipeline: Pipeline | None = None,
) -> Dossier:
    """The dossier of the given articles: one composed story for each of the findings, in their order.

    Why and how something happened is read with `pipeline`, in the relations of Universal Dependencies; without one
    they stay open.
    """
    by_id = {article.id: article for article in articles}
    stories = tuple(_compose_story(by_id, findings, pipeline) for findings in found)
    return Dossier(generator, tuple(articles), stories, tuple(problems))


def _compose_story(by_id: dict[str, Article], findings: Findings, pipeline: Pipeline | None) -> Story:
    members = [by_id[article_id] for article_id in findings.story.article_ids]
    model = find_model(findings.trace, members)
    title = (model.title if model else None) or findings.story.title
    account = make_account(findings, members, find_lead(model or members[0]), pipeline)
    return replace(
        findings.story,
        title=title,
        w=account.w if account.w.what else replace(account.w, what=title),
        reuse=findings.trace.reuse,
        stemma=findings.trace.stemma,
        lines=findings.trace.lines,
        statements=findings.statements,
        facts=findings.collation.facts,
        unique=weigh_unique(findings, members),
        answers=account.answers,
        timeline=account.timeline,
    )
