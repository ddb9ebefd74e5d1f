"""examples/ in every format, byte for byte as in tests/golden/.

After a change that is meant to show there, write them anew and read the difference:

    REDAUDIT_WRITE=1 python -m pytest tests/test_examples.py tests/test_docs.py
"""

import os
from pathlib import Path

import pypdf
import pytest

from docs import make_example_pdf
from redaudit import pipeline
from redaudit.cli import main
from redaudit.errors import ExitCode
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


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("name", "rows", "file"), CASES, ids=[file for _, _, file in CASES])
def test_a_report_is_as_it_was(at_root, tmp_path, name, rows, file, jobs):
    produced = written(tmp_path, jobs, name, rows)
    golden = GOLDEN / file
    if WRITE and jobs == 1:
        GOLDEN.mkdir(exist_ok=True)
        golden.write_bytes(produced)
    assert produced == golden.read_bytes()


def test_every_format_is_shown():
    assert {name for name, _, _ in CASES} == {report.id for report in pipeline.reports()}


def test_every_kind_of_row_is_shown_as_csv():
    kinds = next(report.rows for report in pipeline.reports() if report.id == "csv")
    assert [rows for name, rows, _ in CASES if name == "csv"] == list(kinds)


def test_no_golden_file_is_left_over():
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(file for _, _, file in CASES)


def test_a_table_fits_eighty_columns():
    for _, _, file in CASES:
        if file.endswith(".table.txt"):
            assert max(map(len, (GOLDEN / file).read_text(encoding="utf-8").splitlines())) <= 80


def test_the_telegram_is_what_its_script_makes():
    committed = pypdf.PdfReader(make_example_pdf.PLACE)
    made = make_example_pdf.telegram()
    assert [page.get_contents().get_data() for page in committed.pages] == [
        page.get_contents().get_data() for page in made.pages
    ]
