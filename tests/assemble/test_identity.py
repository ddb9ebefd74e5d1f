"""Who a document is, from made-up documents whole: (text, reference, date, subject, pages)."""

import pytest

from redaudit.assemble.identity import IdentityFacts, identity
from redaudit.pipeline import detect, read

LEAKED = """VZCZCXRO0001
PP RUEHZZ
DE RUEHZE #0864 1911131
ZNY CCCCC ZZH
P 101131Z JUL 07
FM AMEMBASSY ZENDA
TO RUEHC/SECSTATE WASHDC PRIORITY 3445

CONFIDENTIAL ZENDA 000864

SIPDIS

E.O. 12958: DECL: 07/10/2017

TAGS: PGOV PREL

SUBJECT: MINISTER DOE ON THE SECOND MISSION TO

STRELSAU AND HENTZAU

REF: A. ZENDA 00837

Classified By: Charge d'Affaires Richard Roe for reasons 1.4 (b, d).
"""

ARCHIVAL = """Declassified/Released US Department of State EO Systematic Review 20 Mar 2014

CONFIDENTIAL

PAGE 01    PORT Z 07471 01 OF 02 011300Z
ACTION SS-25

P 312205Z AUG 79
FM AMEMBASSY PORT ZENDA
TO SECSTATE WASHDC PRIORITY 7995

C O N F I D E N T I A L SECTION 1 OF 2 PORT ZENDA 7471

E.O. 12065: GDS 8/31/85 (ROE, RICHARD) OR-P
SUBJECT: TALKS WITH THE BANK

1. (CONFIDENTIAL ENTIRE TEXT.)
"""

ATTRIBUTES = """
Message Attributes
Draft Date: 21 AUG 1979
Document Number: 1979PORTZ07471
Errors: N/A
Subject: TALKS WITH THE BANK
Type: TE
"""

DRAFT = """FL-2017-00001      B-00000000001      "UNCLASSIFIED"
S/RUR/ZN:JDOE:JD 10/28/97, 7-5501 THE SECRETARY

IMMEDIATE ZENDA

SUBJECT: REPLY TO THE LETTER

REF: ZENDA 27347

1. (c) Embassy should deliver the letter.
"""

MAIL = """UNCLASSIFIED U.S. Department of State Case No. F-2014-00001 Doc No. C05000001 Date: 06/30/2015

From:                  Doe, Jane <doe@example.gov>
Sent:                  Saturday, May 16, 2009 7:48 AM
To:                    H
Subject:               Fw: Cable

Fyi

From: Roe, Richard
Sent: Friday, May 15, 2009 7:21 PM
To: Doe, Jane
Subject: Cable

CONFIDENTIAL ZENDA 000864
"""

MAIL_WITHOUT_SUBJECT = MAIL.replace("Subject:               Fw: Cable\n", "")
MAIL_WITH_EMPTY_SUBJECT = MAIL.replace("Fw: Cable", "")

MEMORANDUM = """                         March 31, 2009

NOTE FOR THE MINISTER

FROM:          M - Jane Doe

Subject:       Director of the Office

\fFrom: Roe
Sent: Friday, April 3, 2009 7:21 PM
Subject: Something else
"""

PRINTED = """Mon May 4 16:05:41 1998 [STATE 123456] D COPY 6 OF 9 Page 1 OF 3
CONFIDENTIAL
\fMon May 4 16:05:41 1998 [STATE 123456] D COPY 6 OF 9 Page 2 OF 3
more
"""

DOCUMENTS = [
    (LEAKED, "ZENDA 864", "2007-07-10", "MINISTER DOE ON THE SECOND MISSION TO STRELSAU AND HENTZAU", None),
    (ARCHIVAL, "PORT Z 7471", "1979-08-31", "TALKS WITH THE BANK", None),
    (DRAFT, None, "1997-10-28", "REPLY TO THE LETTER", None),
    (MAIL, None, "2009-05-16", "Fw: Cable", None),
    (MAIL_WITHOUT_SUBJECT, None, "2009-05-16", None, None),
    (MAIL_WITH_EMPTY_SUBJECT, None, "2009-05-16", None, None),
    (MEMORANDUM, None, "2009-03-31", "Director of the Office", None),
    (PRINTED, "STATE 123456", "1998-05-04", None, 3),
    (ATTRIBUTES, "PORTZ 7471", "1979-08-21", "TALKS WITH THE BANK", None),
    ("Nothing of note.", None, None, None, None),
]


def facts(text: str) -> IdentityFacts:
    document = read(text.encode())
    return identity(document, detect(document))


