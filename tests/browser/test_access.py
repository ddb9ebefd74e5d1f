"""For everyone: nothing that axe-core finds, in both themes and on a narrow screen; paper; the keyboard alone."""

import re
from itertools import pairwise

import pytest

from tests.support_browser import expect, made

NARROW = {"viewport": {"width": 390, "height": 844}}
LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {**NARROW, "color_scheme": "light"},
    "narrow and dark": {**NARROW, "color_scheme": "dark"},
}
PAGES = ("overview", "corpus", "scan", "text", "pdf", "leaks", "rules", "unread", "one file")


@pytest.fixture(scope="session")
def unread(rooms):
    """The page of a document that could not be read."""
    (rooms / "cut").mkdir()
    (rooms / "cut" / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<")
    return made(rooms / "cut" / "out", rooms / "cut" / "cut.pdf") / "index.html"


@pytest.fixture
def place(request, examples, corpus, page_of, one_file, unread):
    """A page by its name, and the folder it may ask for things."""

    def found(name):
        places = {
            "overview": examples / "index.html",
            "corpus": corpus / "index.html",
            "scan": page_of("scan-pdf"),
            "text": page_of("telegram-part-txt"),
            "pdf": page_of("memo-part-pdf"),
            "leaks": page_of("bars-pdf"),
            "rules": examples / "rules.html",
            "unread": unread,
            "one file": one_file,
        }
        folder = {"corpus": corpus, "unread": unread.parent, "one file": one_file.parent}.get(name, examples)
        return places[name], folder

    return found


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_keeps_anyone_out(visit, place, name, look):
    assert visit(*place(name), **LOOKS[look]).violations() == []


@pytest.mark.parametrize("name", ["scan", "text"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_nor_when_a_mark_is_lit_and_all_is_open(visit, place, name, look):
    visited = visit(*place(name), **LOOKS[look], reduced_motion="reduce")  # a mark that flashes is pale for a moment
    page = visited.page
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    for box in page.locator("input[data-kind]").all():
        box.check()
    page.locator("[data-column='release_status'] a.evidence").first.click()
    assert visited.violations() == []


@pytest.mark.parametrize("look", ["light", "dark"])
def test_nor_when_the_keys_are_told_or_the_table_is_filtered(visit, place, look):
    visited = visit(*place("scan"), **LOOKS[look])
    visited.page.keyboard.press("?")
    found = visited.violations()
    visited = visit(*place("corpus"), **LOOKS[look])
    visited.page.locator("#chart-exemptions summary").click()
    found += visited.violations()
    visited.page.locator("#chart-years a.bar").first.click()
    visited.page.locator("#search").fill("no such words")
    expect(visited.page.locator("#nothing")).to_be_visible()
    found += visited.violations()
    assert found == []


# That of the body, or of what shows through it.
BACKGROUND = """[document.body, document.documentElement].map(element => getComputedStyle(element).backgroundColor)
  .find(colour => colour !== 'rgba(0, 0, 0, 0)') || 'rgb(255, 255, 255)'"""
LETTERS = "getComputedStyle(document.body).color"


def lightness(colour):
    red, green, blue = map(int, re.findall(r"\d+", colour)[:3])
    return (red + green + blue) / 3


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light_or_dark_as_its_reader_likes(visit, place, name):
    tones = {}
    for look in ("light", "dark"):
        page = visit(*place(name), **LOOKS[look]).page
        tones[look] = (lightness(page.evaluate(BACKGROUND)), lightness(page.evaluate(LETTERS)))
    assert tones["light"][0] > 200 > 100 > tones["light"][1]
    assert tones["dark"][0] < 60 < 180 < tones["dark"][1]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 390, 768])
def test_a_narrow_page_scrolls_downwards_alone(visit, place, name, width):
    visited = visit(*place(name), viewport={"width": width, "height": 844})
    assert visited.overflow() <= 0


@pytest.mark.parametrize("width", [320, 390])
def test_nor_does_the_overview_grow_wider_by_its_numbers(visit, place, width):
    visited = visit(*place("corpus"), viewport={"width": width, "height": 844})
    for summary in visited.page.locator(".chart summary").all():
        summary.click()
    assert visited.overflow() <= 0


@pytest.mark.parametrize("name", ["scan", "text"])
def test_a_jump_works_on_a_narrow_screen(visit, place, name):
    page = visit(*place(name), **NARROW).page
    link = page.locator("[data-column='release_status'] a.evidence").first
    anchor = link.get_attribute("data-marks").split()[0]
    link.click()
    assert page.evaluate("document.activeElement.id") == anchor
    assert page.locator(f"[id='{anchor}']").evaluate(
        "mark => mark.getBoundingClientRect().top < innerHeight && mark.getBoundingClientRect().bottom > 0"
    )


@pytest.mark.parametrize("name", ["scan", "text", "leaks"])
def test_on_paper_stands_the_document_and_not_what_moves_it(visit, place, name):
    page = visit(*place(name)).page
    page.emulate_media(media="print")
    for selector in ("#toolbar", "nav.thumbnails", ".skip"):
        for element in page.locator(selector).all():
            assert not element.is_visible(), selector
    assert page.locator("table#record").is_visible()
    assert page.locator("#page-1").is_visible()
    assert lightness(page.evaluate(BACKGROUND)) > 200


def test_on_paper_a_dark_screen_is_light(visit, place):
    for name in ("scan", "overview"):
        page = visit(*place(name), color_scheme="dark").page
        page.emulate_media(media="print", color_scheme="light")
        assert lightness(page.evaluate(LETTERS)) < 100


def test_on_paper_stands_the_overview_without_its_controls(visit, place):
    page = visit(*place("corpus")).page
    page.emulate_media(media="print")
    assert not page.locator("#search").is_visible()
    assert page.locator("table#documents").is_visible()
    printed = page.pdf()
    assert printed.startswith(b"%PDF")


@pytest.mark.parametrize("name", ["scan", "overview"])
def test_nothing_moves_where_nothing_shall(visit, place, name):
    page = visit(*place(name), reduced_motion="reduce").page
    moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter(element => {
      const style = getComputedStyle(element);
      return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01
        || style.scrollBehavior === 'smooth';
    }).map(element => element.tagName + '.' + element.className)""")
    assert moving == []


def tabbed(page, wanted, limit=200):
    """Presses Tab until the focus is on something; how often."""
    for count in range(1, limit):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return count
    raise AssertionError(f"Tab does not reach {wanted}")


@pytest.mark.parametrize("name", ["scan", "text"])
def test_the_keyboard_alone_reaches_a_value_follows_it_and_comes_back(visit, place, name):
    page = visit(*place(name)).page
    tabbed(page, "a.evidence")
    first = page.evaluate("document.activeElement.dataset.marks.split(' ')[0]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('a.evidence')")


def test_the_first_tab_skips_to_the_content(visit, place):
    for name in PAGES:
        page = visit(*place(name)).page
        page.keyboard.press("Tab")
        skip = page.locator("a.skip:focus")
        assert skip.count() == 1, name
        assert skip.evaluate("link => link.getBoundingClientRect().left >= 0 && link.getBoundingClientRect().top >= 0")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


def test_the_keyboard_alone_searches_sorts_and_filters(visit, place):
    page = visit(*place("corpus")).page
    page.keyboard.press("/")
    page.keyboard.type("cable-0042")
    expect(page.locator("#rows tr")).to_have_count(1)
    page.locator("#clear").focus()
    page.keyboard.press("Enter")
    page.locator("select[data-filter='status']").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#count")).to_contain_text(" of 230 documents")
    page.locator("button[data-sort='pages']").focus()
    page.keyboard.press("Enter")
    assert page.locator("thead th.c-pages").get_attribute("aria-sort") == "descending"


@pytest.mark.parametrize("name", ["corpus", "scan", "text"])
def test_what_has_the_focus_is_seen(visit, place, name):
    page = visit(*place(name)).page
    unseen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        seen, what = page.evaluate("""() => {
          const element = document.activeElement, style = getComputedStyle(element);
          const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
          const shapes = [...element.querySelectorAll('rect, path')];
          const drawn = shapes.some(shape => getComputedStyle(shape).stroke !== 'none');
          return [ring || style.boxShadow !== 'none' || drawn, `${element.tagName}#${element.id}.${element.className}`];
        }""")
        if not seen and not what.startswith("BODY"):
            unseen.append(what)
    assert unseen == []


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_a_language_a_title_one_heading_and_landmarks(visit, place, name):
    page = visit(*place(name)).page
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title()
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    levels = page.eval_on_selector_all("h1, h2, h3, h4", "heads => heads.map(head => Number(head.tagName[1]))")
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("zoom", [2, 4])
def test_letters_of_twice_the_size_do_not_widen_the_page(visit, place, zoom):
    """A window of 1280 pixels at 200 and 400 percent is one of 640 and 320."""
    for name in ("overview", "scan", "text"):
        visited = visit(*place(name), viewport={"width": 1280 // zoom, "height": 900 // zoom}, device_scale_factor=zoom)
        assert visited.overflow() <= 0, name
