"""The public face: what `recension` offers, that it is documented, and that loading it is cheap."""

import dataclasses
import inspect
import subprocess
import sys

import pytest

import recension
from recension import records

RECORDS = [value for value in vars(records).values() if dataclasses.is_dataclass(value)]


def test_all_is_what_is_there() -> None:
    """`__all__` names, in order, what can be had, and nothing else can."""
    assert recension.__all__ == sorted(recension.__all__)
    assert all(getattr(recension, name) for name in recension.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = recension.nothing  # type: ignore[attr-defined]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_records_are_frozen_and_documented(record: type) -> None:
    """A record cannot be changed, and its docstring is its own."""
    assert record.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert record.__doc__
    assert not record.__doc__.startswith(f"{record.__name__}(")


def test_import_loads_nothing_heavy() -> None:
    """Neither the package nor its command line loads a numeric, template or markup library before it is needed."""
    heavy = "{'numpy', 'trafilatura', 'jinja2', 'networkx', 'model2vec', 'rich', 'pint', 'lxml'}"
    code = f"import sys, recension.cli; recension.cli.make_parser(); print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_error_tree_is_complete() -> None:
    """Every error is a RecensionError and stands in the tree that the module's docstring shows."""
    from recension import errors

    classes = [value for value in vars(errors).values() if inspect.isclass(value)]
    assert all(issubclass(error, errors.RecensionError) for error in classes)
    assert all(error.__name__ in (errors.__doc__ or "") for error in classes)
