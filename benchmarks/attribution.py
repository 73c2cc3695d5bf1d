"""Attribution: words a second on one core, reading and repair included, and attribution by itself."""

import tempfile
import time
from importlib.resources import as_file, files
from pathlib import Path

from recension.cli.progress import ProgressBar
from recension.engine.gather import gather
from recension.records import Article
from recension.stages.attribute import attribute

# Every copy differs in one word, so that nothing is found in a cache.
COPIES = 40


def main() -> None:
    """Prints both speeds over copies of the packaged articles, after a round that loads the rules."""
    with tempfile.TemporaryDirectory() as name, as_file(files("recension.demo") / "articles") as folder:
        warm, copies = Path(name) / "warm", Path(name) / "copies"
        copy_articles(folder, warm, 1)
        copy_articles(folder, copies, COPIES)
        find_statements(warm)
        began = time.process_time()
        articles = find_statements(copies)
        whole = time.process_time() - began
    words = sum(len(article.text.split()) for article in articles)
    fresh = [Article(a.id, a.uri, f"{a.text}\n\nEnd.") for a in articles]
    began = time.process_time()
    for article in fresh:
        attribute(article)
    alone = time.process_time() - began
    print(f"{len(articles)} articles, {words:,} words")
    print(f"{'reading, repair, attribution':<32} {words / whole:9,.0f} words a second")
    print(f"{'attribution alone':<32} {words / alone:9,.0f} words a second")


def copy_articles(folder: Path, target: Path, copies: int) -> None:
    """Copies of the articles of `folder`, each of its own bytes."""
    target.mkdir()
    for number in range(copies):
        for path in folder.iterdir():
            text = path.read_text(encoding="utf-8")
            (target / f"{number:02}-{path.name}").write_text(
                f"{text}\nCopy {number} of {target.name}.\n", encoding="utf-8"
            )


def find_statements(folder: Path) -> tuple[Article, ...]:
    """The articles of a folder, each read, repaired and attributed."""
    articles = gather([str(folder)], ProgressBar(quiet=True, color=False)).articles
    for article in articles:
        attribute(article)
    return articles


if __name__ == "__main__":
    main()
