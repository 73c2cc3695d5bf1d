"""Group: articles go in, stories come out: the articles that report one event.

| part | what it does |
|---|---|
| repeated | what an outlet says in all its articles |
| candidates | which pairs are worth comparing |
| linking | pairs become groups |
| contrast | what keeps two like events apart |
| settling | articles that are tied to one other only |
| cribs | a lone article that tells a story's figures |
| reasons, telling | why an article is in its story; the story and its headline |
| stream, changes | the same, one article at a time; what an arrival changed |
"""

from collections import defaultdict
from collections.abc import Sequence

from recension.records import Article, Story
from recension.scorers.events import measure_odds
from recension.stages.group.candidates import find_candidates, find_order
from recension.stages.group.cribs import adopt_alone
from recension.stages.group.linking import link
from recension.stages.group.repeated import find_without_repeated
from recension.stages.group.settling import settle_pairs
from recension.stages.group.telling import make_profiles, make_stories, number_stories
from recension.text.terms import Terms, find_terms

__all__ = ["group"]

# A pair whose log odds are lower has too little in common for the one to be a crib of the other.
_RELATED = -3.0


def group(articles: Sequence[Article], terms: Sequence[Terms] = ()) -> tuple[Story, ...]:
    """The stories of `articles`, largest and then earliest first; each article is in one, whatever their order.

    Articles are grouped within their language. `terms` may hold what `find_terms` finds in each of the articles.
    """
    found = list(terms) or [find_terms(article.text, article.title, article.language) for article in articles]
    for number, text in find_without_repeated(articles).items():
        found[number] = find_terms(text, articles[number].title, articles[number].language)
    spoken = defaultdict[str, list[int]](list)
    for number in sorted(range(len(articles)), key=lambda n: articles[n].id):
        spoken[found[number].language].append(number)
    stories: list[Story] = []
    for _, numbers in sorted(spoken.items()):
        stories += _group_language([articles[n] for n in numbers], [found[n] for n in numbers])
    return number_stories(stories, articles)


def _group_language(articles: Sequence[Article], terms: Sequence[Terms]) -> list[Story]:
    """The stories of articles in one language."""
    profiles = make_profiles(articles, terms)
    order = find_order(profiles, [article.id for article in articles])
    ordered, known = [articles[n] for n in order], [profiles[n] for n in order]
    odds = {(a, b): measure_odds(known[a], known[b]) for a, b in find_candidates(known)}
    groups = settle_pairs(link(odds, known, range(len(known))), odds)
    related = sorted(pair for pair, value in odds.items() if value >= _RELATED)
    groups = adopt_alone(groups, ordered, [profile.terms for profile in known], related)
    return make_stories(groups, ordered, known)
