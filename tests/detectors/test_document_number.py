"""Numbers that agencies gave documents: (text, scheme, value, damaged)."""

import pytest

from redaudit.detectors.document_number import DETECTOR, find
from redaudit.model.document import Page
from redaudit.model.mark import Identifier

CASES = [
    ("Case No. F-2015-00001 Doc No. C05000001 Date: 01/31/2015", "state-doc", "C05000001", False),
    ("Doc No C05000001", "state-doc", "C05000001", False),
    ("Doc No. (06000001 Date", "state-doc", "C06000001", True),
    ("Doc No. CO6OOOOO1 Date", "state-doc", "C06000001", True),
    ("Doc No. 05000001 Date", "state-doc", "C05000001", True),
    ("Doc No. C0 5000001 Date", "state-doc", "C05000001", True),
    ("Doc No. C0500001 Date", "state-doc", "C0500001", True),
    ('FL-2019-00001 B-00001234567 "UNCLASSIFIED"', "state-bates", "B-00001234567", False),
    ("STATE-SCB0040001", "state-production", "STATE-SCB0040001", False),
    ("STATE-5CB0040001", "state-production", "STATE-SCB0040001", True),
    (
        "Approved For Release 2001/08/08 : CIA-RDP85B00001R000200010002-0",
        *("cia-rdp", "CIA-RDP85B00001R000200010002-0", False),
    ),
    ("C1A-RDP84-00780R AO02200070001 -6", "cia-rdp", None, None),
    ("CIA-RDP05T00600R000501 390001 -6", "cia-rdp", "CIA-RDP05T00600R000501390001-6", True),
    ("C1A-RDP84-0078OROO2200070001-6 etc", "cia-rdp", "CIA-RDP84-00780R002200070001-6", True),
    ("Approved for Release: 2019/03/27 C05000002", "cia-foia", "C05000002", False),
    ("Approved for Re|ease: 2019/03/27 CO5000002", "cia-foia", "C05000002", True),
    ("Approved for Release: 2019/03/27 C0500000 2", "cia-foia", "C05000002", True),
    ("   C00175001\n", "cia-foia", "C00175001", False),
    ("RECORD NUMBER : 104-10000-10001", "jfk-rif", "104-10000-10001", False),
    ("104- 10000-10001", "jfk-rif", "104-10000-10001", True),
    ("NW 88000 Docld:32000001 Page 2", "jfk-docid", "32000001", False),
    ("DOCID: 3400001", "nsa-docid", "3400001", False),
    ("REF ID:A60001", "nsa-docid", "A60001", False),
    ("No Objection To Declassification 2010/05/10 : NLC-12-34-5-6-7", "library-rac", "NLC-12-34-5-6-7", False),
    ("LOC-HAK-500-1-2-3", "library-rac", "LOC-HAK-500-1-2-3", False),
]


@pytest.mark.parametrize(("text", "scheme", "value", "damaged"), CASES)
def test_each_number_is_read_in_its_agencys_form(text: str, scheme: str, value: str | None, damaged: bool) -> None:
    wanted = [] if value is None else [Identifier(scheme, value, damaged)]
    assert [seen.value for seen in find(Page(1, text))] == wanted
    assert any(cue in text.upper() for cue in DETECTOR.cues)


def test_the_mark_covers_the_number() -> None:
    text = "x CIA-RDP05T00600R000501 390001 -6 25X1"
    (seen,) = find(Page(1, text))
    assert text[seen.start : seen.end] == "CIA-RDP05T00600R000501 390001 -6"


@pytest.mark.parametrize(
    "text",
    [
        "call 202-555-0123",
        "1-800-555-0199",
        "Doc No. 12 of the annex",
        "vitamin C05000001 is no vitamin",
        "B-52 bombers in 1999-2001",
        "CIA-RDP holdings at College Park, Maryland, in 1999",
        "The DOCID: field",
    ],
)
def test_other_numbers_give_no_mark(text: str) -> None:
    assert list(find(Page(1, text))) == []
