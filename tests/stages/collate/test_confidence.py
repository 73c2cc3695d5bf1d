"""How often verdicts are right."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.records import Slot, Verdict
from recension.stages.collate.confidence import MEASURED, Calibration, Kind, Line, Sample, calibrate, find_kind, fit

SCORES = st.floats(0, 1)
SAMPLES = st.lists(st.builds(Sample, st.sampled_from(get_args(Kind)), SCORES, st.booleans()), max_size=40)


@pytest.mark.parametrize("verdict", get_args(Verdict))
@pytest.mark.parametrize("slot", get_args(Slot))
def test_every_verdict_is_of_a_measured_kind(verdict: Verdict, slot: Slot) -> None:
    """A sure verdict is held to be no less sure than a doubtful one, and none is certain."""
    kind = find_kind(verdict, slot)
    assert kind in MEASURED.lines
    assert 0.3 <= calibrate(kind, 0.0) <= calibrate(kind, 1.0) <= 0.97


def test_every_kind_is_measured() -> None:
    """Also the one that verdict and slot do not tell: sentences read together."""
    assert set(MEASURED.lines) == set(get_args(Kind))


@pytest.mark.parametrize(
    ("verdict", "slot", "kind"),
    [
        ("agree", "date", "same value"), ("equivalent", "quote", "same phrase"), ("conflict", "time", "other value"),
        ("conflict", "place", "other name"), ("conflict", "action", "other words"),
    ],
)  # fmt: skip
def test_kinds(verdict: Verdict, slot: Slot, kind: Kind) -> None:
    """By whether the readings differ, and by what they tell."""
    assert find_kind(verdict, slot) == kind


def test_a_score_that_tells_is_asked() -> None:
    """Where the surer half is right more often, it has a share of its own."""
    samples = [Sample("other name", score, score > 0.5) for score in (0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9)]
    found = fit(samples)
    assert found.lines["other name"].middle == 0.6
    assert found.find("other name", 0.2) < 0.5 < found.find("other name", 0.9)


def test_a_score_that_misleads_is_not_asked() -> None:
    """Both halves are held to be right as often as all are."""
    line = fit([Sample("other name", n / 8, n < 4) for n in range(8)]).lines["other name"]
    assert line.low == line.high


def test_few_cases_show_little() -> None:
    """One right verdict moves the share a little from that of all; one of none is at it."""
    assert 0.8 < fit([Sample("same value", 0.9, True)]).find("same value", 0.9) < 0.9
    assert fit([]).find("same value", 0.9) == Calibration({}).find("other name", 0.1) == 0.8


def test_nothing_is_certain() -> None:
    """Nor worse than a guess that a few dozen cases could show."""
    calibration = Calibration({"same value": Line(0.0, 1.0, 0.5)})
    assert [calibration.find("same value", score) for score in (0.0, 1.0)] == [0.3, 0.97]


@given(SAMPLES, SCORES, SCORES)
def test_surer_is_never_less_sure(samples: list[Sample], left: float, right: float) -> None:
    """Confidence grows with the score, whatever the cases were."""
    calibration = fit(samples)
    for kind in get_args(Kind):
        assert calibration.find(kind, min(left, right)) <= calibration.find(kind, max(left, right))
