"""Identify: the articles of a story go in, the same come out with the persons, bodies and places that they name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from recension.models.encodable import make_encodable
from recension.protocols import Pipeline
from recension.records import Article, Entity
from recension.stages.identify.bearers import find_bearers
from recension.stages.identify.mentions import find_mentions
from recension.stages.identify.overlooked import spread

# Characters of an article that are read: more than any report has, and less than a pipeline of spaCy's refuses.
LONGEST = 200_000
# A run of characters without white space that is longer is no word, and costs a tokeniser the square of its length.
_ENDLESS = re.compile(r"(?<=\S{200})\S+")


def make_readable(text: str) -> str:
    """The text, as long as before, without what a pipeline cannot read: half characters, and words without end.

    >>> make_readable("Bob" * 80 + " Orr").split()[-1], len(make_readable("Bob" * 80))
    ('Orr', 240)
    """
    return _ENDLESS.sub(lambda match: " " * len(match.group()), make_encodable(text))


def make_text(article: Article) -> str:
    """What is read of an article: places in it are those in the article's text."""
    return make_readable(article.text[:LONGEST])


def identify(articles: Sequence[Article], pipeline: Pipeline) -> tuple[Article, ...]:
    """The articles with their entities: each mention under the fullest name of its bearer, with one kind throughout.

    What a name is where the text tells it most often holds wherever it stands, in all articles of the story. Of an
    article `LONGEST` characters are read.
    """
    texts = [make_text(article) for article in articles]
    mentions = spread([find_mentions(doc) for doc in pipeline.pipe(texts)], texts)
    outlets = {name for article in articles for name in (article.outlet, *article.credited) if name}
    bearers = find_bearers(mentions, outlets)
    return tuple(
        replace(article, entities=tuple(Entity(m.start, m.end, *bearers[number, m.text]) for m in found))
        for number, (article, found) in enumerate(zip(articles, mentions, strict=True))
    )
