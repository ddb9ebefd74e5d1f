"""Page numbers: (line, value)."""

import pytest

from redaudit.detectors.page_count import DETECTOR
from redaudit.model.mark import PageCount
from redaudit.pipeline import read

LINES = [
    ("Mon May 4 16:05:41 1998 [STATE 123456] D COPY 6 OF 9 Page 1 OF 3", PageCount(1, 3, "page")),
    ("Page 2 of 5", PageCount(2, 5, "page")),
    ("Filed 05/16/19     Page 2 of 55", PageCount(2, 55, "page")),
    ("PAGE 02 STATE 123456 291924Z", PageCount(2, None, "STATE 123456")),
    ("PAGE 02 PORT Z 07471 01 OF 02 011300Z", PageCount(2, None, "PORT Z 7471 section 1")),
    ("-2-", PageCount(2, None, "dashed")),
    ("Page 1 of 3 Pages", PageCount(1, 3, "page")),
    ("PAGE 01 OF 03  PORT Z 07471  011300Z", PageCount(1, 3, "page")),
    ("                      - 2 of 5 -", PageCount(2, 5, "page")),
    ("*Page 2 of 5*", PageCount(2, 5, "page")),
    ("(Page 2 of 5)", PageCount(2, 5, "page")),
    ("- 6 of 5 -", None),
    ("2 of 5", None),
    ("See page 2 of 5 for the annex.", None),
    ("as it says on\nthe first line of page 2 of 5", None),
    ("Page 9 of 5", None),
    ("Page 0 of 5", None),
    ("Page 26 ~ Referral/Consult;", None),
    ("COPY 6 OF 9", None),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_page_numbers(line: str, expected: PageCount | None) -> None:
    found = [seen.value for page in read(line.encode()).pages for seen in DETECTOR.find(page)]
    assert found == ([expected] if expected else [])
