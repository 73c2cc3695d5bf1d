"""Group: articles go in, stories come out: the articles that report one event.

| part | what it does |
|---|---|
| candidates | which pairs are worth comparing |
| linking | pairs become groups |
| contrast | what keeps two like events apart |
| settling | articles that are tied to one other only |
| cribs | a lone article that tells a story's figures |
| reasons | why an article is in its story |
| stream | the same, one article at a time |
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from recension.protocols import Encoder
from recension.records import Article, Story
from recension.scorers.events import Profile, make_profile, measure_odds
from recension.scorers.rarity import Rarity
from recension.stages.group.candidates import find_candidates, find_order
from recension.stages.group.cribs import adopt_alone
from recension.stages.group.linking import link
from recension.stages.group.reasons import explain_members
from recension.stages.group.settling import settle_pairs
from recension.text.sentences import find_sentences
from recension.text.terms import Terms, find_terms

__all__ = ["group"]

# A pair whose log odds are lower has too little in common for the one to be a crib of the other.
_RELATED = -3.0


def group(articles: Sequence[Article], encoder: Encoder, terms: Sequence[Terms] = ()) -> tuple[Story, ...]:
    """The stories of `articles`, largest and then earliest first; each article is in one, whatever their order.

    Articles are grouped within their language. `terms` may hold what `find_terms` finds in each of the articles.
    """
    found = terms or [find_terms(article.text, article.title, article.language) for article in articles]
    spoken = defaultdict[str, list[int]](list)
    for number in sorted(range(len(articles)), key=lambda n: articles[n].id):
        spoken[found[number].language].append(number)
    stories: list[Story] = []
    for _, numbers in sorted(spoken.items()):
        stories += _group_language([articles[n] for n in numbers], [found[n] for n in numbers], encoder)
    days = {article.id: f"{article.published or '9999'}" for article in articles}
    stories.sort(key=lambda s: (-len(s.article_ids), min(days[i] for i in s.article_ids), s.article_ids))
    return tuple(replace(story, id=f"s{place}") for place, story in enumerate(stories, 1))


def _group_language(articles: Sequence[Article], terms: Sequence[Terms], encoder: Encoder) -> list[Story]:
    """The stories of articles in one language, not yet numbered."""
    profiles = make_profiles(articles, terms)
    order = find_order(profiles, [article.id for article in articles])
    ordered, known = [articles[n] for n in order], [profiles[n] for n in order]
    odds = {(a, b): measure_odds(known[a], known[b]) for a, b in find_candidates(known)}
    groups = settle_pairs(link(odds, known, range(len(known))), odds)
    told = [profile.terms for profile in known]
    groups = adopt_alone(groups, ordered, told, sorted(pair for pair, value in odds.items() if value >= _RELATED))
    titles = _choose_titles([[ordered[n] for n in numbers] for numbers in groups], encoder)
    return [_make_story(title, numbers, ordered, known) for title, numbers in zip(titles, groups, strict=True)]


def make_profiles(articles: Sequence[Article], terms: Sequence[Terms]) -> list[Profile]:
    """The profiles of articles in one language; terms weigh by how many of them have each."""
    rarity = Rarity(terms[0].language if terms else "en")
    for own in terms:
        rarity.add(own.counts)
    return [make_profile(article, rarity, own) for article, own in zip(articles, terms, strict=True)]


def _make_story(title: str, numbers: Sequence[int], articles: Sequence[Article], profiles: Sequence[Profile]) -> Story:
    members = explain_members(numbers, articles, profiles)
    members = tuple(sorted(members, key=lambda member: member.article))
    return Story("", title, tuple(member.article for member in members), members=members)


def _choose_titles(groups: Sequence[Sequence[Article]], encoder: Encoder) -> list[str]:
    """For each group the headline that is nearest to all of its headlines."""
    headlines = [[article.title or _find_first_line(article) for article in members] for members in groups]
    titles: list[str] = []
    for written in headlines:
        if len(set(written)) == 1:
            titles.append(written[0])
            continue
        vectors = encoder.encode(written)
        titles.append(written[int((vectors @ vectors.T).sum(axis=1).round(4).argmax())])
    return titles


def _find_first_line(article: Article) -> str:
    sentences = find_sentences(article.text)
    return sentences[0].of(article.text) if sentences else article.id
