"""Sheets and notices of withheld pages: (text, what each mark says)."""

import pytest

from redaudit.detectors.deleted_pages import DETECTOR, find
from redaudit.model.document import Page
from redaudit.model.mark import DeletedPages

SHEET = """FOI/PA
DELETED PAGE INFORMATION SHEET
Civil Action# 1:21-cv-00999

Total Deleted Page (s) = 5

Page 12 ~ Referral/Consult;

Page 29 • b6; b7C; b7D;

Page 30 - 66; b7C;

Page 31 ~ Duplicate;

Page 32 ~ Duplicate;

XXXXXXXXXXXXXXXX
X Deleted Page(s) X
X No Duplication Fee X
X For this Page X
XXXXXXXXXXXXXXXX
"""

CASES = [
    (SHEET, [DeletedPages(5, 2, 2, 1)]),
    (SHEET + "\nmemo\n" * 20 + SHEET, [DeletedPages(5, 2, 2, 1), DeletedPages(5, 2, 2, 1)]),
    ("DELETED PAGE INFORMATION SHEET\nTotal Deleted Page(5) = 47\n", [DeletedPages(47)]),
    ("DELETED PAGE INFORMATION SHEET\nTotal Deleted Page{s} = l2", [DeletedPages(12)]),
    ("Total Deleted Pages = 3\nPage 4 ~ b1;\n", [DeletedPages(3, withheld=1)]),
    ("Page 77 ~ b6; b7C;\nPage 78 ~ b7D;\nX No Duplication Fee X", [DeletedPages(None, withheld=2)]),
    ("Page 77 ~ Duplicate;\nXXXXXXX\nX Deleted Page(s) X\nX No Duplication Fee X", [DeletedPages(None, duplicate=1)]),
    ("3 Page(s) withheld entirely at this location in the file. One or more", [DeletedPages(3, withheld=3)]),
    ("Next 12 Page(s) In Document Exempt", [DeletedPages(12, withheld=12)]),
    ("Next l Page(s) In Document Denied", [DeletedPages(1, withheld=1)]),
    ("Pages 3 through 5 Exempt", [DeletedPages(3, withheld=3)]),
    ("text\n   Page Denied\n", [DeletedPages(1, withheld=1)]),
]


@pytest.mark.parametrize(("text", "values"), CASES)
def test_sheets_and_notices_give_their_totals_and_reasons(text: str, values: list[DeletedPages]) -> None:
    assert [seen.value for seen in find(Page(1, text))] == values
    assert any(cue in text.upper() for cue in DETECTOR.cues)


def test_a_sheet_is_one_mark_from_its_title_to_its_last_entry() -> None:
    (seen,) = find(Page(1, SHEET))
    assert SHEET[seen.start : seen.end].startswith("DELETED PAGE INFORMATION SHEET")
    assert SHEET[seen.start : seen.end].endswith("Page 32 ~ Duplicate;")


@pytest.mark.parametrize(
    "text",
    [
        "Page 3 of 12",
        "DELETED PAGE INFORMATION SHEET",
        "XXXXXXX\nX Deleted Page(s) X\nX No Duplication Fee X\nX For this Page X",
        "__ Page(s) withheld entirely at this location in the file.",
        "Page 12 - Other business of the club",
        "the court denied page limits; exempt pages 3 and 4 were typed",
    ],
)
def test_what_states_no_withheld_page_gives_no_mark(text: str) -> None:
    assert list(find(Page(1, text))) == []
