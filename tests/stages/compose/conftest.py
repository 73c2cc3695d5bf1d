"""The packaged reader, loaded once."""

import pytest

from recension.models import DEFAULT_PIPELINE, load_pipeline
from recension.protocols import Pipeline


@pytest.fixture(scope="session")
def reader() -> Pipeline:
    """The pipeline that reads sentences."""
    return load_pipeline(DEFAULT_PIPELINE)
