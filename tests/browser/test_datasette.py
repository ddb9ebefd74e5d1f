"""A store in Datasette as a reader meets it: from a ready query to its document, and what the page looks like."""

import pytest

from redaudit.store.schema import DOCUMENTS
from tests.support_browser import expect
from tests.support_datasette import served
from tests.support_stored import made

pytest.importorskip("datasette")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    store = made(tmp_path_factory.mktemp("datasette") / "audit.db")
    with served(store, store) as address:
        yield f"{address}/audit"


@pytest.fixture
def sheet(browser):
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    yield context.new_page()
    context.close()


def test_a_ready_query_leads_to_a_document_and_on_to_its_findings(site, sheet):
    sheet.goto(site)
    sheet.get_by_role("link", name="Documents with the most severe findings").click()
    sheet.locator("td.col-link a").first.click()
    assert sheet.url == f"{site}/documents/1"
    expect(sheet.locator("td.col-path")).to_have_text("box1/first.pdf")
    sheet.get_by_role("link", name="2 rows").nth(2).click()
    expect(sheet.locator("td.col-message")).to_have_count(2)


def test_a_ready_query_is_narrowed_by_its_form(site, sheet):
    sheet.goto(f"{site}/findings_by_rule")
    sheet.get_by_label("severity").fill("low")
    sheet.get_by_role("button", name="Run SQL").click()
    expect(sheet.locator("td.col-rule")).to_have_text(["date-order"])


def test_the_link_of_a_query_is_one_word_wide(site, sheet):
    sheet.goto(f"{site}/copies")
    link = sheet.locator("td.col-link a")
    assert link.bounding_box()["width"] < 80
    assert link.evaluate("link => getComputedStyle(link, '::before').content") == '"open"'


def test_what_columns_mean_leaves_the_rows_in_sight(site, sheet):
    sheet.goto(f"{site}/documents")
    assert sheet.locator("dl.column-descriptions").bounding_box()["height"] < 300
    assert sheet.locator("dl.column-descriptions dt").count() == len(DOCUMENTS.columns)


def test_the_page_of_a_document_is_a_list_of_its_columns(site, sheet):
    sheet.goto(f"{site}/documents/1")
    cells = sheet.locator("table.rows-and-columns td")
    places = [cell.bounding_box() for cell in cells.all()]
    assert [place["x"] for place in places] == [places[0]["x"]] * len(places)
    assert [place["y"] for place in places] == sorted(place["y"] for place in places)
    names = cells.evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::before').content)")
    assert names[:3] == ['"id"', '"path"', '"document_id"']
    assert '"none"' not in names


def test_a_facet_narrows_the_documents(site, sheet):
    sheet.goto(f"{site}/documents")
    sheet.locator(".facet-results").get_by_role("link", name="Department of State").click()
    expect(sheet.locator("td.col-path")).to_have_count(3)
