"""The article extraction benchmark (scrapinghub): 181 news pages, F1 of word 4-grams as its own script counts them.

python -m eval.extraction
"""

import gzip
import io
import json
import re
from collections import Counter
from pathlib import Path

from eval.newsroom import SHARED
from recension.errors import ReadError
from recension.readers import READERS
from recension.records import Draft
from recension.stages.read import read
from recension.stages.repair import repair

FOLDER = SHARED / "data" / "extraction" / "aeb"


def measure() -> dict[str, float]:
    """F1 of mean precision and mean recall over the pages, after read and repair."""
    truth = json.loads((FOLDER / "ground-truth.json").read_text(encoding="utf-8"))
    precisions, recalls = [], []
    for page, row in truth.items():
        wanted, found = count_shingles(row["articleBody"]), count_shingles(extract(FOLDER / "html" / f"{page}.html.gz"))
        common = (wanted & found).total()
        if found:
            precisions.append(common / found.total())
        if wanted:
            recalls.append(common / wanted.total())
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    return {"extraction 4-grams": 2 * precision * recall / (precision + recall)}


def extract(path: Path) -> str:
    """The clean text of a page; empty where it is taken for no article."""
    page = io.BytesIO(gzip.decompress(path.read_bytes()))
    try:
        drafts = [draft for draft in READERS[".html"](page, path.name) if isinstance(draft, Draft)]
        return "\n".join(repair(read(draft)).text for draft in drafts)
    except ReadError:
        return ""


def count_shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """How often each run of four words stands in a text."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + size]) for i in range(max(1, len(words) - size + 1))) if words else Counter()


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:<40} {value:.3f}")
