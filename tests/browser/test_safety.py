"""Nothing runs but our script, nothing is asked for outside the folder, and hostile documents are shown and not run."""

import contextlib
import re
from urllib.parse import parse_qs

import pytest

from tests.support_browser import made, until
from tests.support_hostile import SHOWN, write_heavy, write_hostile
from tests.support_html import Parsed


@pytest.fixture(scope="session")
def hostile(rooms):
    """The report of documents that carry script and odd names."""
    place = rooms / "hostile"
    write_hostile(place / "papers")
    with contextlib.chdir(place):
        return made(place / "out", "papers")


@pytest.fixture(scope="session")
def heavy(rooms):
    """The report of a line of megabytes and of a hundred thousand short ones."""
    write_heavy(rooms / "heavy" / "papers")
    return made(rooms / "heavy" / "out", rooms / "heavy" / "papers")


INJECTED = """() => {
  window.ran = [];
  const script = document.createElement('script');
  script.textContent = 'window.ran.push("script")';
  document.body.append(script);
  const place = document.createElement('div');
  place.innerHTML = '<img src="nowhere.png" onerror="window.ran.push(1)">'
    + '<button onclick="window.ran.push(2)">x</button>'
    + '<a href="javascript:window.ran.push(3)">x</a><svg onload="window.ran.push(4)"></svg>'
    + '<iframe srcdoc="<script>parent.ran.push(5)</script>"></iframe><p style="color: red" id="styled">x</p>'
    + '<form action="https://example.org/"><button id="send">x</button></form>';
  document.body.append(place);
  place.querySelector('button').click();
  place.querySelector('a').click();
  place.querySelector('#send').click();
  const far = new Image();
  far.src = 'https://example.org/pixel.png';
  const elsewhere = document.createElement('script');
  elsewhere.src = 'https://example.org/script.js';
  document.body.append(elsewhere);
  // By themselves, for what a test runs itself is free of the policy.
  setTimeout(() => window.ran.push(eval('6')));
  setTimeout(() => new Function('window.ran.push(7)')());
  const colour = () => getComputedStyle(place.querySelector('#styled')).color;
  return fetch('https://example.org/').then(() => window.ran.push(8), colour);
}"""


@pytest.mark.parametrize("name", ["overview", "scan", "rules", "one file", "lone"])
def test_the_policy_of_a_page_stops_whatever_is_put_into_it(visit, examples, page_of, one_file, lone, name):
    place, folder = {
        "overview": (examples / "index.html", examples),
        "scan": (page_of("scan-pdf"), examples),
        "rules": (examples / "rules.html", examples),
        "one file": (one_file, one_file.parent),
        "lone": (lone / "index.html", lone),
    }[name]
    visited = visit(place, folder)
    page = visited.page
    assert visited.complaints == []
    asked = len([url for url in visited.requests if url.startswith("http")])
    colour = page.evaluate(INJECTED)
    until(page, lambda: len(refused(visited)) >= 8)
    page.wait_for_timeout(300)  # for what should never happen
    assert page.evaluate("window.ran") == []
    assert colour != "rgb(255, 0, 0)"
    assert asked == 0
    assert page.url.startswith(place.resolve().as_uri())
    assert len(refused(visited)) >= 8
    # What was put in was refused before it left, and that is all that was wrong.
    visited.complaints.clear()
    visited.requests[:] = [url for url in visited.requests if not url.startswith("http")]


def refused(visited):
    """What the policy of a page stopped, in the words of the browser."""
    return [complaint for complaint in visited.complaints if "Content Security Policy" in complaint]


def documents(report):
    return sorted((report / "documents").glob("*.html"))


def test_hostile_documents_are_shown_and_do_not_run(visit, hostile):
    """Every page of the report, opened in turn: no dialog, no complaint, nothing asked for beyond the folder."""
    assert len(documents(hostile)) > 30
    visited = visit(hostile / "index.html")
    for place in (hostile / "index.html", hostile / "rules.html", *documents(hostile)):
        visited.page.goto(place.resolve().as_uri())
        assert visited.complaints == [], place.name
        assert visited.page.locator("h1").count() == 1, place.name


