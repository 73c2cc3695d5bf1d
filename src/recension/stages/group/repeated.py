"""Repeated lines: what stands in many articles of one outlet is its boilerplate, and tells no event."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from recension.records import Article
from recension.stages.reuse.postings import BOILERPLATE

# A shorter line may be said again by chance.
_LEAST_WORDS = 8


def find_without_repeated(articles: Sequence[Article]) -> dict[int, str]:
    """The texts, by number, of the articles that hold such lines, without them.

    An article that would lose more than half is left as it is: it is one of many versions of one report.
    """
    outlets = defaultdict[str, list[int]](list)
    for number, article in enumerate(articles):
        if article.outlet:
            outlets[article.outlet].append(number)
    found: dict[int, str] = {}
    for numbers in outlets.values():
        if len(numbers) < BOILERPLATE:
            continue
        lines = {number: articles[number].text.split("\n") for number in numbers}
        count = Counter(line for own in lines.values() for line in {line.strip() for line in own})
        repeated = {line for line, n in count.items() if n >= BOILERPLATE and len(line.split()) >= _LEAST_WORDS}
        for number, own in lines.items() if repeated else ():
            text = "\n".join(line for line in own if line.strip() not in repeated)
            if len(articles[number].text) > len(text) >= len(articles[number].text) / 2:
                found[number] = text
    return found
