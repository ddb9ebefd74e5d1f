"""The overview in a browser: it loads, sorts, searches, filters, turns its rows, and its charts filter it."""

import csv
import io
import re
from collections import Counter
from urllib.parse import unquote

import pytest

from redaudit.cli import main
from tests.support_browser import expect
from tests.support_corpus import LEVELS
from tests.support_html import Parsed

COUNT = 230
ROWS = 100


@pytest.fixture(scope="session")
def records(rooms, corpus):
    """What the table of the same documents says, by the document's path."""
    place = rooms / "corpus.csv"
    main(["report", str(rooms / "papers"), "--format", "csv", "-o", str(place), "--no-progress", "--jobs", "2"])
    with io.StringIO(place.read_text(encoding="utf-8")) as text:
        return {row["path"].rsplit("/", 1)[-1]: row for row in csv.DictReader(text)}


@pytest.fixture
def overview(visit, corpus):
    return visit(corpus / "index.html").page


def names(page):
    """The documents on show, in order."""
    return page.locator("tbody#rows tr th a").all_inner_texts()


def cells(page, column):
    """What stands in a column of the rows on show."""
    return page.locator(f"tbody#rows tr .c-{column}").all_inner_texts()


def chosen_by(page, name):
    return page.locator(f"select[data-filter='{name}']")


def counted(page):
    return page.locator("#count").inner_text()


def settled(page, words):
    """Waits until the live region says something. (The page's policy lets no test wait by a function in the page.)"""
    expect(page.locator("#count")).to_have_text(words)


def test_it_shows_the_first_documents_and_how_many_there_are(overview):
    assert counted(overview) == f"{COUNT} documents"
    assert len(names(overview)) == ROWS
    assert names(overview)[0] == "cable-0000.txt"
    assert overview.locator("#count").get_attribute("role") == "status"


def test_it_shows_without_script(browser, corpus):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((corpus / "index.html").as_uri())
    assert len(names(page)) == ROWS
    assert "without search, filters and sorting" in page.locator("noscript").inner_text()
    page.locator("tbody#rows a").first.click()
    assert page.locator("h1").count() == 1
    context.close()


def sorting_columns(page):
    return page.eval_on_selector_all("th button[data-sort]", "buttons => buttons.map(button => button.dataset.sort)")


SEVERITIES = ("high", "medium", "low", "info")
LEVEL = {level: rank for rank, level in enumerate(reversed(LEVELS))}
KEYS = {
    "document": str.lower,
    "original_classification": lambda text: LEVEL[text],
    "release_classification": lambda text: LEVEL[text.split("\n")[0]],
    "release_date": lambda text: text.split("\n")[0],
    "redactions": int,
    "redacted_share": lambda text: float(text.split()[0]),
    "pages": int,
    "years_overdue": float,
    "release_status": lambda text: ("in full", "in part").index(text),
    "findings": lambda text: [int((re.findall(rf"(\d+)\s+{word}", text) or [0])[0]) for word in SEVERITIES],
}


# Of numbers one wants the most first.
MOST_FIRST = ("years_overdue", "redactions", "redacted_share", "findings", "pages")


def test_every_column_sorts_both_ways_and_what_is_not_stated_stands_last(overview):
    columns = sorting_columns(overview)
    assert {"document", "original_classification", "release_date", "exemptions", *MOST_FIRST} <= set(columns)
    for column in columns:
        button, head = overview.locator(f"button[data-sort='{column}']"), overview.locator(f"thead th.c-{column}")
        orders = ("ascending", "descending")
        for order in reversed(orders) if column in MOST_FIRST else orders:
            button.click()
            assert head.get_attribute("aria-sort") == order
            assert overview.locator("th[aria-sort]:not([aria-sort='none'])").count() == 1
            shown = names(overview) if column == "document" else [text.strip() for text in cells(overview, column)]
            stated = [KEYS.get(column, str.lower)(text) for text in shown if text]
            assert stated == sorted(stated, reverse=order == "descending"), (column, order)
            assert shown[: len(stated)] == [text for text in shown if text]
        button.click()
        assert head.get_attribute("aria-sort") == "none"