def test_a_picture_is_asked_for_by_the_name_that_it_has(visit, hostile):
    visited = visit(hostile / "index.html")
    for place in documents(hostile):
        if place.with_suffix("").is_dir():
            visited.page.goto(place.resolve().as_uri())
            shown = visited.page.locator("#page-1 img").first
            shown.scroll_into_view_if_needed()
            assert shown.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") > 100, place.name


def test_hostile_names_stand_in_the_table_as_they_are(visit, hostile):
    page = visit(hostile / "index.html").page
    text = page.locator("#rows").inner_text()
    for name in ("<script>alert(1)<", "{{7*7}}.txt", "what#is?this.txt", "javascript:alert(4)", "=cmd|' calc'!A0.txt"):
        assert name in text
    odd = page.locator("#rows th a").filter(has_text=re.compile(r"[<>{}#%=:\"'\u202e\u05d0-\u05ea]"))
    assert odd.count() > 8
    for index in range(odd.count()):
        odd.nth(index).click()
        page.wait_for_selector("body.document")
        page.go_back()
        page.wait_for_selector("body.overview")


def test_hostile_words_are_searched_and_addressed_as_words(visit, hostile):
    page = visit(hostile / "index.html").page
    for words in (*SHOWN, "\u202e", "\\", "'", "%00", "__proto__"):
        page.locator("#search").fill(words)
        until(page, lambda words=words: searched(page) == words)
        page.reload()
        assert page.locator("#search").input_value() == words
    assert page.locator("#rows script").count() == 0


def searched(page):
    """The words that the address of an overview asks for."""
    return "".join(parse_qs(page.evaluate("location.hash").removeprefix("#")).get("q", []))


@pytest.mark.parametrize("number", range(len(SHOWN)))
def test_hostile_words_stand_on_the_page_as_they_are(visit, hostile, number):
    (place,) = (hostile / "documents").glob(f"{number}-txt-*.html")
    page = visit(place, hostile).page
    assert SHOWN[number] in page.locator("#page-1").evaluate("page => page.textContent")
    assert "SUBJECT" in page.locator("#page-1").inner_text()


def test_a_right_to_left_name_does_not_turn_its_line(visit, hostile):
    page = visit(hostile / "index.html").page
    turning = page.eval_on_selector_all(
        "#rows th a",
        """links => links.filter(link => /[\u0590-\u05ff\u202e]/.test(link.textContent)).map(link => {
          const bdi = link.querySelector('bdi');
          return bdi !== null && bdi.textContent === link.textContent;
        })""",
    )
    assert len(turning) >= 2
    assert all(turning)


@pytest.mark.parametrize("name", ["megabyte", "unbroken", "lines"])
def test_a_heavy_text_opens_and_answers(visit, heavy, name):
    (place,) = (heavy / "documents").glob(f"{name}-*.html")
    visited = visit(place, heavy)
    page = visited.page
    page.locator("a.evidence").first.click()
    assert page.evaluate("document.activeElement.id")
    page.keyboard.press("Escape")
    assert visited.overflow() <= 0


def test_three_hundred_pages_open_and_turn(visit, hostile):
    (place,) = (hostile / "documents").glob("many-pdf-*.html")
    visited = visit(place, hostile)
    page = visited.page
    page.locator("#page-number").fill("287")
    page.keyboard.press("Enter")
    assert page.locator("#page-287").evaluate("page => Math.abs(page.getBoundingClientRect().top) < 300")
    assert len(visited.pictures()) < 100


def test_pages_are_what_a_strict_reader_takes_them_for(visit, hostile):
    """The browser sees the elements that were written, and none more."""
    visited = visit(hostile / "index.html")
    for place in documents(hostile)[:12]:
        visited.page.goto(place.resolve().as_uri())
        written = [tag for tag, _ in Parsed(place.read_text(encoding="utf-8")).elements]
        for tag in ("script", "img", "svg", "a", "mark", "bdi", "h1", "li"):
            seen = visited.page.evaluate("tag => document.getElementsByTagName(tag).length", tag)
            assert seen == written.count(tag), (place.name, tag)
