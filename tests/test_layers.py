"""The order of the layers: a module imports from its own layer and from those before it."""

import ast
from pathlib import Path

import pytest

import recension

ROOT = Path(recension.__file__).parent

# In the order of reading; the modules of one entry may import one another.
LAYERS = (
    {"version", "errors", "records"},
    {"protocols", "rules"},
    {"text"},
    {"scorers", "models"},
    {"stages"},
    {"readers", "writers", "store", "demo"},
    {"engine"},
    {"cli", "__init__", "__main__"},
)

MODULES = sorted(ROOT.rglob("*.py"))


def find_layer(module: str) -> int:
    """The place of a module's first part in the order."""
    return next(place for place, layer in enumerate(LAYERS) if module in layer)


def find_imports(path: Path) -> list[str]:
    """The parts of the package that a module imports, also inside its functions."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    named = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    parts = [name.split(".") for name in named if name.split(".")[0] == "recension"]
    return [part[1] if len(part) > 1 else "__init__" for part in parts]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    """No module imports from a layer that comes after its own."""
    own = find_layer(path.relative_to(ROOT).parts[0].removesuffix(".py"))
    later = [name for name in find_imports(path) if find_layer(name) > own]
    assert later == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_say_what_they_are_about(path: Path) -> None:
    """Every module opens with a docstring, and is named after what it is about."""
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert path.stem not in {"utils", "helpers", "misc", "manager", "handler", "common"}
