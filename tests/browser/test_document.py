"""A document's page in a browser: from a value to its mark and back, keys, zoom, layers, the strip of pages."""

import pytest

from tests.support_browser import ROOT, expect, made
from tests.support_hostile import many_pages

# Whether an element lies in the window, below the toolbar.
IN_VIEW = """element => {
  const box = element.getBoundingClientRect();
  const bar = document.querySelector('#toolbar').getBoundingClientRect();
  const covered = getComputedStyle(document.querySelector('#toolbar')).position === 'sticky' ? bar.bottom : 0;
  return box.width > 0 && box.bottom > covered && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}"""


@pytest.fixture
def scan(visit, page_of, examples):
    """The page of a scan of two pages."""
    return visit(page_of("scan-pdf"), examples).page


@pytest.fixture
def cable(visit, page_of, examples):
    """The page of a text."""
    return visit(page_of("telegram-part-txt"), examples).page


def in_view(page, anchor):
    return page.locator(f"[id='{anchor}']").evaluate(IN_VIEW)


def is_lit(page, anchor):
    return "lit" in (page.locator(f"[id='{anchor}']").get_attribute("class") or "").split()


def focused(page):
    return page.evaluate(
        "document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
    )


def proofs(page, column):
    """The links of a column's values to their marks."""
    return page.locator(f"[data-column='{column}'] a.evidence")


def jumps(page):
    """Every value that has proof, as the link's place and its marks."""
    return page.eval_on_selector_all("a.evidence", "links => links.map(link => link.dataset.marks.split(' '))")


def test_every_proof_is_on_the_page_once(scan, cable):
    for page in (scan, cable):
        anchors = {anchor for marks in jumps(page) for anchor in marks}
        assert anchors
        counts = page.evaluate(
            "anchors => anchors.map(anchor => document.querySelectorAll(`[id='${anchor}']`).length)", sorted(anchors)
        )
        assert set(counts) == {1}


@pytest.mark.parametrize("sample", ["scan", "cable"])
def test_a_value_leads_to_its_mark_which_is_lit_and_focused_and_escape_leads_back(request, sample):
    page = request.getfixturevalue(sample)
    link = proofs(page, "release_status").first
    link.scroll_into_view_if_needed()
    marks = link.get_attribute("data-marks").split()
    place = page.evaluate("[scrollX, scrollY]")
    link.click()
    assert in_view(page, marks[0])
    assert [anchor for anchor in marks if not is_lit(page, anchor)] == []
    assert focused(page) == marks[0]
    page.keyboard.press("Escape")
    assert link.evaluate("link => link === document.activeElement")
    assert page.evaluate("[scrollX, scrollY]") == place
    assert page.locator(".sheets .lit").count() == 0


@pytest.mark.parametrize("sample", ["scan", "cable"])
def test_every_value_leads_to_a_mark_in_view(request, sample):
    page = request.getfixturevalue(sample)
    links = page.locator(".dossier a.evidence:visible")
    assert links.count() > 10
    for index in range(links.count()):
        link = links.nth(index)
        first = link.get_attribute("data-marks").split()[0]
        link.focus()
        page.keyboard.press("Enter")
        assert focused(page) == first
        assert in_view(page, first), first
        page.keyboard.press("Escape")
        assert link.evaluate("link => link === document.activeElement")


@pytest.mark.parametrize("sample", ["scan", "cable"])
def test_a_mark_leads_to_the_values_that_rest_on_it(request, sample):
    page = request.getfixturevalue(sample)
    anchor = proofs(page, "release_status").first.get_attribute("data-marks").split()[0]
    mark = page.locator(f"[id='{anchor}']")
    mark.scroll_into_view_if_needed()
    mark.locator(".hit").first.click() if sample == "scan" else mark.click()
    value = page.locator("a.evidence:focus")
    assert anchor in value.get_attribute("data-marks").split()
    assert "lit" in value.get_attribute("class").split()
    resting = page.locator(f"a.evidence[data-marks~='{anchor}']")
    assert resting.count() == page.locator(f"a.evidence.lit[data-marks~='{anchor}']").count()
    page.keyboard.press("Escape")
    assert focused(page) == anchor


