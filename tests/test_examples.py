"""examples/ in every format, byte for byte as in tests/golden/.

After a change that is meant to show there, write them anew and read the difference:

    REDAUDIT_WRITE=1 python -m pytest tests/test_examples.py tests/test_docs.py tests/test_rules_page.py
"""

import csv
import io
import os
from pathlib import Path

import pypdf
import pytest
from PIL import Image, ImageChops

from docs import make_example_bars, make_example_memo, make_example_pdf, make_example_scans
from redaudit import pipeline
from redaudit.cli import main
from redaudit.errors import ExitCode
from redaudit.readers._ocr import absence
from redaudit.version import __version__

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
WRITE = "REDAUDIT_WRITE" in os.environ

# Every format with each kind of row it knows, as (format, rows, file).
CASES = [
    ("table", "documents", "documents.table.txt"),
    ("table", "redactions", "redactions.table.txt"),
    ("table", "findings", "findings.table.txt"),
    ("csv", "documents", "documents.csv"),
    ("csv", "redactions", "redactions.csv"),
    ("csv", "marks", "marks.csv"),
    ("csv", "findings", "findings.csv"),
    ("csv", "unreadable", "unreadable.csv"),
    ("json", "documents", "documents.json"),
    ("jsonl", "documents", "documents.jsonl"),
    ("markdown", "documents", "documents.md"),
    ("markdown", "findings", "findings.md"),
]
# Pages with pictures change with every version of the libraries that draw them: tests/reports/html and tests/browser
# show what is in them, and tests/test_publication.py that the same run gives the same bytes.
PAGES = {"html"}
# Files of a database and of tables are shown row by row: tests/test_store_commands.py, tests/test_deposit_parquet.py.
TABLES = {"sqlite", "parquet"}
# SARIF and JSON hold the texts of all rules, or the whole record; tests/reports shows them on less.
CHECKS = {"text": "check.txt", "github": "check.github.txt", "junit": "check.junit.xml"}

# Two examples are pictures, and what is read in them is OCR's: without it they say less.
PICTURES = {path.relative_to(ROOT).as_posix() for path in (make_example_scans.SCAN, make_example_scans.PICTURE)}
read_by_ocr = pytest.mark.skipif(bool(absence()), reason=f"{' and '.join(sorted(PICTURES))} need OCR: {absence()}")
# PDFium draws the edges of letters a little differently from version to version.
LIKE = 0.01


def written(folder, jobs, name, rows):
    """The bytes of a report of examples/, with a fixed version in place of this one."""
    place = folder / "report"
    argv = ["report", "examples/", "--format", name, "--rows", rows, "--jobs", str(jobs), "-o", str(place)]
    assert main([*argv, "--no-progress"]) == ExitCode.DONE
    stated = f'"redaudit": "{__version__}"'.encode()
    return place.read_bytes().replace(stated, b'"redaudit": "VERSION"')


@pytest.fixture
def at_root(monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")


def agree(file, produced, jobs):
    golden = GOLDEN / file
    if WRITE and jobs == 1:
        GOLDEN.mkdir(exist_ok=True)
        golden.write_bytes(produced)
    assert produced == golden.read_bytes()


@read_by_ocr
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("name", "file"), CHECKS.items(), ids=CHECKS.values())
def test_a_check_is_as_it_was(at_root, tmp_path, name, file, jobs):
    place = tmp_path / "check"
    argv = ["check", "examples/", "--format", name, "--jobs", str(jobs), "-o", str(place), "--no-progress"]
    assert main(argv) == ExitCode.FOUND
    agree(file, place.read_bytes(), jobs)


@read_by_ocr
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("name", "rows", "file"), CASES, ids=[file for _, _, file in CASES])
def test_a_report_is_as_it_was(at_root, tmp_path, name, rows, file, jobs):
    agree(file, written(tmp_path, jobs, name, rows), jobs)


@pytest.mark.parametrize("rows", ["documents", "redactions", "marks", "findings"])
def test_what_is_no_picture_is_the_same_with_and_without_ocr(at_root, tmp_path, rows):
    produced = written(tmp_path, 2, "csv", rows).decode()
    golden = (GOLDEN / f"{rows}.csv").read_bytes().decode()
    kept = [[row for row in csv.reader(io.StringIO(text)) if row[0] not in PICTURES] for text in (produced, golden)]
    assert len(kept[0]) > 1
    assert kept[0] == kept[1]


def test_every_format_is_shown():
    reports = {report.id: report.verbs for report in pipeline.reports()}
    assert {name for name, _, _ in CASES} | PAGES | TABLES == {
        name for name, verbs in reports.items() if "report" in verbs
    }
    assert {*CHECKS, "sarif"} == {name for name, verbs in reports.items() if "report" not in verbs}


def test_every_kind_of_row_is_shown_as_csv():
    kinds = next(report.rows for report in pipeline.reports() if report.id == "csv")
    assert [rows for name, rows, _ in CASES if name == "csv"] == list(kinds)


def test_no_golden_file_is_left_over():
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted([*CHECKS.values(), *(file for _, _, file in CASES)])


def test_a_table_fits_eighty_columns():
    for _, _, file in CASES:
        if file.endswith(".table.txt"):
            assert max(map(len, (GOLDEN / file).read_text(encoding="utf-8").splitlines())) <= 80


@pytest.mark.parametrize(
    ("place", "made"),
    [
        pytest.param(make_example_pdf.PLACE, make_example_pdf.telegram, id="telegram.pdf"),
        pytest.param(make_example_bars.PLACE, make_example_bars.filing, id="bars.pdf"),
        pytest.param(make_example_memo.PLACE, make_example_memo.memorandum, id="memo-part.pdf"),
        pytest.param(make_example_scans.SCAN, make_example_scans.scan, id="scan.pdf"),
    ],
)
def test_a_pdf_is_what_its_script_makes(place, made):
    committed, fresh = pypdf.PdfReader(place), made()
    assert [page.get_contents().get_data() for page in committed.pages] == [
        page.get_contents().get_data() for page in fresh.pages
    ]


def differing(one, other):
    """The share of pixels that differ by more than half of the way from black to white."""
    assert one.size == other.size
    unlike = ImageChops.difference(one.convert("L"), other.convert("L")).point(lambda tone: 255 * (tone > 127))
    return unlike.histogram()[255] / (one.width * one.height)


@pytest.mark.parametrize(("page", "tilt", "seed"), [(0, 0.3, 1), (1, -0.2, 2)])
def test_the_scan_shows_what_its_script_draws(page, tilt, seed):
    (committed,) = pypdf.PdfReader(make_example_scans.SCAN).pages[page].images
    drawn = (make_example_scans.cover, make_example_scans.items)[page]().scanned(tilt, seed)
    assert differing(committed.image, drawn) < LIKE


def test_the_picture_shows_what_its_script_draws():
    with Image.open(make_example_scans.PICTURE) as committed:
        assert differing(committed, make_example_scans.memorandum()) < LIKE


def test_the_examples_are_small():
    assert max(path.stat().st_size for path in (ROOT / "examples").rglob("*") if path.is_file()) < 60_000
