"""Stream: articles find their stories one at a time; whatever changes in a story already told is an event."""

from collections import defaultdict
from collections.abc import Iterator

from recension.records import Article, Change
from recension.scorers.events import Profile, make_profile, measure_odds
from recension.scorers.rarity import Rarity
from recension.stages.group.candidates import Index
from recension.stages.group.changes import find_changes, name_groups
from recension.stages.group.linking import SAME_EVENT, link
from recension.text.terms import Terms, find_terms

# A story that has not grown for so many arrivals leaves the working set. A feed of ten thousand articles a day forgets
# after five days what it no longer reports; more keeps more in memory, about 30 kB an article.
REMEMBERED = 50_000
# A profile is weighed anew when so many times the articles have been counted: the weights of terms then change little.
_GROWN = 1.5


class StoryStream:
    """Stories that grow as articles arrive; each arrival touches only the stories that it may belong to.

    An arrival is linked together with the articles of these stories as `group` would link them, so that in the end the
    stories are nearly those of the batch. Articles in other languages are kept apart.
    """

    def __init__(self, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._languages: dict[str, _Desk] = {}
        self._names = _make_names()

    def add(self, article: Article, terms: Terms | None = None) -> tuple[Change, ...]:
        """Puts `article` into a story, a new one or one that is there; returns what changed, in order.

        `terms` may hold what `find_terms` finds in it.
        """
        known = terms or find_terms(article.text, article.title, article.language)
        desk = self._languages.setdefault(known.language, _Desk(known.language, self._names, self._remembered))
        return tuple(desk.add(article, known))

    def get_stories(self) -> dict[str, tuple[str, ...]]:
        """The ids of the articles of every story, retired ones too, by the story's id."""
        return {name: tuple(ids) for desk in self._languages.values() for name, ids in desk.told.items()}


class _Desk:
    """The stories in one language: the index of its articles, their profiles, and who is where."""

    def __init__(self, language: str, names: Iterator[str], remembered: int) -> None:
        self.told: dict[str, list[str]] = {}
        self._names = names
        self._remembered = remembered
        self._rarity = Rarity(language)
        self._index = Index()
        self._articles: dict[int, Article] = {}
        self._profiles: dict[int, tuple[Profile, int]] = {}
        self._odds = defaultdict[int, dict[int, float]](dict)
        self._home: dict[int, str] = {}
        self._members: dict[str, list[int]] = {}
        self._grown: dict[str, int] = {}
        self._count = 0

    def add(self, article: Article, terms: Terms) -> Iterator[Change]:
        """Links the article with the stories near it, and tells what that changed."""
        number = self._count
        self._count += 1
        self._rarity.add(terms.counts)
        self._articles[number] = article
        profile = make_profile(article, self._rarity, terms)
        self._profiles[number] = profile, self._count
        for other in self._index.find(profile):
            odds = measure_odds(self._get_profile(other), profile)
            self._odds[number][other] = self._odds[other][number] = odds
        self._index.put(number, profile)
        yield from self._settle(number)
        yield from self._retire()

    def _settle(self, number: int) -> Iterator[Change]:
        """Links the arrival and the articles of the stories that it may belong to; tells the difference."""
        near = sorted({self._home[other] for other, odds in self._odds[number].items() if odds >= SAME_EVENT})
        before = {name: self._members[name] for name in near}
        numbers = sorted([*(n for members in before.values() for n in members), number])
        known = set(numbers)
        odds = {(n, o): v for n in numbers for o, v in self._odds[n].items() if n < o and o in known}
        profiles = {n: self._get_profile(n) for n in numbers}
        after = name_groups(before, link(odds, profiles, numbers), self._names)
        for name in before:
            del self._members[name], self.told[name], self._grown[name]
        for name, members in after.items():
            self._members[name] = members
            self.told[name] = sorted(self._articles[n].id for n in members)
            self._grown[name] = self._count
            self._home.update(dict.fromkeys(members, name))
        yield from find_changes(before, after, number, self._articles, profiles)

    def _get_profile(self, number: int) -> Profile:
        """The profile of an article, weighed anew where many more are known than when it was made."""
        profile, count = self._profiles[number]
        if self._count > _GROWN * count:
            profile = make_profile(self._articles[number], self._rarity, profile.terms)
            self._profiles[number] = profile, self._count
        return profile

    def _retire(self) -> Iterator[Change]:
        """Forgets the articles of stories that have not grown for long; what was told of them stays."""
        # Looking through the index costs as much as it is large: it is done once in a hundredth of what is remembered.
        if self._count % max(1, self._remembered // 100):
            return
        old = [name for name, grown in self._grown.items() if self._count - grown >= self._remembered]
        if not old:
            return
        gone = frozenset(n for name in old for n in self._members[name])
        self._index.drop(gone)
        for number in gone:
            for other in self._odds.pop(number, {}):
                self._odds[other].pop(number, None)
            del self._profiles[number], self._home[number]
        for name in old:
            ids = tuple(self._articles.pop(n).id for n in self._members.pop(name))
            del self._grown[name]
            yield Change("retired", name, ids, f"no article in the last {self._remembered:,} arrivals belonged to it")


def _make_names() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"s{number}"
