"""What quantities stand in a text, by a table of wordings of the news and by the rules' own examples."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.rules import load_rules
from recension.text.quantities import Quantity, find_quantities

CASES = tomllib.loads((Path(__file__).parent / "quantity_cases.toml").read_text(encoding="utf-8"))["cases"]
NUMBERS = load_rules("numbers")
EXAMPLES = [
    *(e["example"] for side in ("before", "after") for e in NUMBERS[side]),
    *(NUMBERS[name]["example"] for name in ("over", "labels", "pronoun")),
    *load_rules("units")["examples"],
    *load_rules("currencies")["examples"],
]
STATES = [(state, example) for state, entry in load_rules("states").items() for example in entry["examples"]]


def show(quantity: Quantity, fields: int) -> list[str]:
    """As many columns of the table as a case gives."""
    return [quantity.text, quantity.kind, quantity.normal, quantity.counted or "-", quantity.state or "-"][:fields]


def is_right(case: dict[str, object]) -> bool:
    """Whether all quantities of a case are found, and nothing else."""
    wanted = [[part.strip() for part in line.split("|")] for line in case["found"]]  # type: ignore[attr-defined]
    found = find_quantities(str(case["text"]))
    return len(found) == len(wanted) and all(show(q, len(w)) == w for q, w in zip(found, wanted, strict=True))


@pytest.mark.parametrize("case", [c for c in CASES if not c.get("known_gap")], ids=lambda c: c["text"][:50])
def test_wordings_of_the_news(case: dict[str, object]) -> None:
    """Every quantity of the sentence has its span, kind and normal value, and nothing else is taken for one."""
    assert is_right(case), [show(q, 5) for q in find_quantities(str(case["text"]))]


def test_known_gaps_are_few() -> None:
    """The table counts what is not yet understood: at most three cases in a hundred."""
    assert sum(is_right(c) for c in CASES) >= 0.97 * len(CASES)
    assert len(CASES) >= 300


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["in"])
def test_examples_of_the_rules(example: dict[str, str]) -> None:
    """The last quantity of each example has the normal value that stands beside it; none where it is empty."""
    found = [q.normal for q in find_quantities(example["in"])]
    assert found[-1:] == ([example["normal"]] if example["normal"] else [])


@pytest.mark.parametrize(("state", "example"), STATES, ids=lambda value: str(value))
def test_examples_of_the_states(state: str, example: dict[str, str]) -> None:
    """The number of each example is of those to whom the state happened."""
    assert [q.state for q in find_quantities(example["in"]) if q.text == example["number"]] == [state]


def test_dates_and_times_are_no_quantities() -> None:
    """What find_dates takes, find_quantities leaves."""
    assert find_quantities("On 14 October 2025 at 7:40 p.m. (1740 GMT) it sank.") == ()


@given(st.text(alphabet="0123456789,. -–½%$€millontwohadzef()'’\n", max_size=60))
def test_spans_lie_in_the_text(text: str) -> None:
    """Each quantity's text is what stands at its span; spans are in order and apart; low is at most high."""
    end = 0
    for quantity in find_quantities(text):
        assert quantity.text == text[quantity.start : quantity.end] != ""
        assert quantity.start >= end
        assert quantity.low <= quantity.high
        assert quantity.normal
        end = quantity.end


@given(st.integers(0, 10**15))
def test_thousands_parted_by_commas_are_read(value: int) -> None:
    """A number reads the same with and without separators."""
    assert [q.low for q in find_quantities(f"They counted {value:,} ballots.")] == [float(value)]


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    """No text raises."""
    assert all(q.end <= len(text) for q in find_quantities(text))
