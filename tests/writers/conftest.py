"""An invented story, built by hand: a fire at a paper mill as six outlets tell it, one of them hostile."""

from datetime import UTC, date, datetime

import pytest

from recension.records import (
    Answer,
    Article,
    Dossier,
    Edge,
    Fact,
    Generator,
    Happening,
    Line,
    Node,
    Passage,
    Problem,
    Reading,
    Removed,
    Repair,
    Reuse,
    Statement,
    Stemma,
    Story,
    Summary,
    Unique,
)

COURIER = """\
Fire guts Vale paper mill, fourteen hurt

VALE, 4 March (Meridian Wire) - A fire destroyed the paper mill at Vale on Tuesday night and hurt fourteen \
people, the county said.

“Nobody is missing,” fire chief Ana Ruiz told reporters at the gate. She said the blaze began in the pulp \
hall at about 9:40 p.m.

The mill's owner, Orr & Daughters, put the damage at 3 million euros. About 200 people work there.

Smoke could be seen from 20 kilometres away."""

DAILY = """\
Mill fire injures 14

A fire destroyed the paper mill at Vale on Tuesday night and hurt 14 people, Meridian Wire reported, citing \
the county.

“Nobody is missing,” fire chief Ana Ruiz told reporters. The blaze began in the pulp hall shortly before ten.

Orr & Daughters, which owns the mill, put the damage at 3 million euros. It employs some 200 people."""

OBSERVER = """\
I saw the roof go, says night shift worker

By our reporter at the mill

Forty workers were on the night shift when the drying hall caught fire, said shift leader Tomas Lind. “I saw \
the roof go,” he said. “Then we ran.”

Seventeen people were treated in hospital, Vale General confirmed on Thursday; the county had first spoken \
of fourteen. Nobody is missing, it said.

A spokeswoman for Orr & Daughters said the damage was 8 million euros.

Schools in Vale stay shut until Monday because of the smoke, which could be seen from 12 miles away."""

LEDGER = """\
After the Vale fire: what we know

The paper mill at Vale burned down on Tuesday night; 17 people were hurt. Fire chief Ana Ruiz said nobody \
was missing, the Coast Daily reported.

The owner speaks of 3 million euros of damage. The union says the sprinklers had been switched off since \
January.

Tomas Lind, a shift leader, told the Vale Observer that he saw the roof go."""

BLAST = """\
SHOCKING mill blaze in Vale

A huge explosion ripped through a chemical plant in Vale on Monday. 140 people were hurt. The mayor fled."""

HOSTILE = """\
<script>window.pwned = 1</script> Vale fire "facts" <img src=x onerror="window.pwned = 2">

Sources say \u202e14 people\u202c were hurt in the Vale mill fire. See javascript:window.pwned=3 or \
<a href="https://evil.example/">here</a>. </script></style><style>body{display:none}</style> {{ 7 * 7 }}

“<b>Nobody</b> is missing,” said Ana <i>Ruiz</i>."""

OTHER = """\
Bakery opens in Orrby

A bakery opened in Orrby on Friday. It sells bread."""


def span(text: str, words: str) -> tuple[int, int]:
    """Where `words` stands in `text`, which must have it."""
    start = text.index(words)
    return start, start + len(words)


TEXTS = {
    "a01": COURIER,
    "a02": DAILY,
    "a03": OBSERVER,
    "a04": LEDGER,
    "a05": BLAST,
    "a06": HOSTILE,
    "a07": OTHER,
}


def reading(article: str, words: str, normal: str | None = None, value: str | None = None) -> Reading:
    """A reading whose evidence is `words` in the text of `article`."""
    return Reading(article, *span(TEXTS[article], words), value or words, normal)


def statement(id_: str, article: str, words: str, kind: str, speaker: str | None, via: str | None = None) -> Statement:
    """A statement whose passage is `words` in the text of `article`."""
    return Statement(id_, article, *span(TEXTS[article], words), kind, speaker, via)  # type: ignore[arg-type]


def passage(article: str, words: str) -> Passage:
    """The passage `words` in the text of `article`."""
    return Passage(article, *span(TEXTS[article], words))


def unique(article: str, words: str, weight: float, why: str) -> Unique:
    """The passage `words` as what only `article` says."""
    return Unique(article, *span(TEXTS[article], words), weight, why)


