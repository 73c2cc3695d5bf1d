"""Whether two quantities say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recension.scorers.figures import compare_quantities
from recension.text.quantities import Quantity, find_quantities

PAIRS = [
    ("12 boats", "12 boats", "agree"),
    ("a dozen boats", "12 boats", "equivalent"),
    ("twelve boats", "12 boats", "equivalent"),
    ("several boats", "four boats", "equivalent"),
    ("several boats", "40 boats", "conflict"),
    ("14 boats", "40 boats", "conflict"),
    ("41 people", "40 people", "conflict"),
    ("nearly 40 people", "38 people", "equivalent"),
    ("nearly 40 people", "40 people", "equivalent"),
    ("nearly 40 people", "44 people", "conflict"),
    ("about 40 people", "41 people", "equivalent"),
    ("about 400 jobs", "620 jobs", "conflict"),
    ("at least six guards", "six guards", "equivalent"),
    ("at least six guards", "one guard", "conflict"),
    ("dozens of homes", "45 homes", "equivalent"),
    ("hundreds of homes", "45 homes", "conflict"),
    ("10 to 15 boats", "12 boats", "equivalent"),
    ("10 to 15 boats", "20 boats", "conflict"),
    ("62.1 to 71.8", "61.2 to 71.8", "conflict"),
    ("62.1 to 71.8", "62 to 72", "equivalent"),
    ("about 44 per cent", "46.3 per cent", "conflict"),
    ("8,700-odd votes", "8,768 votes", "equivalent"),
    ("8,700-odd votes", "8,678 votes", "conflict"),
    ("124 miles", "200 km", "equivalent"),
    ("200 miles", "200 km", "conflict"),
    ("nine nautical miles", "17 km", "equivalent"),
    ("some 112 kilometres", "about 70 miles", "equivalent"),
    ("13 inches", "34 cm", "equivalent"),
    ("six-day", "six days", "equivalent"),
    ("five days", "six days", "conflict"),
    ("two weeks", "14 days", "equivalent"),
    ("48 hours", "two days", "equivalent"),
    ("half an hour", "30 minutes", "equivalent"),
    ("$4.5bn", "4.5 billion dollars", "equivalent"),
    ("€1.2 million", "EUR 1,200,000", "equivalent"),
    ("$61.50", "$65.10", "conflict"),
    ("$2.90", "£2.15", "unrelated"),
    ("no more than $2.90", "$2.90", "equivalent"),
    ("under $3", "$2.90", "equivalent"),
    ("£2.4 million", "2,100,000 pounds", "conflict"),
    ("67%", "67.3 per cent", "equivalent"),
    ("67%", "61.2%", "conflict"),
    ("34 percent", "about a third", "equivalent"),
    ("two thirds", "67 percent", "equivalent"),
    ("one in eight", "12 percent", "equivalent"),
    ("two percentage points", "2 per cent", "conflict"),
    ("almost 160,000 votes", "159,846 votes", "equivalent"),
    ("nearly 1.6 million votes", "159,846 votes", "conflict"),
    ("8,678 votes", "8,768 votes", "conflict"),
    ("1.2 million people", "1,234,567 people", "equivalent"),
    ("aged 34", "34-year-old", "equivalent"),
    ("aged 34", "43-year-old", "conflict"),
    ("in his 40s", "aged 43", "equivalent"),
    ("4-3", "4 to 3", "equivalent"),
    ("4-3", "5-2", "conflict"),
    ("seven people died", "seven people were hurt", "unrelated"),
    ("12 boats", "12 percent", "unrelated"),
    ("12 boats", "12 schools", "unrelated"),
    ("200 km", "200 kg", "unrelated"),
    ("magnitude 6.1", "200 km", "unrelated"),
]


def find_one(text: str) -> Quantity:
    """The only quantity of `text`."""
    (quantity,) = find_quantities(text)
    return quantity


@pytest.mark.parametrize(("left", "right", "verdict"), PAIRS)
def test_pairs_of_wordings(left: str, right: str, verdict: str) -> None:
    """Each pair has its verdict, in either order."""
    a, b = find_one(left), find_one(right)
    assert compare_quantities(a, b).verdict == verdict
    assert compare_quantities(b, a).verdict == verdict


def test_the_detail_is_a_sentence() -> None:
    """A reader learns what differs, in the words of the articles."""
    assert compare_quantities(find_one("14 boats"), find_one("40 boats")).detail == "14 is not 40"
    assert compare_quantities(find_one("200 km"), find_one("124 miles")).detail == "200 km is 124 miles"
    assert compare_quantities(find_one("nearly 40"), find_one("38")).detail == "“nearly 40” allows 38"


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_exact_counts_agree_only_if_equal(left: int, right: int) -> None:
    """Whole numbers below a thousand never round to one another."""
    a, b = find_one(f"{left} boats"), find_one(f"{right} boats")
    verdict = compare_quantities(a, b).verdict
    assert (verdict == "agree") == (left == right)
    assert verdict == "conflict" or left == right or min(left, right) >= 950
