"""CSV: frozen columns, line feeds, lists joined, cells that no spreadsheet will run."""

import csv
import datetime as dt
import io

import pytest

from redaudit.reports._rows import COLUMNS, KINDS
from redaudit.reports.csv import inert
from tests.support import BROKEN, STORE, audited, plain, rendered

DOCUMENT = {
    "path": "papers/cable.txt",
    "document_id": "C00000001",
    "case_number": "",
    "message_reference": "",
    "subject": "'=TALKS, ON THE CANAL",
    "pages": "2",
    "pages_stated": "",
    "pages_unseen": "2",
    "original_classification": "SECRET",
    "original_captions": "NODIS; CEDAR",
    "original_date": "1999-11-23",
    "original_order": "",
    "classified_by": "",
    "classification_reasons": "",
    "declassify_on": "2009-11-19",
    "release_status": "part",
    "release_classification": "UNCLASSIFIED",
    "release_date": "2020-11-23",
    "release_authority": "",
    "withheld_classification": "",
    "withheld_reasons": "",
    "withheld_until": "",
    "exemptions": "B1; 1.4(D)",
    "statutes": "",
    "redactions": "2",
    "redacted_share": "",
    "deleted_pages": "6",
    "portion_marks": "S:1; C:1",
    "portion_marks_struck": "C:1",
    "banners_struck": "",
    "classification_change": "",
    "years_to_release": "21.0",
    "years_overdue": "11.0",
    "doubtful": "document_id; original_captions",
    "findings": "text-under-redaction; no-release-marking",
    "worst": "high",
}


def table(text):
    """The rows of a CSV, each by its header."""
    return list(csv.DictReader(io.StringIO(text)))


def test_a_document_is_one_row_of_the_contracts_columns_in_order():
    text = rendered("csv", [audited()])
    assert text.splitlines()[0].split(",") == list(DOCUMENT)
    assert table(text) == [DOCUMENT]


def test_a_document_that_says_nothing_has_empty_cells():
    stated = {name: cell for name, cell in table(rendered("csv", [plain()]))[0].items() if cell}
    assert stated == {"path": "plain.txt", "pages": "1", "release_status": "none", "redactions": "0"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_header_stands_even_over_nothing(kind):
    assert rendered("csv", [], kind) == ",".join(COLUMNS[kind]) + "\n"


def test_what_was_not_read_is_a_row_in_its_place():
    rows = table(rendered("csv", [BROKEN, plain(), STORE]))
    assert [(row["path"], row["findings"]) for row in rows] == [
        ("broken.pdf", "unreadable: encrypted"),
        ("plain.txt", ""),
        (".DS_Store", "skipped: a hidden file"),
    ]
    assert {name for name, cell in rows[0].items() if cell} == {"path", "findings"}


def test_unreadable_rows():
    assert rendered("csv", [BROKEN, plain(), STORE], "unreadable") == (
        "path,state,reason\nbroken.pdf,unreadable,encrypted\n.DS_Store,skipped,a hidden file\n"
    )


def test_redaction_rows():
    assert rendered("csv", [audited(), BROKEN], "redactions") == (
        "path,document_id,page,line,kind,exemptions,statutes,quantity,unit,lines_estimated,page_share,text,concealed,"
        "x0,top,x1,bottom\n"
        "papers/cable.txt,C00000001,1,7,box,B1; 1.4(D),INA 222(f),,,,0.0123,■,7,72,100,200,112\n"
        "papers/cable.txt,C00000001,1,9,mask,,,,,,,XXXXXX,0,,,,\n"
        "papers/cable.txt,C00000001,1,11,placeholder,,,1.5,line,,,[1½ lines],0,,,,\n"
    )


def test_mark_rows():
    assert rendered("csv", [audited()], "marks").splitlines()[:5] == [
        "path,page,line,detector,value,ink,text,x0,top,x1,bottom",
        "papers/cable.txt,1,1,release-stamp,family=vrr; status=part; date=2020-11-23,plain,"
        '"RELEASE IN PART B1,1.4(D)",,,,',
        "papers/cable.txt,1,1,classification,level=SECRET; captions=NODIS; role=banner,struck,SECRET,,,,",
        "papers/cable.txt,1,1,exemption-code,1.4(D),plain,1.4(D),72,100,99.5,110.12",
        "papers/cable.txt,1,1,portion-mark,(C//NF),struck?,(C//NF),,,,",
    ]


def test_finding_rows():
    assert rendered("csv", [audited()], "findings") == (
        "path,page,line,rule,severity,message,fingerprint\n"
        "papers/cable.txt,1,3,no-release-marking,medium,a | message,ffffffffffffffff\n"
        "papers/cable.txt,1,7,text-under-redaction,high,1 box,aaaaaaaaaaaaaaaa\n"
        "papers/cable.txt,,,no-release-marking,medium,another,bbbbbbbbbbbbbbbb\n"
    )


CELLS = [
    ("=1+1", "'=1+1"),
    ("+49", "'+49"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    ("\n=1", "'\n=1"),
    ("＝1+1", "'＝1+1"),
    (("-a", "b"), "'-a; b"),
    ("a=1", "a=1"),
    (-0.5, "-0.5"),
    (-3, "-3"),
    (12.0, "12"),
    (dt.date(1999, 11, 23), "1999-11-23"),
    (None, ""),
    ((1, 3), "1; 3"),
    ("bell\a", "bell\N{REPLACEMENT CHARACTER}"),
]


@pytest.mark.parametrize(("cell", "text"), CELLS)
def test_cells_are_inert(cell, text):
    assert inert(cell) == text


def test_concealed_text_is_never_in_a_csv():
    for kind in KINDS:
        written = rendered("csv", [audited()], kind, reveal=True)
        assert "the name" not in written
        assert "small words" not in written
