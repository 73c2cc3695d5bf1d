"""Telling: groups of articles become stories, each under a headline and with the reasons of its members."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recension.records import Article, Member, Story
from recension.scorers.events import Profile, make_profile
from recension.scorers.rarity import Rarity
from recension.stages.group.reasons import explain_members
from recension.text.sentences import find_sentences
from recension.text.terms import Terms


def make_profiles(articles: Sequence[Article], terms: Sequence[Terms]) -> list[Profile]:
    """The profiles of articles in one language; terms weigh by how many of them have each."""
    rarity = Rarity(terms[0].language if terms else "en")
    for own in terms:
        rarity.add(own.counts)
    return [make_profile(article, rarity, own) for article, own in zip(articles, terms, strict=True)]


def make_stories(
    groups: Sequence[Sequence[int]], articles: Sequence[Article], profiles: Sequence[Profile]
) -> list[Story]:
    """A story for each group of numbers of `articles`, not yet numbered itself."""
    known = {article.id: article for article in articles}
    stories: list[Story] = []
    for numbers in groups:
        told = sorted(explain_members(numbers, articles, profiles), key=lambda member: member.article)
        title = choose_title(told, known)
        stories.append(Story("", title, tuple(member.article for member in told), members=tuple(told)))
    return stories


def number_stories(stories: Sequence[Story], articles: Sequence[Article]) -> tuple[Story, ...]:
    """The stories with an id each, largest and then earliest first."""
    ordered = _sort_stories(stories, articles)
    return tuple(replace(story, id=f"s{place}") for place, story in enumerate(ordered, 1))


def _sort_stories(stories: Sequence[Story], articles: Sequence[Article]) -> list[Story]:
    days = {article.id: f"{article.published or '9999'}" for article in articles}
    return sorted(stories, key=lambda s: (-len(s.article_ids), min(days[i] for i in s.article_ids), s.article_ids))


def name_stories(
    named: Mapping[str, Sequence[str]], articles: Sequence[Article], terms: Sequence[Terms]
) -> tuple[Story, ...]:
    """The stories that have names already, largest and then earliest first; `named` holds the ids of their articles."""
    place = {article.id: number for number, article in enumerate(articles)}
    spoken = defaultdict[str, list[str]](list)
    for name, ids in named.items():
        spoken[terms[place[ids[0]]].language].append(name)
    stories: list[Story] = []
    for names in spoken.values():
        numbers = sorted(place[i] for name in names for i in named[name])
        own = [articles[number] for number in numbers]
        at = {article.id: number for number, article in enumerate(own)}
        groups = [[at[i] for i in named[name]] for name in names]
        told = make_stories(groups, own, make_profiles(own, [terms[number] for number in numbers]))
        stories += [replace(story, id=name) for story, name in zip(told, names, strict=True)]
    return tuple(_sort_stories(stories, articles))


def choose_title(members: Sequence[Member], known: Mapping[str, Article]) -> str:
    """The headline of the article that is most surely of the event, by its likeness to all others."""
    ranked = sorted(members, key=lambda member: -member.confidence)
    titles = (known[member.article].title for member in ranked)
    return next((title for title in titles if title), None) or _find_first_line(known[ranked[0].article])


def _find_first_line(article: Article) -> str:
    sentences = find_sentences(article.text)
    return sentences[0].of(article.text) if sentences else article.id
