"""Repair: characters restored with the way back, and what is not the report set aside."""

from datetime import UTC, date, datetime

import pytest

from recension.records import Article, RepairKind
from recension.stages.repair import repair

BODY = (
    "A mill burned in Vale for six hours on Tuesday before the wind turned at last and nine crews could go in.\n\n"
    '"We had nine engines here within the hour, and it was not enough," fire chief Ana Ruiz told reporters.\n\n'
    "The owner said that all of its 62 people would be paid until the end of June, whatever the insurer decides."
)


def repair_text(text: str) -> Article:
    return repair(Article(id="a", uri="a.txt", text=text))


def find_original(article: Article) -> str:
    """The text with every repair taken back."""
    text = article.text
    for change in reversed(article.repairs):
        text = text[: change.start] + change.before + text[change.end :]
    return text


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Thе Pоpе оf thе mіll", "The Pope of the mill", "homoglyph"),
        ("Τhе Gοvernοr аnd а mаn", "The Governor and a man", "homoglyph"),
        ("І thіnk thаt іt wаs", "I think that it was", "homoglyph"),
        ("the bur\u200bned mi\u00adll", "the burned mill", "zero_width"),
        ("\ufeffThe mill", "The mill", "zero_width"),
        ("the ownerâ€™s â€œnineâ€\x9d engines â€“ all", "the owner’s “nine” engines – all", "mojibake"),
        ("not enough,â€ she said of the cafÃ©", "not enough,” she said of the café", "mojibake"),
        ("the fire bri-\ngade came", "the fire brigade came", "hyphenation"),
    ],
)
def test_characters_are_restored_and_can_be_taken_back(before: str, after: str, kind: RepairKind) -> None:
    given = f"{before} {BODY}"
    article = repair_text(given)
    assert article.text == f"{after} {BODY}"
    assert {change.kind for change in article.repairs} == {kind}
    assert find_original(article) == given


@pytest.mark.parametrize(
    "genuine",
    [
        "Он сказал: это она и оса.", "A change of Δv in orbit", "the NF-κB pathway", "5 μm of α and β", "👨‍👩‍👧 family",
        "می‌خواهم", "naïve café, “fine” ﬁre", "Đaković and Málaga", "“She’s 5′ 6″ tall…”", "iPhone и Android",
    ],
)  # fmt: skip
def test_genuine_characters_stay(genuine: str) -> None:
    assert repair_text(f"{genuine}, said Ruiz. {BODY}").repairs == ()


def test_a_genuine_comment_in_a_spoofed_text_stays() -> None:
    """Only look-alikes between Latin words are restored."""
    article = repair_text(f"Thе Pоpе оf thе mіll sаw а сору. {BODY} A sign read «А это оса и рис» at the door.")
    assert article.text.startswith("The Pope of the mill saw a copy.")
    assert "«А это оса и рис»" in article.text


def test_a_russian_text_is_left_alone() -> None:
    text = "Пожар на мельнице в Вейле продолжался шесть часов, сообщили в среду COVIDные власти города. " * 3
    assert repair_text(text.strip()).text == text.strip()


def test_title_byline_and_outlet_are_restored() -> None:
    article = repair(
        Article(id="a", uri="a", text=BODY, title="Thе Pоpе", byline="Anа Ruіz, Jоn Rееd", outlet="Valeâ€™s")
    )
    assert (article.title, article.byline, article.outlet) == ("The Pope", "Ana Ruiz, Jon Reed", "Vale’s")


HEADLINE = "Fire destroys mill in Vale"
MORNING = datetime(2026, 3, 4, 9, 10, tzinfo=UTC)
HEADS = [
    (
        f"Orr Gazette\nHome > News\n\n{HEADLINE}\n\nBy Jon Reed\n4 March 2026, 09:10 GMT",
        "Orr Gazette",
        "Jon Reed",
        MORNING,
    ),
    (f"VALE WIRE | NEWS\nWed Mar 4 2026 10:10 CET\n\n{HEADLINE}", "Vale Wire", None, MORNING),
    (
        f"Orr Today | English edition\n{HEADLINE}\nJon Reed | March 4, 2026 | 3 min read",
        "Orr Today",
        "Jon Reed",
        MORNING.date(),
    ),
    (f"{HEADLINE}\nOrrScope | World\nby Staff Writer", "OrrScope", None, None),
    (f"March 9, 2026\n\nOrr Gazette\n\nAll the news\n\n{HEADLINE}", "Orr Gazette", None, None),
    (f"Orr Buzz\nLast updated: 9 May 2026 | 4 min read\n\n{HEADLINE}", "Orr Buzz", None, None),
    (
        f"[page saved 9 May 2026]\nOrr Gazette\n{HEADLINE}\nBy Jon Reed\nMarch 4, 2026",
        "Orr Gazette",
        "Jon Reed",
        MORNING.date(),
    ),
    (f"Orr Gazette\n{HEADLINE}\nPosted by admin 3 weeks ago", "Orr Gazette", None, None),
]