@pytest.mark.parametrize(("text", "reference", "date", "subject", "pages"), DOCUMENTS)
def test_who_it_is(text: str, reference: str | None, date: str | None, subject: str | None, pages: int | None) -> None:
    found = facts(text)
    assert (found.message_reference and found.message_reference.value) == reference
    assert (str(found.original_date.value) if found.original_date else None) == date
    assert (found.subject and found.subject.value) == subject
    assert (found.pages_stated and found.pages_stated.value) == pages
    assert found.rivals == ()


def test_the_draft_date_of_the_archives_is_a_rival_when_it_lies_apart() -> None:
    found = facts(ARCHIVAL + ATTRIBUTES)
    assert str(found.original_date.value) == "1979-08-31"
    assert [(rival.column, str(rival.value)) for rival in found.rivals] == [("original_date", "1979-08-21")]


def test_the_archives_subject_is_a_rival_only_when_it_differs() -> None:
    assert [rival.column for rival in facts(ARCHIVAL + ATTRIBUTES).rivals if rival.column == "subject"] == []
    other = facts(ARCHIVAL + ATTRIBUTES.replace("TALKS WITH THE BANK", "NARCOTICS"))
    assert [str(rival.value) for rival in other.rivals if rival.column == "subject"] == ["NARCOTICS"]


def test_two_telegrams_in_one_file_are_rivals() -> None:
    found = facts("CONFIDENTIAL ZENDA 000864\n\nR 101131Z JUL 07\n\nCONFIDENTIAL ZENDA 000900\n\nR 151131Z JUL 07\n")
    assert found.message_reference.value == "ZENDA 864"
    assert [(rival.column, str(rival.value)) for rival in found.rivals] == [
        ("message_reference", "ZENDA 900"),
        ("original_date", "2007-07-15"),
    ]


def test_a_telegram_repeated_in_another_is_no_rival() -> None:
    found = facts(ARCHIVAL + "\n2. FOLLOWING REPEATED:\n\nCONFIDENTIAL ZENDA 0012\n")
    assert found.message_reference.value == "PORT Z 7471"
    assert found.rivals == ()


def test_one_odd_page_line_is_a_slip() -> None:
    lines = [f"PAGE 0{n} PORT Z 07471 011300Z\n\ntext\n" for n in range(1, 5)]
    lines[2] = lines[2].replace("07471", "07411")
    found = facts("\f".join(lines))
    assert found.message_reference.value == "PORT Z 7471"
    assert found.rivals == ()


def test_differing_totals_are_rivals() -> None:
    found = facts("Page 1 of 3\n\fPage 2 of 3\n\fPage 1 of 2\n")
    assert found.pages_stated.value == 3
    assert [(rival.column, rival.value) for rival in found.rivals] == [("pages_stated", 2)]


@pytest.mark.parametrize("sent", ["Sunday, .11. y        11:31 AM", "Monday, May 16, 2009 7:48 AM"])
def test_a_date_of_damaged_text_is_doubtful(sent: str) -> None:
    found = facts(MAIL.replace("Saturday, May 16, 2009 7:48 AM", sent))
    assert found.original_date.doubtful


def test_the_date_of_a_lower_message_is_doubtful() -> None:
    lines = "From:                  Doe\nSubject:               Lunch\n\n" + "\n".join(["text"] * 8)
    found = facts(lines + "\n\nFrom: Roe\nSent: Friday, May 15, 2009 7:21 PM\nTo: Doe\n")
    assert (str(found.original_date.value), found.original_date.doubtful) == ("2009-05-15", True)


def test_an_unreadable_date_alone_gives_none() -> None:
    assert facts("From:    Doe\nSent:    Sunday, .11. y        11:31 AM\n").original_date is None


RELEASED = "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005\n\n"


@pytest.mark.parametrize(
    ("group", "date"),
    [("R 031131Z JUL 04", "2004-07-03"), ("R 031131Z JUL 07", None), ("R 031131Z JUL 74", "1974-07-03")],
)
def test_a_two_digit_year_is_never_after_the_release(group: str, date: str | None) -> None:
    found = facts(RELEASED + group).original_date
    assert (str(found.value) if found else None) == date


def test_a_two_digit_year_that_cannot_be_is_no_date() -> None:
    assert facts("R 031131Z JUL 36").original_date is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("From: Doe\nSent: Friday, May 15, 2009 7:21 PM\nSubject: Lunch", "2009-05-15"),
        ("May 15, 2009\n\nNOTE FOR THE MINISTER", None),
        ("May 15, 2004\n\nNOTE FOR THE MINISTER", "2004-05-15"),
    ],
)
def test_only_a_message_may_be_dated_after_its_release(line: str, date: str | None) -> None:
    found = facts(RELEASED + line).original_date
    assert (str(found.value) if found else None) == date