def test_a_redaction_leads_to_its_own_row(scan):
    scan.locator("[id='r1']").focus()
    scan.keyboard.press("Enter")
    assert scan.locator("a.evidence:focus").inner_text() == "R2"


def test_a_mark_with_the_focus_is_followed_by_enter(scan):
    anchor = proofs(scan, "release_status").first.get_attribute("data-marks").split()[0]
    scan.locator(f"[id='{anchor}']").focus()
    scan.keyboard.press("Enter")
    assert anchor in scan.locator("a.evidence:focus").get_attribute("data-marks").split()


def test_jumps_go_back_one_by_one(cable):
    first, second = proofs(cable, "release_status").first, proofs(cable, "original_date").first
    first.focus()
    cable.keyboard.press("Enter")
    second.focus()
    cable.keyboard.press("Enter")
    cable.keyboard.press("Escape")
    assert second.evaluate("link => link === document.activeElement")
    cable.keyboard.press("Escape")
    assert first.evaluate("link => link === document.activeElement")


def test_a_page_opened_at_a_mark_shows_it(visit, page_of, examples, scan):
    anchor = proofs(scan, "original_date").first.get_attribute("data-marks").split()[0]
    page = visit(page_of("scan-pdf"), examples, fragment=f"#{anchor}").page
    assert is_lit(page, anchor)
    assert in_view(page, anchor)


@pytest.mark.parametrize("fragment", ["#%", "#m99999", "#page-2", "#nonsense", "#m1'\"]", "#__proto__"])
def test_a_page_opened_at_nothing_does_no_harm(visit, page_of, examples, fragment):
    page = visit(page_of("scan-pdf"), examples, fragment=fragment).page
    page.keyboard.press("n")
    assert page.locator("#page-number").input_value() == "2"


def current(page):
    return page.locator("#page-number").input_value()


def test_keys_turn_the_pages(scan):
    assert current(scan) == "1"
    assert scan.locator("#page-previous").is_disabled()
    scan.keyboard.press("n")
    assert current(scan) == "2"
    assert in_view(scan, "page-2")
    assert scan.locator("#page-next").is_disabled()
    scan.keyboard.press("n")
    assert current(scan) == "2"
    scan.keyboard.press("p")
    assert current(scan) == "1"


def test_buttons_and_the_field_turn_the_pages(scan):
    scan.locator("#page-next").click()
    assert current(scan) == "2"
    scan.locator("#page-previous").click()
    assert current(scan) == "1"
    scan.locator("#page-number").fill("2")
    scan.keyboard.press("Enter")
    assert in_view(scan, "page-2")
    scan.locator("#page-number").fill("77")
    scan.keyboard.press("Enter")
    assert current(scan) == "2"


def test_the_strip_of_pages_leads_to_a_page_and_says_which_is_shown(scan):
    links = scan.locator("nav.thumbnails a")
    assert [link.get_attribute("href") for link in links.all()] == ["#page-1", "#page-2"]
    assert links.nth(0).get_attribute("aria-current") == "page"
    links.nth(1).click()
    expect(links.nth(1)).to_have_attribute("aria-current", "page")
    assert in_view(scan, "page-2")
    assert links.nth(0).get_attribute("aria-current") is None


def width(page):
    return page.locator("#page-1 .leaf").evaluate("leaf => leaf.getBoundingClientRect().width")


def test_keys_and_buttons_zoom(scan):
    fitted = width(scan)
    scan.keyboard.press("+")
    larger = width(scan)
    assert larger > fitted
    scan.keyboard.press("+")
    assert width(scan) > larger
    for _ in range(9):
        scan.keyboard.press("-")
    smallest = width(scan)
    assert smallest < fitted
    scan.keyboard.press("0")
    assert width(scan) == fitted
    scan.locator("#zoom-in").click()
    assert width(scan) == larger
    scan.locator("#zoom-out").click()
    scan.locator("#zoom-out").click()
    assert width(scan) < larger
    scan.locator("#zoom-fit").click()
    assert width(scan) == fitted
    assert scan.locator("#zoom-fit").get_attribute("aria-pressed") == "true"


