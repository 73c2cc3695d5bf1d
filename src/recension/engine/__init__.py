"""Runs the stages: here in one process; the same functions can run as jobs of another engine."""

from recension.engine.local import compare

__all__ = ["compare"]
