"""`case-number-malformed`: a case or document number in State's band has not the form of one.

Case No. F-2014-2043 Doc No. C0576593
"""

import re
from collections.abc import Iterator

from attrs import frozen

from redaudit.model.finding import Problem, Severity
from redaudit.model.mark import Mark
from redaudit.model.part import Rule
from redaudit.model.record import Record
from redaudit.rules._doubt import absence_shows
from redaudit.rules._release import stamps
from redaudit.rules._samples import email, release

# F: a request; FL: one in litigation; M: mandatory review; P: Privacy Act; A: appeal. Then the year, then a serial.
_CASE = re.compile(r"[A-Z]{1,2}-(?P<year>(?:19|20)\d{2})-\d{5}")
_DOCUMENT = re.compile(r"C\d{8}|B-\d{11}")
_RECORD = re.compile(r"CIA-RDP\d{2}[A-Z-]\d{5}[A-Z]\d{12}-\d|C\d{8}")
_RECORD_FORM = "CIA-RDP79T09999A004100210007-3"
# What OCR makes of the letters and digits of a number.
_AS_DIGIT = str.maketrans("OIlS", "0115")
_BANDS = ("case-band", "litigation-band")


@frozen
class _Number:
    """A number as printed in a band; `wrong` says what is the matter with it, if anything is."""

    mark: Mark
    what: str
    printed: str
    wrong: str


def check(record: Record) -> Iterator[Problem]:
    """Numbers out of form, each once; where another page gives the number well, for information."""
    found = list(_numbers(record))
    well = {number.what: number.printed for number in reversed(found) if not number.wrong}
    pictured = not absence_shows(record)
    told: set[str] = set()
    for number in found:
        if not number.wrong or number.printed in told:
            continue
        told.add(number.printed)
        good = well.get(number.what, "")
        weak = bool(good) or number.mark.doubtful or pictured
        yield Problem(
            f"page {number.mark.page}: {number.what} {number.printed} {number.wrong}"
            + (f"; elsewhere in this copy it is {good}" if good else ""),
            marks=(number.mark,),
            severity=Severity.INFO if weak else None,
        )


def _numbers(record: Record) -> Iterator[_Number]:
    for mark, stamp in stamps(record):
        if stamp.family == "cia" and stamp.document:
            formed = _RECORD.fullmatch(_mended(stamp.document))
            yield _Number(mark, "record number", stamp.document, "" if formed else f"is not of the form {_RECORD_FORM}")
        if stamp.family not in _BANDS:
            continue
        case = _CASE.fullmatch(stamp.case)
        late = case and stamp.date and not stamp.damaged and int(case["year"]) > stamp.date.date.year
        form = "is not of the form F-2014-00001" if case is None else ""
        yield _Number(
            mark, "case number", stamp.case, f"is of a later year than the release of {stamp.date}" if late else form
        )
        formed = _DOCUMENT.fullmatch(_mended(stamp.document))
        yield _Number(mark, "document number", stamp.document, "" if formed else "is not of the form C05000001")


def _mended(document: str) -> str:
    """A document number with its first letter and its digits as they were before OCR: `(O5000001` is C05000001."""
    if document.startswith("CIA"):
        return document[:8] + re.sub(r"(?<=[A-Z-])[\dOIlS]{5,}|\d", _digits, document[8:])
    first = "C" if document[:1] in "C(" else document[:1]
    return first + document[1:].translate(_AS_DIGIT)


def _digits(found: re.Match[str]) -> str:
    return found[0].translate(_AS_DIGIT)


_CREST = "Approved For Release 2004/07/12 : CIA-RDP79T09999A{}-3\n\nSECRET\n\nThe crane can lift 40 tons.\n"
RULE = Rule(
    id="case-number-malformed",
    severity=Severity.LOW,
    summary="a case or document number in State's band has not the form of one",
    rationale="""\
The case number leads from the copy to the request and its letter, the document number to the record in the reading
room. With a digit lost, or a year that had not come, neither can be found.

Evidence: the numbers printed in the bands, on every page: a case number that is not a letter or two, a year and five
digits, or whose year is later than the release; a document number that is not C and eight digits, or B and eleven. The
name of the file is never used. Where another band of the same copy gives the number well, the finding is for
information: a misreading is then likelier than a misprint.

    Case No. F-2014-2043 on every page               raised
    Case No. F:2014-20439 once, F-2014-20439 else    raised for information
""",
    caution="""\
OCR takes C for ( and 0 for O, loses hyphens and adds strokes; numbers read from pictures of pages are for information
too. Two well-formed numbers that differ are not malformed: `stamp-differs-between-pages` tells of them. Numbers of
other agencies have other forms and are not looked at.
""",
    source="State's Virtual Reading Room, form of its bands; 5 U.S.C. 552(a)(7)(A): each request has a tracking number",
    check=check,
    hits=(
        release(email()).replace("F-2014-00001", "F-2014-0001"),
        release(email()).replace("C00000001", "C0000001"),
        release(email()).replace("F-2014-00001", "F-2016-00001"),
        _CREST.format("00410021"),
    ),
    misses=(
        release(email()),
        release(email()).replace("F-2014-00001", "M-2014-00001"),
        _CREST.format("004100210007"),
        'FL-2017-00001 B-00000000004 "UNCLASSIFIED" 2/2/2023\n\n' + email(),
        email("Case No. 12 was closed, said the harbor master.\n"),
    ),
)
