"""The time of the news: from shortly before the first report to as far as its plans reach."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from recension.records import Article
from recension.stages.collate.figures import find_day

# What is reported happened within two weeks before the first report; what is planned lies within half a year after
# the last. What is outside is background, or too far to be news.
BEFORE, AHEAD = timedelta(days=14), timedelta(days=183)


class Frame(NamedTuple):
    """The days on which the first and the last report were published."""

    first: date
    last: date

    def is_past(self, when: str) -> bool:
        """Whether an ISO day, month or year lies before the time of the news."""
        return when < str(self.first - BEFORE)[: len(when)]

    def is_far(self, when: str) -> bool:
        """Whether it lies behind the time for which the news has plans."""
        return when > str(self.last + AHEAD)[: len(when)]


def find_frame(members: Iterable[Article]) -> Frame | None:
    """The days between which the reports were published, None where none has a date."""
    days = sorted(day for article in members if (day := find_day(article)))
    return Frame(days[0], days[-1]) if days else None
