"""Runs over made corpora, measured, and the table of what they took."""

import json
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from attrs import frozen

from .maker import make
from .processes import Watched, watched

ROOT = Path(__file__).resolve().parents[2]
MEGABYTE = 1_000_000


@frozen
class Measured:
    """One run: the documents, their pages and bytes, on how many cores, what it took, the bytes of what was written.

    `start` are the seconds that a run over one document takes.
    """

    documents: int
    pages: int
    size: int
    cores: int
    took: Watched
    written: int
    start: float

    @property
    def cost(self) -> float:
        """Seconds a document, the start of the program left out."""
        return (self.took.seconds - self.start) / self.documents


def command(corpus: Path, out: Path, form: str, jobs: int) -> list[str]:
    """The command that is measured."""
    options = ["--ocr", "off", "--jobs", str(jobs), "--no-progress", "--format", form, "-o", str(out)]
    return [sys.executable, "-m", "redaudit", "report", str(corpus), *options]


def size_of(out: Path) -> int:
    """The bytes of a file and of those beside it that bear its name and more, such as a journal."""
    return sum(path.stat().st_size for path in out.parent.glob(f"{out.name}*"))


def pages_in(out: Path) -> tuple[int, int]:
    """How many documents and pages a written report holds."""
    if out.suffix != ".db":
        with out.open(encoding="utf-8") as lines:
            pages = [len(read["pages"]) for read in map(json.loads, lines) if "pages" in read]
        return len(pages), sum(pages)
    with closing(sqlite3.connect(out)) as store:
        documents, pages = store.execute("SELECT count(*), sum(pages) FROM documents").fetchone()
        return documents, pages


def named(form: str) -> str:
    """The name of the file for a format."""
    return "audit.db" if form == "sqlite" else f"audit.{form}"


def run(corpus: Path, room: Path, form: str, cores: int, stand: Path = ROOT) -> tuple[Watched, Path]:
    """One run over a corpus into a fresh file, from where it is to stand, and that file."""
    out = Path(tempfile.mkdtemp(dir=room)) / named(form)
    errors = out.with_name("errors.txt")
    took = watched(command(corpus, out, form, cores), cores, errors, stand)
    if took.code not in (0, 3):
        raise SystemExit(f"redaudit ended with {took.code}: {errors.read_text()[-2000:]}")
    return took, out


def measured(count: int, form: str, cores: Sequence[int]) -> list[Measured]:
    """Runs over a corpus of so many documents, one on each number of cores."""
    results = []
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        make(room / "one", 1)
        totals = make(room / "papers", count)
        for number in cores:
            start, _ = run(room / "one", room, form, number)
            took, out = run(room / "papers", room, form, number)
            documents, pages = pages_in(out)
            if documents != totals.documents:
                raise SystemExit(f"{documents} of {totals.documents} documents were read")
            results.append(Measured(documents, pages, totals.size, number, took, size_of(out), start.seconds))
            out.unlink()
    return results


def table(results: Sequence[Measured]) -> str:
    """The measurements as a table, one column a run."""
    rows = [
        ("cores", [str(result.cores) for result in results]),
        ("pages", [f"{result.pages:,}" for result in results]),
        ("read", [f"{result.size / MEGABYTE:,.1f} MB" for result in results]),
        ("time", [f"{result.took.seconds:,.1f} s" for result in results]),
        ("documents a second", [f"{result.documents / result.took.seconds:,.0f}" for result in results]),
        ("pages a second", [f"{result.pages / result.took.seconds:,.0f}" for result in results]),
        ("read a second", [f"{result.size / MEGABYTE / result.took.seconds:.2f} MB" for result in results]),
        ("start of the program, in the time", [f"{result.start:.1f} s" for result in results]),
        ("cost a document without it", [f"{result.cost * 1000:.2f} ms" for result in results]),
        ("peak memory of all processes", [f"{result.took.peak / MEGABYTE:,.0f} MB" for result in results]),
        ("of the first process alone", [f"{result.took.peak_of_first / MEGABYTE:,.0f} MB" for result in results]),
        ("processors' time", [f"{result.took.first + result.took.others:,.1f} s" for result in results]),
        ("of the first process alone", [f"{result.took.first:,.1f} s" for result in results]),
        ("written", [f"{result.written / MEGABYTE:,.1f} MB" for result in results]),
        ("written a document", [f"{result.written / result.documents / 1000:.1f} KB" for result in results]),
    ]
    head = f"| documents | {' | '.join(f'{result.documents:,}' for result in results)} |\n"
    ruled = f"|---|{'---:|' * len(results)}\n"
    return head + ruled + "".join(f"| {name} | {' | '.join(cells)} |\n" for name, cells in rows)
