"""What stands behind each value of a fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.records import Edge, Line, Node, Stemma, Support, Trace
from recension.stages.collate.weight import find_best, weigh


def make_trace(*edges: tuple[str, str, float], lost: tuple[str, ...] = (), lines: tuple[Line, ...] = ()) -> Trace:
    """A trace with these edges (parent, child, share)."""
    names = sorted({name for edge in edges for name in edge[:2]})
    nodes = tuple(Node(name, "lost" if name in lost else "article") for name in names)
    return Trace((), Stemma(nodes, tuple(Edge(p, c, share, 0.9) for p, c, share in edges)), lines)


def test_reprints_count_once() -> None:
    """The support is by lines and by their roots; an article that is in no line is one by itself."""
    lines = Line("l1", ("a", "b"), "wire"), Line("l2", ("c",), "wire")
    found = weigh([("a", "b", "c"), ("d",)], make_trace(lines=lines))
    assert found == (Support(("l1", "l2"), ("wire",)), Support(("d",), ("d",)))


@pytest.mark.parametrize(
    ("edges", "lost", "source"),
    [
        ([("a", "b", 0.9)], (), "a"),
        ([("a", "x", 0.9), ("x", "b", 0.9)], (), "a"),
        ([("a", "b", 0.39)], (), None),
        ([("b", "a", 0.9)], (), None),
        ([("w", "a", 0.9), ("w", "b", 0.9), ("w", "c", 0.9)], ("w",), "the original that a and c copy too"),
        ([("w", "a", 0.9), ("w", "b", 0.9)], ("w",), None),
        ([("w", "a", 0.9), ("w", "b", 0.9), ("w", "c", 0.9)], (), None),
        ([("b", "x", 0.9), ("x", "b", 0.9)], (), None),
        ([], (), None),
    ],
)
def test_slips_of_copying(edges: list[tuple[str, str, float]], lost: tuple[str, ...], source: str | None) -> None:
    """A value is a slip if its articles come, at any remove, from one that says otherwise; circles end.

    A lost original says what most of its copies do.
    """
    slip = weigh([("a", "c"), ("b",)], make_trace(*edges, lost=lost))[1]
    assert (slip.note or "").startswith(f"taken from {source}, where it reads otherwise" if source else "")
    assert bool(slip.note) == bool(source)


def test_one_witness_of_its_own_is_enough() -> None:
    """No slip where an article has the value that is not taken from another value's."""
    assert weigh([("a",), ("b", "d")], make_trace(("a", "b", 0.9)))[1].note is None


@pytest.mark.parametrize(
    ("supports", "best"),
    [
        ([(1, 1, None)], 0),
        ([(1, 1, None), (1, 2, None)], 1),
        ([(3, 1, None), (2, 2, None)], 1),
        ([(3, 2, None), (2, 2, None)], 0),
        ([(3, 3, "taken"), (1, 1, None)], 1),
        ([(1, 1, None), (1, 1, None)], None),
        ([(1, 1, None), (2, 2, None), (2, 2, None)], None),
    ],
)
def test_the_best_supported_value(supports: list[tuple[int, int, str | None]], best: int | None) -> None:
    """Root sources before lines; a slip never beats what is none; None where two have as much."""
    made = [
        Support(tuple(f"l{n}" for n in range(lines)), tuple(f"r{n}" for n in range(roots)), note)
        for lines, roots, note in supports
    ]
    assert find_best(made, [(f"a{n}",) for n in range(len(made))]) == best


@given(st.lists(st.tuples(st.sampled_from("abcdew"), st.sampled_from("abcdew"), st.floats(0, 1)), max_size=12))
def test_weights_of_any_stemma(edges: list[tuple[str, str, float]]) -> None:
    """However the edges run, each group is told in order, the same twice, and the order of edges does not matter."""
    groups = [("a", "b"), ("c",), ("d", "e")]
    found = weigh(groups, make_trace(*edges, lost=("w",)))
    assert [each.lines for each in found] == groups
    unlike = {(parent, child, share) for parent, child, share in edges}
    assert weigh(groups, make_trace(*sorted(unlike), lost=("w",))) == weigh(
        groups, make_trace(*sorted(unlike, reverse=True), lost=("w",))
    )
