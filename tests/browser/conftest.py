"""One browser a session, one page a test, and reports that are made once.

A test fails where its page complained on the console, or asked for anything outside the report's folder.
"""

import contextlib
from pathlib import Path

import pytest

from tests.support_browser import PATIENCE, REQUIRED, ROOT, Visit, absence, chromium, made
from tests.support_corpus import write_corpus

_SKIPPED = []


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Without a browser the tests of this folder are skipped and say so, or fail where it is required."""
    if not (why := absence()):
        return
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            _SKIPPED.append(item)
            if not REQUIRED:
                item.add_marker(pytest.mark.skip(reason=why))


def pytest_terminal_summary(terminalreporter):
    if _SKIPPED and not REQUIRED:
        terminalreporter.section("no browser")
        terminalreporter.line(f"{len(_SKIPPED)} tests of the HTML report in a browser were skipped: {absence()}")


@pytest.fixture(scope="session")
def browser():
    if why := absence():
        pytest.fail(f"REDAUDIT_BROWSER=required, and {why}")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def visit(browser):
    """Opens a file of a report; options are those of a browser's context. All is well at the end, or the test fails."""
    visits = []
    with contextlib.ExitStack() as contexts:

        def opened(place, folder=None, fragment="", **options):
            context = browser.new_context(**{"viewport": {"width": 1400, "height": 900}, **options})
            contexts.callback(context.close)
            visited = Visit(context.new_page(), folder or place.parent)
            visited.page.goto(place.resolve().as_uri() + fragment, timeout=PATIENCE)
            visits.append(visited)
            return visited

        yield opened
        complaints = [complaint for visited in visits for complaint in visited.complaints]
        strayed = [url for visited in visits for url in visited.strayed()]
    assert complaints == []
    assert strayed == []


@pytest.fixture(scope="session")
def rooms(tmp_path_factory):
    return tmp_path_factory.mktemp("reports")


@pytest.fixture(scope="session")
def examples(rooms):
    """The report of examples/, with a file that cannot be read and one that is no document beside them."""
    odd = rooms / "odd"
    odd.mkdir()
    (odd / "cut.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<")
    (odd / "program").write_bytes(b"\x7fELF\0\0")
    with contextlib.chdir(ROOT):
        return made(rooms / "examples", "examples", odd)


@pytest.fixture(scope="session")
def corpus(rooms):
    """The report of some hundred made-up cables of several years, levels and outcomes."""
    papers = rooms / "papers"
    write_corpus(papers, 230)
    with contextlib.chdir(papers):
        return made(rooms / "corpus", ".")


@pytest.fixture(scope="session")
def page_of(examples):
    """The page of an example by the start of its name: `scan-pdf`."""

    def found(start):
        (place,) = (examples / "documents").glob(f"{start}-*.html")
        return place

    return found


@pytest.fixture(scope="session")
def lone(rooms):
    """The report of one scan: a folder whose first page is the document's."""
    with contextlib.chdir(ROOT):
        return made(rooms / "lone", "examples/clean/scan.pdf")


@pytest.fixture(scope="session")
def one_file(rooms):
    """The same in one file, alone in its folder."""
    (rooms / "alone").mkdir()
    with contextlib.chdir(ROOT):
        return made(rooms / "alone" / "one.html", "examples/clean/scan.pdf")
