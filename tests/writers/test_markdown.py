"""The dossier as Markdown."""

import re

from recension.records import Dossier
from recension.writers.markdown import render_markdown


def test_the_document_has_every_part(dossier: Dossier) -> None:
    """Figures, derivation with evidence, facts with reasons, statements with speakers, articles, problems."""
    text = render_markdown(dossier)
    assert text.startswith("# Fire destroys the paper mill at Vale\n")
    assert "| 6 | 3 | 3 | 2 | 1 | 2 | 2 |" in text
    assert "- Meridian Wire (lost) → Coast Daily (80%, confidence 0.90): credits Meridian Wire" in text
    assert "| conflict | damage |" in text
    assert "**Ana Ruiz** via Meridian Wire, in Coast Daily:" in text
    assert "reports/empty.txt: not an article: the file is empty" in text


def test_nothing_from_an_article_is_active(dossier: Dossier) -> None:
    """No tag, link or emphasis of a hostile article survives."""
    text = render_markdown(dossier)
    assert not re.search(r"<(?!br>)", text)
    assert not re.search(r"(?<!\\)\]\(", text)


def test_the_story_in_short_comes_first(dossier: Dossier) -> None:
    """Answers and timeline, each with the lines and the articles behind it."""
    page = render_markdown(dossier)
    assert "- **who**: Tomas Lind (2 lines: Vale Observer, The Ledger)" in page
    happened = (
        "- **2026-03-03 21:40**: A fire destroyed the paper mill (2 lines: Harbour Courier, The Ledger), time disputed"
    )
    assert happened in page
    assert page.index("## What happened") < page.index("## When what happened") < page.index("## Facts")