def make_articles() -> tuple[Article, ...]:
    """The seven articles."""
    return (
        Article(
            "a01",
            "reports/a01.html",
            COURIER,
            "Harbour Courier",
            "Fire guts Vale paper mill, fourteen hurt",
            "Jo Marsh",
            datetime(2026, 3, 4, 7, 10, tzinfo=UTC),
            "json-ld",
            "en",
            removed=(
                Removed("Subscribe to our newsletter and never miss a story", "newsletter"),
                Removed("Photo: Jo Marsh / Harbour Courier", "caption_credit"),
                Removed("Read also: Ten walks along the coast", "related"),
            ),
            credited=("Meridian Wire",),
        ),
        Article(
            "a02",
            "reports/a02.txt",
            DAILY,
            "Coast Daily",
            "Mill fire injures 14",
            None,
            date(2026, 3, 4),
            "text",
            "en",
            credited=("Meridian Wire",),
        ),
        Article(
            "a03",
            "reports/a03.txt",
            OBSERVER,
            "Vale Observer",
            "I saw the roof go, says night shift worker",
            None,
            datetime(2026, 3, 5, 18, 0, tzinfo=UTC),
            "meta",
            "en",
        ),
        Article(
            "a04",
            "reports/a04.txt",
            LEDGER,
            "The Ledger",
            "After the Vale fire: what we know",
            None,
            date(2026, 3, 6),
            "url",
            "en",
            credited=("Coast Daily", "Vale Observer"),
        ),
        Article(
            "a05",
            "reports/a05.txt",
            BLAST,
            None,
            "SHOCKING mill blaze in Vale",
            None,
            None,
            None,
            "en",
            repairs=(
                Repair(*span(BLAST, "SHOCKING"), "SHОCKING", "SHOCKING", "homoglyph"),
                Repair(*span(BLAST, "explosion"), "ехplоsiоn", "explosion", "homoglyph"),
                Repair(*span(BLAST, "chemical"), "chem\u200bical", "chemical", "zero_width"),
            ),
        ),
        Article(
            "a06",
            "javascript:alert(document.domain)",
            HOSTILE,
            "<b>Evil</b> \u202eTimes",
            "<script>window.pwned = 4</script>",
            '" onmouseover="window.pwned = 5',
            date(2026, 3, 7),
            "file",
            'en" onload="window.pwned = 6',
        ),
        Article(
            "a07", "reports/a07.txt", OTHER, "Orrby Post", "Bakery opens in Orrby", None, date(2026, 2, 1), "meta", "en"
        ),
    )


def make_facts() -> tuple[Fact, ...]:
    """One fact or more of each verdict."""
    return (
        Fact(
            "f1",
            "where the fire began",
            "place",
            "agree",
            (reading("a01", "pulp hall"), reading("a02", "pulp hall")),
            (("a01", "a02"),),
            1,
            0.93,
            "the same words in both",
        ),
        Fact(
            "f2",
            "people hurt",
            "number",
            "update",
            (
                reading("a01", "hurt fourteen people", "14", "fourteen"),
                reading("a02", "14 people", "14", "14"),
                reading("a03", "Seventeen", "17"),
                reading("a04", "17 people", "17", "17"),
            ),
            (("a01", "a02"), ("a03", "a04")),
            2,
            0.81,
            "17 comes later than 14 and is said to replace it",
        ),
        Fact(
            "f3",
            "damage",
            "money",
            "conflict",
            (
                reading("a01", "3 million euros", "EUR 3000000"),
                reading("a02", "3 million euros", "EUR 3000000"),
                reading("a03", "8 million euros", "EUR 8000000"),
                reading("a04", "3 million euros", "EUR 3000000"),
            ),
            (("a01", "a02", "a04"), ("a03",)),
            1,
            0.87,
            "EUR 3000000 is not EUR 8000000; both are the owner's figure",
        ),
        Fact(
            "f4",
            "how far the smoke was seen",
            "number",
            "equivalent",
            (reading("a01", "20 kilometres", "20 km"), reading("a03", "12 miles", "19.3 km")),
            (("a01", "a03"),),
            2,
            0.74,
            "12 miles are 19.3 km, about 20 km",
        ),
        Fact(
            "f5",
            "what burned",
            "object",
            "conflict",
            (
                reading("a01", "paper mill"),
                reading("a02", "paper mill"),
                reading("a04", "paper mill"),
                reading("a05", "chemical plant"),
            ),
            (("a01", "a02", "a04"), ("a05",)),
            1,
            0.42,
            "a paper mill is not a chemical plant",
        ),
        Fact(
            "f6",
            "people employed",
            "number",
            "equivalent",
            (reading("a01", "About 200 people", "200"), reading("a02", "some 200 people", "200")),
            (("a01", "a02"),),
            1,
            0.9,
            "about and some say the same",
        ),
        Fact(
            "f7",
            "the missing",
            "quote",
            "agree",
            (
                reading("a01", "Nobody is missing"),
                reading("a02", "Nobody is missing"),
                reading("a03", "Nobody is missing"),
                reading("a04", "nobody was missing"),
                reading("a06", "<b>Nobody</b> is missing"),
            ),
            (("a01", "a02", "a03", "a04", "a06"),),
            2,
            0.88,
            "one quotation",
        ),
    )


