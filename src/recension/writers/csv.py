"""The table of readings as CSV (RFC 4180): a row a fact, a column an article."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from recension.records import Article, Dossier, Story
from recension.writers.readings import Row, make_rows, write_values
from recension.writers.visible import write_line

# The columns before those of the articles.
COLUMNS = ("story", "fact id", "verdict", "slot", "label", "why", "confidence", "lines")

# What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection), in full width too; also after a
# semicolon, at which programs of some countries part the cells whatever the quotation marks say.
_FORMULA = re.compile(r"(^|;\s*)(?=[=+\-@\t\r＝＋－＠])")
# A number cannot call anything: with its sign it stays one.
_NUMBER = re.compile(r"[+-]?\d[\d.,]*( ?%)?", re.ASCII)


def render_csv(dossier: Dossier) -> str:
    """The facts of all stories, conflicts first in each; a cell is empty where the article says nothing of it."""
    return render_table(dossier.stories, dossier.articles)


def render_table(stories: Iterable[Story], articles: Sequence[Article]) -> str:
    """The facts of the stories, with a column for each of the articles."""
    document = StringIO()
    writer = csv.writer(document)
    writer.writerow([*COLUMNS, *(make_inert(_name(article)) for article in articles)])
    for story in stories:
        for row in make_rows(story.facts):
            writer.writerow(make_inert(cell) for cell in _write_row(story, row, articles))
    return document.getvalue()


def make_inert(cell: str) -> str:
    """`cell` with an apostrophe before what a spreadsheet would execute; a plain number stays as it is.

    >>> make_inert("=HYPERLINK(A1)"), make_inert("-3.5 %"), make_inert("-3 men")
    ("'=HYPERLINK(A1)", '-3.5 %', "'-3 men")
    """
    return cell if _NUMBER.fullmatch(cell) else _FORMULA.sub(r"\1'", cell)


def _name(article: Article) -> str:
    return write_line(f"{article.id} {article.outlet or ''}")


def _write_row(story: Story, row: Row, articles: Sequence[Article]) -> Iterator[str]:
    fact = row.fact
    yield from (write_line(cell) for cell in (story.id, fact.id, fact.verdict, fact.slot, fact.label, fact.why))
    yield from (str(fact.confidence), str(fact.independent_lines))
    yield from (write_values(row.readings.get(article.id, ())) for article in articles)
