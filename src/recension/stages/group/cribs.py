"""Cribs: an article that is left alone, but tells the figures of a story, belongs to it."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from recension.records import Article
from recension.rules import load_rules
from recension.scorers.events import find_day
from recension.text.names import find_names
from recension.text.quantities import find_quantities
from recension.text.terms import Terms
from recension.text.words import find_words, make_stem

# One count in common may be chance; leads of like events elsewhere had none in common in the eleven stories measured.
SAME_FIGURES = 2
# The part of an article that tells what it is about.
_LEAD_CHARACTERS = 600

Figures = frozenset[tuple[float, str]]


def adopt_alone(
    groups: Iterable[Sequence[int]],
    articles: Sequence[Article],
    terms: Sequence[Terms],
    related: Iterable[tuple[int, int]],
) -> list[list[int]]:
    """The groups, an article that stands alone put to the largest of which one tells the same figures.

    Only articles that are `related` are compared: pairs of their numbers.
    """
    told = [_find_told(own) for own in terms]
    shared = sorted((list(g) for g in groups if len(g) > 1), key=lambda members: (-len(members), members))
    alone = {g[0] for g in groups if len(g) == 1}
    home = {number: place for place, members in enumerate(shared) for number in members}
    fitting: dict[int, int] = {}
    for pair in related:
        for one, other in (pair, pair[::-1]):
            place = home.get(other)
            if one not in alone or place is None or fitting.get(one, place + 1) <= place:
                continue
            if len(told[one] & told[other]) >= SAME_FIGURES and has_same_figures(articles[one], articles[other]):
                fitting[one] = place
    for number, place in sorted(fitting.items()):
        shared[place].append(number)
    return [sorted(members) for members in shared] + [[number] for number in sorted(alone - fitting.keys())]


def _find_told(terms: Terms) -> frozenset[int | str]:
    """The numbers of an article's lead, in digits or words: a quick look before its figures are read."""
    words = _load_number_words()
    spelled = {words[term] for term in terms.lead.keys() & words.keys()}
    return frozenset(spelled | {int(n) if n.isdecimal() else n for n in terms.numbers & terms.anchors})


@cache
def _load_number_words() -> dict[str, int]:
    """The value of each number word, by its stem."""
    return {make_stem(word): value for word, value in load_rules("numbers")["words"].items()}


def has_same_figures(left: Article, right: Article) -> bool:
    """Whether both leads tell two figures of the same things, such as three dead and eleven missing, and a name.

    A piece that invents its places still takes the toll from the report it cribs; two events of one kind seldom
    agree in two counts. Articles of different years are of different events.
    """
    days = find_day(left), find_day(right)
    if days[0] and days[1] and days[0].year != days[1].year:
        return False
    if len(_find_figures(left.text) & _find_figures(right.text)) < SAME_FIGURES:
        return False
    return bool(_find_lead_names(left.text) & _find_lead_names(right.text))


@lru_cache(maxsize=4096)
def _find_figures(text: str) -> Figures:
    """The figures of a lead that tell an event: how many, and of what or what became of them."""
    return frozenset(
        (quantity.low if quantity.value is None else quantity.value, quantity.state or quantity.counted or "")
        for quantity in find_quantities(text[:_LEAD_CHARACTERS])
        if quantity.kind == "number" and (quantity.state or quantity.counted)
    )


@lru_cache(maxsize=4096)
def _find_lead_names(text: str) -> frozenset[str]:
    """The words of the names that stand in the lead."""
    lead = text[: 2 * _LEAD_CHARACTERS]
    return frozenset(word.stem for name in find_names(lead) for word in find_words(name.text) if word.is_content)
