"""The labelled stories of the newsroom corpus: dossiers against complete gold, by the corpus's own scorer."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from recension import compare
from recension.writers import render_json

SHARED = Path(__file__).parent.parent.parent / "shared"
STORIES = SHARED / "newsroom" / "dev"
SCORER = SHARED / "newsroom" / "score.py"
REAL_STORY = "kim-visit"


def measure() -> dict[str, float]:
    """The mean of every figure over all stories, and those of the one real story by themselves."""
    figures = json.loads(run_scorer(["--json"]))
    mean = {f"newsroom {name}": value for name, value in figures["mean"].items()}
    real = {f"{REAL_STORY} {name}": value for name, value in figures["stories"][REAL_STORY].items()}
    return {name: value for name, value in (mean | real).items() if value is not None}


def run_scorer(flags: list[str]) -> str:
    """What the scorer prints on dossiers made now."""
    with tempfile.TemporaryDirectory() as folder:
        pairs: list[str] = []
        for story in sorted(path for path in STORIES.iterdir() if path.is_dir()):
            target = Path(folder) / f"{story.name}.json"
            target.write_text(render_json(compare([story / "articles"])), encoding="utf-8")
            pairs += [str(story), str(target)]
        command = [sys.executable, str(SCORER), *pairs, *flags]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    print(run_scorer(sys.argv[1:]))
