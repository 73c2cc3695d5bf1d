"""The dossier page as a reader uses it, in headless Chromium."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from recension.records import Dossier
from recension.writers.csv import render_table
from recension.writers.html import render_html

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install recension[dev]")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on PATH: the page cannot be clicked through"),
]

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


class Visit:
    """An open page with all that it asked of the network and told the console."""

    def __init__(self, page: "sync_api.Page", address: str) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url.partition("#")[0]))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address)

    def facts(self) -> "sync_api.Locator":
        """The facts that are shown."""
        return self.page.locator(".fact:visible")


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def address(dossier: Dossier, tmp_path: Path) -> str:
    """Where the page of the mill fire lies."""
    file = tmp_path / "dossier.html"
    file.write_text(render_html(dossier), encoding="utf-8")
    return file.as_uri()


@pytest.fixture
def visit(browser: "sync_api.Browser", address: str) -> Iterator[Visit]:
    """The page on a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield Visit(context.new_page(), address)
    context.close()


def test_nothing_is_loaded_and_nothing_complains(visit: Visit, address: str) -> None:
    """The file is the only request, and the console stays empty."""
    assert [url for url in visit.requests if not url.startswith("data:")] == [address]
    assert visit.complaints == []


def test_conflicts_can_be_filtered(visit: Visit) -> None:
    """A click leaves the conflicts, says how many, and marks the button; All brings the rest back."""
    every = visit.facts().count()
    visit.page.get_by_role("button", name="Conflict", exact=False).click()
    assert visit.facts().count() == visit.page.locator(".fact.conflict").count() == 2
    assert visit.page.get_by_role("button", name="Conflict").get_attribute("aria-pressed") == "true"
    assert visit.page.get_by_text(f"Showing 2 of {every}").is_visible()
    visit.page.get_by_role("button", name="All 7").click()
    assert visit.facts().count() == every


def test_a_figure_of_the_head_filters_the_facts(visit: Visit) -> None:
    """The number of corroborated facts leads to these facts."""
    figure = visit.page.locator(".band a[data-show=corroborated]")
    number = int(figure.inner_text())
    figure.click()
    assert visit.facts().count() == number == 2


def test_facts_can_be_searched(visit: Visit) -> None:
    """A word of a value, in any case, finds its fact; nonsense finds none and says so."""
    search = visit.page.get_by_label("Search facts")
    search.fill("KILOMETRES")
    assert visit.facts().locator(".label").all_inner_texts() == ["how far the smoke was seen"]
    search.fill("zzz")
    assert visit.facts().count() == 0
    assert visit.page.get_by_text("Nothing matches").is_visible()


def test_a_fact_leads_to_its_evidence(visit: Visit) -> None:
    """One click shows the readings side by side, one more the words in their report."""
    fact = visit.page.locator(".fact", has_text="damage").first
    fact.locator("summary").click()
    columns = fact.locator(".column")
    assert columns.locator(".big bdi").all_inner_texts() == ["3 million euros", "8 million euros"]
    left, right = columns.nth(0).bounding_box(), columns.nth(1).bounding_box()
    assert left
    assert right
    assert left["y"] == right["y"]
    assert columns.nth(1).locator("blockquote mark").inner_text() == "8 million euros"
    columns.nth(1).get_by_role("link", name="in the report of Vale Observer").click()
    evidence = visit.page.locator("mark:target")
    assert evidence.inner_text() == "8 million euros"
    assert evidence.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }"
    )
    assert visit.page.locator(".report", has=evidence).locator("h4").inner_text().endswith("Vale Observer")


def test_a_value_of_the_table_leads_to_its_report(visit: Visit) -> None:
    """The table opens with one click; those that stand together look alike, and a value leads to its words."""
    visit.page.locator(".table > summary").click()
    cells = visit.page.locator(".sheet tr", has_text="damage").locator("td")
    assert [" ".join(text.split()) for text in cells.all_inner_texts()] == [
        *["● group 1: 3 million euros"] * 2, "▲ group 2: 8 million euros", "● group 1: 3 million euros", "", "",
    ]  # fmt: skip
    grounds = [cells.nth(n).evaluate("e => getComputedStyle(e).backgroundColor") for n in range(5)]
    assert grounds[0] == grounds[1] == grounds[3]
    assert len(set(grounds)) == 3
    cells.nth(2).get_by_role("link").click()
    assert visit.page.locator("mark:target").inner_text() == "8 million euros"
    assert visit.page.locator("mark:target").is_visible()


