"""The gate: measures every ability and compares with the floors in `baseline.json`.

python -m eval              all abilities; exit status 1 where a figure lies below its floor
python -m eval.newsroom     the scorer's table; with --misses what is missing and what is wrong
"""

import json
import sys
from pathlib import Path

from eval import (
    alignment,
    attribution,
    changes,
    confidence,
    contradiction,
    encoders,
    extraction,
    grouping,
    lineage,
    newsroom,
    reading,
    wordings,
)

ABILITIES = (
    newsroom,
    extraction,
    grouping,
    lineage,
    attribution,
    changes,
    alignment,
    contradiction,
    confidence,
    reading,
    encoders,
    wordings,
)
FLOORS: dict[str, float] = json.loads((Path(__file__).parent / "baseline.json").read_text(encoding="utf-8"))

# Floors are kept a little under what was measured, so that the last digit of a float does not stop a change.
TOLERANCE = 0.0005


def main() -> int:
    """Prints every figure with its floor and says whether all hold."""
    figures: dict[str, float] = {}
    for ability in ABILITIES:
        figures |= ability.measure()
    below = [name for name, floor in FLOORS.items() if figures.get(name, 0.0) < floor - TOLERANCE]
    width = max(map(len, figures))
    print(f"{'figure':<{width}}  measured  floor")
    for name, value in figures.items():
        floor = f"{FLOORS[name]:.3f}" if name in FLOORS else "-"
        print(f"{name:<{width}}  {value:8.3f}  {floor}{'  below its floor' if name in below else ''}")
    print(f"{len(FLOORS) - len(below)} of {len(FLOORS)} floors hold")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