def test_sorting_looks_at_all_documents_and_not_at_those_on_show(overview):
    button = overview.locator("button[data-sort='document']")
    button.click()
    button.click()
    assert names(overview)[0] == f"cable-{COUNT - 1:04}.txt"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cable-0042", ["cable-0042.txt"]),
        ("FERRIES c06000017", ["cable-0017.txt"]),
        ("C06000005", ["cable-0005.txt"]),
        ("lindar cable-0003", ["cable-0003.txt"]),
        ("F-2010-00000", []),
        ("2010-03-02 zembla c06000011", ["cable-0011.txt"]),
        ("no such words", []),
        ("<b>", []),
        (".*", []),
    ],
)
def test_search_finds_words_anywhere_in_a_document(overview, words, found):
    overview.locator("#search").fill(words)
    settled(overview, f"{len(found)} of {COUNT} documents")
    assert names(overview) == found
    assert overview.locator("#nothing").is_visible() is (not found)


def expected(records, name):
    """How many documents state each value of a filter, by the table."""
    rows = records.values()
    match name:
        case "status":
            return Counter(row["release_status"] for row in rows)
        case "change":
            return Counter(row["classification_change"] for row in rows)
        case "exemption":
            return Counter(code for row in rows for code in row["exemptions"].split("; ") if code)
        case "year":
            return Counter(row["release_date"][:4] for row in rows)
        case "severity":
            return None
        case "agency":
            return Counter({"State": len(records)})
    raise AssertionError(name)


def narrowed(page):
    """Waits until fewer than all are shown."""
    expect(page.locator("#count")).to_contain_text(f" of {COUNT} documents")


FILTERS = ("status", "change", "exemption", "severity", "agency", "year")


@pytest.mark.parametrize("name", FILTERS)
def test_every_choice_of_a_filter_shows_as_many_as_it_says(overview, records, name):
    options = (
        chosen_by(overview, name)
        .locator("option")
        .evaluate_all(
            "options => options.filter(option => option.value).map(option => [option.value, option.textContent])"
        )
    )
    assert options
    said = {value: int(re.search(r"\(([\d,]+)\)$", text)[1]) for value, text in options}
    if (counts := expected(records, name)) is not None:
        assert sorted(count for value, count in said.items() if value in counts or name == "agency") == sorted(
            counts.values()
        )
    for value, count in said.items():
        chosen_by(overview, name).select_option(value)
        settled(overview, f"{count} of {COUNT} documents" if count else f"0 of {COUNT} documents")
        assert len(names(overview)) == min(count, ROWS)
        assert unquote(overview.evaluate("location.hash")).replace("+", " ") == f"#{name}={value}"


def test_filters_and_search_narrow_together_and_are_cleared_together(overview, records):
    chosen_by(overview, "status").select_option("part")
    chosen_by(overview, "exemption").select_option("B6")
    overview.locator("#search").fill("lindar")
    wanted = [
        name
        for name, row in records.items()
        if row["release_status"] == "part" and "B6" in row["exemptions"].split("; ") and "LINDAR" in row["subject"]
    ]
    settled(overview, f"{len(wanted)} of {COUNT} documents")
    assert names(overview) == wanted
    overview.locator("#clear").click()
    settled(overview, f"{COUNT} documents")
    assert overview.locator("#search").input_value() == ""
    assert [chosen_by(overview, name).input_value() for name in FILTERS] == [""] * len(FILTERS)
    assert overview.locator("#clear").is_disabled()


CHARTS = ("levels", "years", "exemptions", "shares", "overdue", "rules")


