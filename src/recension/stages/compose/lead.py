"""The report that tells the story best, and the sentence of it that says what happened."""

from collections import Counter
from collections.abc import Sequence

from recension.records import Article, Passage, Trace
from recension.text.dateline import cut_dateline
from recension.text.sentences import find_sentences

# Headlines, crossheads and most captions left in a text are shorter; few leads are.
SHORTEST_LEAD = 15


def find_model(trace: Trace, members: Sequence[Article]) -> Article | None:
    """The titled article whose words most others have too: what is found again in most reports tells the story.

    Of two that share alike, the one fewer derivations away from its original.
    """
    shared = Counter[str]()
    for reuse in trace.reuse:
        for passage in (reuse.a, reuse.b):
            shared[passage.article] += round((passage.end - passage.start) * reuse.score)
    parents = Counter(edge.child for edge in trace.stemma.edges)
    titled = [article for article in members if article.title and shared[article.id]]
    return min(titled, key=lambda article: (-shared[article.id], parents[article.id], article.id), default=None)


def find_lead(article: Article) -> Passage | None:
    """The first running sentence of the report, which by the habit of news tells what happened."""
    for sentence in find_sentences(article.text):
        told = cut_dateline(sentence.of(article.text))
        if told != article.title and len(told.split()) >= SHORTEST_LEAD:
            return Passage(article.id, sentence.end - len(told), sentence.end)
    return None
