"""The packaged static encoder."""

import numpy as np

from recension.models import StaticEncoder


def test_like_meanings_lie_close() -> None:
    """A paraphrase is nearer than another sentence about the same thing."""
    told, retold, other = StaticEncoder().encode(
        [
            "The government declared Friday a day of mourning.",
            "The cabinet named a national day of mourning.",
            "The ferry sank.",
        ]
    )
    assert told @ retold > 0.5 > told @ other


def test_rows_have_unit_length() -> None:
    """Dot products are cosines; an empty sentence is zero, no sentence no row."""
    rows = StaticEncoder().encode(["Two people died.", ""])
    assert np.allclose(np.linalg.norm(rows, axis=1), [1, 0], atol=1e-3)
    assert StaticEncoder().encode([]).shape == (0, rows.shape[1])