def test_marks_stay_on_their_words_at_every_zoom(scan):
    places = """() => {
      const leaf = document.querySelector('#page-1 .leaf').getBoundingClientRect();
      const boxes = [...document.querySelectorAll('#page-1 .mark .hit')].map(mark => mark.getBoundingClientRect());
      return boxes.filter(box => box.width).map(box => {
        return [(box.left - leaf.left) / leaf.width, (box.top - leaf.top) / leaf.height];
      });
    }"""
    before = scan.evaluate(places)
    scan.keyboard.press("+")
    scan.keyboard.press("+")
    after = scan.evaluate(places)
    assert len(before) > 5
    for (x, y), (other_x, other_y) in zip(before, after, strict=True):
        assert abs(x - other_x) < 0.002
        assert abs(y - other_y) < 0.002


def test_a_mark_lies_on_the_picture(scan):
    """The picture and what is drawn over it have one place and one size."""
    for number in (1, 2):
        boxes = scan.evaluate(
            """number => ['img', 'svg.marks'].map(name => {
              const box = document.querySelector(`#page-${number} ${name}`).getBoundingClientRect();
              return [box.left, box.top, box.width, box.height];
            })""",
            number,
        )
        assert max(abs(one - other) for one, other in zip(*boxes, strict=True)) < 1.5


def test_keys_go_from_mark_to_mark_and_from_finding_to_finding(scan):
    seen = []
    for _ in range(4):
        scan.keyboard.press("m")
        seen.append(focused(scan))
        assert in_view(scan, seen[-1])
        assert is_lit(scan, seen[-1])
    assert len(set(seen)) == 4
    scan.keyboard.press("Shift+M")
    assert focused(scan) == seen[-2]
    scan.keyboard.press("f")
    assert focused(scan).startswith("f")
    assert in_view(scan, focused(scan))


def test_keys_are_told_and_may_be_switched_off(scan):
    dialog = scan.locator("dialog#keys")
    assert not dialog.is_visible()
    scan.keyboard.press("?")
    assert dialog.is_visible()
    scan.keyboard.press("n")
    assert current(scan) == "1"
    dialog.locator("#single-keys").uncheck()
    scan.keyboard.press("Escape")
    assert not dialog.is_visible()
    scan.keyboard.press("n")
    assert current(scan) == "1"
    scan.locator("#help").click()
    dialog.locator("#single-keys").check()
    dialog.get_by_role("button").click()
    assert not dialog.is_visible()
    scan.keyboard.press("n")
    assert current(scan) == "2"


def test_keys_with_a_modifier_are_the_browsers(scan):
    for key in ("Control+f", "Alt+n", "Control+Shift+M", "Meta+m"):
        scan.keyboard.press(key)
    assert current(scan) == "1"
    assert scan.locator(".lit").count() == 0


def layers(page):
    return page.eval_on_selector_all("input[data-kind]", "boxes => boxes.map(box => box.dataset.kind)")


def shown(page, kind):
    """How many marks of a kind an eye can see."""
    return page.eval_on_selector_all(
        f"svg.marks .k-{kind}",
        "marks => marks.filter(mark => getComputedStyle(mark).display !== 'none'"
        " && getComputedStyle(mark).visibility !== 'hidden' && mark.getClientRects().length).length",
    )


def test_every_layer_is_switched_by_itself(scan):
    scan.locator("details.layers summary").click()
    kinds = layers(scan)
    assert {"redaction", "code", "stamp", "strike"} <= set(kinds)
    for kind in kinds:
        box = scan.locator(f"input[data-kind='{kind}']")
        before = {other: shown(scan, other) for other in kinds if other != kind}
        box.check()
        with_it = shown(scan, kind)
        box.uncheck()
        assert (with_it > 0, shown(scan, kind)) == (True, 0), kind
        assert {other: shown(scan, other) for other in kinds if other != kind} == before
        box.check()
        assert shown(scan, kind) == with_it


LOOKS = "mark => [getComputedStyle(mark).borderBottomColor, getComputedStyle(mark, '::before').content]"


def test_layers_mark_a_text_as_well(cable):
    cable.locator("details.layers summary").click()
    mark = cable.locator("mark.k-code").first
    before = mark.evaluate(LOOKS)
    assert before[1] == '"code"'
    cable.locator("input[data-kind='code']").uncheck()
    assert mark.evaluate(LOOKS) == ["rgba(0, 0, 0, 0)", "none"]
    assert mark.is_visible()
    cable.locator("input[data-kind='code']").check()
    assert mark.evaluate(LOOKS) == before


