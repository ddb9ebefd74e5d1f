"""Dates on which something was done to the document itself, each with the act.

    R 232213Z NOV 99                                      dtg
    Sent:    Saturday, May 16, 2009 7:48 AM               sent
    Tue Nov 23 16:05:41 1999 [STATE 221130]               printed
    DRAFTED BY: S/NIS/RC:JHENICK:JDH -- 11/23/99 647-9116 drafted
    March 31, 2009                                        headed

A header's date that cannot be read is a mark too, its value the words as printed: who reads the marks must know that
the topmost message has a date. Dates of release, of declassification and in running text are not the document's own.
"""

import re
from collections.abc import Callable, Iterator

from redaudit.detectors._line_pattern import line_pattern
from redaudit.detectors._message_date import read_message_date
from redaudit.detectors._pattern import stands_in
from redaudit.model.document import Page
from redaudit.model.mark import DatedAct, Wording
from redaudit.model.part import Detector, Sighting
from redaudit.vocabulary.date import MONTHS, ReadDate, date_of, read_date

# A month's name, blanks within it from a poor scan: Apri l, Jul y
_MONTH = "(?i:" + "|".join("[ ]?".join(name) for name in sorted(MONTHS, key=len, reverse=True)) + ")"
_DAY = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{{0,2}}(?P<month>{_MONTH})\.?,?\s{{1,3}}(?P<year>\d{{4}})"
    rf"|(?P<named>{_MONTH})\.?\s{{1,3}}(?P<nth>\d{{1,2}})(?:st|nd|rd|th)?[ ]?[,.]\s{{0,3}}(?P<in_year>\d{{4}}))"
)

# P 101131Z JUL 07 · O R 131810Z AUG 74R · R 121254 Z MAR 74
_DATE_TIME_GROUP = line_pattern(
    r"[^\w\n]{0,4}+(?:(?:[A-Z0]{1,2}[ \t]++){1,3}|(?=\d{6}Z[ ][A-Z]{3}[ ]\d\d[ \t]*$))"
    r"(?P<day>\d{2})[\dO*]{4}[ \t]?[Z2*][ \t]+"
    r"(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}\s{1,3}(?P<year>\d{4}|\d{2})(?!\d)",
)
# ===== 231723L NOV 99 DRF (TOTAL COPIES:009)
_TRANSMITTED = line_pattern(
    r"=+[ \t]+(?P<day>\d{2})\d{4}[A-Z][ \t]+"
    r"(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[ \t]+(?P<year>\d{2})(?!\d)",
)
# Sent: · Sent (colon lost) · Date: · Date Sent:
_HEADER = line_pattern(
    r"[ \t>|*]*+(?P<label>Sent|SENT|Date(?:[ ]Sent)?|DATE)(?P<colon>[ \t]*+[:;])?[ \t*]++(?P<value>\S[^\n]{0,80})",
)
# Tue Nov 23 16:05:41 1999 [STATE 221130]
_PRINTED = line_pattern(
    r"[ \t]*+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[ ]+[A-Z][a-z]{2}[ ]+\d{1,2}[ ]+\d\d:\d\d:\d\d[ ]+\d{4}(?!\d)"
)
# The date of DRAFTED BY: S/NIS/RC:JHENICK:JDH -- 11/23/99 647-9116 · 08/04/97, 7-9187 · IO/UNP:JDOE 4/5/77 EXT 23456
_SLASHED = re.compile(
    r"/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])(?P<extension>[,;.]?[ \t]+(?:X|EXT\.?[ ]?)?\d{1,3}[-.]?\d{0,5}\b)?"
)
_MONTH_BEFORE = re.compile(r"(?<![\d/])\d{1,2}$")
_DRAFTER = re.compile(r"DRAFTED\b|^$|:[A-Z:]+[ ,]*(?:--[ ]*)?$")
# A date that has its run for itself: March 31, 2009 · 26 JUL 1971. Its first letters alone tell most lines apart.
_HEADED = line_pattern(
    r"(?=[^\w\n]{0,3}[ ]*(?:\d|[JFMASOND][ ]?[AEPUCOaepuco]|[MTWFS][aehoru][deintu]))"
    r"(?:[^\w\n]{1,3}[ ]+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?"
    rf"(?P<value>{_DAY})"
    # Where OCR keeps no columns, the stamp of the release shares the line: DECEMBER 28,1995 RELEASE IN FULL
    r"(?=[.]?[ \t]*$|[ \t]{3,}|,?[ ]\d{4}[ ]?(?:Z|hours)|[ ][\[|]?RELEASED?[ ]IN[ ](?:FULL|PART)\b)",
)
# DATE     September 20, 1993 · DATE, TIME      July 20, 1995, 1:47 p.m.
_DATE_FIELD = line_pattern(rf"[ \t]*DATE(?:[ ]?(?:,|/|AND|&)[ ]?TIME)?(?:[ \t]*+:)?[ \t]{{2,}}+(?P<value>{_DAY})")
# Washington, April 21,\n1954. · Guatemala City, May 3, 1954, 4 p.m.
_DATELINE = line_pattern(
    rf"(?:\[[^\]\n]{{3,60}}\]|[A-Z][A-Za-z.]++(?:[ ][A-Z][A-Za-z.]++)?),[ ]?(?:[A-Z][a-z]++,[ ])?(?P<value>{_DAY})"
    r"(?=[.,]?[ \t]*$|,[ ](?:\d|noon|midnight))",
)
# Date of Information: 3 May 1954 · Publication Date:, its day on the next line · Run Date: 02/19/2004
_LABELLED = line_pattern(
    r"[ \t]*(?:Date[ ]of[ ](?:Information|Info\.?|Document|Report)|(?:Publication|Document|Run)[ ]Date)"
    r"(?:[ \t]*:?[ \t]+|[ \t]*:[ \t]*\n[ \t]*)"
    r"(?P<value>[^\n]{4,30})",
    re.IGNORECASE,
)
# Reference ID | Created: 07SOVA864 | 2007-07-10 11:31
_CREATED = line_pattern(r"[^\w\n]*\d\d[A-Z]{3,}\d+\W+(?P<value>\d{4}-\d\d-\d\d)[ ]\d\d:\d\d")

