"""When the articles of a sheet were published."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from recension.records import Article


def find_times(articles: Sequence[Article]) -> tuple[float | None, ...]:
    """The seconds of each article's publication; a date without a time counts as its noon, none as None."""
    return tuple(make_time(article) for article in articles)


def make_time(article: Article) -> float | None:
    """When the article was published, in seconds."""
    published = article.published
    if isinstance(published, datetime):
        return (published if published.tzinfo else published.replace(tzinfo=UTC)).timestamp()
    if isinstance(published, date):
        return datetime(published.year, published.month, published.day, 12, tzinfo=UTC).timestamp()
    return None
