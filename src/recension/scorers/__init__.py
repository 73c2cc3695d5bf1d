"""Small comparisons of two things, each with its reason: `(left, right)` gives a Score or a Comparison.

A comparison's one-line docstring says what it finds out; the detail that it gives is the evidence of this pair.
"""

from recension.scorers.events import score_event
from recension.scorers.figures import compare_quantities
from recension.scorers.moments import compare_moments
from recension.scorers.names import is_same_name
from recension.scorers.places import compare_places

SCORERS = (score_event, is_same_name, compare_quantities, compare_moments, compare_places)

__all__ = ["SCORERS", "compare_moments", "compare_places", "compare_quantities", "is_same_name", "score_event"]