@pytest.mark.parametrize("chart", CHARTS)
def test_a_bar_of_a_chart_filters_the_table_and_back_undoes_it(overview, chart):
    bar = overview.locator(f"#chart-{chart} a.bar").first
    said = overview.locator(f"#chart-{chart} a.bar").first.get_attribute("aria-label")
    bar.click()
    narrowed(overview)
    shown = int(counted(overview).split()[0])
    assert 0 < shown < COUNT
    assert str(shown) in re.findall(r"\d+", said), said
    assert bar.get_attribute("aria-current") == "true"
    overview.go_back()
    settled(overview, f"{COUNT} documents")
    assert bar.get_attribute("aria-current") is None
    overview.go_forward()
    settled(overview, f"{shown} of {COUNT} documents")
    bar.click()
    settled(overview, f"{COUNT} documents")


def test_all_overdue_documents_are_seen_at_once_the_longest_overdue_first(overview, records):
    late = {name: row["years_overdue"] for name, row in records.items() if row["years_overdue"]}
    assert 0 < len(late) < COUNT
    link = overview.get_by_role("link", name=f"all that were overdue: {len(late)} documents")
    link.click()
    settled(overview, f"{len(late)} of {COUNT} documents")
    assert overview.evaluate("location.hash") == "#overdue=any"
    assert link.get_attribute("aria-current") == "true"
    overview.locator("button[data-sort='years_overdue']").click()
    shown = dict(zip(names(overview), cells(overview, "years_overdue"), strict=True))
    assert list(shown.values()) == sorted(late.values(), key=float, reverse=True)[:ROWS]
    assert shown.items() <= late.items()
    link.click()
    settled(overview, f"{COUNT} documents")


def test_the_numbers_of_the_exemptions_count_passages(overview, records):
    overview.locator("#chart-exemptions summary").click()
    table = overview.locator("#chart-exemptions table")
    assert table.locator("thead th").all_inner_texts() == ["Exemption", "Documents", "Passages", "Lines", "Pages"]
    row = table.locator("tbody tr", has=overview.get_by_role("link", name="B6", exact=True))
    named = sum("B6" in row["exemptions"].split("; ") for row in records.values())
    documents, passages, *_ = row.locator("td").all_inner_texts()
    assert int(documents) == named
    # In each of these cables a code stands in the stamp and beside one passage.
    assert int(passages) == named > 0
    assert "each counted under every code beside it" in table.locator("caption").inner_text()


def test_a_bar_is_followed_with_the_keyboard(overview):
    bar = overview.locator("#chart-years a.bar").first
    bar.focus()
    overview.keyboard.press("Enter")
    narrowed(overview)
    assert int(counted(overview).split()[0]) < COUNT


def test_back_goes_through_every_choice(overview):
    steps = [counted(overview)]
    for name, value in (("status", "part"), ("exemption", "B6"), ("severity", "medium")):
        chosen_by(overview, name).select_option(value)
        expect(overview.locator("#count")).not_to_have_text(steps[-1])
        steps.append(counted(overview))
    for step in reversed(steps[:-1]):
        overview.go_back()
        settled(overview, step)


def test_a_view_can_be_linked(visit, corpus, records):
    page = visit(corpus / "index.html", fragment="#status=part&exemption=B6&sort=-document").page
    wanted = [name for name, row in records.items() if "B6" in row["exemptions"].split("; ")]
    settled(page, f"{len(wanted)} of {COUNT} documents")
    assert names(page) == sorted(wanted, reverse=True)
    assert chosen_by(page, "exemption").input_value() == "B6"


@pytest.mark.parametrize("fragment", ["#status=%3Cscript%3E", "#nonsense=1", "#row=99999", "#sort=constructor", "#%"])
def test_an_address_that_asks_for_nonsense_does_no_harm(visit, corpus, fragment):
    page = visit(corpus / "index.html", fragment=fragment).page
    expect(page.locator("#count")).to_contain_text(f"{COUNT} documents")
    page.locator("#search").fill("cable-0042")
    expect(page.locator("#rows tr")).not_to_have_count(ROWS)
    page.locator("#clear").click()
    settled(page, f"{COUNT} documents")


