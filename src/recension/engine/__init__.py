"""Runs the stages: here in one process; the same functions can run as jobs of another engine."""

from recension.engine.local import compare
from recension.engine.stories import find_stories

__all__ = ["compare", "find_stories"]