# What stands right above a date that a release, not the document, is dated by.
_RELEASE = re.compile(
    r"declassif(?!ied\])|systematic|white house guidelines|\bsec\.? ?\d|\bNARA\b|approved for|case no|doc no|reviewed"
    r"|authority|(?:release|creation) date",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BAND = re.compile(r"(?:Case|Doc)(?:[ ]No|#)", re.IGNORECASE)


def _date_time_groups(page: Page) -> Iterator[Sighting]:
    for act, sign, pattern in (("dtg", "", _DATE_TIME_GROUP), ("transmitted", "===", _TRANSMITTED)):
        for found in pattern.finditer(page.text) if sign in page.text else ():
            if date := date_of(found["year"], found["month"], found["day"]):
                yield Sighting(found.start("day"), found.end(), DatedAct(act, date))


def _headers(page: Page) -> Iterator[Sighting]:
    """`Sent:` and `Date:` lines; a worded `Date:` without a weekday or an hour heads a memorandum."""
    for found in _HEADER.finditer(page.text):
        label, value = found["label"].casefold(), found["value"].rstrip()
        if label == "date" and (not found["colon"] or _is_of_a_band(page, found.start(), value)):
            continue
        read = read_message_date(value)
        if read is not None:
            act = "sent" if label != "date" or re.search(r"\d[:.]\d\d|^\W*[A-Z][a-z]{2,8},", value) else "headed"
            yield Sighting(found.start("line"), found.end("value"), DatedAct(act, read.date, read.damaged))
        elif label != "date" and found["colon"] and re.search(r"\d", value):
            yield Sighting(found.start("line"), found.end("value"), Wording(" ".join(value.split())))


def _is_of_a_band(page: Page, start: int, value: str) -> bool:
    """Whether a slashed date closes a release band of five lines: Case No., Doc No., Date."""
    return value[:1].isdigit() and bool(_BAND.search(page.text, max(0, start - 200), start + 1))


def _printed(page: Page) -> Iterator[Sighting]:
    for found in _PRINTED.finditer(page.text):
        if read := read_message_date(found["line"].strip()):
            yield Sighting(found.start("line"), found.end(), DatedAct("printed", read.date, read.damaged))


def _drafted(page: Page) -> Iterator[Sighting]:
    """Draft dates: in a line that says DRAFTED, or after the drafter's office with his telephone behind it."""
    for found in _SLASHED.finditer(page.text):
        before = page.text[max(0, found.start() - 100) : found.start()].rpartition("\n")[2]
        month = _MONTH_BEFORE.search(before)
        if not month:
            continue
        drafter = before[: month.start()].strip()
        if not _DRAFTER.search(drafter) or not (found["extension"] or "DRAFTED" in drafter):
            continue
        if date := read_date(month[0] + found[0]):
            end = found.start("extension") if found["extension"] else found.end()
            yield Sighting(found.start() - len(month[0]), end, DatedAct("drafted", date))


def _headed(page: Page) -> Iterator[Sighting]:
    """Dates that have a line for themselves, or close a dateline; not one that a release line above has waited for."""
    patterns = (_HEADED, _DATELINE, _DATE_FIELD) if "DATE" in page.text else (_HEADED, _DATELINE)
    for pattern in patterns:
        for found in pattern.finditer(page.text):
            above = page.text[max(0, found.start("line") - 60) : found.start("line")].rstrip("\n").rpartition("\n")[2]
            undated = _RELEASE.search(above) and not _YEAR.search(above)
            if not undated and (date := _worded(found)):
                yield Sighting(found.start("value"), found.end("value"), DatedAct("headed", date))


def _worded(found: re.Match[str]) -> ReadDate | None:
    month = (found["month"] or found["named"]).replace(" ", "")
    return date_of(found["year"] or found["in_year"], month, found["day"] or found["nth"])


def _labelled(page: Page) -> Iterator[Sighting]:
    """Dates with a label that says what they are of, and the `Created` of a leaked copy's table."""
    for act, pattern in (("published", _LABELLED), ("headed", _CREATED)):
        for found in pattern.finditer(page.text):
            if date := read_date(found["value"]):
                yield Sighting(found.start("value"), found.end("value"), DatedAct(act, date))


# Words in upper case of which one must stand on the page, and the acts they may tell; none for the worded dates.
_FINDERS: tuple[tuple[tuple[str, ...], Callable[[Page], Iterator[Sighting]]], ...] = (
    (("Z", "====="), _date_time_groups),
    (("SENT", "DATE"), _headers),
    ((":",), _printed),
    (("/",), _drafted),
    (("",), _headed),
    ((" DATE", "DATE OF", "REFERENCE ID"), _labelled),
)


def find(page: Page) -> Iterator[Sighting]:
    """The dates of a page, by every act of which a cue stands on it."""
    for cues, finder in _FINDERS:
        if stands_in(page.folded, cues):
            yield from finder(page)


DETECTOR = Detector(
    id="document-date",
    summary="dates of the document itself: date-time groups, headers of messages, drafts, heads of memoranda",
    find=find,
    source="5 FAH-2 H-320 (telegrams); the headers of mail programs; heads of memoranda and datelines",
    hits=(
        "R 232213Z NOV 99 ZFF4",
        "O P 131810Z AUG 74R",
        "===== 231723L NOV 99 DRF (TOTAL COPIES:009)",
        "From:    Doe, Jane\nSent:    Saturday, May 16, 2009 7:48 AM\nTo:      H",
        "Sent     Friday, June 5, 2009 958 AM",
        "Sent:    Sunday, .11. y        11:31 AM",
        "Date: Wed, 8 Apr 2009 11:22:08 +0000",
        "DATE: March 31, 2009",
        "DATE, TIME      Jul y 20, 1995, 1:47 p.m. - 2:02 p.m. EDT",
        "Tue Nov 23 16:05:41 1999 [STATE 221130] D COPY 6 OF 9 Page 1 OF 3",
        "DRAFTED BY: S/NIS/RC:JHENICK:JDH -- 11/23/99 647-9116",
        "08/04/97, 7-9187 D:JPUBLIC",
        "March 31, 2009\nNOTE FOR THE SECRETARY",
        "26 JUL 1971",
        "Washington, April 21,\n1954.",
        "Date of Information: 3 May 1954",
        "Publication Date: \nJuly 2, 1971",
        "DECEMBER 28,1995 RELEASE IN FULL",
    ),
    misses=(
        "PAGE 02 STATE 205410 291924Z",
        "Declassified/Released\nUS Department of State\nEO Systematic Review\n30 JUN 2005",
        "Case No. F-2015-00002\nDoc No. C05000003\nDate: 05/13/2015",
        "Classified by DAS, A/GIS, DoS on 08/31/2015 - Class: CONFIDENTIAL - Declassify on: 07/29/2030",
        "The talks began on March 31, 2009 in Geneva.",
        "E.O. 12958: DECL: 11/19/09",
        "Sent from my phone",
        "Capture Date: 01 JAN 1994",
        "Document Release Date: \nNovember 21, 2006",
    ),
)
