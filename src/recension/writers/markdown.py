"""The dossier as Markdown, for notes and issue trackers."""

import re
from collections.abc import Iterable

from recension.records import Answer, Dossier, Fact, Happening, Story
from recension.writers.headline import find_shared_stories, make_headline
from recension.writers.labels import group_values, name_articles, name_nodes, write_date
from recension.writers.visible import make_visible


def render_markdown(dossier: Dossier) -> str:
    """One section a story: figures, derivation with evidence, facts, statements; then articles and problems."""
    names = name_articles(dossier)
    texts = {article.id: article.text for article in dossier.articles}
    parts = [_write_story(story, names, texts) for story in find_shared_stories(dossier)]
    parts.append(_write_articles(dossier, names))
    if dossier.problems:
        parts.append("## Problems\n\n" + _list(f"{escape(p.uri)}: {escape(p.what)}" for p in dossier.problems))
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """`text` with nothing in it that Markdown or HTML would act on, on one line.

    >>> escape("<b>*two*</b>")
    '&lt;b&gt;\\\\*two\\\\*&lt;/b&gt;'
    """
    plain = make_visible(" ".join(text.split())).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_{}\[\]#|!~])", r"\\\1", plain)


def _write_story(story: Story, names: dict[str, str], texts: dict[str, str]) -> str:
    figures = make_headline(story)
    nodes = name_nodes(story, names)
    band = (
        f"| reports | independent lines | root sources | conflicts | updates | corroborated | on one line |\n"
        f"|---|---|---|---|---|---|---|\n| {' | '.join(str(figure) for figure in figures)} |"
    )
    edges = _list(
        f"{escape(nodes[e.parent])} → {escape(nodes[e.child])} ({e.share:.0%}, confidence {e.confidence:.2f}): "
        + escape("; ".join(e.evidence))
        for e in story.stemma.edges
    )
    facts = "\n".join(_write_fact(fact, names) for fact in story.facts)
    said = _list(_write_statements(story, names, texts))
    return (
        f"# {escape(story.title)}\n\n{band}\n\n{_write_account(story, names)}"
        f"## Who derives from whom\n\n{edges}\n\n## Facts\n\n"
        f"| verdict | fact | readings | lines | why |\n|---|---|---|---|---|\n{facts}\n\n## Who says what\n\n{said}"
    )


def _write_account(story: Story, names: dict[str, str]) -> str:
    """The answers to the summary's questions and the timeline, each with who says so; nothing where there is none."""
    answers = [f"**{a.question}**: {escape(a.value)} ({_write_backing(a, names)})" for a in story.answers]
    steps = [
        f"**{h.when.replace('T', ' ')}**: {escape(h.what)} ({_write_backing(h, names)})"
        f"{', time disputed' if h.disputed else ''}{', background' if h.background else ''}"
        for h in story.timeline
    ]
    parts = (("What happened", answers), ("When what happened", steps))
    return "".join(f"## {title}\n\n{_list(rows)}\n\n" for title, rows in parts if rows)


def _write_backing(told: Answer | Happening, names: dict[str, str]) -> str:
    """How many lines tell it, and in which articles."""
    articles = dict.fromkeys(names[passage.article] for passage in told.readings)
    return f"{told.lines} {'line' if told.lines == 1 else 'lines'}: {escape(', '.join(articles))}"


def _write_fact(fact: Fact, names: dict[str, str]) -> str:
    readings = "<br>".join(
        f"“{escape(value)}” ({escape(', '.join(names[a] for a in ids))})" for value, ids in group_values(fact)
    )
    return f"| {fact.verdict} | {escape(fact.label)} | {readings} | {fact.independent_lines} | {escape(fact.why)} |"


def _write_statements(story: Story, names: dict[str, str], texts: dict[str, str]) -> list[str]:
    return [
        f"**{escape(s.speaker or '')}**{f' via {escape(s.via)}' if s.via else ''}, in {escape(names[s.article])}: "
        + escape(s.span.of(texts[s.article]))
        for s in story.statements
        if s.kind != "own"
    ]


def _write_articles(dossier: Dossier, names: dict[str, str]) -> str:
    rows = [
        f"{escape(names[a.id])} ({escape(a.uri)}): {escape(a.title or 'no title')}, {write_date(a.published)}; "
        f"{len(a.repairs)} repairs, {len(a.removed)} pieces set aside"
        for a in dossier.articles
    ]
    return "## Articles\n\n" + _list(rows)


def _list(rows: Iterable[str]) -> str:
    return "\n".join(f"- {row}" for row in rows) or "- none"