def test_the_table_scrolls_in_its_own_box(browser: "sync_api.Browser", address: str) -> None:
    """On a phone the fact and the outlet stay in sight while the table moves under them."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page = Visit(context.new_page(), address).page
    page.locator(".table > summary").click()
    sheet = page.locator(".sheet")
    sheet.evaluate("e => { e.style.maxHeight = '14rem'; e.scrollTo(300, 200) }")
    assert sheet.evaluate("e => [e.scrollLeft, e.scrollTop]") == [300, 200]
    box = sheet.bounding_box()
    corner = sheet.locator("thead th").first.bounding_box()
    assert box
    assert corner
    assert (corner["x"], corner["y"] - 1) == (box["x"], box["y"])
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_table_can_be_saved(browser: "sync_api.Browser", address: str, dossier: Dossier, scripts: bool) -> None:
    """The button saves what --csv writes, with a mark for spreadsheets, with no network and no script."""
    context = browser.new_context(java_script_enabled=scripts)
    visit = Visit(context.new_page(), address)
    visit.page.locator(".table > summary").click()
    with visit.page.expect_download() as download:
        visit.page.get_by_role("link", name="Download as CSV").click()
    saved = Path(download.value.path()).read_bytes().decode("utf-8")
    assert download.value.suggested_filename == "readings-story-1.csv"
    assert saved == "\ufeff" + render_table(dossier.stories[:1], dossier.articles[:6])
    assert [url for url in visit.requests if not url.startswith("data:")] == [address]
    context.close()


def test_the_report_leads_back_to_the_fact(visit: Visit) -> None:
    """The small number after a mark opens the fact that rests on it, even when a filter hid it."""
    visit.page.get_by_role("button", name="Update").click()
    visit.page.locator(".report .ref.conflict").first.click()
    fact = visit.page.locator(".fact:target")
    assert fact.is_visible()
    assert fact.locator(".inside").is_visible()


def test_a_closed_report_opens_for_its_evidence(visit: Visit) -> None:
    """A link to a passage in a text that was closed opens the text."""
    visit.page.evaluate("document.querySelectorAll('.full').forEach(d => { d.open = false })")
    visit.page.locator(".once .place").first.click()
    assert visit.page.locator("mark:target").is_visible()


def test_speakers_can_be_found(visit: Visit) -> None:
    """A name leaves that speaker, with the way that the words took."""
    visit.page.get_by_label("Find a speaker").fill("lind")
    speakers = visit.page.locator(".speaker:visible")
    assert speakers.locator(".name").all_inner_texts() == ["Tomas Lind"]
    speakers.locator("summary").click()
    assert "Tomas Lind → Vale Observer → The Ledger" in " ".join(speakers.inner_text().split())


def test_the_text_is_shown_as_it_came_on_demand(visit: Visit) -> None:
    """A box puts what stood there in the place of the repaired words, with the look-alike letters marked."""
    report = visit.page.locator(".report", has_text="SHOCKING")
    before, after = report.locator(".text del").first, report.locator(".text .repair").first
    assert (before.is_visible(), after.is_visible()) == (False, True)
    report.get_by_label("show the text as it came").check()
    assert (before.is_visible(), after.is_visible()) == (True, False)
    assert before.locator(".odd").all_inner_texts() == ["О"]


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_a_fact(visit: Visit, key: str) -> None:
    """Tab comes to a fact with a visible ring, a key opens it."""
    page = visit.page
    page.locator(".controls button[data-open-all]").first.focus()
    page.keyboard.press("Tab")
    focused = page.locator(".fact summary:focus")
    assert focused.count() == 1
    assert focused.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press(key)
    assert page.locator(".fact").first.locator(".inside").is_visible()


def test_the_first_tab_skips_to_the_dossier(visit: Visit) -> None:
    """The skip link comes first, can be seen, and leads to the main part."""
    visit.page.keyboard.press("Tab")
    skip = visit.page.locator(".skip:focus")
    box = skip.bounding_box()
    assert box
    assert box["x"] >= 0
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate("document.activeElement.id") == "main"


def test_nothing_from_an_article_ran(visit: Visit) -> None:
    """No script, handler or address of the hostile article did anything."""
    visit.page.wait_for_timeout(100)
    assert visit.page.evaluate("window.pwned") is None
    assert visit.page.get_by_text("<script>window.pwned = 1</script>").first.is_visible()
    assert visit.page.locator(".report img, .report script, .report iframe, .report b:not(.odd)").count() == 0


def test_the_policy_stops_a_foreign_script(browser: "sync_api.Browser", dossier: Dossier, tmp_path: Path) -> None:
    """Were an article's script to get into the page, the browser would refuse it; so with handlers and pictures."""
    smuggled = "<script>window.pwned = 1</script><img src='https://example.com/x.png' onerror='window.pwned = 2'>"
    file = tmp_path / "dossier.html"
    file.write_text(render_html(dossier).replace("<main", smuggled + "<main", 1), encoding="utf-8")
    context = browser.new_context()
    visit = Visit(context.new_page(), file.as_uri())
    visit.page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.pwned = 3";
        document.body.append(script);
    }""")
    visit.page.wait_for_timeout(200)
    assert visit.page.evaluate("window.pwned") is None
    assert any("Content Security Policy" in text for text in visit.complaints)
    context.close()


@pytest.mark.parametrize("width", [360, 390, 768])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_small_screens_need_no_scrolling_sideways(
    browser: "sync_api.Browser", address: str, width: int, scheme: str
) -> None:
    """With every fact, speaker and list open nothing is wider than the screen."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    visit = Visit(context.new_page(), address)
    visit.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert visit.page.locator(".stemma:visible").count() == 1
    context.close()


