"""Versions of one text are put in the order of their revision."""

from datetime import date

from recension.records import Article
from recension.stages.trace.changes import measure_changes
from recension.stages.trace.origins import find_origins
from recension.stages.trace.versions import Versions, find_versions

FIRST = "The barge Tern hit a bridge near Vale on Monday. Nobody was hurt, police said. The river is closed."
SECOND = "The barge Tern hit a road bridge near Vale on Monday. Nobody was hurt, police said. The river is closed."
THIRD = f"{SECOND} Divers will look at the piers on Tuesday, said Ana Ruiz of the river board."
FOURTH = f"{THIRD} The board hopes to open the river within a week."


def trace_versions(*texts: str, outlets: tuple[str | None, ...] = (), days: tuple[int, ...] = ()) -> Versions:
    """The versions among articles numbered as they are given."""
    articles = [
        Article(
            f"a{n}",
            f"a{n}.txt",
            text,
            outlet=outlets[n] if outlets else None,
            published=date(2026, 3, days[n]) if days else None,
        )
        for n, text in enumerate(texts)
    ]
    return find_versions(articles, find_origins(articles))


def test_versions_follow_as_they_grow() -> None:
    """Without dates the one with the fewest words comes first."""
    assert sorted(trace_versions(THIRD, FIRST, FOURTH, SECOND).steps) == [(0, 2), (1, 3), (3, 0)]


def test_a_shrinking_step_says_so() -> None:
    """A version that is shorter than the one before is placed by the others, and its step shows what speaks against."""
    shorter = FOURTH.replace(", said Ana Ruiz of the river board", "")
    steps = trace_versions(FIRST, THIRD, FOURTH, shorter, days=(1, 2, 3, 4)).steps
    assert any(reason.startswith("but it has") for reason in steps[2, 3].evidence)


def test_dates_come_before_growth() -> None:
    """Where the outlet dates its versions, a later one may be shorter."""
    steps = trace_versions(FOURTH, THIRD, FIRST, days=(1, 2, 3)).steps
    assert sorted(steps) == [(0, 1), (1, 2)]
    assert min(step.confidence for step in steps.values()) > 0.9


def test_another_outlet_copies() -> None:
    """Near copies of two outlets are reprints, not versions."""
    assert not trace_versions(FIRST, SECOND, outlets=("Vale Letter", "Orr Wire")).steps


def test_a_credit_is_no_version() -> None:
    """Who names the other as source is another outlet, even where neither is known."""
    assert not trace_versions(FIRST, f"{SECOND} From Vale Letter.", outlets=("Vale Letter", None)).steps


def test_another_report_is_no_version() -> None:
    """Reports of one event in other words are not tied as versions."""
    other = "A cargo boat struck the crossing at Vale this week; officers told Orr that all aboard were safe."
    assert not trace_versions(FIRST, other).steps


def test_a_block_is_one_change() -> None:
    """A new paragraph moves a text less far than corrections all over it."""
    words = " ".join(f"w{n}" for n in range(90))
    corrected = " ".join(f"w{n}" if n % 9 else f"x{n}" for n in range(90))
    block = f"{words} {' '.join(f'z{n}' for n in range(10))}"
    distances = measure_changes([words, block, corrected])
    assert distances[0, 1] < distances[0, 2]
