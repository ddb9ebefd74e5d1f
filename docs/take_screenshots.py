"""Takes the pictures of the HTML report in the README from examples/: `python -m docs.take_screenshots`.

Wants Chromium and Playwright (`pip install '.[browser]'`). Writes docs/overview.png and docs/scan.png.
"""

import contextlib
import io
import shutil
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol

from PIL import Image

from redaudit.cli import main

ROOT = Path(__file__).parent.parent
OVERVIEW, SCAN = ROOT / "docs" / "overview.png", ROOT / "docs" / "scan.png"
WIDTH, HEIGHT = 1400, 900
# Few enough to keep a picture small, and enough for letters to be smooth.
COLOURS = 256
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class Page(Protocol):
    """What of Playwright's page is used here."""

    def goto(self, url: str) -> object:
        """Opens an address."""
        ...

    def evaluate(self, script: str) -> object:
        """Runs a script of ours."""
        ...

    def wait_for_timeout(self, timeout: float) -> object:
        """Waits some milliseconds."""
        ...

    def screenshot(self) -> bytes:
        """What the window shows, as PNG."""
        ...


@contextlib.contextmanager
def page() -> Iterator[Page]:
    """A light page of a real browser in which nothing moves."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise SystemExit(f"no Chromium on this machine (looked for {', '.join(BROWSERS)})")
    with import_module("playwright.sync_api").sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=browser, args=["--no-sandbox", "--hide-scrollbars"])
        yield chromium.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce", locale="en-US"
        )
        chromium.close()


def taken(shown: Page, place: Path) -> None:
    """A picture of what the window shows, in few colours."""
    shown.wait_for_timeout(500)
    with Image.open(io.BytesIO(shown.screenshot())) as picture:
        few = picture.convert("RGB").quantize(COLOURS, kmeans=1, dither=Image.Dither.NONE)
    few.save(place, optimize=True)


def take(out: Path) -> None:
    """Both pictures, of a report in a folder."""
    (scan,) = (out / "documents").glob("scan-pdf-*.html")
    with page() as shown:
        shown.goto((out / "index.html").as_uri())
        taken(shown, OVERVIEW)
        shown.goto(scan.as_uri())
        shown.evaluate("document.querySelector(\"[data-column='release_status'] a.evidence\").click()")
        taken(shown, SCAN)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as room, contextlib.chdir(ROOT):
        main(["report", "examples", "--format", "html", "-o", f"{room}/out", "--no-progress"])
        take(Path(room) / "out")