# Words, and what they stand on, as the browser computes them; WCAG AA asks for 4.5 to 1.
CONTRAST = """() => {
  const parse = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = parse(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] > 0) return c;
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  for (const e of document.querySelectorAll("body *")) {
    if (e.closest("svg") || ![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
    if (!e.checkVisibility()) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) poor.add(`${e.tagName}.${e.className}`);
  }
  return [...poor];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: "sync_api.Browser", address: str, scheme: str) -> None:
    """All words reach the contrast of WCAG AA, in daylight and in the dark, with everything open."""
    context = browser.new_context(color_scheme=scheme)
    visit = Visit(context.new_page(), address)
    visit.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert visit.page.evaluate(CONTRAST) == []
    context.close()


def test_the_dark_page_is_dark(browser: "sync_api.Browser", address: str) -> None:
    """The ground follows the reader's preference."""
    grounds = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = Visit(context.new_page(), address).page
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        grounds.append(sum(int(part) for part in re.findall(r"\d+", colour)))
        context.close()
    assert grounds[0] > 600
    assert grounds[1] < 150


def test_all_text_can_be_read_without_javascript(browser: "sync_api.Browser", address: str, dossier: Dossier) -> None:
    """No control is shown that would do nothing, every text is there, and a fact opens all the same."""
    context = browser.new_context(java_script_enabled=False)
    page = Visit(context.new_page(), address).page
    assert page.locator(".controls:visible").count() == 0
    story = dossier.stories[0]
    assert page.locator("#story-1-reports .text:visible").count() == len(story.article_ids)
    page.locator(".fact summary").first.click()
    assert page.locator(".fact .inside").first.is_visible()
    context.close()


def test_print_opens_everything(visit: Visit) -> None:
    """On paper every fact, repair and piece set aside can be read, and the controls are gone."""
    visit.page.emulate_media(media="print")
    assert visit.page.locator(".controls:visible").count() == 0
    visit.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    inside = visit.page.locator(".fact .inside, .removed dl, .repairs ul")
    assert all(inside.nth(n).is_visible() for n in range(inside.count()))
    visit.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert visit.page.locator(".fact details[open]").count() == 0
