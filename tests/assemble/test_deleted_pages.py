"""Sheets of deleted pages to the column: (text, total, withheld, duplicate, referral)."""

import pytest

from redaudit import pipeline
from redaudit.model.mark import DeletedPages

SHEET = "DELETED PAGE INFORMATION SHEET\nTotal Deleted Page(s) = {}\n"
FEE = "\nX Deleted Page(s) X\nX No Duplication Fee X\nX For this Page X\n"

CASES = [
    (SHEET.format(2) + "Page 2 ~ b6; b7C;\nPage 3 ~ Duplicate;" + FEE, DeletedPages(2, 1, 1, 0)),
    # A sheet that runs over the page: its total holds the entries of both.
    (SHEET.format(3) + "Page 2 ~ b6; b7C;\n\fPage 3 ~ b1;\nPage 9 ~ Duplicate;" + FEE, DeletedPages(3, 2, 1, 0)),
    # Two sheets, and one whose total cannot be read.
    (SHEET.format(4) + "\f" + SHEET.format(7), DeletedPages(11)),
    (
        SHEET.format(1) + "Page 2 ~ b6;\n\f" + SHEET.format("%") + "Page 3 ~ Referral/Consult;\nPage 4 ~ b1;\n",
        DeletedPages(3, 2, 0, 1),
    ),
    # Entries past what the sheet before has outstanding belong to a sheet of which the head is lost.
    (SHEET.format(1) + "Page 2 ~ b6;\n\fPage 3 ~ b1;\nPage 9 ~ b1;" + FEE, DeletedPages(3, 3, 0, 0)),
]


@pytest.mark.parametrize(("text", "pages"), CASES)
def test_the_totals_of_sheets_are_added_and_their_rest_is_not_counted_again(text: str, pages: DeletedPages) -> None:
    record = pipeline.assemble(pipeline.read(text.encode()))
    assert record.deleted_pages is not None
    assert record.deleted_pages.value == pages
