"""The dossier as a summary for the terminal: what matters, on one screen; plain text when piped."""

from rich.console import Console
from rich.markup import escape as escape_markup
from rich.table import Table
from rich.tree import Tree

from recension.records import Dossier, Edge, Fact, Story
from recension.writers.headline import find_shared_stories, make_headline
from recension.writers.labels import group_values, name_articles, name_nodes
from recension.writers.visible import make_visible

# As many agreeing facts as still leave the conflicts in sight on one screen; the page has them all.
MOST_SETTLED = 8

VERDICT_STYLES = {"conflict": "bold red", "update": "yellow", "equivalent": "cyan", "agree": "green"}


def print_summary(dossier: Dossier, *, color: bool = True) -> None:
    """Prints every story of two or more articles: figures, derivation, facts; then what stands alone."""
    console = Console(no_color=not color, highlight=False)
    shared = find_shared_stories(dossier)
    names = name_articles(dossier)
    for story in shared:
        _print_story(console, story, names)
    alone = [i for story in dossier.stories if story not in shared for i in story.article_ids]
    for article_id in alone:
        console.print(f"[dim]Not part of a shared story:[/] {escape(names[article_id])}")


def _print_story(console: Console, story: Story, names: dict[str, str]) -> None:
    figures = make_headline(story)
    console.print()
    console.print(f"[bold]{escape(story.title)}[/]")
    console.print(
        f"{figures.reports} reports · [bold]{_count(figures.lines, 'independent line')}[/] · "
        f"{_count(figures.roots, 'root source')} · [bold red]{_count(figures.conflicts, 'conflict')}[/] · "
        f"{_count(figures.updates, 'update')} · {figures.corroborated} facts corroborated · "
        f"{figures.single} resting on one line"
    )
    console.print()
    console.print(_draw_lines(story, name_nodes(story, names)))
    console.print()
    console.print(_tabulate_facts(story, names))


def _draw_lines(story: Story, names: dict[str, str]) -> Tree:
    """The stemma as a tree, one branch an independent line; second parents are named on the child."""
    main = _main_parents(story)
    tree = Tree("Who derives from whom", guide_style="dim")

    def grow(branch: Tree, node_id: str) -> None:
        for child in sorted(c for c, edge in main.items() if edge.parent == node_id):
            others = [e for e in story.stemma.edges if e.child == child and e is not main[child]]
            also = "".join(f" [dim]+ {escape(names[e.parent])} {e.share:.0%}[/]" for e in others)
            doubt = " [yellow]?[/]" if main[child].confidence < 0.5 else ""
            grow(branch.add(f"{escape(names[child])} [dim]{main[child].share:.0%}[/]{doubt}{also}"), child)

    for node in story.stemma.nodes:
        if node.id not in main:
            style = "italic" if node.kind == "lost" else "bold"
            grow(tree.add(f"[{style}]{escape(names[node.id])}[/]"), node.id)
    return tree


def _main_parents(story: Story) -> dict[str, Edge]:
    """For every derived article the edge from which most of it comes."""
    main: dict[str, Edge] = {}
    for edge in story.stemma.edges:
        if edge.child not in main or edge.share > main[edge.child].share:
            main[edge.child] = edge
    return main


def _tabulate_facts(story: Story, names: dict[str, str]) -> Table:
    """Conflicts and updates all, then the best supported of what agrees."""
    open_facts = [fact for fact in story.facts if fact.verdict in ("conflict", "update")]
    settled = [fact for fact in story.facts if fact.verdict in ("equivalent", "agree")]
    settled.sort(key=lambda fact: (-fact.independent_lines, -len(fact.readings)))
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for heading in ("verdict", "fact", "readings", "lines"):
        table.add_column(heading, justify="right" if heading == "lines" else "left", overflow="fold")
    for fact in open_facts + settled[:MOST_SETTLED]:
        style = VERDICT_STYLES[fact.verdict]
        table.add_row(
            f"[{style}]{fact.verdict}[/]",
            escape(fact.label),
            _write_readings(fact, names),
            str(fact.independent_lines),
        )
    if len(settled) > MOST_SETTLED:
        table.add_row("", f"[dim]and {len(settled) - MOST_SETTLED} more that agree[/]", "", "")
    return table


def _write_readings(fact: Fact, names: dict[str, str]) -> str:
    """Every value with who gives it; where all agree, the value and how many articles give it."""
    groups = group_values(fact)
    if len(groups) == 1:
        value, articles = groups[0]
        return f"“{escape(value)}” [dim]in {len(articles)} articles[/]"
    return "\n".join(f"“{escape(v)}” [dim]{escape(', '.join(names[a] for a in ids))}[/]" for v, ids in groups)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def escape(text: str) -> str:
    """`text` from an article on one line, with nothing in it that the terminal or rich would act on."""
    return escape_markup(make_visible(" ".join(text.split())))
