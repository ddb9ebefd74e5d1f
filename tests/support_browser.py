"""A real browser for tests: where it is, why there is none, and what a page did while it was open."""

import os
import shutil
import time
from importlib import import_module, resources, util
from pathlib import Path
from urllib.parse import unquote, urlsplit

from redaudit.cli import main

ROOT = Path(__file__).parent.parent
# What Chromium is called by Debian, by others, and by its maker.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Set to `required` where a test without a browser is a failure, as in .ci/run.
REQUIRED = os.environ.get("REDAUDIT_BROWSER") == "required"
# A page that takes longer than this has hung; the machine may be busy.
PATIENCE = 20_000


def chromium():
    """The place of Chromium; None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def absence():
    """Why no browser can be driven here; empty where one can."""
    for module in ("playwright", "axe_playwright_python"):
        if util.find_spec(module) is None:
            return f"{module} is not installed (pip install '.[browser]')"
    return "" if chromium() else f"no Chromium on this machine (looked for {', '.join(NAMES)})"


def axe():
    """The script of axe-core, which looks for what keeps people out of a page."""
    return resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def expect(locator):
    """What is waited for on a page. Playwright is loaded where a test runs: without it tests skip, and do not break."""
    api = import_module("playwright.sync_api")
    api.expect.set_options(timeout=PATIENCE)
    return api.expect(locator)


def until(page, condition):
    """Waits while a page goes on, until something is so; what it should be is for the test to say."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not condition() and time.monotonic() < deadline:
        page.wait_for_timeout(50)


def made(place, *arguments):
    """A report in a folder, or a file."""
    main(["report", *map(str, arguments), "--format", "html", "-o", str(place), "--jobs", "2", "--no-progress"])
    return place


class Visit:
    """A page that is open, and all that it said and asked for since."""

    def __init__(self, page, folder):
        self.page = page
        self.folder = folder
        self.complaints = []
        self.requests = []
        page.set_default_timeout(PATIENCE)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", self._dismiss)
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", self._miss)

    def _hear(self, message):
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _miss(self, request):
        if request.failure != "net::ERR_ABORTED":  # whoever leaves a page stops what it still loads
            self.complaints.append(f"not loaded: {request.url[:200]}: {request.failure}")

    def _dismiss(self, dialog):
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def strayed(self):
        """The requests that left the report's folder."""
        within = f"{self.folder.resolve().as_uri()}/"
        return [url for url in self.requests if not url.startswith((within, "data:"))]

    def pictures(self):
        """The pictures asked for, by their place in the folder."""
        places = [Path(unquote(urlsplit(url).path)) for url in self.requests if url.startswith("file:")]
        shown = [place for place in places if place.suffix in (".webp", ".png")]
        return [place.relative_to(self.folder.resolve()).as_posix() for place in shown]

    def violations(self):
        """What axe-core finds on the page as it stands, as (impact, rule, where)."""
        self.page.evaluate(axe())
        # Its own fetching of styles is switched off: the page's policy allows none.
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
        return [
            (violation["impact"], violation["id"], node["target"], node.get("failureSummary", ""))
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    def overflow(self):
        """How many pixels the page is wider than the window."""
        return self.page.evaluate("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")

    def focused(self):
        """The id of the element that has the focus, else its tag."""
        return self.page.evaluate("document.activeElement.id || document.activeElement.tagName")
