"""What moments stand in a text, by a table of wordings and by properties."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.rules import load_rules
from recension.text.dates import Moment, find_dates

PUBLISHED = "2025-10-16"
CASES = tomllib.loads((Path(__file__).parent / "moment_cases.toml").read_text(encoding="utf-8"))["cases"]
EXAMPLES = load_rules("dates")["examples"]


def show(moment: Moment, fields: int) -> list[str]:
    """As many columns of the table as a case gives."""
    return [moment.text, moment.kind, moment.normal, moment.zone or "-"][:fields]


def find_in(case: dict[str, object]) -> tuple[Moment, ...]:
    """The moments of a case, by its day of publication."""
    published = str(case.get("published", PUBLISHED))
    return find_dates(str(case["text"]), date.fromisoformat(published) if published else None)


def is_right(case: dict[str, object]) -> bool:
    """Whether all moments of a case are found, and nothing else."""
    wanted = [[part.strip() for part in line.split("|")] for line in case["found"]]  # type: ignore[attr-defined]
    found = find_in(case)
    return len(found) == len(wanted) and all(show(m, len(w)) == w for m, w in zip(found, wanted, strict=True))


@pytest.mark.parametrize("case", [c for c in CASES if not c.get("known_gap")], ids=lambda c: c["text"][:50])
def test_wordings_of_the_news(case: dict[str, object]) -> None:
    """Every moment of the sentence has its span, kind and normal value, and nothing else is taken for one."""
    assert is_right(case), [show(m, 4) for m in find_in(case)]


def test_known_gaps_are_few() -> None:
    """The table counts what is not yet understood: at most three cases in a hundred."""
    assert sum(is_right(c) for c in CASES) >= 0.97 * len(CASES)
    assert len(CASES) >= 100


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["in"])
def test_examples_of_the_rules(example: dict[str, str]) -> None:
    """Each example has the normal value that stands beside it."""
    assert [m.normal for m in find_dates(example["in"])] == [example["normal"]]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_full_date_is_read_in_every_form(day: date) -> None:
    """ISO, British and American writing give the same day."""
    months = [name for name, number in load_rules("dates")["months"].items() if number == day.month]
    month = max(months, key=len).capitalize()
    for written in (day.isoformat(), f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"):
        assert [m.normal for m in find_dates(f"It fell on {written}.")] == [day.isoformat()]


@given(st.dates(date(2000, 1, 1), date(2030, 12, 31)), st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_past_weekday_lies_in_the_week_before(published: date, name: str) -> None:
    """A weekday without a sign of the future is the most recent one, the day of publication included."""
    (moment,) = find_dates(f"The boat sank on {name}.", published)
    assert 0 <= (published - date.fromisoformat(moment.normal)).days < 7


@given(st.text(alphabet="0123456789:./- TZpamtoMonday ctberyJulyJune()ago", max_size=60), st.none() | st.dates())
def test_spans_lie_in_the_text(text: str, published: date | None) -> None:
    """Each moment's text is what stands at its span, in order and apart, whatever the day of publication."""
    end = 0
    for moment in find_dates(text, published):
        assert moment.text == text[moment.start : moment.end] != ""
        assert moment.start >= end
        end = moment.end
