"""How long a report in HTML takes, how large it is, how fast it opens: python bench/html_report.py [--documents N]...

The documents are those of examples/, copied under new names until there are N of them: of twenty, fourteen are texts,
four text PDFs, one a scan with a text layer and one a scan without. Without --documents it takes 100 and 2,000 of them;
with --write the table goes into docs/html.md. How fast the overview opens is told where Chromium and Playwright are.
"""

import argparse
import itertools
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib import import_module, util
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
PLACE = ROOT / "docs" / "html.md"
BEGIN, END = "<!-- begin measured -->\n", "<!-- end measured -->\n"
TEXTS = sorted(path for path in EXAMPLES.rglob("*") if path.suffix in (".txt", ".md"))
TEXT_PDFS = [
    EXAMPLES / "clean" / "memo-part.pdf",
    EXAMPLES / "clean" / "telegram.pdf",
    EXAMPLES / "faulty" / "bars.pdf",
]
SCANS = [EXAMPLES / "clean" / "scan.pdf", EXAMPLES / "clean" / "page.png"]
MEGABYTE = 1_000_000
# From the change of a field to the second frame after it, which shows what came of it.
ANSWER = """deed => new Promise(resolve => {
  const start = performance.now();
  if (deed === 'filter') {
    const field = document.querySelector("select[data-filter='status']");
    field.value = 'part';
    field.dispatchEvent(new Event('change'));
  } else {
    document.querySelector("button[data-sort='release_date']").click();
  }
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
})"""
OPENED = """() => {
  const [loaded] = performance.getEntriesByType('navigation');
  const [painted] = performance.getEntriesByName('first-contentful-paint');
  return [painted ? painted.startTime : 0, loaded.domContentLoadedEventEnd];
}"""


@frozen
class Measured:
    """What one report took: seconds, bytes, and milliseconds until the overview shows, is ready, and answers."""

    documents: int
    pages: int
    seconds: float
    folder: int
    index: int
    median: int
    painted: float = 0.0
    ready: float = 0.0
    filtered: float = 0.0
    sorted: float = 0.0


def mix() -> Iterator[Path]:
    """The originals, twenty at a time, without end."""
    texts, pdfs = itertools.cycle(TEXTS), itertools.cycle(TEXT_PDFS)
    while True:
        yield from itertools.islice(texts, 14)
        yield from itertools.islice(pdfs, 4)
        yield from SCANS


def write_papers(folder: Path, count: int) -> None:
    for number, original in enumerate(itertools.islice(mix(), count)):
        place = folder / f"{number // 100:02}" / f"{number:05}-{original.name}"
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(original, place)


def measured(count: int) -> Measured:
    with tempfile.TemporaryDirectory() as room:
        papers, out = Path(room) / "papers", Path(room) / "out"
        write_papers(papers, count)
        start = time.perf_counter()
        command = [sys.executable, "-m", "redaudit", "report", str(papers), "--format", "html", "-o", str(out), "-q"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        seconds = time.perf_counter() - start
        sizes = {path: path.stat().st_size for path in out.rglob("*") if path.is_file()}
        weights = [
            size + sum(sizes[picture] for picture in page.with_suffix("").glob("*"))
            for page, size in sizes.items()
            if page.parent.name == "documents"
        ]
        pages = sum((out / "documents" / page.name).read_text("utf-8").count('data-page="') for page in pages_of(out))
        facts = Measured(count, pages, seconds, sum(sizes.values()), sizes[out / "index.html"], median(weights))
        return opened(facts, out / "index.html")


def pages_of(out: Path) -> list[Path]:
    return list((out / "documents").glob("*.html"))


def median(weights: list[int]) -> int:
    return round(statistics.median(weights))


def opened(facts: Measured, index: Path) -> Measured:
    """The same with what a browser takes: the best of five visits, for other work only slows one down."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None or util.find_spec("playwright") is None:
        return facts
    visits = []
    with import_module("playwright.sync_api").sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for _ in range(5):
            page = chromium.new_page(viewport={"width": 1400, "height": 900})
            page.goto(index.as_uri())
            page.wait_for_timeout(500)
            visits.append([*page.evaluate(OPENED), page.evaluate(ANSWER, "filter"), page.evaluate(ANSWER, "sort")])
            page.close()
        chromium.close()
    painted, ready, filtered, in_order = (min(times) for times in zip(*visits, strict=True))
    return Measured(
        facts.documents,
        facts.pages,
        facts.seconds,
        facts.folder,
        facts.index,
        facts.median,
        painted,
        ready,
        filtered,
        in_order,
    )


def table(results: list[Measured]) -> str:
    """The measurements as a table, one column a report."""
    rows = [
        ("documents", [f"{result.documents:,}" for result in results]),
        ("pages", [f"{result.pages:,}" for result in results]),
        ("time", [f"{result.seconds:,.0f} s" for result in results]),
        ("documents a second", [f"{result.documents / result.seconds:.1f}" for result in results]),
        ("pages a second", [f"{result.pages / result.seconds:.1f}" for result in results]),
        ("the folder", [f"{result.folder / MEGABYTE:.1f} MB" for result in results]),
        ("`index.html`", [f"{result.index / 1000:,.0f} KB" for result in results]),
        ("a document's page with its pictures, median", [f"{result.median / 1000:.0f} KB" for result in results]),
    ]
    if all(result.painted for result in results):
        rows += [
            ("the overview shows its first rows after", [f"{result.painted:.0f} ms" for result in results]),
            ("it is ready after", [f"{result.ready:.0f} ms" for result in results]),
            ("a filter shows what came of it after", [f"{result.filtered:.0f} ms" for result in results]),
            ("so does a sort", [f"{result.sorted:.0f} ms" for result in results]),
        ]
    (_, first), *others = rows
    head = f"| documents | {' | '.join(first)} |\n|---|{'---:|' * len(first)}\n"
    return head + "".join(f"| {name} | {' | '.join(cells)} |\n" for name, cells in others)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, action="append", help="how many; may be given several times")
    parser.add_argument("--write", action="store_true", help="put the table into docs/html.md")
    options = parser.parse_args()

    made = table([measured(count) for count in options.documents or (100, 2000)])
    print(made, end="")
    if options.write:
        text = PLACE.read_text(encoding="utf-8")
        before, rest = text.split(BEGIN, 1)
        PLACE.write_text(f"{before}{BEGIN}{made}{END}{rest.split(END, 1)[1]}", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
