"""E.O. lines: (text, order, instruction, date)."""

import pytest

from redaudit.detectors.order_line import DETECTOR
from redaudit.model.document import Page
from redaudit.model.mark import OrderLine

LINES = [
    ("E.O. 12958: DECL: 07/10/2017", "E.O. 12958", "DECL: 07/10/2017", "2017-07-10"),
    ("E.O. 12958: DECL: 11/19/09", "E.O. 12958", "DECL: 11/19/09", "2009-11-19"),
    ("EO 12958 DECL: 2020/02/23", "E.O. 12958", "DECL: 2020/02/23", "2020-02-23"),
    ("EO 12958: decl: 6/3/08", "E.O. 12958", "decl: 6/3/08", "2008-06-03"),
    ("E.O.12958 DECL 06/03/2018", "E.O. 12958", "DECL 06/03/2018", "2018-06-03"),
    ("E.O.: 12958: DECL: 06/03/2018", "E.O. 12958", "DECL: 06/03/2018", "2018-06-03"),
    ("E.O. 12958: DECL:DECL: 06/03/2018", "E.O. 12958", "DECL:DECL: 06/03/2018", "2018-06-03"),
    ("E.O. 12958: N/A", "E.O. 12958", "N/A", ""),
    ("E.O. 11652: GDS", "E.O. 11652", "GDS", ""),
    ("E.O. 11652: XGDS-2", "E.O. 11652", "XGDS-2", ""),
    ("E.O. 12065: GDS 4/15/85 (EXAMPLE, ANN) OR-P", "E.O. 12065", "GDS 4/15/85 (EXAMPLE, ANN) OR-P", "1985-04-15"),
    ("E.O. 12356: DECL: OADR", "E.O. 12356", "DECL: OADR", ""),
    ("E.O. 12356: OECL: OADR", "E.O. 12356", "OECL: OADR", ""),
    ("E.O. 12958: DECL:OADR", "E.O. 12958", "DECL:OADR", ""),
    ("E.O. 12958: DECL: 1.6X1", "E.O. 12958", "DECL: 1.6X1", ""),
    ("E.O. 12958: DNG: CO 10/15/2006", "E.O. 12958", "DNG: CO 10/15/2006", ""),
    ("E.O. 12958: DECL: DECLASSIFIED BY NARA 09/02/2009", "E.O. 12958", "DECL: DECLASSIFIED BY NARA 09/02/2009", ""),
    (
        "E.O. 12958: AS AMENDED; DECLASSIFIED JUNE 21, 2006",
        "E.O. 12958",
        "AS AMENDED; DECLASSIFIED JUNE 21, 2006",
        "",
    ),
    ("E.O. 12958: DECL: 12/31/2010TAGS: PREL, XX", "E.O. 12958", "DECL: 12/31/2010", "2010-12-31"),
    ("E.o. 12958: decl: 07/01/2034 Tags: prel", "E.O. 12958", "decl: 07/01/2034", "2034-07-01"),
    ("E.O. 12958: Declassify on 9/12/2019", "E.O. 12958", "Declassify on 9/12/2019", "2019-09-12"),
    (
        "E.O. 12958: DECL: TEN YEARS AFTER RURITANIAN\nUNIFICATION\nTAGS: PREL",
        "E.O. 12958",
        "DECL: TEN YEARS AFTER RURITANIAN UNIFICATION",
        "",
    ),
    ("E.O. 12598: DECL: 07/10/2017", "E.O. 12598", "DECL: 07/10/2017", "2017-07-10"),
    ("E.O. 12958: 07/10/2017", "E.O. 12958", "07/10/2017", "2017-07-10"),
    ("E.O. 13526: DECL: 20350101", "E.O. 13526", "DECL: 20350101", "2035-01-01"),
    ("E.O. 13526: DECL: 25X1, 20551231", "E.O. 13526", "DECL: 25X1, 20551231", ""),
    ("EO N/A", "", "N/A", ""),
    ("E.O. 12958:\nTAGS: PREL", "E.O. 12958", "", ""),
]

NOTHING = [
    "E.O. 13526, 1.4(c)",
    "E.O. 12958, SEC 3.4 (B) September 11, 2006",
    "E.O. 12958, as amended, Sec. 3.5",
    "DECLASSIFIED PER E.O. 13526",
    "EO Systematic Review 20 Mar 2014",
    "Classified under E.O. 12958: DECL: 07/10/2017",
    "EO 123",
]


@pytest.mark.parametrize(("text", "order", "instruction", "date"), LINES)
def test_the_line_gives_order_and_instruction(text: str, order: str, instruction: str, date: str) -> None:
    (seen,) = DETECTOR.find(Page(1, text))
    assert isinstance(seen.value, OrderLine)
    printed = str(seen.value.date) if seen.value.date else ""
    assert (seen.value.order, seen.value.instruction, printed) == (order, instruction, date)


@pytest.mark.parametrize("text", NOTHING)
def test_stamps_and_citations_are_no_order_line(text: str) -> None:
    assert list(DETECTOR.find(Page(1, text))) == []


def test_the_mark_ends_before_the_next_field() -> None:
    text = "SIPDIS\n\nE.O. 12958: DECL: 12/31/2010TAGS: PREL\n"
    (seen,) = DETECTOR.find(Page(1, text))
    assert text[seen.start : seen.end] == "E.O. 12958: DECL: 12/31/2010"