def make_answers() -> tuple[Answer, ...]:
    """Two answers of one question, and one of another."""
    return (
        Answer("who", "Ana Ruiz", (passage("a01", "Ana Ruiz"), passage("a04", "Ana Ruiz")), 1),
        Answer("who", "Tomas Lind", (passage("a03", "Tomas Lind"), passage("a04", "Tomas Lind")), 2),
        Answer("when", "2026-03-03", (passage("a01", "Tuesday night"), passage("a02", "Tuesday night")), 1),
    )


def make_timeline() -> tuple[Happening, ...]:
    """Background, the fire, and what lies ahead; the time of the fire is in dispute."""
    fire = (passage("a01", "A fire destroyed the paper mill"), passage("a04", "burned down on Tuesday night"))
    shut = (passage("a03", "Schools in Vale stay shut until Monday"),)
    off = (passage("a04", "the sprinklers had been switched off since January"),)
    return (
        Happening("2026-01", "month", "the sprinklers had been switched off since January", off, 1, None, True),
        Happening("2026-03-03T21:40", "minute", "A fire destroyed the paper mill", fire, 2, "f3"),
        Happening("2026-03-09", "day", "Schools in Vale stay shut until Monday", shut, 1),
    )


def make_story() -> Story:
    """The mill fire as the stages would leave it."""
    return Story(
        "s1",
        "Fire destroys the paper mill at Vale",
        ("a01", "a02", "a03", "a04", "a05", "a06"),
        Summary(
            who=("Ana Ruiz", "Orr & Daughters", "Tomas Lind"),
            what="A fire destroyed the paper mill at Vale",
            when="2026-03-03",
            where=("Vale",),
            how="The blaze began in the pulp hall",
        ),
        (
            Reuse(
                passage("a01", "A fire destroyed the paper mill"),
                passage("a02", "A fire destroyed the paper mill"),
                "verbatim",
                1.0,
            ),
        ),
        Stemma(
            (
                Node("lost-1", "lost", "Meridian Wire"),
                Node("a01", "article"),
                Node("a02", "article"),
                Node("a03", "article"),
                Node("a04", "article"),
                Node("a05", "article"),
                Node("a06", "article"),
            ),
            (
                Edge(
                    "lost-1",
                    "a01",
                    0.92,
                    0.95,
                    ("credits Meridian Wire", "5 shared passages with a02 in the same order"),
                ),
                Edge("lost-1", "a02", 0.8, 0.9, ("credits Meridian Wire",)),
                Edge("a02", "a04", 0.5, 0.7, ("credits Coast Daily",)),
                Edge("a03", "a04", 0.3, 0.45, ("credits Vale Observer", "1 paraphrased sentence")),
                Edge("a01", "a06", 0.2, 0.3, ("shares one quotation",)),
            ),
        ),
        (
            Line("l1", ("a01", "a02", "a04", "a06"), "lost-1", "Meridian Wire"),
            Line("l2", ("a03",), "a03", "Vale Observer"),
            Line("l3", ("a05",), "a05", None, "names the same source as l2: Vale General"),
        ),
        (
            statement("st1", "a01", "“Nobody is missing,”", "direct", "Ana Ruiz"),
            statement("st2", "a02", "“Nobody is missing,”", "direct", "Ana Ruiz", "Meridian Wire"),
            statement(
                "st3", "a04", "Fire chief Ana Ruiz said nobody was missing", "indirect", "Ana Ruiz", "Coast Daily"
            ),
            statement("st4", "a03", "“I saw the roof go,”", "direct", "Tomas Lind"),
            statement(
                "st5",
                "a04",
                "Tomas Lind, a shift leader, told the Vale Observer that he saw the roof go",
                "indirect",
                "Tomas Lind",
                "Vale Observer",
            ),
            statement(
                "st6",
                "a03",
                "A spokeswoman for Orr & Daughters said the damage was 8 million euros.",
                "indirect",
                "spokeswoman for Orr & Daughters",
            ),
            statement(
                "st7",
                "a06",
                "“<b>Nobody</b> is missing,”",
                "direct",
                "Ana <i>Ruiz</i>",
                "<script>window.pwned = 7</script>",
            ),
            statement("st8", "a05", "The mayor fled.", "own", None),
        ),
        make_facts(),
        (
            unique(
                "a04", "The union says the sprinklers had been switched off since January.", 0.5, "said by the union"
            ),
            unique("a05", "The mayor fled.", 0.1, ""),
            unique("a03", "Schools in Vale stay shut until Monday because of the smoke", 0.7, "about Vale"),
        ),
        answers=make_answers(),
        timeline=make_timeline(),
    )


@pytest.fixture
def dossier() -> Dossier:
    """The mill fire, an unrelated article, and two inputs that could not be used."""
    other = Story("s2", "Bakery opens in Orrby", ("a07",))
    problems = (
        Problem("reports/empty.txt", "not an article: the file is empty"),
        Problem("<script>window.pwned = 8</script>", "cannot be read: no such file"),
    )
    return Dossier(
        Generator("recension", "0.0", {"encoder": "static"}), make_articles(), (make_story(), other), problems
    )