def test_kinds_are_told_apart_by_shape_and_label(scan):
    shapes = scan.eval_on_selector_all(
        ".layers .key[class*='k-'] path, .layers .key.mark path", "paths => paths.map(path => path.getAttribute('d'))"
    )
    assert len(shapes) == len(set(shapes)) == len(layers(scan))
    names = scan.eval_on_selector_all(
        "svg.marks .mark[id]", "marks => marks.map(mark => mark.getAttribute('aria-label'))"
    )
    assert all(names)


def test_lines_of_a_text_have_numbers_and_can_be_linked(visit, page_of, examples, cable):
    row = cable.locator("[id='page-1-line-25']")
    assert "SUBJECT: SOVARA: WHAT THE MINISTER WANTS FROM THE FERRIES" in row.inner_text()
    number = row.evaluate("row => getComputedStyle(row, '::before').content")
    assert "attr(data-row)" in number or "25" in number
    page = visit(page_of("telegram-part-txt"), examples, fragment="#page-1-line-36").page
    assert in_view(page, "page-1-line-36")


def test_a_text_stands_as_it_was_typed(cable):
    typed = (ROOT / "examples/clean/telegram-part.txt").read_text().replace("~~", "")
    shown_text = cable.evaluate("document.querySelector('#page-1 .typed').textContent")
    for line in filter(None, (line.strip() for line in typed.splitlines())):
        assert " ".join(line.split()) in " ".join(shown_text.split()), line


def test_a_finding_leads_to_its_rule(visit, page_of, examples):
    page = visit(page_of("leaked-txt"), examples).page
    finding = page.locator("li.finding").first
    assert (finding.get_attribute("data-rule"), finding.get_attribute("data-severity")) == (
        "no-release-marking",
        "high",
    )
    finding.locator("summary").click()
    finding.locator("a[href$='rules.html#no-release-marking']").click()
    page.wait_for_url("**/rules.html#no-release-marking")
    assert page.locator("#no-release-marking").is_visible()


def test_the_record_shows_original_and_release_side_by_side(scan):
    heads = scan.locator("table#record thead th").all_inner_texts()
    assert [head.lower() for head in heads[-2:]] == ["original", "release"]
    assert scan.locator("tr[data-column='original_classification']").count() == 1


def test_the_overview_is_one_step_away(scan):
    scan.locator("nav[aria-label='Report'] a").first.click()
    scan.wait_for_url("**/index.html")
    assert scan.locator("table#documents").count() == 1


def test_pictures_are_fetched_when_they_come_into_view(visit, rooms, tmp_path):
    (tmp_path / "many.pdf").write_bytes(many_pages(60))
    place = made(tmp_path / "out", tmp_path / "many.pdf", "--ocr", "off")
    visited = visit(place / "index.html")
    visited.page.wait_for_load_state("networkidle")
    first = set(visited.pictures())
    assert first
    assert len(first) < 30
    assert "pictures/60.webp" not in first
    visited.page.locator("#page-60").scroll_into_view_if_needed()
    expect(visited.page.locator("#page-60 img")).to_have_js_property("complete", value=True)
    assert "pictures/60.webp" in {name.replace(".png", ".webp") for name in visited.pictures()}


@pytest.mark.parametrize("binding", ["lone", "one_file"])
def test_a_document_by_itself_works_the_same(request, visit, binding):
    place = request.getfixturevalue(binding)
    place = place if place.is_file() else place / "index.html"
    if binding == "one_file":
        assert [path.name for path in place.parent.iterdir()] == ["one.html"]
    visited = visit(place)
    page = visited.page
    assert page.locator("#page-1 img").evaluate("picture => picture.complete && picture.naturalWidth") > 100
    link = proofs(page, "release_status").first
    anchor = link.get_attribute("data-marks").split()[0]
    link.click()
    assert focused(page) == anchor
    assert is_lit(page, anchor)
    page.keyboard.press("n")
    assert current(page) == "2"
    if binding == "one_file":
        assert {url for url in visited.requests if not url.startswith("data:")} == {place.resolve().as_uri()}
        hrefs = page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
        assert [href for href in hrefs if not href.startswith("#")] == []
