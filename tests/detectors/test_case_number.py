"""Numbers of requests, reviews and appeals: (text, scheme, value, damaged)."""

import pytest

from redaudit.detectors.case_number import DETECTOR, find
from redaudit.model.document import Page
from redaudit.model.mark import Identifier

CASES = [
    ("U.S. Department of State Case No. F-2015-00001 Doc No. C05000001", "state-case", "F-2015-00001", False),
    ("Case No F-2015-00001", "state-case", "F-2015-00001", False),
    ("Case No. M-2011-00007 Doc", "state-case", "M-2011-00007", False),
    ("Case No.-F-2014-20001", "state-case", "F-2014-20001", False),
    ("Case No. F:2014-20001", "state-case", "F-2014-20001", True),
    ("Case No. V-2014-20001", "state-case", "F-2014-20001", True),
    ("Case No. r2014-20001", "state-case", "F-2014-20001", True),
    ("Case No. F2014-20001", "state-case", "F-2014-20001", True),
    ("Case No. 1F-2014-20001", "state-case", "F-2014-20001", True),
    ("Case No. F-2O14-20001", "state-case", "F-2014-20001", True),
    ('FL-2019-00001 B-00001234567 "UNCLASSIFIED"', "state-case", "FL-2019-00001", False),
    ("FL-2019100001", "state-case", "FL-2019-00001", True),
    ("DATE/CASE ID: 14 MAR 2003 200200001", "state-case", "200200001", False),
    ("PER E.O. 13526 2010-0001-M", "library-case", "2010-0001-M", False),
    ("2009-0001-MR", "library-case", "2009-0001-MR", False),
    ("E.O. 12958, Sec. 3.6 NLJ 98-001 By cb", "library-case", "NLJ 98-001", False),
    ("NLRR F06-001/8", "library-case", "NLRR F06-001/8", False),
    ("Authority NND 900001", "nara-project", "NND 900001", False),
    ("Case#:NW 88000 Date: 03-18-2025", "jfk-case", "NW 88000", False),
    ("FOI/PA# 1234567-0", "fbi-request", "1234567-0", False),
    ("Civil Action# 1:21-cv-00999", "civil-action", "1:21-cv-00999", False),
    ("as amended MDR 11000", "nsa-case", "11000", False),
    ("FOIA Case # 12000", "nsa-case", "12000", False),
    ("MDR: 13-M-0001", "dod-case", "13-M-0001", False),
    ("ISCAP APPEAL NO. 2012-001, document no. 1", "iscap-appeal", "2012-001", False),
]


@pytest.mark.parametrize(("text", "scheme", "value", "damaged"), CASES)
def test_each_case_is_read_in_its_agencys_form(text: str, scheme: str, value: str, damaged: bool) -> None:
    assert [seen.value for seen in find(Page(1, text))] == [Identifier(scheme, value, damaged)]
    assert any(cue in text.upper() for cue in DETECTOR.cues)


@pytest.mark.parametrize(
    "text",
    [
        "Case No. 12 was closed in 2014",
        "the 2010-2011 season",
        "MDR stands for mandatory review",
        "call 202-555-0123",
        "Authority is granted",
        "FL-350 cruising level",
    ],
)
def test_other_numbers_give_no_mark(text: str) -> None:
    assert list(find(Page(1, text))) == []
