"""Who says what in each article: for the terminal, and as rows."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from rich.console import Console

from recension.records import Article, Statement
from recension.writers.terminal import escape

# The fields of a row, with their types.
COLUMNS = {
    "article": str, "uri": str, "outlet": str, "id": str, "start": int, "end": int, "kind": str, "text": str,
    "speaker": str, "role": str, "via": str, "force": str, "source": str,
}  # fmt: skip

UNNAMED = "a speaker who is not named"
# Kinds of sources that the words of the speaker do not tell by themselves.
_TOLD = {"insider": "name kept back", "nobody": "no source", "unknown": "not told who"}


def make_rows(articles: Iterable[Article], statements: Iterable[Statement]) -> Iterator[dict[str, Any]]:
    """One row a statement, in the order of the articles, with the words that the span covers."""
    known = {article.id: article for article in articles}
    for statement in statements:
        article = known[statement.article]
        yield {
            "article": article.id,
            "uri": article.uri,
            "outlet": article.outlet,
            "id": statement.id,
            "start": statement.start,
            "end": statement.end,
            "kind": statement.kind,
            "text": statement.span.of(article.text),
            "speaker": statement.speaker,
            "role": statement.role,
            "via": statement.via,
            "force": statement.force,
            "source": statement.source,
        }


def print_quotes(articles: Sequence[Article], statements: Iterable[Statement], *, color: bool = True) -> None:
    """Prints the attributed statements of each article: speaker → via → outlet, and the words.

    Each statement stands on one line where the output is piped.
    """
    console = Console(no_color=not color, highlight=False)
    said = {key: list(group) for key, group in groupby(statements, key=lambda s: s.article)}
    for article in articles:
        attributed = _find_shown(said.get(article.id, []))
        console.print(f"[bold]{escape(article.title or article.id)}[/] [dim]{escape(article.uri)}[/]", soft_wrap=True)
        for statement in attributed:
            _print_statement(console, article, statement)
        if not attributed:
            console.print("  [dim]nobody is quoted[/]")


def _find_shown(statements: Sequence[Statement]) -> list[Statement]:
    """The attributed statements, without quotations that a statement of the same speaker holds."""
    shown: list[Statement] = []
    for statement in statements:
        if statement.kind == "own":
            continue
        around = shown[-1] if shown else None
        if not (around and around.span.contains(statement.span) and around.speaker == statement.speaker):
            shown.append(statement)
    return shown


def _print_statement(console: Console, article: Article, statement: Statement) -> None:
    """One statement: the way that the words took, their force, and the words."""
    speaker = f"[bold]{escape(statement.speaker or UNNAMED)}[/]"
    if statement.role:
        speaker += f" [dim]({escape(statement.role)})[/]"
    way = [speaker, *(escape(name) for name in (statement.via, article.outlet or article.id) if name)]
    notes: list[str] = [statement.force] if statement.force != "asserted" else []
    notes += [_TOLD[statement.source]] if statement.source in _TOLD else []
    note = f" [yellow]{escape('[' + ', '.join(notes) + ']')}[/]" if notes else ""
    words = escape(statement.span.of(article.text))
    words = f"“{words}”" if statement.kind == "direct" else words
    console.print(f"  {' → '.join(way)}{note}: {words}", soft_wrap=not console.is_terminal)