@pytest.mark.parametrize(("head", "outlet", "byline", "published"), HEADS)
def test_the_head_of_a_dump_is_read_and_set_aside(
    head: str, outlet: str, byline: str | None, published: date | None
) -> None:
    """The headline stays in the text, once."""
    article = repair_text(f"{head}\n\n{BODY}")
    assert (article.outlet, article.title, article.byline, article.published) == (outlet, HEADLINE, byline, published)
    assert [line for line in article.text.split("\n") if line] == [HEADLINE, *BODY.split("\n\n")]
    assert article.published_from == ("text" if published else None)


@pytest.mark.parametrize(
    ("head", "dateline", "published"),
    [
        ("Orr Gazette\n4 March 2026\n\nFire in Vale", "VALE, March 3 (Orr Wire) - ", date(2026, 3, 4)),
        ("Orr Gazette\n9 September 2026\n\nFire in Vale", "VALE, March 3 (Orr Wire) - ", date(2026, 3, 3)),
        ("Saved copy: 2026-09-09\nOrr Gazette\n\nFire in Vale", "VALE, 3 March - Orr Wire. ", date(2026, 3, 3)),
        ("Saved copy: 2026-09-09\nOrr Gazette\n\nFire in Vale", "", None),
    ],
)
def test_a_page_date_that_the_dateline_contradicts_is_not_the_reports(
    head: str, dateline: str, published: date | None
) -> None:
    """The weekday of the lead (Tuesday, 3 March 2026) fixes the year of a dateline."""
    assert repair_text(f"{head}\n\n{dateline}{BODY}").published == published


TAIL = """Reporting by Jon Reed in Vale; editing by Ana Orr

Read also:
- Fair dates set
- Ferry fares to rise

Sign up to the Gazette's evening letter
Comments (2)
bob_77: It was the owner, mark my words, it always is the owner in the end.
Читать также: Новости
© 2026 Orr Media. Redistribution without permission is prohibited."""


def test_what_follows_the_report_is_set_aside_with_reasons() -> None:
    article = repair_text(f"{BODY}\n\n{TAIL}")
    assert article.text == BODY
    assert [(r.text, r.reason) for r in article.removed][:3] == [
        ("Reporting by Jon Reed in Vale; editing by Ana Orr", "credit"),
        ("Read also:", "related"),
        ("- Fair dates set", "related"),
    ]
    assert {r.reason for r in article.removed} == {
        "credit",
        "related",
        "newsletter",
        "comments",
        "rights",
        "other_script",
    }


def test_a_dump_in_one_line_is_cleaned_sentence_by_sentence() -> None:
    body = BODY.replace("\n\n", " ")
    article = repair_text(
        f"Orr Gazette - Fire destroys mill in Vale - {body} Read also: Fair dates set. Leave a comment."
    )
    assert (article.outlet, article.title) == ("Orr Gazette", "Fire destroys mill in Vale")
    assert article.text == f"Fire destroys mill in Vale\n{body}"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("The mill at dawn. Photo: L. Berg/Orr", "The mill at dawn."),
        ("Crews leave the mill on Monday. (Credit: L. Berg/Orr)", "Crews leave the mill on Monday."),
        ("[caption id=“1” width=“640”]Crews leave the mill. AP[/caption]", "Crews leave the mill."),
    ],
)
def test_a_caption_loses_its_credit_and_keeps_its_sentence(given: str, kept: str) -> None:
    first, _, rest = BODY.partition("\n\n")
    assert repair_text(f"{first}\n\n{given}\n\n{rest}").text == f"{first}\n\n{kept}\n\n{rest}"


def test_origins_are_credited_but_not_the_outlet_itself() -> None:
    article = repair_text(f"Orr Gazette\nFire destroys mill in Vale\n\nVALE, March 3 (Harbour Wire) - {BODY}")
    assert article.credited == ("Harbour Wire",)
    own = repair_text(f"Harbour Wire\nFire destroys mill in Vale\n\nVALE, March 3 (HW) - {BODY}")
    assert own.credited == ()


def test_a_report_without_furniture_loses_nothing() -> None:
    article = repair_text(BODY)
    assert (article.text, article.removed, article.repairs) == (BODY, (), ())


def test_repairs_after_a_cut_still_point_at_their_words() -> None:
    article = repair_text(f"Orr Gazette\nThe Pоpе of Vale sees mill burn\n\nBy Jon Reed\n\nThe Pоpе wept. {BODY}")
    assert [article.text[r.start : r.end] for r in article.repairs] == ["Pope", "Pope"]
