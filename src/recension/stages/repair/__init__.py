"""Repair: an article's characters are restored, then what is not the report is set aside."""

from dataclasses import replace

from recension.records import Article
from recension.stages.repair.characters import restore_characters
from recension.stages.repair.furniture import set_aside
from recension.text.credits import find_byline_credits, find_credits

# A writer and an agency; what is longer is a list or a sentence.
_LONGEST_BYLINE = 80
# What one round sets aside may lay bare the next piece; more rounds than these no page has needed.
_ROUNDS = 10


def repair(article: Article, *, with_origins: bool = True) -> Article:
    """The article with its text, title, byline and outlet restored, and without what is not the report.

    Every change is in `repairs`, every piece set aside in `removed` with the reason; `credited` names the origins
    that the whole text gives, unless they are not asked for. Repairing twice changes nothing more.
    """
    for _ in range(_ROUNDS):
        before = article
        article = _repair_once(article, with_origins)
        if article == before:
            break
    return article


def _repair_once(article: Article, with_origins: bool) -> Article:
    text, repairs = restore_characters(article.text, article.repairs)
    restored = replace(
        article,
        text=text,
        repairs=repairs,
        title=_restore(article.title),
        byline=_restore(article.byline),
        outlet=_restore(article.outlet),
    )
    done = set_aside(restored)
    return replace(done, credited=article.credited or find_origins(text, done)) if with_origins else done


def find_origins(text: str, article: Article) -> tuple[str, ...]:
    """The names that the whole `text`, the byline and short lines set aside credit, the outlet's own left out."""
    aside = "\n".join(removed.text for removed in article.removed if len(removed.text) <= _LONGEST_BYLINE)
    names = dict.fromkeys(
        [
            *(credit.name for credit in find_credits(text)),
            *find_byline_credits(article.byline or ""),
            *(credit.name for credit in find_credits(aside) if credit.kind == "byline"),
        ]
    )
    return tuple(name for name in names if not _is_own(name, article.outlet))


def _is_own(name: str, outlet: str | None) -> bool:
    """Whether `name` is the outlet's own, in full, in part or by its initials.

    >>> _is_own("Harbour", "Harbour Wire"), _is_own("HW", "Harbour Wire"), _is_own("Orr", "Harbour Wire")
    (True, True, False)
    """
    own = (outlet or "").lower()
    initials = "".join(word[0] for word in own.split())
    return bool(own) and (name.lower() in own or own in name.lower() or name.lower() == initials)


def _restore(field: str | None) -> str | None:
    return restore_characters(field)[0].strip() or None if field else None