def test_rows_are_turned_a_hundred_at_a_time(overview):
    previous, following = overview.locator("#previous"), overview.locator("#next")
    assert previous.is_disabled()
    seen = names(overview)
    following.click()
    seen += names(overview)
    following.click()
    seen += names(overview)
    assert following.is_disabled()
    assert seen == [f"cable-{number:04}.txt" for number in sorted(range(COUNT), key=lambda n: (n % 11, n))]
    previous.click()
    assert names(overview) == seen[ROWS : 2 * ROWS]


def test_every_row_leads_to_its_document(overview, corpus):
    links = overview.eval_on_selector_all("tbody#rows th a", "links => links.map(link => link.getAttribute('href'))")
    overview.locator("#next").click()
    links += overview.eval_on_selector_all("tbody#rows th a", "links => links.map(link => link.getAttribute('href'))")
    assert len(set(links)) == 2 * ROWS
    assert [link for link in links if not (corpus / link).is_file()] == []
    overview.locator("tbody#rows th a").nth(3).click()
    overview.wait_for_selector("aside.dossier, main.desk")
    assert overview.url.split("/")[-1] == links[ROWS + 3].split("/")[-1]


def test_a_document_leads_back_to_the_overview_as_it_was_filtered(visit, corpus):
    page = visit(corpus / "index.html", fragment="#exemption=B6&sort=-document").page
    narrowed(page)
    before = counted(page)
    page.locator("#search").fill("lindar")
    expect(page.locator("#count")).not_to_have_text(before)
    said, shown = counted(page), names(page)
    page.locator("tbody#rows th a").first.click()
    page.locator("#to-overview").click()
    settled(page, said)
    assert names(page) == shown
    assert page.locator("#search").input_value() == "lindar"
    page.locator("#clear").click()
    page.locator("tbody#rows th a").first.click()
    assert page.locator("#to-overview").get_attribute("href").endswith("index.html#sort=-document")


def test_a_document_opened_by_itself_leads_to_the_whole_overview(visit, page_of, examples):
    page = visit(page_of("scan-pdf"), folder=examples).page
    assert page.locator("#to-overview").evaluate("link => link.hash") == ""


def test_without_storage_the_way_back_is_as_it_was_written(browser, corpus):
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('', 'SecurityError'); } })"
    )
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(error))
    page.goto((corpus / "index.html").as_uri() + "#exemption=B6")
    narrowed(page)
    page.locator("tbody#rows th a").first.click()
    assert page.locator("#to-overview").get_attribute("href") == "../index.html"
    page.locator("#to-overview").click()
    settled(page, f"{COUNT} documents")
    assert complaints == []
    context.close()


def written(page):
    """The rows on show: their elements with attributes, and their words, without the blanks between them."""
    rows = Parsed(page.locator("tbody#rows").evaluate("rows => rows.innerHTML"))
    return rows.elements, "".join(rows.text.split())


def test_what_the_script_writes_is_what_the_page_came_with(visit, corpus, browser):
    """A row made by the script is the row that the server made."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((corpus / "index.html").as_uri())
    still = written(page)
    context.close()
    shown = visit(corpus / "index.html").page
    shown.locator("button[data-sort='pages']").click()
    shown.locator("button[data-sort='pages']").click()
    shown.locator("button[data-sort='pages']").click()
    assert written(shown) == still


def test_what_was_not_read_is_listed_with_its_reason(visit, examples):
    page = visit(examples / "index.html").page
    unreadable, skipped = page.locator("section#unreadable"), page.locator("section#skipped")
    assert "cut.pdf" in unreadable.inner_text()
    assert "the end of the file is missing" in unreadable.inner_text()
    assert "a program" in skipped.inner_text()


def test_a_rule_of_the_chart_leads_to_its_page(visit, examples):
    page = visit(examples / "index.html").page
    link = page.locator("a[href='rules.html#text-under-redaction']").first
    link.click()
    page.wait_for_url("**/rules.html#text-under-redaction")
    assert page.locator("#text-under-redaction").is_visible()
